"""Every page answers in both languages, with what its address asks for."""

import pytest
from fastapi.testclient import TestClient

from tests.integration.web.filling import Filled

PAGES = [
    "/", "/provinsi", "/provinsi?measure=findings&year=2024", "/angka", "/temuan", "/program", "/berita",
    "/resmi", "/media", "/tentang", "/buku-kode", "/wilayah/36.73", "/wilayah/36", "/wilayah/ID",
    "/wilayah/36.73.01", "/wilayah?q=serang", "/temuan.atom", "/wilayah/36.73/angka.atom", "/temuan/1",
]  # fmt: skip


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers(client: TestClient, path: str, language: str) -> None:
    answer = client.get(path, params=None, headers={"Cookie": f"bahasa={language}"})
    assert answer.status_code == 200
    assert f'lang="{language}"' in answer.text


def test_article_and_table_pages_answer(client: TestClient, filled: Filled) -> None:
    for path in (f"/berita/{filled.serang_2020}", f"/berita/{filled.attack}", f"/resmi/{filled.dataset}"):
        assert client.get(path).status_code == 200
