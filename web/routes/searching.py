"""One search over figures, titles, programmes and regions."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from storage.region_book import RegionBook
from storage.regions import RegionRepository
from storage.search import SearchRepository
from web.asking import Store, Words
from web.pages import tools_of
from web.places import surely_meant

router = APIRouter(include_in_schema=False)
_FIGURES, _OTHERS, _REGIONS = 30, 15, 8


@router.get("/cari")
def search(
    request: Request,
    session: Store,
    q: Words = None,
    place: Annotated[bool, Query(description="Lead to a region of exactly this name.")] = False,
) -> Response:
    """Show what fits the words, by kind; ``place`` leads a region's whole name to its page."""
    regions = RegionRepository(session)
    named = regions.search(q or "", limit=_REGIONS)
    sure = surely_meant(named, q or "")
    if place and sure is not None:
        return RedirectResponse(f"/wilayah/{sure.code}", status_code=303)
    finder = SearchRepository(session)
    wish = finder.understood(q or "")
    asked = bool(wish.words)
    figures = finder.figures(wish, limit=_FIGURES) if asked else []
    values = {
        "q": q or "",
        "wish": wish,
        "suggested": RegionBook.of(session).suggested,
        "places": named,
        "names": regions.names() if named else {},
        "figures": figures,
        "programmes": finder.programmes(wish, limit=_OTHERS) if asked else [],
        "titles": finder.titles(wish, limit=_OTHERS) if asked else [],
    }
    return tools_of(request).render(request, "search.html", values)
