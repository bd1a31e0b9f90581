"""A table as the file holds it: a header, numbered rows, and what was left out on the way."""

from dataclasses import dataclass
from pathlib import Path

from models.errors import BadInputError

Cell = str | int | float | None
Row = tuple[Cell, ...]

MAX_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Sheet:
    """One grid of cells; ``numbers`` are the rows' numbers as the file counts them, from 1."""

    name: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberedRow:
    """One data row and the number under which a spreadsheet program shows it."""

    number: int
    cells: Row


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """One row that is no data, and why."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTable:
    """One table of a file, before anybody asks what its columns mean."""

    name: str
    header: tuple[str, ...]
    rows: tuple[NumberedRow, ...]
    titles: tuple[str, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()
    notes: tuple[str, ...] = ()

    def column(self, index: int) -> list[Cell]:
        """All cells of one column, top to bottom."""
        return [row.cells[index] for row in self.rows]


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing a reader could see."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def as_text(cell: Cell) -> str:
    """The cell's words on one line; newlines inside cells are typing accidents."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def checked_path(path: Path) -> Path:
    """The path, when a file of a readable size is there.

    Raises:
        BadInputError: there is none, or it is empty or too large.
    """
    if not path.is_file():
        raise BadInputError(f"{path} is not a file.", cure="Name an existing table.")
    size = path.stat().st_size
    if size == 0:
        raise BadInputError(f"{path.name} is empty.", cure="Download it again.")
    if size > MAX_BYTES:
        raise BadInputError(
            f"{path.name} holds {size // 2**20} MiB; at most {MAX_BYTES // 2**20} MiB are read.",
            cure="Split it by year or region.",
        )
    return path
