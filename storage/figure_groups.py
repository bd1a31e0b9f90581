"""Figures put together by one of their fields: how many there are, and how far they reach.

Reported counts are never added up: two reports of one year are two tellings, not two parts.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import SQLColumnExpression, func, null, select
from sqlalchemy.orm import Session

from models.crawling import Page, Source
from models.geography import Region
from models.reading import Article, Figure
from storage.figures import FigureFilter, figure_is
from storage.filters import AnySelect


class FigureGrouping(StrEnum):
    """What a table of figures may be put together by."""

    REGION = "region"
    YEAR = "year"
    UNIT = "unit"
    POPULATION = "population"
    VIOLENCE = "violence"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureGroup:
    """The figures that share a value; ``key`` is what a filter of that field takes, null for unknown."""

    key: Any
    name: str | None
    figures: int
    articles: int
    lowest: int
    highest: int
    newest: date | None


_KEYS: dict[FigureGrouping, SQLColumnExpression[Any]] = {
    FigureGrouping.REGION: Figure.region_code,
    FigureGrouping.YEAR: Figure.year,
    FigureGrouping.UNIT: Figure.unit,
    FigureGrouping.POPULATION: Figure.population,
    FigureGrouping.VIOLENCE: Figure.violence,
    FigureGrouping.OUTLET: Source.outlet,
}


def group_figures(
    session: Session, wanted: FigureFilter, by: FigureGrouping, *, limit: int
) -> list[FigureGroup]:
    """The groups of the figures that fit, the largest first."""
    key = _KEYS[by]
    name: SQLColumnExpression[Any] = func.max(Region.name) if by is FigureGrouping.REGION else null()
    query: AnySelect = (
        select(
            key.label("key"),
            name.label("name"),
            func.count(Figure.id).label("figures"),
            func.count(Figure.article_id.distinct()).label("articles"),
            func.min(Figure.value).label("lowest"),
            func.max(Figure.value).label("highest"),
            func.max(Article.published).label("newest"),
        )
        .join_from(Figure, Article, Article.id == Figure.article_id)
        .join(Page, Page.id == Article.page_id)
        .join(Source, Source.name == Page.source_name)
        .outerjoin(Region, Region.code == Figure.region_code)
        .where(*figure_is(wanted))
        .group_by(key)
        .order_by(func.count(Figure.id).desc(), key.nulls_last())
        .limit(limit)
    )
    return [FigureGroup(**row) for row in session.execute(query).mappings()]
