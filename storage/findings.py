"""Findings: kept in step with the figures, while people's decisions survive."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, lru_cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, CursorResult, String, any_, bindparam, literal_column, select, update
from sqlalchemy.orm import Session

from models.errors import BadInputError
from models.geography import Region
from models.official import Finding, OfficialFigure, finding_figure, finding_official
from models.reading import Figure
from models.vocabulary import Deed, FindingKind, FindingState, Severity, Verdict
from storage.figures import FigureRow, joined_figures
from storage.filters import (
    AnySelect,
    as_array,
    bound,
    equals,
    found_by,
    given_numbers,
    one_page,
    opened,
    region_is,
    written_out,
)
from storage.logbook import Logbook
from storage.official import OfficialRow, joined_official
from storage.reconciling import FindingDraft, ReconcileCounts, reconcile

Row = TypeVar("Row")
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
        """The findings that fit, by id, each with its figures; three queries in all."""
        wanted = wanted or FindingFilter()
        query = _joined().where(*_finding_is(wanted))
        return self._rows(one_page(query, Finding.id, limit=wanted.limit, after=wanted.after))

    def most_serious(
        self, wanted: FindingFilter | None = None, *, limit: int, offset: int = 0
    ) -> list[FindingRow]:
        """The findings that fit, open before decided, serious before slight, far apart before near."""
        shape, values = opened(replace(wanted or FindingFilter(), limit=limit, after=None))
        return self._rows(_most_serious(shape), **values, offset=offset)

    def _rows(self, query: AnySelect, **values: object) -> list[FindingRow]:
        found = found_by(self._session, query, **values).mappings().all()
        if not found:
            return []
        ids = written_out(row["id"] for row in found)
        figures = _tied(found_by(self._session, _figures_tied(), numbers=ids), FigureRow)
        official = _tied(found_by(self._session, _official_tied(), numbers=ids), OfficialRow)
        return [
            FindingRow(
                **row,
                figures=tuple(_standing(figures.get(row["id"], ()))),
                official=tuple(official.get(row["id"], ())),
            )
            for row in found
        ]


def _tied(found: CursorResult[Any], kind: Callable[..., Row]) -> dict[int, list[Row]]:
    """Rows by the finding they are tied to, which is their last column."""
    names = tuple(found.keys())[:-1]
    rows: dict[int, list[Row]] = {}
    values: list[Any]
    for row in found.all():
        *values, finding = row
        rows.setdefault(finding, []).append(kind(**dict(zip(names, values, strict=True))))
    return rows


@cache
def _figures_tied() -> AnySelect:
    finding, figure = finding_figure.columns
    query = joined_figures().add_columns(finding).join(finding_figure, figure == Figure.id)
    return query.where(finding == any_(given_numbers())).order_by(finding, figure)


@cache
def _official_tied() -> AnySelect:
    finding, figure = finding_official.columns
    query = joined_official().add_columns(finding).join(finding_official, figure == OfficialFigure.id)
    return query.where(finding == any_(given_numbers())).order_by(finding, figure)


def _standing(rows: Iterable[FigureRow]) -> Iterator[FigureRow]:
    """A finding rests on no rejected figure; the next check settles what becomes of it."""
    return (row for row in rows if row.verdict is not Verdict.REJECTED)


def _finding_is(wanted: FindingFilter) -> list[ColumnElement[bool]]:
    conditions = equals({Finding.kind: wanted.kind, Finding.severity: wanted.severity})
    conditions += equals({Finding.state: wanted.state, Finding.year: wanted.year})
    conditions += region_is(Finding.region_code, wanted.region, with_descendants=wanted.with_descendants)
    if wanted.state is None and not wanted.include_closed:
        conditions.append(_not_closed())
    if wanted.first_seen_since is not None:
        conditions.append(Finding.first_seen >= wanted.first_seen_since)
    if wanted.closed_since is not None:
        conditions.append(Finding.closed_at >= wanted.closed_since)
    return conditions


def _not_closed() -> ColumnElement[bool]:
    """Written out, so that the server knows how few are left out and keeps one plan."""
    return Finding.state != literal_column(f"'{_CLOSED.value}'")


@lru_cache
def _most_serious(shape: FindingFilter) -> AnySelect:
    wanted = bound(shape)
    query = _joined().where(*_finding_is(wanted)).order_by(Finding.weight.desc(), Finding.id)
    return query.limit(wanted.limit).offset(bindparam("offset"))


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
