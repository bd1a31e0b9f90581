"""The figures of one region, so many a year as a page can show."""

from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, literal_column, select, true, union_all
from sqlalchemy.orm import Session

from models.reading import Figure
from models.vocabulary import Violence
from storage.figure_counts import by_year
from storage.figures import FigureRow, joined_figures
from storage.filters import AnySelect, found_by

# Word for word as in the index ix_figure_standing, or the server would sort every figure of the region.
_IS_PART: ColumnElement[bool] = literal_column("(figure.breakdown IS NOT NULL)")
_OF_A_KIND: ColumnElement[bool] = literal_column(f"(figure.violence::text <> '{Violence.ANY.value}'::text)")


def years_of_region(
    session: Session, region: str, *, each: int
) -> tuple[list[FigureRow], dict[int | None, int]]:
    """Up to ``each`` standing figures of every year, by id, and how many there are of each year.

    Of a year come totals before parts, then the newest report first.
    """
    found = found_by(session, _shown(), region=region, each=each)
    names = tuple(found.keys())[:-1]
    rows: list[FigureRow] = []
    numbers: dict[int | None, int] = {}
    values: list[Any]
    for row in found.all():
        *values, number = row
        rows.append(FigureRow(**dict(zip(names, values, strict=True))))
        numbers[rows[-1].year] = number
    return rows, numbers


@cache
def _shown() -> AnySelect:
    """The first figures of every year, each with its year's number, counted in advance."""
    region: ColumnElement[str] = bindparam("region")
    here: list[ColumnElement[bool]] = [Figure.standing == true(), Figure.region_code == region]
    numbers = by_year(region).cte("numbers")
    known = _first(*here, Figure.year == numbers.c.year).lateral("known")
    unknown = _first(*here, Figure.year.is_(None)).lateral("unknown")
    placed = union_all(
        select(known.c.id, numbers.c.number).select_from(numbers.join(known, true())),
        select(unknown.c.id, numbers.c.number).select_from(numbers.join(unknown, numbers.c.year.is_(None))),
    ).subquery("placed")
    query = joined_figures().add_columns(placed.c.number).join(placed, placed.c.id == Figure.id)
    return query.order_by(Figure.id)


def _first(*wanted: ColumnElement[bool]) -> Select[int]:
    order = (_IS_PART, _OF_A_KIND, Figure.published.desc().nulls_last(), Figure.id.desc())
    return select(Figure.id).where(*wanted).order_by(*order).limit(bindparam("each"))
