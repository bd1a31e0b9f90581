"""``--format`` and ``--output`` of the commands that list rows."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO

import typer

from models.errors import BadInputError


class Form(StrEnum):
    """How rows are given; all but ``table`` are for programs and other software."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"


FORM = typer.Option(
    None, "--format", help="table, json, csv, xlsx or parquet; by the ending of --output when not given."
)
OUTPUT = typer.Option(None, "--output", "-o", help="File to write instead of the screen.")
_BINARY = (Form.XLSX, Form.PARQUET)


def chosen_form(form: Form | None, output: Path | None, *, as_json: bool) -> Form:
    """Give the form that ``--json``, ``--format`` and ``--output`` ask for together.

    Raises:
        BadInputError: they contradict each other, or the file's ending names no form.
    """
    if as_json:
        if form not in (None, Form.JSON):
            raise BadInputError(f"--json and --format {form} exclude each other.", cure="Give one of them.")
        return Form.JSON
    if form is not None:
        return form
    if output is None:
        return Form.TABLE
    ending = output.suffix.removeprefix(".").lower()
    if ending not in set(Form) - {Form.TABLE}:
        raise BadInputError(
            f"{output.name} does not end in .csv, .xlsx, .parquet or .json.", cure="Say --format as well."
        )
    return Form(ending)


@contextmanager
def destination(form: Form, output: Path | None) -> Iterator[IO[bytes]]:
    """Give the file to write to; one that is named appears only when it is complete.

    Raises:
        BadInputError: bytes that nobody can read would go to a screen.
    """
    if output is None:
        if form in _BINARY and sys.stdout.isatty():
            raise BadInputError(f"A screen cannot show {form}.", cure="Name a file with --output.")
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    partial = output.with_name(f".{output.name}.partial")
    try:
        with partial.open("wb") as file:
            yield file
        partial.replace(output)
    finally:
        partial.unlink(missing_ok=True)
