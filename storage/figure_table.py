"""Figures as a table is read: sorted, counted, streamed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from models.crawling import Source
from models.geography import Region
from models.reading import Figure
from storage.figures import FigureFilter, FigureRepository, FigureRow, figure_is, joined_figures, only_figures
from storage.filters import AnySelect, bound, found_by, opened

_BATCH = 1000


class FigureOrder(StrEnum):
    """What a table of figures is sorted by."""

    PUBLISHED = "published"
    YEAR = "year"
    VALUE = "value"
    REGION = "region"
    OUTLET = "outlet"
    CONFIDENCE = "confidence"


_COLUMNS: dict[FigureOrder, InstrumentedAttribute[Any]] = {
    FigureOrder.PUBLISHED: Figure.published,
    FigureOrder.YEAR: Figure.year,
    FigureOrder.VALUE: Figure.value,
    FigureOrder.REGION: Region.name,
    FigureOrder.OUTLET: Source.outlet,
    FigureOrder.CONFIDENCE: Figure.confidence,
}


_NEVER_NULL = frozenset({FigureOrder.VALUE, FigureOrder.CONFIDENCE, FigureOrder.OUTLET})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorting:
    """An order and its direction; unknown values come last either way."""

    by: FigureOrder = FigureOrder.PUBLISHED
    descending: bool = True


class FigureTable:
    """Sorted reading of ``figure``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def page(self, wanted: FigureFilter, sorting: Sorting, *, limit: int, offset: int = 0) -> list[FigureRow]:
        """One page of the figures that fit; ``wanted.limit`` and ``wanted.after`` do not count here."""
        # Which rows come is settled before their articles and outlets are looked up.
        shape, values = opened(replace(wanted, limit=limit, after=None))
        found = found_by(self._session, _numbers(shape, sorting), **values, offset=offset)
        numbers = found.scalars().all()
        rows = FigureRepository(self._session).by_id(numbers) if numbers else {}
        return [rows[number] for number in numbers]

    def count(self, wanted: FigureFilter, *, most: int) -> int:
        """How many figures fit; counting stops at ``most``."""
        shape, values = opened(replace(wanted, limit=most, after=None))
        return found_by(self._session, _number(shape), **values).scalar() or 0

    def stream(self, wanted: FigureFilter, sorting: Sorting) -> Iterator[FigureRow]:
        """All figures that fit, fetched in batches, however many there are."""
        query = _sorted(wanted, sorting).execution_options(yield_per=_BATCH)
        for row in self._session.execute(query).mappings():
            yield FigureRow(**row)


@lru_cache
def _number(shape: FigureFilter) -> AnySelect:
    wanted = bound(shape)
    fitting = only_figures(select(Figure.id), wanted).limit(wanted.limit).subquery()
    return select(func.count()).select_from(fitting)


@lru_cache(maxsize=512)
def _numbers(shape: FigureFilter, sorting: Sorting) -> AnySelect:
    wanted = bound(shape)
    query = select(Figure.id)
    if sorting.by is FigureOrder.REGION:
        query = query.outerjoin(Region, Region.code == Figure.region_code)
    if sorting.by is FigureOrder.OUTLET:
        query = query.join(Source, Source.name == Figure.source_name)
    rows = only_figures(query, wanted).order_by(*_order(sorting))
    return rows.limit(wanted.limit).offset(bindparam("offset"))


def _sorted(wanted: FigureFilter, sorting: Sorting) -> AnySelect:
    return joined_figures().where(*figure_is(wanted)).order_by(*_order(sorting))


def _order(sorting: Sorting) -> tuple[ColumnElement[Any], ...]:
    column = _COLUMNS[sorting.by]
    tie = Figure.article_id if sorting.by is FigureOrder.PUBLISHED else Figure.id
    if sorting.descending:
        # Written so only where a column has nulls: the indexes are as plain as that.
        last = column.desc() if sorting.by in _NEVER_NULL else column.desc().nulls_last()
        return last, tie.desc(), Figure.id.desc()
    return column.asc(), tie.asc(), Figure.id.asc()
