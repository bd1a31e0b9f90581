"""Single official figures, entered by hand with the document they stand in."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy.orm import Session

from crosscheck.official.figures import OfficialDraft
from crosscheck.official.importing import as_official_figure
from models.errors import BadInputError
from models.official import OfficialDataset
from models.reading import PERIOD_PATTERN
from storage.official import OfficialRepository
from storage.regions import RegionRepository

BY_HAND = "dokumen"
EARLIEST_YEAR, LATEST_YEAR = 1945, 2200


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """Where an entered figure stands: a report, a letter, a page of a book."""

    title: str
    publisher: str | None = None
    address: str | None = None
    seen: date | None = None


def enter_figure(
    session: Session, figure: OfficialDraft, document: SourceDocument, *, now: datetime
) -> tuple[OfficialDataset, bool]:
    """Store one figure of a document; False when it is there already.

    Each figure is a dataset of its own, titled by document and key: entered again with
    another value it is a new version of it.

    Raises:
        BadInputError: the region, period or year is not known, or the document has no title.
    """
    if not document.title.strip():
        raise BadInputError("A figure needs its document.", cure="Give the document's title.")
    if figure.period is not None and not re.match(PERIOD_PATTERN, figure.period):
        raise BadInputError(
            f"{figure.period!r} is no period.", cure="Write YYYY-MM/YYYY-MM, as 2025-01/2025-10."
        )
    if not EARLIEST_YEAR <= figure.year <= LATEST_YEAR:
        raise BadInputError(f"{figure.year} is no year of a count.", cure="Write four digits, as 2020.")
    if RegionRepository(session).get(figure.region) is None:
        raise BadInputError(f"There is no region {figure.region}.", cure="Give a Kemendagri code, as 36.73.")
    what = "/".join(str(part) for part in figure.key if part is not None)
    dataset = OfficialDataset(
        portal=document.address or BY_HAND,
        title=f"{document.title} [{what}]",
        publisher=document.publisher,
        licence=None,
        version=1,
        retrieved=document.seen,
        imported_at=now,
        content_sha256=sha256(f"{what}={figure.value}".encode()).hexdigest(),
        figures=[as_official_figure(figure)],
    )
    return OfficialRepository(session).add_dataset(dataset)
