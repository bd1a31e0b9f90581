from datetime import UTC, datetime

import pytest

from extractors.toolkit import Toolkit, load_toolkit
from models.vocabulary import RunKind
from service.cycle import make_desk
from service.reading import Desk
from storage.database import Database
from storage.runs import RunRepository

NOW = datetime(2025, 11, 3, 4, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def toolkit() -> Toolkit:
    return load_toolkit()


@pytest.fixture
def desk(toolkit: Toolkit) -> Desk:
    return make_desk(toolkit, lambda: NOW)


@pytest.fixture
def run_id(database: Database) -> int:
    with database.session() as session:
        return RunRepository(session).start(RunKind.IMPORT, now=NOW).id
