"""The pages and their JSON: an application made around one open database."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from fastapi import FastAPI, Request, Response
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from models.errors import DatabaseUnavailableError
from storage.database import Database
from web.pages import PageTools
from web.routes import api, explore, reference

HERE = Path(__file__).parent
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def create_app(database: Database) -> FastAPI:
    """Make the application; it owns nothing and opens nothing by itself."""
    app = FastAPI(title="Kawal Kasus", version="1", docs_url=None, redoc_url=None)
    app.state.database = database
    app.state.pages = PageTools.load()
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    for router in (explore.router, reference.router, api.router):
        app.include_router(router)
    app.middleware("http")(_with_headers)
    app.add_middleware(WithoutBlankFilters)
    app.exception_handler(DatabaseUnavailableError)(_database_gone)
    app.exception_handler(HTTPException)(_told)
    app.exception_handler(RequestValidationError)(_not_understood)
    return app


class WithoutBlankFilters:
    """A form sends every field; those left blank are no filter."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on without its blank parameters."""
        if scope["type"] == "http":
            pairs = parse_qsl(scope["query_string"].decode("latin-1"))
            scope = {**scope, "query_string": urlencode(pairs).encode("latin-1")}
        await self._app(scope, receive, send)


async def _with_headers(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    response = await call_next(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response


async def _database_gone(request: Request, error: Exception) -> Response:
    pages: PageTools = request.app.state.pages
    return pages.message(request, "database_gone", status=503)


async def _told(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException) or error.status_code != 404:
        raise error
    if _for_programs(request):
        return JSONResponse({"detail": error.detail}, status_code=404)
    pages: PageTools = request.app.state.pages
    return pages.message(request, "not_found", status=404)


async def _not_understood(request: Request, error: Exception) -> Response:
    if _for_programs(request) and isinstance(error, RequestValidationError):
        return JSONResponse({"detail": jsonable_encoder(error.errors())}, status_code=422)
    pages: PageTools = request.app.state.pages
    return pages.message(request, "bad_request", status=422)


def _for_programs(request: Request) -> bool:
    return request.url.path.startswith("/api/")
