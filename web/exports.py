"""Figures as files, row by row, however many there are."""

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from storage.figures import FigureRow
from web.views import EXPORTED, exported

_CHUNK = 65_536
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_csv(rows: Iterable[FigureRow]) -> Iterator[str]:
    """The rows as CSV. A text that a spreadsheet would run as a formula begins with an apostrophe."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(EXPORTED)
    for row in rows:
        record = exported(row)
        writer.writerow([_harmless(record[name]) for name in EXPORTED])
        # Every piece costs the server a change of thread; rows one by one took minutes.
        if buffer.tell() > _CHUNK:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def as_xlsx(rows: Iterable[FigureRow]) -> Iterator[bytes]:
    """The rows as a workbook; written to disk first, for the format cannot be sent as it grows."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("angka")
    sheet.append(list(EXPORTED))
    for row in rows:
        record = exported(row)
        sheet.append([_text_cell(sheet, record[name]) for name in EXPORTED])
    with tempfile.TemporaryFile() as file:
        workbook.save(file)
        file.seek(0)
        while chunk := file.read(_CHUNK):
            yield chunk


def _harmless(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _text_cell(sheet: Any, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, value=_without_control_characters(value))
    cell.data_type = "s"
    return cell


def _without_control_characters(value: str) -> str:
    """A workbook is XML, which holds no control characters."""
    return "".join(letter for letter in value if letter >= " " or letter in "\n\t")
