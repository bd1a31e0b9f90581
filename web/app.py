"""The pages and their JSON: an application made around one open database."""

from pathlib import Path
from urllib.parse import urlencode

from fastapi import Depends, FastAPI, Request, Response
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from digest.links import Links, link_key
from models.errors import BadInputError, DatabaseUnavailableError
from models.settings import Settings
from storage.database import Database
from web.boundaries import read_boundaries
from web.caching import PageCache
from web.limiting import RateLimit
from web.pages import PageTools, tools_of
from web.passwords import usual_passwords
from web.people import admit, recognise
from web.routes import (
    accounts,
    adding,
    api,
    articles,
    bulletins,
    explore,
    feeds,
    figures,
    findings,
    people,
    provinces,
    reference,
    regions,
    review,
    reviewing,
    searching,
    subscribing,
)
from web.security import HEADERS, CleanQuery, SecurityHeaders, SmallBodies
from web.turns import Turns

HERE = Path(__file__).parent
ADMITTED = (
    explore.router,
    regions.router,
    provinces.router,
    figures.router,
    articles.router,
    findings.router,
    reference.router,
    feeds.router,
    bulletins.router,
    api.router,
    review.router,
    adding.router,
    reviewing.router,
    searching.router,
    accounts.router,
)
"""Routes for those who may read: everybody, or whoever has an account."""
OPEN = (people.router, subscribing.router)
"""Routes for everybody: to log in, and to subscribe."""
_MESSAGES = {403: "forbidden", 404: "not_found", 405: "not_found"}
_FILES = (".csv", ".xlsx", ".parquet", ".atom", ".json")


def create_app(
    database: Database,
    settings: Settings | None = None,
    *,
    keeps_pages: bool = False,
) -> FastAPI:
    """Make the application; it owns nothing and opens nothing by itself.

    Without settings reading is open, one reviewer answers each reading, and the API has no limit.
    ``keeps_pages`` shows finished pages again as long as the store stays as it is.
    """
    app = FastAPI(
        title="Kawal Kasus",
        version="1",
        description="Reported cases of violence against women and children, beside official figures.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
    )
    app.state.database = database
    app.state.pages = PageTools.load()
    app.state.passwords = usual_passwords()
    app.state.open_reading = settings is None or settings.open_reading
    app.state.reviewers = 1 if settings is None else settings.reviewers
    app.state.links = None if settings is None else _links(settings)
    app.state.boundaries = None
    if settings is not None and settings.boundaries is not None:
        app.state.boundaries = read_boundaries(settings.boundaries)
    app.state.sends_mail = settings is not None and settings.mail.is_complete
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    for router in ADMITTED:
        app.include_router(router, dependencies=[Depends(admit)])
    for router in OPEN:
        app.include_router(router, dependencies=[Depends(recognise)])
    app.add_middleware(Turns)
    if keeps_pages:
        app.add_middleware(PageCache, database=database)
    if settings is not None and settings.api_rate:
        app.add_middleware(RateLimit, per_minute=settings.api_rate)
    app.add_middleware(SmallBodies)
    app.add_middleware(CleanQuery)
    app.add_middleware(SecurityHeaders)
    app.exception_handler(DatabaseUnavailableError)(_database_gone)
    app.exception_handler(HTTPException)(_told)
    app.exception_handler(BadInputError)(_refused)
    app.exception_handler(RequestValidationError)(_not_understood)
    app.exception_handler(Exception)(_broken)
    return app


def _links(settings: Settings) -> Links:
    """What reads the links of mails; the sender makes them with the same key."""
    key = settings.mail.link_key or link_key(settings.data_dir)
    return Links(key, settings.mail.public_url or "")


async def _database_gone(request: Request, error: Exception) -> Response:
    if _for_programs(request):
        return JSONResponse({"detail": "The database does not answer."}, status_code=503)
    return tools_of(request).message(request, "database_gone", status=503)


async def _refused(request: Request, error: Exception) -> Response:
    if _for_programs(request):
        return JSONResponse({"detail": str(error)}, status_code=409)
    return tools_of(request).message(request, "refused", status=409)


async def _told(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    if error.status_code == 401 and not _for_programs(request) and not request.url.path.endswith(_FILES):
        return RedirectResponse(f"/masuk?{urlencode({'after': _here(request)})}", status_code=303)
    if _for_programs(request) or error.status_code not in _MESSAGES:
        return JSONResponse({"detail": error.detail}, status_code=error.status_code, headers=error.headers)
    return tools_of(request).message(request, _MESSAGES[error.status_code], status=error.status_code)


async def _not_understood(request: Request, error: Exception) -> Response:
    if _for_programs(request) and isinstance(error, RequestValidationError):
        return JSONResponse({"detail": jsonable_encoder(error.errors())}, status_code=422)
    return tools_of(request).message(request, "bad_request", status=422)


async def _broken(request: Request, error: Exception) -> Response:
    """Say so in a sentence; the server goes on to raise the error, and its log has the traceback."""
    if _for_programs(request):
        return JSONResponse({"detail": "Internal error."}, status_code=500, headers=HEADERS)
    answer = tools_of(request).message(request, "broken", status=500)
    # It is made outside the middleware that gives all other answers these.
    answer.headers.update(HEADERS)
    return answer


def _here(request: Request) -> str:
    """The address to come back to; what a form sent cannot be sent again."""
    query = f"?{request.url.query}" if request.url.query else ""
    return f"{request.url.path}{query}" if request.method == "GET" else "/"


def _for_programs(request: Request) -> bool:
    return request.url.path.startswith("/api/")
