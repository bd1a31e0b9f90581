"""Turning rows into JSON for programs and tables for people."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any

from rich.console import Console
from rich.table import Table


def as_record(row: Any) -> dict[str, Any]:
    """Give a row's fields by name, nested rows included."""
    if not is_dataclass(row) or isinstance(row, type):
        raise TypeError(f"{type(row).__name__} is no row")
    shown = (field.name for field in fields(row) if not field.metadata.get("inner"))
    return {name: _plain(getattr(row, name)) for name in shown}


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return as_record(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    return value


def json_pieces(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Give one JSON array, one record a line, as the rows come."""
    before = "[\n"
    for row in rows:
        yield before + json.dumps(row, ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def print_json(out: Console, rows: Iterable[Mapping[str, Any]]) -> None:
    """Print one JSON array, without rich's wrapping."""
    for piece in json_pieces(rows):
        out.file.write(piece)


def print_table(
    out: Console, title: str, columns: Sequence[str], rows: Iterable[Iterable[object]], *, numeric: int = -1
) -> None:
    """Print a table; nulls show as a dash, column ``numeric`` is right-aligned."""
    table = Table(title=title, title_justify="left", header_style="bold", expand=False)
    for position, column in enumerate(columns):
        table.add_column(column, justify="right" if position == numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*("–" if cell is None else str(cell) for cell in row))
    out.print(table)
