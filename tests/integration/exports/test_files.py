"""Every table as every kind of file: the same rows, described, nobody named."""

import csv
import io
import sys
import tracemalloc
from collections.abc import Iterator
from datetime import date, datetime

import pyarrow.parquet
import pytest
from openpyxl import load_workbook
from sqlalchemy.orm import Session

from exports.codebook import TableName, schema_of
from exports.csvfile import as_csv
from exports.files import FileFormat, write_table
from exports.records import Record
from exports.tables import EVERYTHING
from models.errors import BadInputError, ExtraMissingError
from models.vocabulary import Language
from storage.figures import FigureFilter, FigureRepository
from storage.paging import every
from tests.integration.web.filling import VICTIM_WORDS


def _file(session: Session, name: TableName, file_format: FileFormat) -> bytes:
    file = io.BytesIO()
    write_table(
        schema_of(name), EVERYTHING[name](session), file, file_format=file_format, language=Language.ENGLISH
    )
    return file.getvalue()


def _text(value: object) -> str:
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


@pytest.mark.parametrize("name", TableName)
def test_every_format_holds_the_same_rows(filled: Session, name: TableName) -> None:
    expected = list(EVERYTHING[name](filled))
    assert expected != []
    columns = list(schema_of(name).columns)
    texts = io.StringIO(_file(filled, name, FileFormat.CSV).decode())
    rows = list(csv.reader(texts))
    assert rows[0] == columns
    assert [row[0] for row in rows[1:]] == [str(record["id"]) for record in expected]
    sheet = load_workbook(io.BytesIO(_file(filled, name, FileFormat.XLSX)))[name.value]
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        record["id"] for record in expected
    ]
    table = pyarrow.parquet.read_table(io.BytesIO(_file(filled, name, FileFormat.PARQUET)))
    assert table.column_names == columns
    assert [[_text(row[key]) for key in columns] for row in table.to_pylist()] == [
        [_text(record[key]) for key in columns] for record in expected
    ]


def test_a_workbook_says_what_its_columns_mean(filled: Session) -> None:
    book = load_workbook(io.BytesIO(_file(filled, TableName.FIGURES, FileFormat.XLSX)))
    meanings = {row[0]: row for row in book["codebook"].iter_rows(min_row=2, values_only=True)}
    assert tuple(meanings) == schema_of(TableName.FIGURES).columns
    assert meanings["unit"][3] == "cases, victims, reports, perpetrators"


def test_parquet_says_what_its_columns_mean(filled: Session) -> None:
    file = io.BytesIO(_file(filled, TableName.FIGURES, FileFormat.PARQUET))
    value = pyarrow.parquet.read_schema(file).field("value")
    assert value.metadata[b"description"] == b"the count, an integer"
    assert str(value.type) == "int64"


@pytest.mark.parametrize("file_format", FileFormat)
@pytest.mark.parametrize("name", TableName)
def test_no_file_names_a_victim(filled: Session, name: TableName, file_format: FileFormat) -> None:
    content = _file(filled, name, file_format)
    if file_format is FileFormat.XLSX:
        sheet = load_workbook(io.BytesIO(content))[name.value]
        content = str(list(sheet.iter_rows(values_only=True))).encode()
    if file_format is FileFormat.PARQUET:
        content = str(pyarrow.parquet.read_table(io.BytesIO(content)).to_pylist()).encode()
    assert [word for word in VICTIM_WORDS if word.encode() in content] == []


def test_a_finding_names_the_figures_it_rests_on(filled: Session) -> None:
    figures = {str(record["id"]): record for record in EVERYTHING[TableName.FIGURES](filled)}
    for finding in EVERYTHING[TableName.FINDINGS](filled):
        for number in (finding["figure_ids"] or "").split():
            assert figures[number]["url"] in finding["urls"].split()
        assert isinstance(finding["first_seen"], datetime)


@pytest.mark.parametrize("limit", [None, 0, 1, 7, 10, 1000])
def test_pages_follow_one_another_without_gaps(filled: Session, limit: int | None) -> None:
    select = FigureRepository(filled).select
    whole = [row.id for row in select()]
    paged = [row.id for row in every(select, FigureFilter(limit=limit), page=5)]
    assert paged == whole[:limit]


def _many(rows: int) -> Iterator[Record]:
    record = {field.name: None for field in schema_of(TableName.FIGURES).fields}
    for number in range(rows):
        yield {**record, "id": number, "evidence": f"Tercatat {number} kasus." * 10}


def test_memory_does_not_grow_with_the_rows() -> None:
    peaks = []
    for rows in (2_000, 40_000):
        tracemalloc.start()
        for piece in as_csv(schema_of(TableName.FIGURES), _many(rows)):
            assert piece
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.5


def test_a_sheet_that_is_full_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exports.workbook._MOST_ROWS", 3)
    with pytest.raises(BadInputError, match="A sheet holds 3 rows at most"):
        write_table(schema_of(TableName.FIGURES), _many(4), io.BytesIO(), file_format=FileFormat.XLSX)


def test_parquet_without_its_library_comes_with_the_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExtraMissingError, match=r"kawal-kasus\[parquet\]"):
        write_table(schema_of(TableName.FIGURES), [], io.BytesIO(), file_format=FileFormat.PARQUET)
