"""Figures that wait for a person, the most doubtful and most consequential first."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Select,
    String,
    and_,
    any_,
    func,
    literal,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Session, aliased

from models.official import Finding, finding_figure
from models.reading import Article, Figure
from models.vocabulary import FindingState, Severity
from storage.figures import FigureRow, joined_figures
from storage.filters import as_array

COUNTED = 10_001
"""Counting what waits stops here."""
_GRAVE = (Finding.state == FindingState.OPEN, Finding.severity != Severity.INFO)
"""Findings that send a person looking; agreement and what cannot be compared do not."""


class QueueState(StrEnum):
    """Which figures are looked for."""

    WAITING = "waiting"
    UNSURE = "unsure"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """One figure that waits, and why it comes where it does."""

    figure: FigureRow
    findings: int
    """Open findings above the severity of a remark that rest on it."""
    copies: int
    """Articles that repeat its story."""
    weight: float
    """Doubt (1 - confidence) times consequence (level of region; findings and copies at the last check)."""


class ReviewQueue:
    """Reading of ``figure`` for reviewers; of standing articles, told once."""

    def __init__(self, session: Session, *, reviewers: int) -> None:
        self._session = session
        self._reviewers = reviewers

    def page(
        self, who: str, *, state: QueueState = QueueState.WAITING, limit: int, offset: int = 0
    ) -> list[QueueRow]:
        """What this person may answer next."""
        # Which come first is settled by an index, before what hangs on them is looked up.
        wanted = select(Figure.id).join(Article, Article.id == Figure.article_id)
        wanted = wanted.where(*self._wanted(who, state)).order_by(Figure.queue_weight.desc(), Figure.id)
        first = wanted.limit(limit).offset(offset).subquery()
        query = (
            joined_figures()
            .add_columns(
                _findings().label("findings"), _copies().label("copies"), Figure.queue_weight.label("weight")
            )
            .join(first, first.c.id == Figure.id)
            .order_by(Figure.queue_weight.desc(), Figure.id)
        )
        return [_row(dict(row)) for row in self._session.execute(query).mappings()]

    def count(self, who: str, *, state: QueueState = QueueState.WAITING, most: int = COUNTED) -> int:
        """How many figures wait for this person; counting stops at ``most``."""
        query = select(Figure.id).join(Article, Article.id == Figure.article_id)
        waiting = query.where(*self._wanted(who, state)).limit(most).subquery()
        return self._session.scalar(select(func.count()).select_from(waiting)) or 0

    def _wanted(self, who: str, state: QueueState) -> tuple[ColumnElement[bool], ...]:
        standing = (Article.current.is_(True), Article.duplicate_of.is_(None))
        answers = func.cardinality(Figure.answered_by)
        # Written as in the indexes and with numbers in the text, or the server would not use them.
        if state is QueueState.UNSURE:
            answered = Figure.answered_by != literal_column("'{}'::text[]")
            return (*standing, Figure.verdict.is_(None), answered)
        if state is QueueState.REOPENED:
            return (*standing, and_(Figure.reopened))
        mine = literal(who) == any_(Figure.answered_by)
        few = answers < literal_column(str(int(self._reviewers)))
        return (*standing, or_(Figure.reopened, and_(few, ~mine)))


def weigh_consequences(session: Session, *, regions: Collection[str] | None = None) -> None:
    """Note on each figure what hangs on it: open findings that matter and copies of its story.

    Only figures of which it changed are written. With ``regions`` only their figures are looked at.
    """
    told = (_of_all() if regions is None else _of_regions(regions)).subquery()
    session.execute(
        update(Figure)
        .where(Figure.id == told.c.id, Figure.consequence != told.c.consequence)
        .values(consequence=told.c.consequence)
        .execution_options(synchronize_session=False)
    )


def _row(row: dict[str, Any]) -> QueueRow:
    findings, copies, weight = row.pop("findings"), row.pop("copies"), row.pop("weight")
    return QueueRow(figure=FigureRow(**row), findings=findings, copies=copies, weight=weight)


def _of_regions(regions: Collection[str]) -> Select[int, int]:
    """The consequence of some figures, each looked up by itself."""
    now = ((1 + _findings()) * (1 + _copies())).label("consequence")
    query = select(Figure.id, now).join(Article, Article.id == Figure.article_id)
    return query.where(Figure.region_code == any_(as_array(regions, String)))


def _of_all() -> Select[int, int]:
    """The consequence of every figure, counted once for all."""
    tied = select(finding_figure.c.figure_id, func.count().label("number"))
    tied = tied.join(Finding, Finding.id == finding_figure.c.finding_id)
    findings = tied.where(*_GRAVE).group_by(finding_figure.c.figure_id).subquery()
    copied = select(Article.duplicate_of, func.count().label("number"))
    copies = copied.where(Article.current).group_by(Article.duplicate_of).subquery()
    hanging = (1 + func.coalesce(findings.c.number, 0)) * (1 + func.coalesce(copies.c.number, 0))
    return (
        select(Figure.id, hanging.label("consequence"))
        .outerjoin(findings, findings.c.figure_id == Figure.id)
        .outerjoin(copies, copies.c.duplicate_of == Figure.article_id)
    )


def _findings() -> ScalarSelect[int]:
    """How many open findings above the severity of a remark rest on a figure."""
    tied = select(func.count()).select_from(finding_figure)
    tied = tied.join(Finding, Finding.id == finding_figure.c.finding_id)
    return tied.where(finding_figure.c.figure_id == Figure.id, *_GRAVE).correlate(Figure).scalar_subquery()


def _copies() -> ScalarSelect[int]:
    """How many articles repeat the story of a figure's article."""
    copy = aliased(Article)
    mine = (copy.duplicate_of == Article.id, copy.current)
    return select(func.count()).select_from(copy).where(*mine).correlate(Article).scalar_subquery()
