"""The form with which reviewers correct or add a figure, and what follows from sending it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

from fastapi import Depends, Form
from sqlalchemy.orm import Session

from crosscheck.run import check_regions
from models.regions import NATIONAL
from models.vocabulary import Population, Qualifier, RegionKind, Unit, Violence
from storage.regions import RegionRepository
from web.correcting import FIELDS, Correction, region_text

_Text = Annotated[str, Form(max_length=2000)]
Comment = Annotated[str, Form(max_length=1000)]
WORDS: Mapping[str, Sequence[StrEnum]] = {
    "units": list(Unit),
    "populations": list(Population),
    "violences": list(Violence),
    "qualifiers": list(Qualifier),
}
"""What the form's lists offer."""


def form_sent(
    *,
    value: _Text = "",
    unit: _Text = "",
    region: _Text = "",
    year: _Text = "",
    period: _Text = "",
    population: _Text = "",
    violence: _Text = "",
    breakdown: _Text = "",
    qualifier: _Text = "",
    source: _Text = "",
    evidence: _Text = "",
) -> dict[str, str]:
    """Give the fields of a figure as they were typed."""
    typed = (value, unit, region, year, period, population, violence, breakdown, qualifier, source, evidence)
    return {name: words.replace("\0", "") for name, words in zip(FIELDS, typed, strict=True)}


Typed = Annotated[dict[str, str], Depends(form_sent)]


def suggested(regions: RegionRepository, region: str | None, read: Correction | None) -> list[str]:
    """Regions to choose from: those that may be meant, those nearby, all down to the regencies."""
    found = list(read.candidates) if read else []
    if region is not None and region != NATIONAL:
        found += regions.children(".".join(region.split(".")[:2]))
    found += [one for one in regions.descendants(NATIONAL) if one.kind is not RegionKind.KECAMATAN]
    return list(dict.fromkeys(region_text(one) for one in found))


def renew_findings(session: Session, regions: set[str]) -> None:
    """Check the touched regions again; what concerns the whole country waits for the next cycle."""
    session.flush()
    nearby = regions - {NATIONAL}
    if nearby:
        check_regions(session, datetime.now(UTC), nearby)


def noted(comment: str) -> str | None:
    """A comment as it is kept: without null characters and outer spaces, None when nothing is left."""
    return comment.replace("\0", "").strip() or None
