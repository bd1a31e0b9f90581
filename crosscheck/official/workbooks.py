"""XLSX and ODS workbooks as grids of cells, merged cells filled in."""

import zipfile
from datetime import date, datetime
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as XlsxCell
from openpyxl.cell.cell import MergedCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from crosscheck.official.raw import Cell, Row, Sheet
from models.errors import BadInputError

_MAX_UNPACKED = 512 * 1024 * 1024
_MAX_CELLS = 20_000_000
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def read_xlsx(path: Path) -> tuple[Sheet, ...]:
    """The visible sheets of an Excel workbook; values, not formulas."""
    _refuse_bomb(path)
    try:
        book = load_workbook(path, data_only=True)
    except (InvalidFileException, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise _unreadable(path, error) from error
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    return tuple(Sheet(sheet.title, _xlsx_rows(sheet), ("XLSX sheet",)) for sheet in sheets)


def _xlsx_rows(sheet: Worksheet) -> tuple[Row, ...]:
    grid = [[_xlsx_cell(cell) for cell in row] for row in sheet.iter_rows()]
    for merged in sheet.merged_cells.ranges:
        top, left = merged.min_row - 1, merged.min_col - 1
        _fill(grid, top, left, bottom=merged.max_row, right=merged.max_col)
    return tuple(tuple(row) for row in grid)


def _fill(grid: list[list[Cell]], top: int, left: int, *, bottom: int, right: int) -> None:
    """Repeat a merged cell's value over its area; one cell's text over a whole title row is not."""
    if top >= len(grid) or (bottom - top == 1 and right - left >= len(grid[top]) - 1):
        return
    value = grid[top][left]
    for row in grid[top:bottom]:
        row[left:right] = [value] * (right - left)


def _xlsx_cell(cell: XlsxCell | MergedCell) -> Cell:
    value = cell.value
    if isinstance(value, (int, float)) and "%" in str(cell.number_format):
        return f"{value:.4%}"
    return _plain(value)


def _plain(value: object) -> Cell:
    if value is None or (isinstance(value, (int, float, str)) and not isinstance(value, bool)):
        return value
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def read_ods(path: Path) -> tuple[Sheet, ...]:
    """The sheets of an OpenDocument spreadsheet."""
    _refuse_bomb(path)
    try:
        with zipfile.ZipFile(path) as archive:
            root = fromstring(archive.read("content.xml"))
    except (KeyError, ParseError, DefusedXmlException, zipfile.BadZipFile) as error:
        raise _unreadable(path, error) from error
    return tuple(_ods_sheet(table) for table in root.iter(f"{_TABLE}table"))


def _ods_sheet(table: Element) -> Sheet:
    grid: list[list[Cell]] = []
    merged: list[tuple[int, int, int, int]] = []
    for element in table.iter(f"{_TABLE}table-row"):
        row, spans = _ods_row(element)
        merged.extend((len(grid), left, len(grid) + down, left + right) for left, down, right in spans)
        repeated = int(element.get(f"{_TABLE}number-rows-repeated", "1"))
        # Empty rows down to the last possible one are how writers fill a sheet.
        grid.extend(list(row) for _ in range(repeated if row else 1))
        if len(grid) * max(len(row), 1) > _MAX_CELLS:
            raise BadInputError("The spreadsheet has too many cells.", cure="Save only the table's sheet.")
    width = max(map(len, grid), default=0)
    for row in grid:
        row.extend([None] * (width - len(row)))
    for top, left, bottom, right in merged:
        _fill(grid, top, left, bottom=bottom, right=right)
    return Sheet(table.get(f"{_TABLE}name", ""), tuple(tuple(row) for row in grid), ("ODS sheet",))


def _ods_row(element: Element) -> tuple[list[Cell], list[tuple[int, int, int]]]:
    """The cells of one row up to the last filled one, and (column, rows, columns) of merged ones."""
    cells: list[Cell] = []
    spans = []
    for cell in element:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        down = int(cell.get(f"{_TABLE}number-rows-spanned", "1"))
        right = int(cell.get(f"{_TABLE}number-columns-spanned", "1"))
        if down > 1 or right > 1:
            spans.append((len(cells), down, right))
        cells.extend([_ods_value(cell)] * min(int(cell.get(f"{_TABLE}number-columns-repeated", "1")), 20_000))
    while cells and cells[-1] is None:
        cells.pop()
    return cells, spans


def _ods_value(element: Element) -> Cell:
    kind = element.get(f"{_OFFICE}value-type")
    if kind in ("float", "currency"):
        number = float(element.get(f"{_OFFICE}value", "nan"))
        return int(number) if number.is_integer() else number
    if kind == "percentage":
        return f"{float(element.get(f'{_OFFICE}value', 'nan')):.4%}"
    if kind == "date":
        return element.get(f"{_OFFICE}date-value", "")[:10]
    lines = ["".join(paragraph.itertext()) for paragraph in element.iter(f"{_TEXT}p")]
    return "\n".join(lines) or None


def _refuse_bomb(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise _unreadable(path, error) from error
    if unpacked > _MAX_UNPACKED:
        raise BadInputError(
            f"{path.name} unpacks to {unpacked // 2**20} MiB.", cure="Save only the table's sheet."
        )


def _unreadable(path: Path, error: Exception) -> BadInputError:
    return BadInputError(
        f"{path.name} is not a readable workbook ({error}).",
        cure="Open and save it again, or save it as CSV.",
    )
