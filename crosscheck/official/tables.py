"""A file on disk → the tables in it."""

from pathlib import Path

from crosscheck.official.grid import find_table
from crosscheck.official.raw import RawTable, Sheet, checked_path
from crosscheck.official.textfiles import read_delimited, read_json
from crosscheck.official.workbooks import read_ods, read_xlsx
from models.errors import BadInputError

_READERS = {
    ".csv": read_delimited,
    ".tsv": read_delimited,
    ".txt": read_delimited,
    ".json": read_json,
    ".ods": read_ods,
    ".xlsx": read_xlsx,
    ".xlsm": read_xlsx,
}


def read_tables(path: Path) -> tuple[RawTable, ...]:
    """Every table of the file: one of a text file, one a sheet of a workbook.

    Raises:
        BadInputError: the file cannot be read, or no sheet of it holds a table.
    """
    reader = _READERS.get(checked_path(path).suffix.lower())
    if reader is None:
        raise BadInputError(
            f"{path.name}: files ending in '{path.suffix}' are not read.",
            cure="Save the table as CSV, TSV, XLSX, ODS or JSON.",
        )
    tables = tables_of(reader(path))
    if not tables:
        raise BadInputError(
            f"{path.name} holds no table with a header row and rows under it.",
            cure="Open it and see whether it is the right file.",
        )
    return tables


def read_table(path: Path, *, sheet: str | None = None) -> RawTable:
    """The one table of the file, or the one on the named sheet.

    Raises:
        BadInputError: there is no such table, or several and none is named.
    """
    tables = read_tables(path)
    if sheet is not None:
        tables = tuple(table for table in tables if table.name == sheet)
    if len(tables) == 1:
        return tables[0]
    names = ", ".join(f"'{table.name}'" for table in read_tables(path))
    raise BadInputError(f"{path.name} holds the sheets {names}.", cure="Name the one to read with --sheet.")


def tables_of(sheets: tuple[Sheet, ...]) -> tuple[RawTable, ...]:
    """The tables of the sheets that hold one with at least one data row."""
    found = (find_table(sheet) for sheet in sheets)
    return tuple(table for table in found if table is not None and table.rows)
