"""The API's rate limit, and pages kept while the store stays as it is."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from models.settings import Settings
from storage.database import Database
from tests.integration.web.filling import Filled
from web.app import create_app
from web.caching import PageCache


def test_an_address_that_asks_too_often_is_told_when_to_come_back(
    filled_database: Database, filled: Filled, tmp_path: pytest.TempPathFactory
) -> None:
    settings = Settings(data_dir=tmp_path, api_rate=3)  # type: ignore[arg-type]
    with TestClient(create_app(filled_database, settings)) as client:
        answers = [client.get("/api/v1/regions?q=serang") for _ in range(4)]
        page = client.get("/tentang")
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert 1 <= int(answers[3].headers["retry-after"]) <= 60
    assert page.status_code == 200


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """What the server would have counted as written, set by the test."""
    state = {"written": 1}
    monkeypatch.setattr("web.caching._written", lambda database: state["written"])
    monkeypatch.setattr("web.caching._ASK_EVERY", 0.0)
    return state


def _change_title(database: Database, title: str) -> None:
    with database.session() as session:
        session.execute(text("UPDATE official_dataset SET title = :title"), {"title": title})


def test_a_kept_page_lasts_until_the_store_is_written_to(
    filled_database: Database, filled: Filled, made: dict[str, int]
) -> None:
    with TestClient(create_app(filled_database, keeps_pages=True)) as client:
        first = client.get("/resmi").text
        _change_title(filled_database, "Judul lain")
        assert client.get("/resmi").text == first
        made["written"] += 1
        assert "Judul lain" in client.get("/resmi").text


def test_kept_pages_are_nobodys_own(filled_database: Database, filled: Filled, made: dict[str, int]) -> None:
    with TestClient(create_app(filled_database, keeps_pages=True)) as client:
        indonesian = client.get("/resmi").text
        english = client.get("/resmi", headers={"Cookie": "bahasa=en"}).text
        _change_title(filled_database, "Judul ketiga")
        someone = client.get("/resmi", headers={"Cookie": "kawal=whoever"}).text
    assert 'lang="id"' in indonesian
    assert 'lang="en"' in english
    assert "Judul ketiga" in someone


def test_kept_pages_keep_their_headers(
    filled_database: Database, filled: Filled, made: dict[str, int]
) -> None:
    with TestClient(create_app(filled_database, keeps_pages=True)) as client:
        first, again = client.get("/temuan"), client.get("/temuan")
    assert first.headers == again.headers
    assert "content-security-policy" in again.headers


def test_the_servers_own_count_grows_with_what_is_written(filled_database: Database, filled: Filled) -> None:
    cache = PageCache(create_app(filled_database), database=filled_database)
    assert cache is not None
    from storage.counts import rows_written  # noqa: PLC0415

    with filled_database.session() as session:
        session.execute(text("SELECT pg_stat_force_next_flush()"))
        before = rows_written(session)
    _change_title(filled_database, "Judul keempat")
    with filled_database.session() as session:
        session.execute(text("SELECT pg_stat_force_next_flush()"))
    with filled_database.session() as session:
        assert rows_written(session) > before
