"""The filled store of the pages' tests, read as files."""

from collections.abc import Iterator

import pytest
from sqlalchemy import URL
from sqlalchemy.orm import Session

from storage.database import Database
from tests.conftest import fresh_database
from tests.integration.web.filling import fill


@pytest.fixture(scope="module")
def filled_database(server_url: URL, template: str) -> Iterator[Database]:
    for url in fresh_database(server_url, template):
        opened = Database(url)
        with opened.session() as session:
            fill(session)
        yield opened
        opened.close()


@pytest.fixture
def filled(filled_database: Database) -> Iterator[Session]:
    with filled_database.session() as session:
        yield session
