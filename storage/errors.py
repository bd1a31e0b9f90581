"""Server and driver errors, translated once into one sentence with its cure."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from models.errors import DatabaseUnavailableError

DISK_FULL = "53100"
_NEARLY_FULL_BYTES = 20 * 1024 * 1024
_CURES = {
    DISK_FULL: (
        "The disk that holds the database is full; this step was undone, what was stored before is kept.",
        "Free space on that disk and run the same command again.",
    ),
    "28P01": ("The database refuses the password.", "Correct the password in KAWAL_DATABASE_URL."),
    "28000": ("The database refuses this user.", "Correct the user in KAWAL_DATABASE_URL."),
    "3D000": (
        "The named database does not exist on the server.",
        "Create it (createdb) or correct its name in KAWAL_DATABASE_URL.",
    ),
    "42501": (
        "The database user may not do this.",
        "Let the user in KAWAL_DATABASE_URL own its database.",
    ),
    "53300": (
        "The database has no connection left to give.",
        "Stop other programs that use it, or raise max_connections on the server.",
    ),
    "25006": (
        "The database accepts no changes (it is a read-only copy).",
        "Name the primary server in KAWAL_DATABASE_URL.",
    ),
}
# A refused connection carries no code, only the server's words.
_WORDS = {
    "password authentication failed": "28P01",
    "no password supplied": "28P01",
    "pg_hba.conf": "28000",
    "role ": "28000",
    "database ": "3D000",
    "too many clients": "53300",
    "remaining connection slots": "53300",
    "No space left on device": DISK_FULL,
}
_SERVER_CLASSES = ("08", "53", "57P", "58", "XX")


def disk_full(where: Path) -> DatabaseUnavailableError:
    """The error that says the disk under ``where`` is full."""
    return DatabaseUnavailableError(
        f"The disk that holds {where} is full; nothing stored before is lost.",
        cure="Free space on that disk and run the same command again.",
    )


def nearly_full(where: Path) -> bool:
    """Whether so little space is left that a server there cannot write its log."""
    return where.exists() and shutil.disk_usage(where).free < _NEARLY_FULL_BYTES


def translate(error: DBAPIError, *, data_dir: Path | None = None) -> DatabaseUnavailableError | None:
    """Say what is wrong with the server; None when the server is not to blame.

    Deadlocks, broken constraints and wrong SQL are errors of the program and stay
    what they are. ``data_dir`` is the embedded server's: when it died there with
    no space left, the disk is named as the cause.
    """
    state = getattr(error.orig, "sqlstate", None) or _state_in_words(_first_line(error))
    if state in _CURES:
        problem, cure = _CURES[state]
        return DatabaseUnavailableError(problem, cure=cure)
    if not _about_server(error, state):
        return None
    if data_dir is not None and nearly_full(data_dir):
        return disk_full(data_dir)
    cure = "Start it, or correct KAWAL_DATABASE_URL."
    if data_dir is not None:
        cure = f"Run the command again; {data_dir}/postgres/server.log says why it stopped."
    return DatabaseUnavailableError(f"The database does not answer: {_first_line(error)}.", cure=cure)


@contextmanager
def translated(*, data_dir: Path | None = None) -> Iterator[None]:
    """Raise what :func:`translate` says in place of the driver's error.

    Raises:
        DatabaseUnavailableError: the server is gone, refuses the user or has no space.
    """
    try:
        yield
    except DBAPIError as error:
        known = translate(error, data_dir=data_dir)
        if known is None:
            raise
        raise known from error


def _about_server(error: DBAPIError, state: str | None) -> bool:
    if error.connection_invalidated:
        return True
    if state is None:
        return type(error.orig).__name__ in {"OperationalError", "ConnectionTimeout", "PoolTimeout"}
    return state.startswith(_SERVER_CLASSES)


def _state_in_words(said: str) -> str | None:
    refusal = said.partition("FATAL:")[2].strip()
    for words, state in _WORDS.items():
        if words.endswith(" ") and refusal.startswith(words) and refusal.endswith("does not exist"):
            return state
        if not words.endswith(" ") and words in refusal:
            return state
    return None


def _first_line(error: DBAPIError) -> str:
    lines = str(error.orig).strip().splitlines()
    return lines[0].rstrip(". ") if lines else "the connection was lost"
