"""The tables of the queue (Procrastinate's own), in the schema ``queue``.

The schema's comment names the library's last migration that it holds, so that a newer
library brings it up to date (docs/decisions/0105-procrastinate-in-its-own-schema.md).
"""

from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import Connection, text

from models.errors import DatabaseUnavailableError

SCHEMA = "queue"


def install_queue(connection: Connection) -> None:
    """Create the queue's tables or bring them up to date, in the open transaction.

    Raises:
        DatabaseUnavailableError: a newer program wrote them.
    """
    known = _migrations()
    held = connection.scalar(text(f"SELECT obj_description('{SCHEMA}'::regnamespace)"))
    if held == known[-1].stem:
        return
    if held is not None and held > known[-1].stem:
        raise DatabaseUnavailableError(
            f"The queue in the database is of version {held}, this program knows {known[-1].stem}.",
            cure="Use the newer version of the program that wrote it.",
        )
    if held is None:
        scripts = [(files("procrastinate.sql") / "schema.sql").read_bytes()]
    else:
        scripts = [path.read_bytes() for path in known if path.stem > held]
    connection.execute(text(f"SET LOCAL search_path TO {SCHEMA}"))
    for script in scripts:
        # As one string: SQLAlchemy would take its per cent signs for parameters.
        connection.exec_driver_sql(script.decode(), execution_options={"no_parameters": True})
    connection.execute(text("SET LOCAL search_path TO DEFAULT"))
    connection.execute(text(f"COMMENT ON SCHEMA {SCHEMA} IS '{known[-1].stem}'"))


def _migrations() -> list[Path]:
    """The library's migrations in order; it is found, not imported, because every command comes here."""
    spec = find_spec("procrastinate")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        found = sorted((Path(folder) / "sql" / "migrations").glob("*.sql"))
        if found:
            return found
    raise DatabaseUnavailableError("The queue's library is not installed.", cure="Run make setup again.")
