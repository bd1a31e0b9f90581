"""The whole check: load, compare, keep the findings in step."""

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from crosscheck.closing import closing_reasons
from crosscheck.compare.tolerances import Tolerances
from crosscheck.findings import find_all
from crosscheck.loading import load_material
from models.regions import NATIONAL, within
from models.vocabulary import FindingKind, Severity
from storage.findings import FindingRepository
from storage.reconciling import ReconcileCounts
from storage.review_queue import weigh_consequences


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check looked at and what became of the findings."""

    figures: int
    left_out: int
    """Figures without region or year, which have no key to meet on."""
    official: int
    by_kind: Mapping[FindingKind, int]
    by_severity: Mapping[Severity, int]
    counts: ReconcileCounts
    tolerances: Tolerances


def check(
    session: Session, now: datetime, settings: Tolerances | None = None, *, area: str | None = None
) -> CheckReport:
    """Compare what is stored and bring the findings in step; a second run changes nothing.

    With ``area`` (a region's code) only that region and what lies in it is compared, in a
    fraction of the time; findings on the regions around it wait for the next full check.
    """
    with _no_collecting():
        return _check(session, now, settings or Tolerances(), area=area)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Spare Python walking, again and again, hundreds of thousands of values that all stay to the end."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _check(session: Session, now: datetime, tolerances: Tolerances, *, area: str | None) -> CheckReport:
    material, left_out = load_material(session, tolerances, area=area)
    drafts = find_all(material, tolerances, this_year=now.year, area=area)
    regions = None if area is None else {code for code in material.names if within(code, area)}
    repository = FindingRepository(session)
    reasons = closing_reasons(repository.vanishing(drafts, regions=regions), material)
    counts = repository.reconcile(drafts, now=now, reasons=reasons, regions=regions)
    weigh_consequences(session, regions=regions)
    return CheckReport(
        figures=len(material.reported),
        left_out=left_out,
        official=len(material.official),
        by_kind=Counter(draft.kind for draft in drafts),
        by_severity=Counter(draft.severity for draft in drafts),
        counts=counts,
        tolerances=tolerances,
    )


def check_regions(
    session: Session, now: datetime, regions: Iterable[str], settings: Tolerances | None = None
) -> list[CheckReport]:
    """Check again the regions whose figures have changed; a national figure asks for a full check.

    Kecamatan are checked with their kabupaten. That regions together exceed the one they
    lie in is found by the check of that one, or by a full check.
    """
    areas = {".".join(code.split(".")[:2]) for code in regions}
    if NATIONAL in areas:
        return [check(session, now, settings)]
    widest = [area for area in areas if not any(other != area and within(area, other) for other in areas)]
    return [check(session, now, settings, area=area) for area in sorted(widest)]
