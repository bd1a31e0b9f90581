"""The same rows as JSON under /api/v1, paged by cursor, with ETags; masked as on the pages."""

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Annotated, Any, Protocol, TypeVar

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.routing import APIRoute

from exports.codebook import TableName, schema_of
from exports.csvfile import as_csv
from exports.records import figure_record
from models.vocabulary import Verdict
from storage.articles import ArticleFilter, ArticleRepository
from storage.figures import FigureRepository
from storage.findings import FindingRepository
from storage.official import OfficialFilter, OfficialRepository
from storage.programmes import ProgrammeRepository
from storage.regions import RegionRepository
from storage.search import SearchRepository
from web.asking import (
    After,
    FiguresAsked,
    FindingsAsked,
    Number,
    ProgrammesAsked,
    RegionAsked,
    Store,
    Words,
    Year,
)
from web.schemas import (
    ArticleOut,
    FigureOut,
    FindingOut,
    OfficialOut,
    PageOf,
    ProgrammeOut,
    RegionList,
    RegionOut,
)

Handler = Callable[[Request], Coroutine[Any, Any, Response]]
Limit = Annotated[int, Query(ge=1, le=1000, description="Rows a page.")]


class _Numbered(Protocol):
    @property
    def id(self) -> int: ...


Numbered = TypeVar("Numbered", bound=_Numbered)


class TaggedRoute(APIRoute):
    """A route whose answers carry an ETag, and which answers 304 to those who hold it."""

    def get_route_handler(self) -> Handler:
        """Wrap the handler FastAPI makes."""
        answer = super().get_route_handler()

        async def tagged(request: Request) -> Response:
            response = await answer(request)
            if response.status_code != 200 or not response.body:
                return response
            tag = f'"{sha256(response.body).hexdigest()[:32]}"'
            response.headers["ETag"] = tag
            held = request.headers.get("if-none-match", "")
            if tag in {one.strip().removeprefix("W/") for one in held.split(",")}:
                return Response(status_code=304, headers={"ETag": tag})
            return response

        return tagged


_REFUSALS: dict[int | str, dict[str, Any]] = {
    304: {"description": "Unchanged since the ETag that was sent."},
    400: {"description": "The query is too long or holds null characters."},
    401: {"description": "Reading is closed and nobody is logged in."},
    404: {"description": "There is no such region or record."},
    429: {"description": "Too many questions from this address; `Retry-After` says when to come back."},
    503: {"description": "The database does not answer."},
}
router = APIRouter(prefix="/api/v1", route_class=TaggedRoute, responses=_REFUSALS)


def _next(rows: Sequence[_Numbered], limit: int) -> int | None:
    return rows[-1].id if len(rows) == limit else None


@router.get("/figures", responses={200: {"content": {"text/csv": {}}}})
def figures(
    request: Request, session: Store, asked: FiguresAsked, after: After = None, limit: Limit = 100
) -> PageOf[FigureOut]:
    """List reported figures; with ``Accept: text/csv`` this page of them as CSV."""
    rows = FigureRepository(session).select(replace(asked, after=after, limit=limit))
    if "text/csv" in request.headers.get("accept", ""):
        body = b"".join(as_csv(schema_of(TableName.FIGURES), map(figure_record, rows)))
        return Response(body, media_type="text/csv; charset=utf-8")  # type: ignore[return-value]
    return PageOf(rows=[FigureOut.model_validate(row) for row in rows], next=_next(rows, limit))


@router.get("/figures/{figure_id}")
def figure(session: Store, figure_id: Number) -> FigureOut:
    """Give one reported figure."""
    found = FigureRepository(session).by_id([figure_id])
    if not found or found[figure_id].verdict is Verdict.REJECTED:
        raise HTTPException(404, "There is no such figure.")
    return FigureOut.model_validate(found[figure_id])


@router.get("/findings")
def findings(
    session: Store, asked: FindingsAsked, after: After = None, limit: Limit = 100
) -> PageOf[FindingOut]:
    """List findings with the figures they were made from."""
    rows = FindingRepository(session).select(replace(asked, after=after, limit=limit))
    return PageOf(rows=[FindingOut.model_validate(row) for row in rows], next=_next(rows, limit))


@router.get("/regions")
def regions(session: Store, q: Words = None, within: RegionAsked = None, limit: Limit = 100) -> RegionList:
    """Find regions by name, other name or code; without ``q``, what lies directly in ``region``."""
    repository = RegionRepository(session)
    found = repository.search(q, limit=limit) if q else repository.children(within or "ID")[:limit]
    return RegionList(rows=[RegionOut.model_validate(row) for row in found])


@router.get("/programmes")
def programmes(
    session: Store, asked: ProgrammesAsked, after: After = None, limit: Limit = 100
) -> PageOf[ProgrammeOut]:
    """List named programmes with their mentions."""
    rows = ProgrammeRepository(session).select(replace(asked, after=after, limit=limit))
    return PageOf(rows=[ProgrammeOut.model_validate(row) for row in rows], next=_next(rows, limit))


@router.get("/articles")
def articles(
    session: Store, q: Words = None, region: RegionAsked = None, after: After = None, limit: Limit = 100
) -> PageOf[ArticleOut]:
    """List articles; ``q`` is searched in what readers see of title and text, ``region`` in their figures."""
    wanted = ArticleFilter(words=q, region=region, with_descendants=True, after=after, limit=limit)
    rows = ArticleRepository(session).select(wanted)
    told = rows if q is None else SearchRepository(session).readable(rows, q)
    return PageOf(rows=[ArticleOut.model_validate(row) for row in told], next=_next(rows, limit))


@router.get("/official-figures")
def official_figures(
    session: Store, region: RegionAsked = None, year: Year = None, after: After = None, limit: Limit = 100
) -> PageOf[OfficialOut]:
    """List figures of official tables, of the newest version of each."""
    rows = OfficialRepository(session).select(
        OfficialFilter(region=region, with_descendants=True, year=year, after=after, limit=limit)
    )
    return PageOf(rows=[OfficialOut.model_validate(row) for row in rows], next=_next(rows, limit))
