"""``--format`` of the listing commands, and ``kawal export``."""

import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kawal.door import Door, door_of
from kawal.formats import Form
from models.errors import BadInputError
from models.vocabulary import Language

if TYPE_CHECKING:
    from exports.codebook import TableName
    from exports.records import Record


def register(app: typer.Typer) -> None:
    """Add these commands to the door."""
    app.command()(export)


def export(
    context: typer.Context,
    folder: Path = typer.Argument(..., help="An empty folder, or one with an earlier package."),
    form: PackageForm = typer.Option(PackageForm.CSV, "--format", help="Format of the tables."),
) -> None:
    """Write everything as a data package: a file a table, and what describes them.

    Example: kawal export paket-data
    """
