"""Trends as stated, joined with where and when."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import SQLColumnExpression, func, or_, select
from sqlalchemy.orm import Session

from models.crawling import Page, Source
from models.geography import Region
from models.masking import masked
from models.reading import Article, Trend
from models.vocabulary import Direction, Population, Verdict, Violence
from storage.filters import (
    INNER,
    AnySelect,
    ReportFilter,
    bound,
    equals,
    is_covered,
    one_page,
    opened,
    region_is,
    rows_of,
)
from storage.standing import told


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendRow:
    """One stated comparison with its article, outlet and region; fields as in docs/codebook.md."""

    id: int
    article_id: int
    direction: Direction
    delta: int | None
    from_year: int | None
    to_year: int | None
    region: str | None
    region_name: str | None
    population: Population
    violence: Violence
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
class TrendFilter(ReportFilter):
    """Which trends are wanted; ``year`` is either end of the comparison."""

    year: int | None = None
    direction: Direction | None = None
    population: Population | None = None
    violence: Violence | None = None


_COLUMNS: dict[str, SQLColumnExpression[Any]] = {
    "id": Trend.id,
    "article_id": Trend.article_id,
    "direction": Trend.direction,
    "delta": Trend.delta,
    "from_year": Trend.from_year,
    "to_year": Trend.to_year,
    "region": Trend.region_code,
    "region_name": Region.name,
    "population": Trend.population,
    "violence": Trend.violence,
    "outlet": Source.outlet,
    "url": Page.url,
    "title": Article.title,
    "published": Trend.published,
    "evidence": func.coalesce(Trend.public_evidence, Trend.evidence),
    "start": Trend.start_offset,
    "end": Trend.end_offset,
    "confidence": Trend.confidence,
    "duplicate_of": Article.duplicate_of,
    "article_current": Article.current,
    "verdict": Trend.verdict,
    "covered": is_covered(),
}


class TrendRepository:
    """All reading SQL on ``trend``; ArticleRepository writes it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def select(self, wanted: TrendFilter | None = None) -> list[TrendRow]:
        """The trends that fit, by id; of current articles and told once, unless asked otherwise."""
        wanted = wanted or TrendFilter()
        query = one_page(_wanted(wanted), Trend.id, limit=wanted.limit, after=wanted.after)
        return rows_of(self._session, query, TrendRow)

    def newest(self, wanted: TrendFilter, *, limit: int) -> list[TrendRow]:
        """The trends that fit, the newest first; what ``wanted`` says of paging does not count here."""
        shape, values = opened(replace(wanted, limit=limit, after=None))
        return rows_of(self._session, _newest(shape), TrendRow, **values)


@lru_cache
def _newest(shape: TrendFilter) -> AnySelect:
    wanted = bound(shape)
    last = (Trend.published.desc().nulls_last(), Trend.id.desc())
    return _wanted(wanted).order_by(*last).limit(wanted.limit)


def _wanted(wanted: TrendFilter) -> AnySelect:
    conditions = told(Trend, wanted)
    conditions += region_is(Trend.region_code, wanted.region, with_descendants=wanted.with_descendants)
    conditions += equals(
        {
            Trend.direction: wanted.direction,
            Trend.population: wanted.population,
            Trend.violence: wanted.violence,
        }
    )
    if wanted.year is not None:
        conditions.append(or_(Trend.from_year == wanted.year, Trend.to_year == wanted.year))
    if wanted.min_confidence is not None:
        conditions.append(Trend.confidence >= wanted.min_confidence)
    return (
        select(*(column.label(name) for name, column in _COLUMNS.items()))
        .join_from(Trend, Article, Article.id == Trend.article_id)
        .join(Page, Page.id == Article.page_id)
        .join(Source, Source.name == Page.source_name)
        .outerjoin(Region, Region.code == Trend.region_code)
        .where(*conditions)
    )
