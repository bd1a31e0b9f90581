"""The filled store of the pages' tests, read as files."""

from collections.abc import Iterator

import pytest
from sqlalchemy import URL
from sqlalchemy.orm import Session

from storage.database import Database
from tests.conftest import Stocked, fresh_database


@pytest.fixture(scope="module")
def filled_database(server_url: URL, stocked: Stocked) -> Iterator[Database]:
    for url in fresh_database(server_url, stocked.template):
        opened = Database(url)
        yield opened
        opened.close()


@pytest.fixture
def filled(filled_database: Database) -> Iterator[Session]:
    with filled_database.session() as session:
        yield session
