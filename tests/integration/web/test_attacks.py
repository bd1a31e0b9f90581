"""Attacks: scripts in articles, SQL in filters, paths out of the folder, hostile parameters."""

import re
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from storage.database import Database
from tests.integration.web.filling import SCRIPT, Filled

FIGURES = 24
SQL = [
    "' OR '1'='1",
    "36.73'; DROP TABLE figure; --",
    "1 UNION SELECT email FROM subscriber",
    "%' --",
    "\\'; --",
]
PARAMETERS = ["region", "year", "outlet", "unit", "population", "violence", "sort", "order", "page", "since"]
TRAVERSALS = [
    "/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/app.py", "/static/....//app.py",
    "/static//etc/passwd", "/static/..%5capp.py", "/static/%252e%252e/app.py", "/static/kawal.css%00.html",
]  # fmt: skip


@pytest.mark.parametrize(
    "path", ["/", "/angka", "/berita", "/wilayah/36.73", "/berita?q=<script>alert(1)</script>"]
)
def test_markup_of_articles_and_addresses_is_text(client: TestClient, path: str) -> None:
    page = client.get(path).text
    assert "<script" not in page
    assert "<img" not in page
    assert re.search(r"\son\w+=", re.sub(r">[^<]*<", "><", page)) is None


def test_an_article_cannot_run_anything(client: TestClient, filled: Filled) -> None:
    page = client.get(f"/berita/{filled.attack}").text
    assert SCRIPT not in page
    assert "&lt;script&gt;" in page
    assert "<img" not in page


def test_feeds_and_api_keep_markup_as_text(client: TestClient) -> None:
    assert "<script" not in client.get("/wilayah/36.73/angka.atom").text
    answer = client.get("/api/v1/figures")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("attack", SQL)
@pytest.mark.parametrize("name", PARAMETERS)
def test_sql_in_a_filter_is_a_value(
    client: TestClient, filled_database: Database, name: str, attack: str
) -> None:
    answer = client.get("/angka", params={name: attack})
    assert answer.status_code in {200, 404, 422}
    if answer.status_code == 200:
        assert "#angka-" not in answer.text
    with filled_database.session() as session:
        assert session.scalar(text("SELECT count(*) FROM figure")) == FIGURES


@pytest.mark.parametrize("attack", SQL)
def test_sql_in_a_search_is_words(client: TestClient, attack: str) -> None:
    for path in ("/berita", "/wilayah", "/api/v1/articles", "/api/v1/regions"):
        assert client.get(path, params={"q": attack}).status_code in {200, 404}


@pytest.mark.parametrize("path", TRAVERSALS)
def test_nothing_outside_the_static_folder_is_served(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in {400, 404}
    assert "create_app" not in answer.text
    assert "root:" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/berita?q=%00", "/angka?region=a%00b", "/berita/99999999999999999999", "/berita/-1", "/temuan/0",
        "/wilayah/%00", "/wilayah/36'--", "/angka?page=999999999999",
        "/api/v1/figures?after=99999999999999",
        "/api/v1/figures?limit=100000", "/angka?year=999999999999999999999",
        "/berita?q=" + "a" * 5000,
        "/berita?q=%ff%fe", "/wilayah?q=" + quote("%_\\"), "/angka?since=0000-00-00",
        "/angka?since=9999-99-99",
    ],
)  # fmt: skip
def test_impossible_values_never_break_the_server(client: TestClient, path: str) -> None:
    assert client.get(path).status_code in {200, 400, 404, 422}


@pytest.mark.parametrize("path", ["/", "/api/v1/figures", "/static/kawal.css", "/tidak-ada", "/angka.csv"])
def test_every_answer_carries_the_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "unsafe-inline" not in policy
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"


def test_no_page_writes(client: TestClient) -> None:
    for path in ("/", "/angka", "/api/v1/figures"):
        for method in ("POST", "PUT", "DELETE", "PATCH"):
            assert client.request(method, path).status_code in {404, 405}


def test_no_page_asks_another_host(client: TestClient, filled: Filled) -> None:
    for path in ("/", "/wilayah/36.73", f"/berita/{filled.serang_2020}", "/provinsi"):
        page = client.get(path).text
        loaded = re.findall(r'<(?:link|script|img|iframe)[^>]*(?:src|href)="([^"]*)"', page)
        assert [address for address in loaded if not address.startswith("/")] == []


def test_a_language_cookie_can_only_choose_a_language(client: TestClient) -> None:
    page = client.get("/", headers={"Cookie": 'bahasa="><script>'}).text
    assert 'lang="id"' in page
    assert "<script" not in page
