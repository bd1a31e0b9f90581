"""Findings: kept in step with the figures, while people's decisions survive."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Integer,
    String,
    Table,
    any_,
    select,
    update,
)
from sqlalchemy.orm import Session

from models.errors import BadInputError
from models.geography import Region
from models.official import Finding, finding_figure, finding_official
from models.vocabulary import Deed, FindingKind, FindingState, Severity, Verdict
from storage.figures import FigureRepository, FigureRow
from storage.filters import AnySelect, as_array, equals, one_page, region_is
from storage.logbook import Logbook
from storage.official import OfficialRepository, OfficialRow
from storage.reconciling import FindingDraft, ReconcileCounts, reconcile

_CLOSED = FindingState.CLOSED


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingFilter:
    """Which findings are wanted; closed ones only when asked for by ``state``."""

    kind: FindingKind | None = None
    severity: Severity | None = None
    state: FindingState | None = None
    include_closed: bool = False
    region: str | None = None
    with_descendants: bool = False
    year: int | None = None
    first_seen_since: datetime | None = None
    closed_since: datetime | None = None
    limit: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """One finding with the figures it was made from."""

    id: int
    identity: str
    kind: FindingKind
    severity: Severity
    region: str | None
    region_name: str | None
    year: int | None
    sentence_id: str
    sentence_en: str
    numbers: dict[str, object]
    first_seen: datetime
    last_seen: datetime
    state: FindingState
    comment: str | None
    closed_reason: str | None
    closed_at: datetime | None = None
    figures: tuple[FigureRow, ...] = ()
    official: tuple[OfficialRow, ...] = ()


class FindingRepository:
    """All SQL on ``finding`` and the tables that tie it to figures."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def vanishing(
        self, drafts: Sequence[FindingDraft], *, regions: Collection[str] | None = None
    ) -> dict[str, dict[str, object]]:
        """The numbers, by identity, of the findings that reconciling with these drafts would close."""
        still_open = select(Finding.identity).where(Finding.state != _CLOSED)
        if regions is not None:
            still_open = still_open.where(Finding.region_code.in_(regions))
        gone = set(self._session.scalars(still_open)) - {draft.identity for draft in drafts}
        query = select(Finding.identity, Finding.numbers)
        found = self._session.execute(query.where(Finding.identity == any_(as_array(gone, String))))
        return {row.identity: row.numbers for row in found}

    def reconcile(
        self,
        drafts: Sequence[FindingDraft],
        *,
        now: datetime,
        reasons: Mapping[str, str] | None = None,
        regions: Collection[str] | None = None,
    ) -> ReconcileCounts:
        """Make the stored findings say what the drafts say (:func:`storage.reconciling.reconcile`)."""
        return reconcile(self._session, drafts, now=now, reasons=reasons, regions=regions)

    def set_state(
        self, finding_id: int, state: FindingState, *, who: str, now: datetime, comment: str | None = None
    ) -> None:
        """Note what a person decided, and log it with what was there before.

        Raises:
            BadInputError: there is no such finding, or the state is the program's to set.
        """
        if state == _CLOSED:
            raise BadInputError("Only the program closes findings.", cure="Choose explained or dismissed.")
        values = {"state": state, "comment": comment, "closed_reason": None, "closed_at": None}
        locked = select(Finding.state, Finding.comment).where(Finding.id == finding_id).with_for_update()
        before = self._session.execute(locked).one_or_none()
        if before is None:
            raise BadInputError(f"There is no finding {finding_id}.", cure="List them with kawal findings.")
        self._session.execute(update(Finding).where(Finding.id == finding_id).values(**values))
        detail = {
            "finding": finding_id,
            "before": {"state": before.state.value, "comment": before.comment},
            "after": {"state": state.value, "comment": comment},
        }
        Logbook(self._session).write(who, Deed.FINDING_SET, now=now, detail=detail)

    def get(self, finding_id: int) -> FindingRow | None:
        """The finding of that number with its figures."""
        found = self._rows(_joined().where(Finding.id == finding_id))
        return found[0] if found else None

    def select(self, wanted: FindingFilter | None = None) -> list[FindingRow]:
        """The findings that fit, by id, each with its figures; five queries in all."""
        wanted = wanted or FindingFilter()
        query = _joined().where(*_finding_is(wanted))
        return self._rows(one_page(query, Finding.id, limit=wanted.limit, after=wanted.after))

    def most_serious(
        self, wanted: FindingFilter | None = None, *, limit: int, offset: int = 0
    ) -> list[FindingRow]:
        """The findings that fit, open before decided, serious before slight, far apart before near."""
        wanted = wanted or FindingFilter()
        query = _joined().where(*_finding_is(wanted)).order_by(Finding.weight.desc(), Finding.id)
        return self._rows(query.limit(limit).offset(offset))

    def _rows(self, query: AnySelect) -> list[FindingRow]:
        found = self._session.execute(query).mappings().all()
        ids = [row["id"] for row in found]
        figures, official = self._tied(finding_figure, ids), self._tied(finding_official, ids)
        figure_rows = FigureRepository(self._session).by_id(_all(figures))
        official_rows = OfficialRepository(self._session).by_id(_all(official))
        return [
            FindingRow(
                **row,
                figures=tuple(_standing(figure_rows[number] for number in figures[row["id"]])),
                official=tuple(official_rows[number] for number in official[row["id"]]),
            )
            for row in found
        ]

    def _tied(self, table: Table, findings: list[int]) -> dict[int, list[int]]:
        left, right = table.columns
        tied: dict[int, list[int]] = {finding: [] for finding in findings}
        for finding, other in self._session.execute(
            select(left, right).where(left == any_(as_array(findings, Integer))).order_by(left, right)
        ):
            tied[finding].append(other)
        return tied


def _standing(rows: Iterable[FigureRow]) -> Iterator[FigureRow]:
    """A finding rests on no rejected figure; the next check settles what becomes of it."""
    return (row for row in rows if row.verdict is not Verdict.REJECTED)


def _finding_is(wanted: FindingFilter) -> list[ColumnElement[bool]]:
    conditions = equals({Finding.kind: wanted.kind, Finding.severity: wanted.severity})
    conditions += equals({Finding.state: wanted.state, Finding.year: wanted.year})
    conditions += region_is(Finding.region_code, wanted.region, with_descendants=wanted.with_descendants)
    if wanted.state is None and not wanted.include_closed:
        conditions.append(Finding.state != _CLOSED)
    if wanted.first_seen_since is not None:
        conditions.append(Finding.first_seen >= wanted.first_seen_since)
    if wanted.closed_since is not None:
        conditions.append(Finding.closed_at >= wanted.closed_since)
    return conditions


def _all(tied: Mapping[int, list[int]]) -> set[int]:
    return {number for numbers in tied.values() for number in numbers}


def _joined() -> AnySelect:
    return select(
        Finding.id,
        Finding.identity,
        Finding.kind,
        Finding.severity,
        Finding.region_code.label("region"),
        Region.name.label("region_name"),
        Finding.year,
        Finding.sentence_id,
        Finding.sentence_en,
        Finding.numbers,
        Finding.first_seen,
        Finding.last_seen,
        Finding.state,
        Finding.comment,
        Finding.closed_reason,
        Finding.closed_at,
    ).outerjoin(Region, Region.code == Finding.region_code)
