"""The schema: all mapped tables, and moving a database between its revisions."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

import models.collecting
import models.counting
import models.crawling
import models.geography
import models.official
import models.people
import models.reading
import models.scheduling
import models.subscribing  # noqa: F401
from models.base import Base
from models.errors import DatabaseUnavailableError
from storage.migrations import HEAD

if TYPE_CHECKING:
    from alembic.config import Config

METADATA = Base.metadata
_LOCK = 7_013_602_436
_OLDEST_SERVER = 150_000


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Bring the schema up to ``revision``; one process at a time, in the open transaction.

    Raises:
        DatabaseUnavailableError: the server or its schema is of a version this program cannot use.
    """
    _refuse_old_server(connection)
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    found = current_revision(connection)
    if revision == "head" and found == HEAD:
        return
    _refuse_newer_schema(found)
    # Alembic takes longer to import than most commands to run, and is rarely needed.
    from alembic import command  # noqa: PLC0415

    command.upgrade(alembic_config(connection), revision)


def downgrade(connection: Connection, revision: str) -> None:
    """Take the schema back to ``revision`` (``base`` removes it), in the open transaction."""
    from alembic import command  # noqa: PLC0415

    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    command.downgrade(alembic_config(connection), revision)


def current_revision(connection: Connection) -> str | None:
    """The revision the database is at; None while it has no schema."""
    if connection.scalar(text("SELECT to_regclass('alembic_version')")) is None:
        return None
    found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return None if found is None else str(found)


def alembic_config(connection: Connection) -> "Config":
    """Alembic's configuration: the scripts beside this file, the connection given."""
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    # The option's parser takes a bare per cent sign for a reference.
    scripts = str(Path(__file__).parent / "migrations").replace("%", "%%")
    config.set_main_option("script_location", scripts)
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _refuse_old_server(connection: Connection) -> None:
    number = int(connection.scalar(text("SHOW server_version_num")) or 0)
    if number < _OLDEST_SERVER:
        raise DatabaseUnavailableError(
            f"The server is PostgreSQL {number // 10_000}; {_OLDEST_SERVER // 10_000} or newer is needed.",
            cure="Upgrade it or name another one in KAWAL_DATABASE_URL.",
        )


def _refuse_newer_schema(found: str | None) -> None:
    if found is not None and found > HEAD:
        raise DatabaseUnavailableError(
            f"The database is at revision {found}, this program knows up to {HEAD}.",
            cure="Use the newer version of the program that wrote it.",
        )
