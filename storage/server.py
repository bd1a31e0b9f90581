"""Which PostgreSQL server is used: the one named in the settings, or the embedded one."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from models.errors import SettingError
from models.settings import Settings
from storage.embedded import embedded_server

_DRIVER = "postgresql+psycopg"


@contextmanager
def running_server(settings: Settings, *, durable: bool = True) -> Iterator[URL]:
    """The address of the database, which answers while the context is open.

    Raises:
        DatabaseUnavailableError: the embedded server cannot be started.
        SettingError: ``settings.database_url`` is not a PostgreSQL address.
    """
    if settings.database_url is not None:
        yield normalised(settings.database_url)
        return
    with embedded_server(settings.data_dir, durable=durable) as url:
        yield url


def normalised(address: str) -> URL:
    """A PostgreSQL address as SQLAlchemy and psycopg 3 want it.

    Raises:
        SettingError: the text is no address, or another database's.
    """
    cure = "Set KAWAL_DATABASE_URL=postgresql://user:password@host/database."
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise SettingError("KAWAL_DATABASE_URL is not a database address.", cure=cure) from error
    if url.drivername not in {"postgres", "postgresql", _DRIVER}:
        raise SettingError(f"KAWAL_DATABASE_URL names {url.drivername}, not PostgreSQL.", cure=cure)
    return url.set(drivername=_DRIVER)


def libpq_address(url: URL) -> str:
    """The same address for libraries that talk to libpq themselves."""
    return url.set(drivername="postgresql").render_as_string(hide_password=False)
