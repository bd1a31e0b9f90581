import pytest

from extractors.toolkit import Toolkit, load_toolkit


@pytest.fixture(scope="session")
def toolkit() -> Toolkit:
    return load_toolkit()
