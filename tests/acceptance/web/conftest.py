"""The pages served on loopback, and a browser to look at them with."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import uvicorn
from fastapi import FastAPI
from sqlalchemy import URL

from storage.database import Database
from tests.acceptance.web.looking import Shoot, shooter
from tests.conftest import Stocked, fresh_database
from tests.integration.web.filling import Filled
from web.app import create_app


class Site:
    """Where the pages are served, and what they show."""

    def __init__(self, root: str, filled: Filled) -> None:
        self.root = root
        self.filled = filled


@pytest.fixture(scope="session")
def site(server_url: URL, stocked: Stocked) -> Iterator[Site]:
    for url in fresh_database(server_url, stocked.template):
        database = Database(url)
        with served(create_app(database)) as root:
            yield Site(root, stocked.numbers)
        database.close()


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """Serve an application on loopback and give its address."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.05)
    assert server.started
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="session")
def shoot() -> Shoot:
    return shooter()
