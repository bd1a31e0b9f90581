"""Pages about the collection itself: programmes, outlets, official tables, method."""

from fastapi import APIRouter, Request, Response

from storage.official import OfficialRepository
from storage.programmes import ProgrammeRepository
from storage.sources import SourceRepository
from web.asking import Store

router = APIRouter(include_in_schema=False)


def _render(request: Request, name: str, values: dict[str, object]) -> Response:
    response: Response = request.app.state.pages.render(request, name, values)
    return response


@router.get("/program")
def programmes(request: Request, session: Store) -> Response:
    """Show every programme with its mentions."""
    return _render(request, "programmes.html", {"programmes": ProgrammeRepository(session).select()})


@router.get("/media")
def sources(request: Request, session: Store) -> Response:
    """Show the declared outlets."""
    return _render(request, "sources.html", {"sources": SourceRepository(session).list()})


@router.get("/resmi")
def official(request: Request, session: Store) -> Response:
    """Show the official tables and their versions."""
    datasets = OfficialRepository(session).datasets(include_superseded=True)
    return _render(request, "official.html", {"datasets": datasets})


@router.get("/tentang")
def about(request: Request) -> Response:
    """Show what this is, how figures are read and what is promised."""
    return _render(request, "about.html", {})
