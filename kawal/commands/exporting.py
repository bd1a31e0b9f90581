"""``kawal export``."""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import typer

from kawal.door import door_of


class PackageForm(StrEnum):
    """Formats of a package's tables."""

    CSV = "csv"
    PARQUET = "parquet"


def register(app: typer.Typer) -> None:
    """Add this command to the door."""
    app.command()(export)


def export(
    context: typer.Context,
    folder: Path = typer.Argument(..., help="An empty folder, or one with an earlier package."),
    form: PackageForm = typer.Option(PackageForm.CSV, "--format", help="Format of the tables."),
) -> None:
    """Write everything as a data package: a file a table, and what describes them.

    Example: kawal export paket-data
    """
    from importlib.metadata import version

    from exports.files import FileFormat
    from exports.package import write_package
    from kawal.output import print_table
    from models.vocabulary import Language

    door = door_of(context)
    with door.database() as database, database.session() as session:
        resources = write_package(
            session,
            folder,
            now=datetime.now(UTC),
            version=version("kawal-kasus"),
            file_format=FileFormat(form.value),
            language=Language(door.lang.value),
        )
    columns = (door.word("berkas", "file"), door.word("baris", "rows"))
    rows = ((resource.path, resource.rows) for resource in resources)
    print_table(door.out, str(folder), columns, rows, numeric=1)
