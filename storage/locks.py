"""Work that only one process at a time may do."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from zlib import crc32

from sqlalchemy import func, select, text
from sqlalchemy.exc import OperationalError

from models.errors import SourceError
from storage.database import Database

_LOCK_NOT_AVAILABLE = "55P03"


@contextmanager
def only_one(database: Database, work: str) -> Iterator[bool]:
    """Whether this process alone may do this work while the block runs.

    The server itself lets go when the process dies, however it dies.
    """
    number = crc32(work.encode())
    with database.engine.connect() as connection:
        got = bool(connection.scalar(select(func.pg_try_advisory_lock(number))))
        connection.commit()
        try:
            yield got
        finally:
            if got:
                connection.execute(select(func.pg_advisory_unlock(number)))
                connection.commit()


@contextmanager
def outlets_locked(database: Database, names: Sequence[str], *, wait: float = 60) -> Iterator[None]:
    """Nobody else crawls these outlets while the block runs, even after a kill.

    Raises:
        SourceError: another process crawls one of them still after ``wait`` seconds.
    """
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"SET lock_timeout = {int(wait * 1000)}"))
        try:
            for name in sorted(names):
                key = {"key": f"crawl:{name}"}
                connection.execute(text("SELECT pg_advisory_lock(hashtextextended(:key, 0))"), key)
        except OperationalError as error:
            if getattr(error.orig, "sqlstate", None) != _LOCK_NOT_AVAILABLE:
                raise
            raise SourceError(
                f"{name} is being crawled by another process.", cure="Wait until it has ended."
            ) from error
        try:
            yield
        finally:
            # A pooled connection outlives the block, and its locks would.
            connection.invalidate()
