"""Nothing that leaves the system names a victim: pages, files, feeds, API."""

import io

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from tests.integration.web.filling import VICTIM_WORDS, Filled

PATHS = [
    "/", "/angka", "/berita", "/berita?q=korban", "/wilayah/36.04", "/wilayah/36", "/angka.csv", "/temuan",
    "/wilayah/36.04/angka.atom", "/temuan.atom", "/api/v1/figures", "/api/v1/articles", "/api/v1/findings",
    "/api/v1/programmes", "/berita?q=Melati",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_no_name_home_or_school_is_sent(client: TestClient, path: str) -> None:
    sent = client.get(path).text.replace("/berita?q=Melati", "").replace('value="Melati"', "")
    assert [word for word in VICTIM_WORDS if word in sent] == []


def test_who_knows_a_name_learns_nothing_by_searching_it(client: TestClient, filled: Filled) -> None:
    assert f'href="/berita/{filled.victim}"' not in client.get("/berita?q=Melati").text
    assert client.get("/api/v1/articles?q=Melati").json()["rows"] == []
    assert f'href="/berita/{filled.victim}"' in client.get("/berita?q=pencabulan").text


def test_the_article_keeps_its_figures_and_officials(client: TestClient, filled: Filled) -> None:
    page = client.get(f"/berita/{filled.victim}").text
    assert [word for word in VICTIM_WORDS if word in page] == []
    assert "Polres Serang menangani 12 kasus pencabulan anak pada 2023" in page
    assert "Kasat Reskrim AKP Bima Sakti" in page


def test_the_workbook_names_nobody(client: TestClient) -> None:
    sheet = load_workbook(io.BytesIO(client.get("/angka.xlsx").content)).active
    assert sheet is not None
    cells = " ".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)
    assert "12 kasus pencabulan" in cells
    assert [word for word in VICTIM_WORDS if word in cells] == []
