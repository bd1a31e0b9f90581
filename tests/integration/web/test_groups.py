"""Figures grouped by a field, and the same filters as Parquet."""

import io

import pyarrow.parquet
import pytest
from fastapi.testclient import TestClient

from storage.figure_groups import FigureGrouping


def test_regions_are_grouped_with_their_reach(client: TestClient) -> None:
    page = client.get("/angka?group=region&unit=cases").text
    assert "Kota Serang" in page
    assert "region=36.73" in page
    assert "tidak dijumlahkan" in page


@pytest.mark.parametrize("group", list(FigureGrouping))
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_grouping_answers(client: TestClient, group: FigureGrouping, language: str) -> None:
    answer = client.get(f"/angka?group={group}", headers={"Cookie": f"bahasa={language}"})
    assert answer.status_code == 200
    assert "<tbody>" in answer.text


def test_a_link_of_a_group_leads_to_its_figures(client: TestClient) -> None:
    grouped = client.get("/angka?group=year&region=36.73").text
    assert "year=2020" in grouped
    figures = client.get("/angka?region=36.73&year=2020").text
    assert "57" in figures


def test_an_unknown_grouping_is_refused(client: TestClient) -> None:
    assert client.get("/angka?group=mood").status_code == 422


def test_parquet_holds_the_rows_of_the_same_filter(client: TestClient) -> None:
    rows = client.get("/angka.csv?region=36.73&year=2020").text.strip().splitlines()
    table = pyarrow.parquet.read_table(
        io.BytesIO(client.get("/angka.parquet?region=36.73&year=2020").content)
    )
    assert table.num_rows == len(rows) - 1
    assert "evidence" in table.column_names
