"""The figures table: filters, order, paging, and files of exactly what it shows."""

import csv
import io
import re

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from exports.codebook import TableName, schema_of

COLUMNS = schema_of(TableName.FIGURES).columns


FILTERS = [
    ("", 24),
    ("region=36.73", 16),
    ("region=Kota+Serang", 16),
    ("region=36", 20),
    ("region=Banten&year=2024", 6),
    ("outlet=suarabanten.test", 10),
    ("unit=victims", 1),
    ("violence=sexual", 8),
    ("population=children", 1),
    ("region=36.73&year=2024&unit=cases&violence=any", 2),
    ("since=2025-01-15&until=2025-02-28", 8),
    ("year=1999", 0),
    ("region=&year=&unit=", 24),
]


def _shown(text: str) -> list[str]:
    return re.findall(r"/berita/\d+#angka-(\d+)", text)


def _records(client: TestClient, query: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(f"/angka.csv?{query}").text)))


@pytest.mark.parametrize(("query", "expected"), FILTERS)
def test_filters_and_files_agree(client: TestClient, query: str, expected: int) -> None:
    assert len(_shown(client.get(f"/angka?{query}").text)) == expected
    assert len(_records(client, query)) == expected


@pytest.mark.parametrize(("order", "reverse"), [("asc", False), ("desc", True)])
def test_sorting_by_count(client: TestClient, order: str, *, reverse: bool) -> None:
    values = [int(row["value"]) for row in _records(client, f"sort=value&order={order}")]
    assert values == sorted(values, reverse=reverse)


@pytest.mark.parametrize("sort", ["published", "year", "region", "outlet", "confidence"])
def test_the_file_has_the_order_of_the_page(client: TestClient, sort: str) -> None:
    page = client.get(f"/angka?sort={sort}&order=asc").text
    evidence = [re.sub(r"\s+", " ", row["evidence"]) for row in _records(client, f"sort={sort}&order=asc")]
    column = {"year": "year", "published": "published", "outlet": "outlet"}.get(sort)
    if column is not None:
        known = [row[column] for row in _records(client, f"sort={sort}&order=asc") if row[column]]
        assert known == sorted(known)
    assert len(evidence) == len(_shown(page))


def test_unknown_order_is_refused(client: TestClient) -> None:
    assert client.get("/angka?sort=evidence").status_code == 422


def test_a_page_after_the_last_is_empty(client: TestClient) -> None:
    assert _shown(client.get("/angka?page=2").text) == []


def test_the_workbook_holds_the_same_rows(client: TestClient) -> None:
    answer = client.get("/angka.xlsx?region=36.73")
    sheet = load_workbook(io.BytesIO(answer.content))["figures"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == COLUMNS
    assert [str(row[COLUMNS.index("value")]) for row in rows[1:]] == [
        row["value"] for row in _records(client, "region=36.73")
    ]
    assert answer.headers["content-disposition"] == 'attachment; filename="kawal-angka.xlsx"'


def test_no_cell_is_a_formula(client: TestClient) -> None:
    sheet = load_workbook(io.BytesIO(client.get("/angka.xlsx").content)).active
    assert sheet is not None
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d", "inlineStr"}
    assert [row["evidence"][:12] for row in _records(client, "unit=victims")] == ["'=HYPERLINK("]
