"""The front page."""

from fastapi import APIRouter, Request, Response

from models.vocabulary import FindingState
from storage.counts import count_rows
from storage.coverage import CoverageRepository
from storage.figure_table import FigureTable, Sorting
from storage.figures import FigureFilter
from storage.findings import FindingFilter, FindingRepository
from storage.region_book import RegionBook
from web.asking import Store
from web.pages import tools_of
from web.tiles import COLUMNS, ROWS, SIZE, Measure, lay_tiles

router = APIRouter(include_in_schema=False)
_COUNTED = ("articles", "figures", "programmes", "official_figures", "findings")
_FINDINGS, _FIGURES, _REGIONS = 6, 8, 40


@router.get("/")
def overview(request: Request, session: Store) -> Response:
    """Show what is stored, the findings that matter most, the newest figures and the coverage."""
    coverage = CoverageRepository(session)
    provinces = coverage.provinces()
    open_ones = FindingFilter(state=FindingState.OPEN)
    values = {
        "suggested": RegionBook.of(session).suggested,
        "counts": count_rows(session, of=_COUNTED),
        "findings": FindingRepository(session).most_serious(open_ones, limit=_FINDINGS),
        "figures": FigureTable(session).page(FigureFilter(), Sorting(), limit=_FIGURES),
        "regions": coverage.regions(limit=_REGIONS),
        "tiles": lay_tiles(provinces, Measure.FIGURES),
        "covered_provinces": sum(row.figures > 0 for row in provinces),
        "covered_regions": sum(row.regions for row in provinces),
        "map_width": COLUMNS * SIZE,
        "map_height": ROWS * SIZE,
        "measure": Measure.FIGURES,
        "year": None,
    }
    return tools_of(request).render(request, "overview.html", values)
