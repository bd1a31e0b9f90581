"""What callers may ask for, and the conditions that follow from it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    CursorResult,
    Integer,
    Select,
    String,
    Text,
    bindparam,
    cast,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from models.crawling import Source
from models.masking import VERSION as MASKING
from models.reading import Article
from models.regions import NATIONAL

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

AnySelect = Select[*tuple[Any, ...]]
Row = TypeVar("Row")
Filter = TypeVar("Filter", bound="DataclassInstance")
_TYPES: Mapping[str, type[String]] = {"region": String, "outlet": String}
INNER = {"inner": True}
"""Marks a field of a row that steers the program and is no news to anybody outside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFilter:
    """Conditions on what articles say; every one that is None is left out.

    ``after`` is the ``id`` of the last row of the page before; rows come by ``id``.
    """

    region: str | None = None
    with_descendants: bool = False
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    read_since: datetime | None = None
    read_until: datetime | None = None
    min_confidence: float | None = None
    include_duplicates: bool = False
    include_old_versions: bool = False
    article_id: int | None = None
    limit: int | None = None
    after: int | None = None


def opened(wanted: Filter) -> tuple[Filter, dict[str, object]]:
    """A filter that says only what is asked about, and what is asked: the query can be kept for the next.

    Give the first to a cached function that makes the query of its :func:`bound`, the second to the query.
    """
    values = {
        one.name: value
        for one in fields(wanted)
        if (value := getattr(wanted, one.name)) is not None and not isinstance(value, bool)
    }
    if values.get("region") == NATIONAL:
        del values["region"]  # It has conditions of its own.
    return replace(wanted, **{name: name for name in values}), values


def bound(shape: Filter) -> Filter:
    """The filter with a parameter for each value that :func:`opened` left out."""
    names = [one.name for one in fields(shape) if getattr(shape, one.name) == one.name]
    return replace(shape, **{name: bindparam(name, type_=_TYPES.get(name)) for name in names})


def region_is(
    column: InstrumentedAttribute[Any], code: str | None, *, with_descendants: bool
) -> list[ColumnElement[bool]]:
    """That a column holds a region, or one that lies in it."""
    if code is None:
        return []
    if not with_descendants:
        return [column == code]
    if code == NATIONAL:
        return [column.is_not(None)]
    # A code begins with the code of what it lies in (Permendagri), so one index finds them all.
    return [or_(column == code, column.like(code + ".%"))]


def outlet_is(outlet: str | None) -> list[ColumnElement[bool]]:
    """That a source has this name or belongs to the outlet of this name."""
    if outlet is None:
        return []
    return [or_(func.lower(Source.outlet) == func.lower(outlet), Source.name == outlet)]


def article_is(wanted: ReportFilter) -> list[ColumnElement[bool]]:
    """The conditions on the article a record was read from."""
    conditions = outlet_is(wanted.outlet)
    if not wanted.include_duplicates:
        conditions.append(Article.duplicate_of.is_(None))
    if not wanted.include_old_versions:
        conditions.append(Article.current.is_(True))
    if wanted.since is not None:
        conditions.append(Article.published >= wanted.since)
    if wanted.until is not None:
        conditions.append(Article.published <= wanted.until)
    if wanted.read_since is not None:
        conditions.append(Article.read_at >= wanted.read_since)
    if wanted.read_until is not None:
        conditions.append(Article.read_at < wanted.read_until)
    if wanted.article_id is not None:
        conditions.append(Article.id == wanted.article_id)
    return conditions


def is_covered() -> ColumnElement[bool]:
    """Whether what readers may see of an article's sentences was worked out by the present rules."""
    judged = Article.extraction_versions["masking"].astext
    return func.coalesce(judged == MASKING, literal(value=False))


def as_array(values: Iterable[int | str], kind: type[Integer | String]) -> ColumnElement[Any]:
    """Many numbers or hashes as one parameter, written out: an array is adapted value by value."""
    return cast(literal(written_out(values), Text), ARRAY(kind))


def given_numbers() -> ColumnElement[Any]:
    """Many numbers as the parameter ``numbers``, :func:`written_out`.

    Out of a query of its own, so that the server does not plan anew for every number of numbers.
    """
    return cast(select(bindparam("numbers", type_=Text)).scalar_subquery(), ARRAY(Integer))


def written_out(values: Iterable[int | str]) -> str:
    """Numbers or hashes as PostgreSQL writes an array."""
    return "{" + ",".join(map(str, values)) + "}"


def equals(pairs: dict[InstrumentedAttribute[Any], object]) -> list[ColumnElement[bool]]:
    """That each column holds its value, where one is asked for."""
    return [column == value for column, value in pairs.items() if value is not None]


def rows_of(session: Session, query: AnySelect, kind: Callable[..., Row], **values: object) -> list[Row]:
    """What a query finds, each made into a row by its columns' names; ``values`` are its parameters."""
    found = found_by(session, query, **values)
    names = tuple(found.keys())
    return [kind(**dict(zip(names, row, strict=True))) for row in found.all()]


def found_by(session: Session, query: AnySelect, **values: object) -> CursorResult[Any]:
    """What a query for columns finds, asked without the machinery that loads objects.

    A query made once and asked with ``values`` costs a fifth of one made for every page.
    """
    session.flush()
    return session.connection().execute(query, values)


def one_page(
    query: AnySelect, identifier: InstrumentedAttribute[int], *, limit: int | None, after: int | None
) -> AnySelect:
    """The query in the order of its identifiers, from a cursor on."""
    if after is not None:
        query = query.where(identifier > after)
    return query.order_by(identifier).limit(limit)
