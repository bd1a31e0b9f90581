"""What an address asks for, as filters of the store."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from fastapi import Depends, HTTPException, Path, Query, Request
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from models.vocabulary import (
    FindingKind,
    FindingState,
    Population,
    ProgrammeAction,
    ProgrammeKind,
    Severity,
    Unit,
    Violence,
)
from storage.database import Database
from storage.figure_table import FigureOrder, Sorting
from storage.figures import FigureFilter
from storage.findings import FindingFilter
from storage.programmes import ProgrammeFilter
from storage.region_book import RegionBook
from storage.regions import RegionRepository
from web.places import likely_meant

PAGE_ROWS = 100
NEWEST_MENTIONS = 6
"""How many mentions of one programme a page lists."""
_LARGEST = 2**31 - 1


class Direction(StrEnum):
    """Which way a table is sorted."""

    ASCENDING = "asc"
    DESCENDING = "desc"


async def open_session(request: Request) -> AsyncIterator[Session]:
    """Give one transaction for one request; it is committed before the answer is sent.

    Else a browser that follows a redirect at once would not see what its form did. Nothing is asked of the
    database here unless something is left to commit or undo: every change of thread costs.
    """
    database: Database = request.app.state.database
    transaction = database.session()
    request.state.session = session = transaction.__enter__()
    try:
        yield session
    except BaseException as error:
        if not await run_in_threadpool(transaction.__exit__, type(error), error, error.__traceback__):
            raise
        return
    if session.in_transaction():
        await run_in_threadpool(transaction.__exit__, None, None, None)
    else:
        transaction.__exit__(None, None, None)


def end_reading(request: Request) -> None:
    """Give the connection back before a page is made of what was read."""
    session: Session | None = getattr(request.state, "session", None)
    if session is not None and request.method == "GET":
        session.commit()


Store = Annotated[Session, Depends(open_session, scope="function")]
Number = Annotated[int, Path(ge=1, le=_LARGEST)]
RegionCode = Annotated[str, Path(max_length=8, pattern=r"^(ID|[0-9]{2}(\.[0-9]{2}){0,2})$")]
Year = Annotated[int | None, Query(ge=1945, le=2200, description="Calendar year.")]
After = Annotated[int | None, Query(ge=0, le=_LARGEST, description="`next` of the page before.")]
PageNumber = Annotated[int, Query(ge=1, le=100_000)]
SomePage = Annotated[int | None, Query(ge=1, le=100_000)]
Words = Annotated[str | None, Query(max_length=200)]


async def region_asked(
    session: Store,
    region: Annotated[str | None, Query(max_length=80, description="A region's code or name.")] = None,
) -> str | None:
    """Give the code of the region typed as a code or name; 404 when there is none."""
    if region is None or not region.strip():
        return None
    book = RegionBook.known(session)
    known = None if book is None else book.called(region)
    if known is not None:
        return known.code
    return await run_in_threadpool(_searched, session, region)


def _searched(session: Session, region: str) -> str:
    called = RegionBook.of(session).called(region)
    meant = called or likely_meant(RegionRepository(session).search(region), region)
    if meant is None:
        raise HTTPException(404, "There is no such region.")
    return meant.code


RegionAsked = Annotated[str | None, Depends(region_asked)]


async def figures_asked(
    region: RegionAsked,
    year: Year = None,
    outlet: Annotated[str | None, Query(max_length=120)] = None,
    unit: Unit | None = None,
    population: Population | None = None,
    violence: Violence | None = None,
    since: Annotated[date | None, Query(description="Published on this day or later.")] = None,
    until: Annotated[date | None, Query(description="Published on this day or earlier.")] = None,
) -> FigureFilter:
    """Give the filter of figures that an address asks for; what lies in a region belongs to it."""
    return FigureFilter(
        region=region,
        with_descendants=True,
        year=year,
        outlet=outlet,
        unit=unit,
        population=population,
        violence=violence,
        since=since,
        until=until,
    )


@dataclass(frozen=True, slots=True)
class TableAsked:
    """How a table is sorted and which page of it is wanted."""

    sorting: Sorting
    page: int

    @property
    def offset(self) -> int:
        """How many rows come before this page."""
        return (self.page - 1) * PAGE_ROWS


async def table_asked(
    sort: FigureOrder = FigureOrder.PUBLISHED, order: Direction = Direction.DESCENDING, page: PageNumber = 1
) -> TableAsked:
    """Give the order and page that an address asks for."""
    return TableAsked(Sorting(by=sort, descending=order is Direction.DESCENDING), page)


async def findings_asked(
    region: RegionAsked,
    year: Year = None,
    kind: FindingKind | None = None,
    severity: Severity | None = None,
    state: FindingState | None = None,
) -> FindingFilter:
    """Give the filter of findings that an address asks for."""
    return FindingFilter(
        region=region, with_descendants=True, year=year, kind=kind, severity=severity, state=state
    )


async def programmes_asked(
    region: RegionAsked, kind: ProgrammeKind | None = None, action: ProgrammeAction | None = None
) -> ProgrammeFilter:
    """Give the filter of programmes that an address asks for."""
    return ProgrammeFilter(region=region, with_descendants=True, kind=kind, action=action)


FiguresAsked = Annotated[FigureFilter, Depends(figures_asked)]
FindingsAsked = Annotated[FindingFilter, Depends(findings_asked)]
ProgrammesAsked = Annotated[ProgrammeFilter, Depends(programmes_asked)]
Table = Annotated[TableAsked, Depends(table_asked)]
