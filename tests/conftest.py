"""Real parts for tests: one PostgreSQL server a session, one fresh database a test."""

import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

import psycopg
import pytest
from hypothesis import settings as hypothesis_settings
from sqlalchemy import URL
from sqlalchemy.orm import Session

from models.settings import Settings
from storage.database import Database
from storage.server import libpq_address, running_server
from tests.integration.web.filling import Filled, fill

# A busy machine may pause within any example; what must not take long is measured in benchmarks.
hypothesis_settings.register_profile("kawal", deadline=None)
hypothesis_settings.load_profile("kawal")

TEMPLATE = "template_kawal"
STOCKED = "template_stocked"
MEMORY = Path("/dev/shm")  # noqa: S108
ROOM = 2 * 1024**3
_numbers = count(1)


class Stocked(NamedTuple):
    """A database to be copied, and the numbers of what is in it."""

    template: str
    numbers: Filled


@pytest.fixture(scope="session")
def server_url() -> Iterator[URL]:
    """The address of a server started for this session only.

    Its folder is not pytest's: another session closes pytest's to other accounts while
    the server, which cannot be root, runs in it. In memory, where there is room, copying
    a database costs a quarter of the time.
    """
    memory = MEMORY if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM else None
    place = tempfile.TemporaryDirectory(prefix="kawal-server-", dir=memory, ignore_cleanup_errors=True)
    with place as folder, running_server(Settings(data_dir=Path(folder)), durable=False) as url:
        yield url


@pytest.fixture(scope="session")
def template(server_url: URL) -> str:
    """A migrated and seeded database that the others are copied from."""
    _execute(server_url, f"CREATE DATABASE {TEMPLATE}")
    database = Database(server_url.set(database=TEMPLATE))
    database.prepare()
    database.close()
    return TEMPLATE


@pytest.fixture(scope="session")
def stocked(server_url: URL, template: str) -> Stocked:
    """A database with the small invented store in it, that others are copied from."""
    _execute(server_url, f"CREATE DATABASE {STOCKED} TEMPLATE {template}")
    database = Database(server_url.set(database=STOCKED))
    with database.session() as session:
        numbers = fill(session)
    database.close()
    return Stocked(STOCKED, numbers)


@pytest.fixture
def empty_url(server_url: URL) -> Iterator[URL]:
    """The address of a database without any table."""
    yield from fresh_database(server_url, "template1")


@pytest.fixture
def database_url(server_url: URL, template: str) -> Iterator[URL]:
    """The address of a migrated, seeded database of this test's own."""
    yield from fresh_database(server_url, template)


@pytest.fixture
def settings(database_url: URL, tmp_path: Path) -> Settings:
    """Settings that name this test's database and folder; loopback sites may be fetched."""
    return Settings(
        data_dir=tmp_path / "data",
        database_url=libpq_address(database_url),
        allow_private_networks=True,
    )


@pytest.fixture
def database(database_url: URL) -> Iterator[Database]:
    """This test's open database."""
    opened = Database(database_url)
    yield opened
    opened.close()


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """One transaction in this test's database."""
    with database.session() as opened:
        yield opened


def fresh_database(server_url: URL, template: str) -> Iterator[URL]:
    """The address of a new copy of a database, dropped afterwards."""
    name = f"test_{next(_numbers)}"
    # Copied as files: the log of pages costs the server half as much again, at the drop too.
    _execute(server_url, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
    yield server_url.set(database=name)
    _execute(server_url, f"DROP DATABASE {name} WITH (FORCE)")


def _execute(server_url: URL, command: str) -> None:
    address = libpq_address(server_url.set(database="postgres"))
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(command.encode())
