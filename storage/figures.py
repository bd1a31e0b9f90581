"""Figures as reported, joined with where and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Label, SQLColumnExpression, func, or_, select
from sqlalchemy.orm import Session

from models.crawling import Page, Source
from models.geography import Region
from models.reading import Article, Figure
from models.vocabulary import Population, Qualifier, Unit, Verdict, Violence
from storage.filters import AnySelect, ReportFilter, article_is, equals, one_page, region_is, rows_of
from storage.standing import stands


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
        rows = self._rows(joined_figures().where(Figure.id.in_(set(ids))))
        return {row.id: row for row in rows}

    def _rows(self, query: AnySelect) -> list[FigureRow]:
        return rows_of(self._session, query, FigureRow)


def figure_is(wanted: FigureFilter) -> list[ColumnElement[bool]]:
    """The conditions on a figure and on the article it was read from."""
    conditions = article_is(wanted)
    conditions += region_is(Figure.region_code, wanted.region, with_descendants=wanted.with_descendants)
    conditions += equals(
        {
            Figure.year: wanted.year,
            Figure.unit: wanted.unit,
            Figure.population: wanted.population,
            Figure.violence: wanted.violence,
        }
    )
    if not wanted.include_rejected:
        conditions.append(stands(Figure.verdict))
    if wanted.min_confidence is not None:
        checked = Figure.verdict.is_not(None)
        conditions.append(or_(Figure.confidence >= wanted.min_confidence, checked))
    return conditions


def joined_figures() -> AnySelect:
    """A query for figures with where and when; its columns are the fields of a row."""
    columns: list[Label[Any]] = [column.label(name) for name, column in _COLUMNS.items()]
    return (
        select(*columns)
        .join_from(Figure, Article, Article.id == Figure.article_id)
        .join(Page, Page.id == Article.page_id)
        .join(Source, Source.name == Page.source_name)
        .outerjoin(Region, Region.code == Figure.region_code)
    )
