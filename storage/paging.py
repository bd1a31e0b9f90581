"""Reading everything that fits, however much it is, a page at a time."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from sqlalchemy import text
from sqlalchemy.orm import Session

_PAGE = 1000


class _Numbered(Protocol):
    @property
    def id(self) -> int: ...


class _Paged(Protocol):
    @property
    def limit(self) -> int | None: ...
    @property
    def after(self) -> int | None: ...


Row = TypeVar("Row", bound=_Numbered)
Wanted = TypeVar("Wanted", bound=_Paged)


def every(select: Callable[[Wanted], Sequence[Row]], wanted: Wanted, *, page: int = _PAGE) -> Iterator[Row]:
    """The rows that ``select`` finds, by id, asked for a page at a time; ``wanted.limit`` holds."""
    left = wanted.limit
    while left is None or left > 0:
        size = page if left is None else min(page, left)
        rows = select(replace(wanted, limit=size))  # type: ignore[type-var]
        yield from rows
        if len(rows) < size:
            return
        left = None if left is None else left - size
        wanted = replace(wanted, after=rows[-1].id)  # type: ignore[type-var]


def hold_still(session: Session) -> None:
    """Let this transaction see the store as it is now, whatever others write meanwhile.

    Call it before anything is asked.
    """
    session.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))
