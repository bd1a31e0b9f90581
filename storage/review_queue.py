"""Figures that wait for a person, the most doubtful and most consequential first."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, any_, case, func, literal, or_, select
from sqlalchemy.orm import Session, aliased

from models.official import Finding, finding_figure
from models.reading import Article, Figure
from models.regions import NATIONAL
from models.vocabulary import FindingState
from storage.figures import FigureRow, joined_figures
from storage.filters import AnySelect

_LEAST_DOUBT = 0.02
"""A figure the machine is sure of still comes before others when much hangs on it."""


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
    """Open findings that rest on it."""
    copies: int
    """Articles that repeat its story."""
    weight: float
    """Doubt (1 - confidence) times consequence (level of region, findings, copies)."""


class ReviewQueue:
    """Reading of ``figure`` for reviewers; of standing articles, told once."""

    def __init__(self, session: Session, *, reviewers: int) -> None:
        self._session = session
        self._reviewers = reviewers

    def page(
        self, who: str, *, state: QueueState = QueueState.WAITING, limit: int, offset: int = 0
    ) -> list[QueueRow]:
        """What this person may answer next."""
        # Which come first is settled before their articles and outlets are looked up.
        first = self._weighed(who, state).limit(limit).offset(offset).subquery()
        query = (
            joined_figures()
            .add_columns(first.c.findings, first.c.copies, first.c.weight)
            .join(first, first.c.id == Figure.id)
            .order_by(first.c.weight.desc(), Figure.id)
        )
        return [_row(dict(row)) for row in self._session.execute(query).mappings()]

    def count(self, who: str, *, state: QueueState = QueueState.WAITING) -> int:
        """How many figures wait for this person."""
        query = select(func.count(Figure.id)).join(Article, Article.id == Figure.article_id)
        return self._session.scalar(query.where(*self._wanted(who, state))) or 0

    def _weighed(self, who: str, state: QueueState) -> AnySelect:
        findings, copies = _findings(), _copies()
        weight = _weight(findings.c.number, copies.c.number).label("weight")
        return (
            select(
                Figure.id,
                func.coalesce(findings.c.number, 0).label("findings"),
                func.coalesce(copies.c.number, 0).label("copies"),
                weight,
            )
            .join(Article, Article.id == Figure.article_id)
            .outerjoin(findings, findings.c.figure_id == Figure.id)
            .outerjoin(copies, copies.c.article_id == Article.id)
            .where(*self._wanted(who, state))
            .order_by(weight.desc(), Figure.id)
        )

    def _wanted(self, who: str, state: QueueState) -> tuple[ColumnElement[bool], ...]:
        standing = (Article.current.is_(True), Article.duplicate_of.is_(None))
        answers = func.cardinality(Figure.answered_by)
        if state is QueueState.UNSURE:
            return (*standing, Figure.verdict.is_(None), answers > 0)
        if state is QueueState.REOPENED:
            return (*standing, Figure.reopened.is_(True))
        mine = literal(who) == any_(Figure.answered_by)
        return (*standing, or_(Figure.reopened, and_(answers < self._reviewers, ~mine)))


def _row(row: dict[str, Any]) -> QueueRow:
    findings, copies, weight = row.pop("findings"), row.pop("copies"), row.pop("weight")
    return QueueRow(figure=FigureRow(**row), findings=findings, copies=copies, weight=weight)


def _findings() -> Any:
    return (
        select(finding_figure.c.figure_id, func.count().label("number"))
        .join(Finding, Finding.id == finding_figure.c.finding_id)
        .where(Finding.state == FindingState.OPEN)
        .group_by(finding_figure.c.figure_id)
        .subquery()
    )


def _copies() -> Any:
    copy = aliased(Article)
    return (
        select(copy.duplicate_of.label("article_id"), func.count().label("number"))
        .where(copy.current, copy.duplicate_of.is_not(None))
        .group_by(copy.duplicate_of)
        .subquery()
    )


def _weight(findings: ColumnElement[int], copies: ColumnElement[int]) -> ColumnElement[float]:
    doubt = func.greatest(1 - Figure.confidence, _LEAST_DOUBT)
    level = case(
        (Figure.region_code == NATIONAL, 3.0),
        (func.length(Figure.region_code) == 2, 2.0),
        (func.length(Figure.region_code) == 5, 1.0),
        else_=0.5,
    )
    return doubt * level * (1 + func.coalesce(findings, 0)) * (1 + func.coalesce(copies, 0))
