"""The figures of one region, so many a year as a page can show."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Integer, Select, any_, column, func, literal_column, select, true
from sqlalchemy.orm import Session

from models.reading import Figure
from models.vocabulary import Violence
from storage.figures import FigureFilter, FigureRow, figure_is, joined_figures, only_figures
from storage.filters import as_array

# Word for word as in the index ix_figure_standing, or the server would sort every figure of the region.
_IS_PART: ColumnElement[bool] = literal_column("(figure.breakdown IS NOT NULL)")
_OF_A_KIND: ColumnElement[bool] = literal_column(f"(figure.violence::text <> '{Violence.ANY.value}'::text)")


class FigureYears:
    """Reading of ``figure`` by region and year."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def shown(self, region: str, years: Collection[int | None], *, each: int) -> list[FigureRow]:
        """Up to ``each`` figures of every year, by id: totals before parts, then the newest report first."""
        known = [year for year in years if year is not None]
        wanted = figure_is(FigureFilter(region=region))
        asked = (
            func.unnest(as_array(known, Integer))
            .table_valued(column("year", Integer))
            .render_derived("asked")
        )
        first = _first([*wanted, Figure.year == asked.c.year], each).lateral("first")
        ids = select(first.c.id).select_from(asked.join(first, true()))
        numbers = list(self._session.scalars(ids))
        if None in years:
            numbers += self._session.scalars(_first([*wanted, Figure.year.is_(None)], each))
        query = joined_figures().where(Figure.id == any_(as_array(numbers, Integer))).order_by(Figure.id)
        return [FigureRow(**row) for row in self._session.execute(query).mappings()]

    def numbers(self, region: str) -> dict[int | None, int]:
        """How many figures there are of each year."""
        query = only_figures(select(Figure.year, func.count()), FigureFilter(region=region))
        return {row[0]: row[1] for row in self._session.execute(query.group_by(Figure.year))}


def _first(wanted: Collection[ColumnElement[bool]], limit: int) -> Select[int]:
    order = (_IS_PART, _OF_A_KIND, Figure.published.desc().nulls_last(), Figure.id.desc())
    return select(Figure.id).where(*wanted).order_by(*order).limit(limit)
