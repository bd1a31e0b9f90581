"""The provinces as a map of tiles and as a table."""

from fastapi import APIRouter, Request, Response

from storage.coverage import CoverageRepository
from web.asking import Store, Year
from web.boundaries import HEIGHT, WIDTH
from web.pages import tools_of
from web.tiles import COLUMNS, ROWS, SIZE, Measure, lay_tiles

router = APIRouter(include_in_schema=False)


@router.get("/provinsi")
def provinces(
    request: Request, session: Store, measure: Measure = Measure.FIGURES, year: Year = None
) -> Response:
    """Show every province by one measure and year, both in the address."""
    coverage = CoverageRepository(session)
    values = {
        "tiles": lay_tiles(coverage.provinces(year=year), measure),
        "map_width": COLUMNS * SIZE,
        "map_height": ROWS * SIZE,
        "boundaries": request.app.state.boundaries,
        "true_width": WIDTH,
        "true_height": HEIGHT,
        "measure": measure,
        "measures": list(Measure),
        "year": year,
        "years": coverage.years(),
    }
    return tools_of(request).render(request, "provinces.html", values)
