"""The application over a filled store, asked without a network."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import URL

from storage.database import Database
from tests.conftest import fresh_database
from tests.integration.web.filling import Filled, fill
from web.app import create_app


@pytest.fixture(scope="module")
def filled_database(server_url: URL, template: str) -> Iterator[Database]:
    for url in fresh_database(server_url, template):
        opened = Database(url)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def filled(filled_database: Database) -> Filled:
    with filled_database.session() as session:
        return fill(session)


@pytest.fixture(scope="module")
def app(filled_database: Database, filled: Filled) -> FastAPI:
    return create_app(filled_database)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, follow_redirects=False) as opened:
        yield opened
