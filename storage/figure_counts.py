"""Figures counted in advance: reading the counts, and keeping them few and right."""

from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Integer,
    Select,
    SQLColumnExpression,
    Subquery,
    bindparam,
    cast,
    delete,
    func,
    insert,
    null,
    select,
    text,
    union_all,
)
from sqlalchemy.orm import Session

from models.counting import figure_count
from models.reading import Figure
from models.regions import NATIONAL
from storage.filters import AnySelect, found_by

_CODE: Column[Any] = figure_count.c.region_code
_YEAR: Column[Any] = figure_count.c.year
_SOURCE: Column[Any] = figure_count.c.source_name
_FIGURES: Column[Any] = figure_count.c.figures
_BY_REGION, _BY_SOURCE = _SOURCE.is_(None), _SOURCE.is_not(None)


def province_of(code: SQLColumnExpression[Any]) -> ColumnElement[str]:
    """The province that a code lies in: its first part."""
    return func.split_part(code, ".", 1)


def figures_inside(session: Session, code: str) -> dict[str, int]:
    """Per region directly inside one, how many figures stand for it and what lies in it."""
    if code == NATIONAL:
        found = found_by(session, _inside_the_nation())
    else:
        # As a range, which one plan serves for every region; '/' follows '.'.
        found = found_by(session, _inside(), length=len(code) + 3, first=f"{code}.", end=f"{code}/")
    return {row["child"]: row["number"] for row in found.mappings()}


@cache
def _inside_the_nation() -> AnySelect:
    return _children(province_of(_CODE), _CODE != NATIONAL)


@cache
def _inside() -> AnySelect:
    here = (_CODE.op("~>=~")(bindparam("first")), _CODE.op("~<~")(bindparam("end")))
    return _children(func.left(_CODE, bindparam("length")), *here)


def _children(child: ColumnElement[str], *below: ColumnElement[bool]) -> AnySelect:
    number = _sum(_FIGURES)
    rows = select(child.label("child"), number.label("number")).where(_BY_REGION, *below)
    return rows.group_by(text("child")).having(number != 0)


def by_year(code: ColumnElement[str]) -> Select[int | None, int]:
    """A query for the ``number`` of figures that stand for one region in each ``year``."""
    number = _sum(_FIGURES)
    rows = select(_YEAR.label("year"), number.label("number")).where(_BY_REGION, code == _CODE)
    return rows.group_by(_YEAR).having(number != 0)


def by_source() -> Select[str, int]:
    """A query for how many ``figures`` stand by ``source_name``."""
    rows = select(_SOURCE.label("source_name"), _sum(_FIGURES).label("figures")).where(_BY_SOURCE)
    return rows.group_by(_SOURCE)


def most_reported(*, limit: int | None) -> AnySelect:
    """A query for regions (``code``) by how many figures stand for them (``figures``), the most first."""
    number = _sum(_FIGURES)
    rows = select(_CODE.label("code"), number.label("figures")).where(_BY_REGION, _CODE.is_not(None))
    return rows.group_by(_CODE).having(number != 0).order_by(number.desc(), _CODE).limit(limit)


def by_province(*, year: int | None) -> AnySelect:
    """A query by province (``code``): how many ``figures`` stand, and from how many ``outlets``."""
    each = _parts(_CODE, _SOURCE, _BY_SOURCE, year)
    return select(each.c.code, _sum(each.c.number).label("figures"), func.count().label("outlets")).group_by(
        each.c.code
    )


def told_by_province(*, year: int | None) -> AnySelect:
    """A query by province (``code``): of how many ``regions`` in it figures stand."""
    each = _parts(province_of(_CODE), _CODE, _BY_REGION, year)
    return select(each.c.code, func.count().label("regions")).group_by(each.c.code)


def _parts(
    province: ColumnElement[str], part: ColumnElement[str], kind: ColumnElement[bool], year: int | None
) -> Subquery:
    number = _sum(_FIGURES)
    rows = select(province.label("code"), number.label("number")).where(kind, _CODE.is_not(None))
    if year is not None:
        rows = rows.where(_YEAR.in_((year,)))
    return rows.group_by(province, part).having(number != 0).subquery()


def fold_counts(session: Session) -> int:
    """Make one row of all rows of a key; how many there were. Others may write meanwhile."""
    session.flush()
    gone = delete(figure_count).returning(*figure_count.columns).cte("gone")
    number = _sum(gone.c.figures)
    keys = (gone.c.region_code, gone.c.year, gone.c.source_name)
    kept = select(*keys, number).group_by(*keys).having(number != 0)
    before = session.scalar(select(func.count()).select_from(figure_count)) or 0
    session.execute(insert(figure_count).from_select(list(figure_count.columns.keys()), kept))
    return before


def recount(session: Session) -> None:
    """Count all figures anew, while nobody may write any: for rows that were loaded without triggers."""
    session.flush()
    session.execute(text("LOCK TABLE figure, figure_count IN SHARE ROW EXCLUSIVE MODE"))
    session.execute(delete(figure_count))
    session.execute(insert(figure_count).from_select(list(figure_count.columns.keys()), counted_anew()))


def counted_anew() -> AnySelect:
    """A query for what the table should say, from the figures themselves."""
    regions = select(
        Figure.region_code, Figure.year, null().label("source_name"), func.count().label("figures")
    )
    province = province_of(Figure.region_code).label("region_code")
    sources = select(province, Figure.year, Figure.source_name, func.count())
    return select(
        union_all(
            regions.where(Figure.standing).group_by(Figure.region_code, Figure.year),
            sources.where(Figure.standing).group_by(text("1"), Figure.year, Figure.source_name),
        ).subquery()
    )


def _sum(number: ColumnElement[int]) -> ColumnElement[int]:
    return cast(func.sum(number), Integer)
