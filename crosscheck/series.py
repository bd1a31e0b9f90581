"""Over time: regions that nobody reports on, outlets whose figures are later confirmed."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from models.vocabulary import FindingKind
from storage.figures import FigureFilter, FigureRepository
from storage.findings import FindingFilter, FindingRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A region without any report of figures for a while."""

    region: str
    region_name: str
    last: date
    months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """How often an outlet's figures agree with official ones, where the two can be compared."""

    outlet: str
    matches: int
    differs: int

    @property
    def share(self) -> float:
        """Matches among all comparisons."""
        return self.matches / (self.matches + self.differs)


def report_gaps(
    session: Session, *, today: date, months: int = 6, region: str | None = None
) -> tuple[Gap, ...]:
    """Regions once reported on, and not for so many months; the longest silence first.

    A report without a date tells nothing about when.
    """
    wanted = FigureFilter(region=region, with_descendants=region is not None)
    last: dict[str, tuple[date, str]] = {}
    for row in FigureRepository(session).select(wanted):
        if row.region is not None and row.published is not None:
            newest = last.get(row.region, (row.published, ""))[0]
            last[row.region] = (max(newest, row.published), row.region_name or row.region)
    gaps = [
        Gap(region=code, region_name=name, last=day, months=_months(day, today))
        for code, (day, name) in last.items()
    ]
    return tuple(
        sorted((gap for gap in gaps if gap.months >= months), key=lambda gap: (-gap.months, gap.region))
    )


def _months(first: date, last: date) -> int:
    """Whole months between two days."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day)


def outlet_reliability(session: Session, *, at_least: int = 1) -> tuple[Reliability, ...]:
    """Each outlet's matches and differences, of the last check; the most compared first."""
    repository = FindingRepository(session)
    counts: dict[FindingKind, Counter[str]] = {}
    for kind in (FindingKind.MATCH, FindingKind.DIFFERS):
        outlets = counts.setdefault(kind, Counter())
        for finding in repository.select(FindingFilter(kind=kind)):
            outlets.update(figure.outlet for figure in finding.figures)
    matches, differs = counts[FindingKind.MATCH], counts[FindingKind.DIFFERS]
    found = (
        Reliability(outlet=outlet, matches=matches[outlet], differs=differs[outlet])
        for outlet in {*matches, *differs}
    )
    enough = (one for one in found if one.matches + one.differs >= at_least)
    return tuple(sorted(enough, key=lambda one: (-(one.matches + one.differs), one.outlet)))
