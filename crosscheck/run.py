"""The whole check: load, compare, keep the findings in step."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from crosscheck.compare.tolerances import Tolerances
from crosscheck.findings import find_all
from crosscheck.loading import load_material
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


def check(session: Session, now: datetime, settings: Tolerances | None = None) -> CheckReport:
    """Compare everything stored and bring the findings in step; a second run changes nothing."""
    tolerances = settings or Tolerances()
    material, left_out = load_material(session, tolerances)
    drafts = find_all(material, tolerances, this_year=now.year)
    counts = FindingRepository(session).reconcile(drafts, now=now)
    return CheckReport(
        figures=len(material.reported),
        left_out=left_out,
        official=len(material.official),
        by_kind=Counter(draft.kind for draft in drafts),
        by_severity=Counter(draft.severity for draft in drafts),
        counts=counts,
        tolerances=tolerances,
    )
