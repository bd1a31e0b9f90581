"""Serving the pages in this process until stopped."""

import uvicorn

from models.settings import Settings
from storage.database import Database
from web.app import Persons, create_app


def serve(
    database: Database, *, host: str, port: int, settings: Settings | None = None, persons: Persons
) -> None:
    """Answer requests until the process is interrupted."""
    uvicorn.run(
        create_app(database, settings, keeps_pages=True, persons=persons),
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
    )
