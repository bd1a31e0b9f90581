"""What pages say where there is little to say: nothing found, nothing stored, something broken."""

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import URL

from storage.articles import ArticleRepository
from storage.database import Database
from tests.conftest import fresh_database
from web.app import create_app


@pytest.fixture(scope="module")
def empty(server_url: URL, template: str) -> Iterator[Database]:
    for url in fresh_database(server_url, template):
        opened = Database(url)
        yield opened
        opened.close()


def test_an_error_nobody_named_is_told_in_a_sentence_and_stays_an_error(empty: Database) -> None:
    app = create_app(empty)
    app.add_api_route("/rusak", lambda: {}["nothing"], include_in_schema=False)
    app.add_api_route("/api/v1/rusak", lambda: {}["nothing"], include_in_schema=False)
    with TestClient(app, raise_server_exceptions=False) as client:
        page, answer = client.get("/rusak"), client.get("/api/v1/rusak")
    assert (page.status_code, answer.status_code) == (500, 500)
    assert "Ada yang rusak di sini" in page.text
    assert answer.json() == {"detail": "Internal error."}
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    with TestClient(app) as client, pytest.raises(KeyError):
        client.get("/rusak")


def test_a_fresh_store_says_how_to_fill_it(empty: Database) -> None:
    with TestClient(create_app(empty)) as client:
        front, region = client.get("/").text, client.get("/wilayah/36.73").text
    assert "Belum ada isinya" in front
    assert "<thead" not in front
    assert "bukan berarti tidak ada kasus" in region


def test_what_is_not_there_can_be_searched_for(client: TestClient) -> None:
    page = client.get("/tidak-ada")
    assert page.status_code == 404
    assert 'action="/cari"' in page.text


def test_a_filter_nobody_knows_can_be_left_out(client: TestClient) -> None:
    page = client.get("/angka?year=kemarin")
    assert page.status_code == 422
    assert '<a href="/angka">' in page.text


def test_where_no_mail_is_sent_nobody_is_asked_to_subscribe(client: TestClient) -> None:
    assert "/langganan" not in client.get("/").text + client.get("/buletin").text


def test_a_kecamatan_is_called_one(client: TestClient) -> None:
    assert "<h1>Kecamatan Serang</h1>" in client.get("/wilayah/36.73.01").text
    assert "<h1>Kota Serang</h1>" in client.get("/wilayah/36.73").text


def test_the_codebook_says_its_words_in_the_readers_language(client: TestClient) -> None:
    assert "<code>offender_child</code> anak berhadapan dengan hukum" in client.get("/buku-kode").text
    assert "<code>roll_up</code> parts exceed the whole region" in client.get("/buku-kode?lang=en").text


def test_articles_come_newest_first_and_each_once(
    client: TestClient, filled_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.routes.articles.PAGE_ROWS", 2)
    shown: list[str] = []
    path: str | None = "/berita"
    while path is not None:
        page = client.get(path).text
        shown += re.findall(r'href="/berita/(\d+)"', page)
        following = re.search(r'rel="next" href="(\?[^"]+)"', page)
        path = None if following is None else f"/berita{following[1]}"
    with filled_database.session() as session:
        rows = ArticleRepository(session).newest(limit=1000)
    days = [row.published for row in rows]
    dated = [day for day in days if day is not None]
    assert shown == [str(row.id) for row in rows]
    assert len(set(shown)) == len(shown) > 4
    assert days[: len(dated)] == sorted(dated, reverse=True)
