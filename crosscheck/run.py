"""The whole check: load, compare, keep the findings in step."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from crosscheck.closing import closing_reasons
from crosscheck.compare.tolerances import Tolerances
from crosscheck.findings import find_all
from crosscheck.loading import load_material
from models.regions import NATIONAL, within
from models.vocabulary import FindingKind, Severity
from storage.findings import FindingRepository, ReconcileCounts


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
    session: Session, now: datetime, settings: Tolerances | None = None, *, province: str | None = None
) -> CheckReport:
    """Compare what is stored and bring the findings in step; a second run changes nothing.

    With ``province`` (its code) only that province and what lies in it is compared, in a
    fraction of the time; findings on the whole country wait for the next full check.
    """
    tolerances = settings or Tolerances()
    material, left_out = load_material(session, tolerances, province=province)
    drafts = find_all(material, tolerances, this_year=now.year, province=province)
    regions = None if province is None else {code for code in material.names if within(code, province)}
    repository = FindingRepository(session)
    reasons = closing_reasons(repository.vanishing(drafts, regions=regions), material)
    counts = repository.reconcile(drafts, now=now, reasons=reasons, regions=regions)
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
    """Check again what a change of figures in these regions can have touched.

    A figure touches only findings of its own province; a national one touches all.
    """
    provinces = {code.partition(".")[0] for code in regions}
    if NATIONAL in provinces:
        return [check(session, now, settings)]
    return [check(session, now, settings, province=province) for province in sorted(provinces)]
