"""Figures as reported, joined with where and when."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any, TypeVarTuple

from sqlalchemy import (
    ColumnElement,
    Label,
    Select,
    SQLColumnExpression,
    any_,
    func,
    or_,
    select,
    true,
)
from sqlalchemy.orm import Session

from models.crawling import Page, Source
from models.geography import Region
from models.masking import masked
from models.reading import Article, Figure
from models.vocabulary import Population, Qualifier, Unit, Verdict, Violence
from storage.filters import (
    INNER,
    AnySelect,
    ReportFilter,
    article_is,
    equals,
    given_numbers,
    is_covered,
    one_page,
    outlet_is,
    region_is,
    rows_of,
    written_out,
)
from storage.standing import stands

Columns = TypeVarTuple("Columns")


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One reported figure with its article, outlet and region; fields as in docs/codebook.md.

    Where ``verdict`` is corrected, the fields are a person's.
    """

    id: int
    article_id: int
    value: int
    unit: Unit | None
    region: str | None
    region_name: str | None
    year: int | None
    period: str | None
    population: Population
    violence: Violence
    breakdown: str | None
    qualifier: Qualifier
    source: str | None
    outlet: str
    url: str
    title: str | None
    published: date | None
    evidence: str  # As readers may see it; `start` and `end` point into the text as it is.
    start: int
    end: int
    confidence: float
    duplicate_of: int | None
    article_current: bool
    verdict: Verdict | None = None
    covered: bool = field(default=False, metadata=INNER)

    @property
    def said(self) -> str:
        """The evidence as everybody may see it."""
        return self.evidence if self.covered else masked(self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFilter(ReportFilter):
    """Which figures are wanted."""

    year: int | None = None
    unit: Unit | None = None
    population: Population | None = None
    violence: Violence | None = None
    include_rejected: bool = False


_COLUMNS: dict[str, SQLColumnExpression[Any]] = {
    "id": Figure.id,
    "article_id": Figure.article_id,
    "value": Figure.value,
    "unit": Figure.unit,
    "region": Figure.region_code,
    "region_name": Region.name,
    "year": Figure.year,
    "period": Figure.period,
    "population": Figure.population,
    "violence": Figure.violence,
    "breakdown": Figure.breakdown,
    "qualifier": Figure.qualifier,
    "source": Figure.credited_source,
    "outlet": Source.outlet,
    "url": Page.url,
    "title": Article.title,
    "published": Article.published,
    "evidence": func.coalesce(Figure.public_evidence, Figure.evidence),
    "start": Figure.start_offset,
    "end": Figure.end_offset,
    "confidence": Figure.confidence,
    "duplicate_of": Article.duplicate_of,
    "article_current": Article.current,
    "verdict": Figure.verdict,
    "covered": is_covered(),
}


class FigureRepository:
    """All reading SQL on ``figure``; ArticleRepository writes it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def select(self, wanted: FigureFilter | None = None) -> list[FigureRow]:
        """The figures that fit, by id; of current articles and told once, unless asked otherwise."""
        wanted = wanted or FigureFilter()
        query = joined_figures().where(*figure_is(wanted))
        return self._rows(one_page(query, Figure.id, limit=wanted.limit, after=wanted.after))

    def by_id(self, ids: Iterable[int]) -> dict[int, FigureRow]:
        """The figures of these ids, whatever their article's state; unknown ids are left out."""
        rows = rows_of(self._session, _of_numbers(), FigureRow, numbers=written_out(set(ids)))
        return {row.id: row for row in rows}

    def _rows(self, query: AnySelect) -> list[FigureRow]:
        return rows_of(self._session, query, FigureRow)


def figure_is(wanted: FigureFilter) -> list[ColumnElement[bool]]:
    """The conditions on a figure and on the article it was read from.

    Where :func:`asks_article` says no, all of them are on ``figure`` itself.
    """
    conditions = _on_article(wanted)
    conditions += region_is(Figure.region_code, wanted.region, with_descendants=wanted.with_descendants)
    conditions += equals(
        {
            Figure.year: wanted.year,
            Figure.unit: wanted.unit,
            Figure.population: wanted.population,
            Figure.violence: wanted.violence,
        }
    )
    if wanted.outlet is not None:
        conditions.append(Figure.source_name.in_(select(Source.name).where(*outlet_is(wanted.outlet))))
    if wanted.since is not None:
        conditions.append(Figure.published >= wanted.since)
    if wanted.until is not None:
        conditions.append(Figure.published <= wanted.until)
    if wanted.article_id is not None:
        conditions.append(Figure.article_id == wanted.article_id)
    if wanted.min_confidence is not None:
        checked = Figure.verdict.is_not(None)
        conditions.append(or_(Figure.confidence >= wanted.min_confidence, checked))
    return conditions


def asks_article(wanted: FigureFilter) -> bool:
    """Whether the conditions need ``article`` beside ``figure``."""
    return not _standing_only(wanted) or wanted.read_since is not None or wanted.read_until is not None


def only_figures(query: Select[*Columns], wanted: FigureFilter) -> Select[*Columns]:
    """A query on ``figure`` for what is wanted, joined with ``article`` only where that is needed."""
    joined = query.join(Article, Article.id == Figure.article_id) if asks_article(wanted) else query
    return joined.where(*figure_is(wanted))


def _standing_only(wanted: FigureFilter) -> bool:
    return not (wanted.include_duplicates or wanted.include_old_versions or wanted.include_rejected)


def _on_article(wanted: FigureFilter) -> list[ColumnElement[bool]]:
    """What must hold of the article and of the verdict; what ``figure`` repeats is left to it."""
    others = replace(wanted, outlet=None, since=None, until=None, article_id=None)
    if _standing_only(wanted):
        any_state = replace(others, include_duplicates=True, include_old_versions=True)
        return [Figure.standing == true(), *article_is(any_state)]
    rejected_too = [] if wanted.include_rejected else [stands(Figure.verdict)]
    return [*article_is(others), *rejected_too]


@cache
def _of_numbers() -> AnySelect:
    return joined_figures().where(Figure.id == any_(given_numbers()))


def joined_figures() -> AnySelect:
    """A query for figures with where and when; its columns are the fields of a row."""
    columns: list[Label[Any]] = [column.label(name) for name, column in _COLUMNS.items()]
    return (
        select(*columns)
        .join_from(Figure, Article, Article.id == Figure.article_id)
        .join(Page, Page.id == Article.page_id)
        .join(Source, Source.name == Figure.source_name)
        .outerjoin(Region, Region.code == Figure.region_code)
    )
