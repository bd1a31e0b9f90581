"""The pages and their JSON: an application made around one open database."""

from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from models.errors import DatabaseUnavailableError
from storage.database import Database
from web.pages import PageTools, tools_of
from web.routes import api, articles, explore, feeds, figures, findings, provinces, reference, regions
from web.security import CleanQuery, SecurityHeaders

HERE = Path(__file__).parent
_ROUTERS = (
    explore.router,
    regions.router,
    provinces.router,
    figures.router,
    articles.router,
    findings.router,
    reference.router,
    feeds.router,
    api.router,
)
_MESSAGES = {404: "not_found", 405: "not_found"}


def create_app(database: Database) -> FastAPI:
    """Make the application; it owns nothing and opens nothing by itself."""
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
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    for router in _ROUTERS:
        app.include_router(router)
    app.add_middleware(CleanQuery)
    app.add_middleware(SecurityHeaders)
    app.exception_handler(DatabaseUnavailableError)(_database_gone)
    app.exception_handler(HTTPException)(_told)
    app.exception_handler(RequestValidationError)(_not_understood)
    return app


async def _database_gone(request: Request, error: Exception) -> Response:
    if _for_programs(request):
        return JSONResponse({"detail": "The database does not answer."}, status_code=503)
    return tools_of(request).message(request, "database_gone", status=503)


async def _told(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    if _for_programs(request) or error.status_code not in _MESSAGES:
        return JSONResponse({"detail": error.detail}, status_code=error.status_code, headers=error.headers)
    return tools_of(request).message(request, _MESSAGES[error.status_code], status=error.status_code)


async def _not_understood(request: Request, error: Exception) -> Response:
    if _for_programs(request) and isinstance(error, RequestValidationError):
        return JSONResponse({"detail": jsonable_encoder(error.errors())}, status_code=422)
    return tools_of(request).message(request, "bad_request", status=422)


def _for_programs(request: Request) -> bool:
    return request.url.path.startswith("/api/")
