"""The application over a filled store, asked without a network."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import URL

from storage.database import Database
from tests.conftest import Stocked, fresh_database
from tests.integration.web.filling import Filled
from web.app import create_app


@pytest.fixture(scope="module")
def filled_database(server_url: URL, stocked: Stocked) -> Iterator[Database]:
    for url in fresh_database(server_url, stocked.template):
        opened = Database(url)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def filled(stocked: Stocked) -> Filled:
    return stocked.numbers


@pytest.fixture(scope="module")
def app(filled_database: Database) -> FastAPI:
    return create_app(filled_database)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, follow_redirects=False) as opened:
        yield opened
