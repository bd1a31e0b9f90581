"""Figures put together by one of their fields: how many there are, and how far they reach.

Reported counts are never added up: two reports of one year are two tellings, not two parts.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, func, select
from sqlalchemy.orm import Session

from models.crawling import Source
from models.geography import Region
from models.reading import Figure
from storage.figures import FigureFilter, only_figures
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
    FigureGrouping.OUTLET: Figure.source_name,
}


def group_figures(
    session: Session, wanted: FigureFilter, by: FigureGrouping, *, limit: int
) -> list[FigureGroup]:
    """The groups of the figures that fit, the largest first."""
    told = _by_article(wanted, by).subquery()
    key: ColumnElement[Any] = Source.__table__.c.outlet if by is FigureGrouping.OUTLET else told.c.key
    groups = (
        select(
            key.label("key"),
            func.sum(told.c.figures).label("figures"),
            func.count().label("articles"),
            func.min(told.c.lowest).label("lowest"),
            func.max(told.c.highest).label("highest"),
            func.max(told.c.newest).label("newest"),
        )
        .group_by(key)
        .order_by(func.sum(told.c.figures).desc(), key.nulls_last())
        .limit(limit)
    )
    if by is FigureGrouping.OUTLET:
        groups = groups.join(Source, Source.name == told.c.key)
    found = session.execute(groups).mappings().all()
    names = _names(session, [row["key"] for row in found]) if by is FigureGrouping.REGION else {}
    return [FigureGroup(**row, name=names.get(row["key"])) for row in found]


def _by_article(wanted: FigureFilter, by: FigureGrouping) -> AnySelect:
    """One row an article and key: counting articles this way needs no sorting of all figures."""
    key, by_outlet = _KEYS[by], by is FigureGrouping.OUTLET
    query: AnySelect = select(
        key.label("key"),
        func.count().label("figures"),
        func.min(Figure.value).label("lowest"),
        func.max(Figure.value).label("highest"),
        (Figure.published if by_outlet else func.max(Figure.published)).label("newest"),
    ).select_from(Figure)
    told = only_figures(query, wanted)
    if not by_outlet:
        return told.group_by(key, Figure.article_id)
    # An article has one source and one day: as in the index ix_figure_of_source, so that nothing is sorted.
    last = (Figure.published.desc().nulls_last(), Figure.article_id.desc())
    return told.group_by(key, Figure.published, Figure.article_id).order_by(key, *last)


def _names(session: Session, codes: list[str | None]) -> dict[str, str]:
    rows = session.execute(select(Region.code, Region.name).where(Region.code.in_(filter(None, codes))))
    return {row.code: row.name for row in rows}
