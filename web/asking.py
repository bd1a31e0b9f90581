"""What an address asks for, as filters of the store."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, HTTPException, Query, Request
from sqlalchemy.orm import Session

from models.vocabulary import FindingKind, Population, Unit, Violence
from storage.database import Database
from storage.figures import FigureFilter
from storage.findings import FindingFilter
from storage.regions import RegionRepository

PAGE_ROWS = 200


def open_session(request: Request) -> Iterator[Session]:
    """Give one transaction for one request."""
    database: Database = request.app.state.database
    with database.session() as session:
        yield session


Store = Annotated[Session, Depends(open_session)]


def region_asked(session: Store, region: Annotated[str | None, Query(max_length=80)] = None) -> str | None:
    """Give the code of the region typed as a code or name; 404 when there is none."""
    if region is None or not region.strip():
        return None
    found = RegionRepository(session).get(region.strip())
    if found is not None:
        return found.code
    named = RegionRepository(session).search(region.strip(), limit=1)
    if not named:
        raise HTTPException(404, "Wilayah tidak dikenal.")
    return named[0].code


RegionAsked = Annotated[str | None, Depends(region_asked)]
Year = Annotated[int | None, Query(ge=1945, le=2200)]
After = Annotated[int | None, Query(ge=0)]


def figures_asked(
    region: RegionAsked,
    year: Year = None,
    outlet: Annotated[str | None, Query(max_length=120)] = None,
    unit: Unit | None = None,
    population: Population | None = None,
    violence: Violence | None = None,
    after: After = None,
) -> FigureFilter:
    """Give the filter of figures that an address asks for, one page of rows."""
    return FigureFilter(
        region=region,
        with_descendants=True,
        year=year,
        outlet=outlet or None,
        unit=unit,
        population=population,
        violence=violence,
        limit=PAGE_ROWS,
        after=after,
    )


def findings_asked(
    region: RegionAsked, year: Year = None, kind: FindingKind | None = None, after: After = None
) -> FindingFilter:
    """Give the filter of findings that an address asks for, one page of rows."""
    return FindingFilter(
        region=region, with_descendants=True, year=year, kind=kind, limit=PAGE_ROWS, after=after
    )


FiguresAsked = Annotated[FigureFilter, Depends(figures_asked)]
FindingsAsked = Annotated[FindingFilter, Depends(findings_asked)]
