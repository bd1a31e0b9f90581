"""Where the data come from: outlets that print, portals that publish."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from models.crawling import Source
from storage.official import OfficialRepository
from storage.sources import SourceRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One outlet or one official table, as it wants to be named."""

    title: str
    publisher: str | None = None
    licence: str | None = None
    official: bool = False


def origins(session: Session) -> tuple[Origin, ...]:
    """The outlets by name, then the official tables in force."""
    press = (
        Origin(title=_named(source), publisher=source.owner) for source in SourceRepository(session).list()
    )
    official = (
        Origin(
            title=f"{dataset.portal}: {dataset.title}",
            publisher=dataset.publisher,
            licence=dataset.licence,
            official=True,
        )
        for dataset in OfficialRepository(session).datasets()
    )
    return (*press, *official)


def _named(source: Source) -> str:
    title = source.declaration.get("title")
    return f"{title} ({source.outlet})" if isinstance(title, str) else source.outlet
