"""The open database: one engine, one way to get a transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine
from sqlalchemy.orm import Session

from models.settings import Settings
from storage.errors import translated
from storage.queue_schema import install_queue
from storage.schema import upgrade
from storage.seeding import seed_regions
from storage.server import libpq_address, running_server


class Database:
    """A migrated and seeded database, ready for sessions."""

    def __init__(self, url: URL, *, data_dir: Path | None = None) -> None:
        self.url = url
        self._data_dir = data_dir
        # Parameters hold article text, which must not reach a log by way of an error.
        self.engine: Engine = create_engine(
            url, pool_pre_ping=True, hide_parameters=True, connect_args={"connect_timeout": 10}
        )

    @property
    def conninfo(self) -> str:
        """The address for libraries that talk to libpq themselves, password included."""
        return libpq_address(self.url)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One transaction: committed when the block ends well, undone when it raises.

        Objects stay readable after the commit. Long work may commit in between.

        Raises:
            DatabaseUnavailableError: the server is gone, refuses the user or has no space.
        """
        with translated(data_dir=self._data_dir), Session(self.engine, expire_on_commit=False) as session:
            yield session
            session.commit()

    def prepare(self) -> None:
        """Migrate to the newest schema and load the reference data, at most once."""
        with translated(data_dir=self._data_dir), self.engine.begin() as connection:
            upgrade(connection)
            install_queue(connection)
            seed_regions(connection)

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


@contextmanager
def open_database(settings: Settings) -> Iterator[Database]:
    """The database of these settings: started, migrated and seeded as needed.

    Raises:
        DatabaseUnavailableError: it cannot be reached, started or written.
        SettingError: ``settings.database_url`` is not a PostgreSQL address.
    """
    embedded = settings.database_url is None
    with running_server(settings) as url:
        database = Database(url, data_dir=settings.data_dir if embedded else None)
        try:
            database.prepare()
            yield database
        finally:
            database.close()
