"""Outlets as last declared."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from models.crawling import Source


class SourceRepository:
    """All SQL on ``source``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def upsert(
        self,
        name: str,
        *,
        outlet: str,
        owner: str | None = None,
        home_region: str | None = None,
        declaration: Mapping[str, object] | None = None,
    ) -> None:
        """Store the outlet's declaration in place of the one known before."""
        row = upsert(Source).values(
            name=name,
            outlet=outlet,
            owner=owner,
            home_region=home_region,
            declaration=dict(declaration or {}),
        )
        columns = ("outlet", "owner", "home_region", "declaration")
        changed = {column: row.excluded[column] for column in columns}
        self._session.execute(row.on_conflict_do_update(index_elements=["name"], set_=changed))

    def ensure(self, name: str, *, outlet: str) -> None:
        """Store an outlet that need not be declared; one that is known stays as it is."""
        row = upsert(Source).values(name=name, outlet=outlet, declaration={})
        self._session.execute(row.on_conflict_do_nothing(index_elements=["name"]))

    def get(self, name: str) -> Source | None:
        """The outlet of that name."""
        return self._session.get(Source, name, populate_existing=True)

    def list(self) -> tuple[Source, ...]:
        """All outlets by name."""
        return tuple(self._session.scalars(select(Source).order_by(Source.name)))
