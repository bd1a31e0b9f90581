"""Work that only one process at a time may do."""

from collections.abc import Iterator
from contextlib import contextmanager
from zlib import crc32

from sqlalchemy import func, select

from storage.database import Database


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
