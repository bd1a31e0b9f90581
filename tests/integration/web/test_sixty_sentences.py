"""Sixty sentences about victims: nothing of them on any page, in any file, feed or answer."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook
from sqlalchemy import URL

from digest.preview import preview
from exports.package import write_package
from models.masking import MASK
from models.records import ProgrammeRecord, TrendRecord
from models.vocabulary import Direction, Language, Population, ProgrammeAction, ProgrammeKind, Violence
from storage.database import Database
from storage.sources import SourceRepository
from tests.conftest import fresh_database
from tests.integration.web.filling import NOW, add, figure
from tests.integration.web.sixty import ARTICLES, Told
from web.app import create_app

KEPT = tuple(word for article in ARTICLES for told in article for word in told.kept)
# Initials stand in other words too, and an official may bear a victim's first name.
HIDDEN = tuple(
    word
    for article in ARTICLES
    for told in article
    for word in told.hidden
    if len(word) > 3 and word not in " ".join(KEPT)
)
LISTS = (
    "/", "/angka", "/angka.csv", "/berita", "/program", "/wilayah/ID", "/wilayah/ID/angka.atom",
    "/api/v1/figures?limit=1000", "/api/v1/articles?limit=1000", "/api/v1/programmes?limit=1000",
    "/berita?q=korban", "/api/v1/articles?q=korban&limit=1000", "/cari?q=korban", "/cari?q=Sahabat",
    "/temuan", "/temuan.atom", "/api/v1/findings?limit=1000", "/buletin.atom",
)  # fmt: skip


@pytest.fixture(scope="module")
def store(server_url: URL, template: str) -> Iterator[Database]:
    for url in fresh_database(server_url, template):
        database = Database(url)
        with database.session() as session:
            SourceRepository(session).upsert("kabar", outlet="kabar.test", owner=None, home_region=None)
            for number, article in enumerate(ARTICLES):
                text = " ".join(told.sentence for told in article)
                add(
                    session,
                    f"https://kabar.test/{number}",
                    text,
                    title=article[0].sentence,
                    published=None,
                    source="kabar",
                    figures=tuple(figure(text, told.sentence, 7, region="ID") for told in article),
                    programmes=tuple(_programme(text, told) for told in article),
                    trends=tuple(_trend(text, told) for told in article),
                )
        yield database
        database.close()


@pytest.fixture(scope="module")
def client(store: Database) -> Iterator[TestClient]:
    with TestClient(create_app(store)) as opened:
        yield opened


def _programme(text: str, told: Told) -> ProgrammeRecord:
    start = text.index(told.sentence)
    return ProgrammeRecord(
        name="Sahabat",
        aliases=(),
        kind=ProgrammeKind.SERVICE,
        region="ID",
        action=ProgrammeAction.RUNNING,
        evidence=told.sentence,
        start=start,
        end=start + len(told.sentence),
        confidence=0.8,
    )


def _trend(text: str, told: Told) -> TrendRecord:
    start = text.index(told.sentence)
    return TrendRecord(
        direction=Direction.UP,
        delta=None,
        from_year=None,
        to_year=2024,
        region="ID",
        population=Population.ALL,
        violence=Violence.ANY,
        evidence=told.sentence,
        start=start,
        end=start + len(told.sentence),
        confidence=0.7,
    )


def test_there_are_sixty() -> None:
    assert sum(len(article) for article in ARTICLES) == 60


@pytest.mark.parametrize("path", LISTS)
def test_nobody_is_named_in_lists(client: TestClient, path: str) -> None:
    sent = client.get(path)
    assert sent.status_code == 200
    assert [word for word in HIDDEN if word in sent.text] == []


def test_nobody_is_named_in_the_workbook(client: TestClient) -> None:
    sheet = load_workbook(io.BytesIO(client.get("/angka.xlsx").content)).active
    assert sheet is not None
    cells = " ".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)
    assert [word for word in HIDDEN if word in cells] == []


def test_nobody_is_named_to_programs_that_want_csv(client: TestClient) -> None:
    sent = client.get("/api/v1/figures?limit=1000", headers={"Accept": "text/csv"}).text
    assert sent.count("\n") > len(ARTICLES)
    assert [word for word in HIDDEN if word in sent] == []


def test_nobody_is_named_in_the_data_package(store: Database, tmp_path: Path) -> None:
    with store.session() as session:
        write_package(session, tmp_path, now=NOW, version="1")
    sent = "".join(path.read_text("utf-8") for path in tmp_path.iterdir())
    assert [word for word in KEPT if word not in sent.replace('""', '"')] == []
    assert [word for word in HIDDEN if word in sent] == []


@pytest.mark.parametrize("language", list(Language))
def test_nobody_is_named_in_the_digest(store: Database, tmp_path: Path, language: Language) -> None:
    with store.session() as session:
        files = preview(session, now=NOW, output_dir=tmp_path, language=language)
    sent = files.html.read_text("utf-8") + files.text.read_text("utf-8")
    assert MASK in sent
    assert [word for word in HIDDEN if word in sent] == []


def test_whoever_knows_a_name_cannot_ask_for_it(client: TestClient) -> None:
    shown = " ".join(
        client.get(f"/berita/{number}").text for number in range(1, len(ARTICLES) + 1)
    ).casefold()
    # Part of a hidden name may be a word that stays elsewhere, as a place or a first name.
    secret = [word for word in HIDDEN if not any(part.casefold()[:5] in shown for part in word.split())]
    assert len(secret) > 40
    for word in secret:
        for path in ("/cari", "/berita"):
            assert 'href="/berita/' not in client.get(path, params={"q": word}).text, (path, word)
        assert client.get("/api/v1/articles", params={"q": word}).json()["rows"] == []


@pytest.mark.parametrize("number", range(1, len(ARTICLES) + 1))
def test_the_article_names_nobody_and_keeps_the_rest(client: TestClient, number: int) -> None:
    page = client.get(f"/berita/{number}").text
    article = ARTICLES[number - 1]
    assert [word for told in article for word in told.hidden if word in page] == []
    assert [word for told in article for word in told.kept if word not in page] == []


def test_figures_and_officials_stay_in_the_file(client: TestClient) -> None:
    sent = client.get("/angka.csv").text
    assert [word for word in KEPT if word not in sent] == []
