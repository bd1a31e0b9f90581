"""Records as a workbook: a sheet of rows, and a sheet that says what the columns mean."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from exports.codebook import TableSchema
from exports.records import Record
from models.errors import BadInputError
from models.vocabulary import Language

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CHUNK = 65_536
_MOST_ROWS = 1_048_575
_CODEBOOK = {
    Language.INDONESIAN: ("buku kode", ("kolom", "tipe", "arti", "kata yang mungkin")),
    Language.ENGLISH: ("codebook", ("column", "type", "meaning", "possible words")),
}


def as_xlsx(schema: TableSchema, records: Iterable[Record], language: Language) -> Iterator[bytes]:
    """The records as XLSX; written to disk first, for the format cannot be sent as it grows.

    Raises:
        BadInputError: there are more rows than a sheet can hold.
    """
    workbook = Workbook(write_only=True)
    with closing(workbook.create_sheet(schema.name.value)) as sheet:
        _add_rows(sheet, schema, records)
    _add_codebook(workbook, schema, language)
    with tempfile.TemporaryFile() as file:
        workbook.save(file)
        file.seek(0)
        while chunk := file.read(_CHUNK):
            yield chunk


def _add_rows(sheet: Any, schema: TableSchema, records: Iterable[Record]) -> None:
    sheet.append(list(schema.columns))
    for number, record in enumerate(records, start=1):
        if number > _MOST_ROWS:
            raise BadInputError(
                f"A sheet holds {_MOST_ROWS:,} rows at most; there are more.",
                cure="Write CSV or Parquet, or ask for fewer with --region or --year.",
            )
        sheet.append([_cell(sheet, record[name]) for name in schema.columns])


def _add_codebook(workbook: Workbook, schema: TableSchema, language: Language) -> None:
    title, headings = _CODEBOOK[language]
    sheet = workbook.create_sheet(title)
    sheet.append(list(headings))
    for field in schema.fields:
        row = (field.name, field.type.value, field.meaning[language], ", ".join(field.words))
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: Any, value: Any) -> Any:
    if isinstance(value, datetime):
        value = value.isoformat()  # A workbook knows no time zones.
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, value=_without_control_characters(value))
    cell.data_type = "s"
    return cell


def _without_control_characters(value: str) -> str:
    """A workbook is XML, which holds no control characters."""
    return "".join(letter for letter in value if letter >= " " or letter in "\n\t")
