"""The table of figures, and the same rows as files."""

from collections.abc import Iterator

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import StreamingResponse

from exports.codebook import TableName, schema_of
from exports.csvfile import as_csv
from exports.parquet import as_parquet
from exports.records import Record, figure_record
from exports.workbook import MEDIA_TYPE, as_xlsx
from models.errors import ExtraMissingError
from models.vocabulary import Population, Unit, Violence
from storage.coverage import CoverageRepository
from storage.database import Database
from storage.figure_groups import FigureGrouping, group_figures
from storage.figure_table import FigureOrder, FigureTable, Sorting
from storage.figures import FigureFilter
from storage.region_book import RegionBook
from web.asking import PAGE_ROWS, FiguresAsked, Store, Table
from web.pages import language_of, tools_of

router = APIRouter(include_in_schema=False)
_COUNTED, _GROUPS = 10_000, 500
PARQUET = "application/vnd.apache.parquet"


@router.get("/angka")
def figures_page(
    request: Request, session: Store, asked: FiguresAsked, table: Table, group: FigureGrouping | None = None
) -> Response:
    """Show one page of the figures that the address asks for, in its order, or how they group."""
    figures = FigureTable(session)
    groups = group_figures(session, asked, group, limit=_GROUPS) if group else []
    found = figures.count(asked, most=_COUNTED + 1)
    limit = 0 if group else PAGE_ROWS + 1
    rows = figures.page(asked, table.sorting, limit=limit, offset=table.offset)
    values = {
        "rows": rows[:PAGE_ROWS],
        "found": min(found, _COUNTED),
        "is_more": found > _COUNTED,
        "asked": asked,
        "region_name": RegionBook.of(session).name(asked.region) if asked.region else None,
        "suggested": RegionBook.of(session).suggested,
        "sorting": table.sorting,
        "page": table.page,
        "is_last": len(rows) <= PAGE_ROWS,
        "query": request.url.query,
        "group": group,
        "groups": groups,
        "groupings": list(FigureGrouping),
        "orders": list(FigureOrder),
        "units": list(Unit),
        "populations": list(Population),
        "violences": list(Violence),
        "years": CoverageRepository(session).years(),
    }
    return tools_of(request).render(request, "figures.html", values)


@router.get("/angka.csv")
def figures_csv(request: Request, asked: FiguresAsked, table: Table) -> StreamingResponse:
    """Send exactly the figures that the same address shows, all pages of them, as CSV."""
    body = as_csv(schema_of(TableName.FIGURES), _all_figures(request, asked, table.sorting))
    return _file(body, "kawal-angka.csv", "text/csv; charset=utf-8")


@router.get("/angka.xlsx")
def figures_xlsx(request: Request, asked: FiguresAsked, table: Table) -> StreamingResponse:
    """Send the same as a workbook, with a sheet that says what the columns mean."""
    records = _all_figures(request, asked, table.sorting)
    body = as_xlsx(schema_of(TableName.FIGURES), records, language_of(request))
    return _file(body, "kawal-angka.xlsx", MEDIA_TYPE)


@router.get("/angka.parquet")
def figures_parquet(request: Request, asked: FiguresAsked, table: Table) -> StreamingResponse:
    """Send the same as Parquet, for programs that read columns."""
    records = _all_figures(request, asked, table.sorting)
    try:
        body = as_parquet(schema_of(TableName.FIGURES), records, language_of(request))
    except ExtraMissingError as error:
        raise HTTPException(404, str(error)) from error
    return _file(body, "kawal-angka.parquet", PARQUET)


def _all_figures(request: Request, asked: FigureFilter, sorting: Sorting) -> Iterator[Record]:
    """Every figure that fits, in a transaction that lasts until the last row is sent."""
    database: Database = request.app.state.database
    with database.session() as session:
        yield from map(figure_record, FigureTable(session).stream(asked, sorting))


def _file(body: Iterator[bytes], name: str, media_type: str) -> StreamingResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(body, media_type=media_type, headers=headers)
