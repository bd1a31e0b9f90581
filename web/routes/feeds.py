"""Atom feeds: findings, and the figures of one region."""

from fastapi import APIRouter, HTTPException, Request, Response

from models.vocabulary import FindingState
from storage.figure_table import FigureTable, Sorting
from storage.figures import FigureFilter
from storage.findings import FindingFilter, FindingRepository
from storage.regions import RegionRepository
from web.asking import RegionCode, Store
from web.pages import tools_of

router = APIRouter(include_in_schema=False)
_ENTRIES = 50
_ATOM = "application/atom+xml"


@router.get("/temuan.atom")
def findings_feed(request: Request, session: Store) -> Response:
    """Send open findings, the most serious first."""
    rows = FindingRepository(session).most_serious(FindingFilter(state=FindingState.OPEN), limit=_ENTRIES)
    values = {"rows": rows, "root": str(request.base_url)}
    return tools_of(request).render(request, "findings.atom.xml", values, media_type=_ATOM)


@router.get("/wilayah/{code}/angka.atom")
def figures_feed(
    request: Request,
    session: Store,
    code: RegionCode,
) -> Response:
    """Send the newest figures of one region and of what lies in it."""
    place = RegionRepository(session).get(code)
    if place is None:
        raise HTTPException(404)
    wanted = FigureFilter(region=code, with_descendants=True)
    rows = FigureTable(session).page(wanted, Sorting(), limit=_ENTRIES)
    values = {"rows": rows, "region": place, "root": str(request.base_url)}
    return tools_of(request).render(request, "figures.atom.xml", values, media_type=_ATOM)
