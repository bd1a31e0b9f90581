"""The cross-check as a person meets it: tables in, both sides out, articles gone, layouts kept."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from typer.testing import CliRunner, Result

from kawal.main import app
from models.crawling import Page
from models.reading import Article
from models.settings import Settings
from models.vocabulary import Outcome
from storage.articles import ArticleRepository
from tests.integration.crosscheck.conftest import AddStory, Fact

SERANG = "36.73"
TABLE = """kode_kabupaten_kota,nama_kabupaten_kota,jumlah_kasus_terhadap_perempuan_dan_anak,satuan,tahun
3673,KOTA SERANG,{},KASUS,2024
3672,KOTA CILEGON,30,KASUS,2024
"""
ODD = "Daerah,Angka 2024\nKota Serang,50\nKota Cilegon,30\n"


@pytest.fixture
def home(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("KAWAL_DATABASE_URL", str(settings.database_url))
    monkeypatch.setenv("KAWAL_DATA_DIR", str(settings.data_dir))
    return tmp_path


def kawal(*arguments: object) -> Result:
    answer = CliRunner().invoke(app, [*map(str, arguments)])
    assert answer.exit_code == 0, answer.exception
    return answer


def rows(*arguments: object) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads(kawal(*arguments, "--json").stdout)
    return loaded


def table(folder: Path, text: str, name: str = "jumlah_kasus.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_both_sides_are_printed_and_a_forgotten_article_closes_its_findings(
    home: Path, session: Session, add_story: AddStory
) -> None:
    add_story("satu", [Fact(value=60, region=SERANG, year=2024)])
    add_story("dua", [Fact(value=30, region="36.72", year=2024)])
    session.commit()
    kawal("official", "import", table(home, TABLE.format(50)), "--portal", "data.contoh.go.id")
    printed = kawal("--lang", "en", "crosscheck", "--region", SERANG, "--year", "2024").stdout
    for cell in ("50 (data.contoh.go.id)", "60 (satu.test, 2026-01-05)", "differs"):
        assert cell in printed
    assert "Cilegon" not in printed
    kawal("crosscheck")
    assert {row["kind"] for row in rows("findings")} == {"differs", "match"}
    kawal("forget", "https://satu.test/berita", "--yes")
    assert [row["kind"] for row in rows("findings")] == ["match"]
    [gone] = [row for row in rows("findings", "--closed") if row["state"] == "closed"]
    assert (gone["kind"], gone["closed_reason"]) == ("differs", "article_gone")
    assert "article_gone" in kawal("--lang", "en", "findings", "--closed").stdout
    page = session.scalars(select(Page).where(Page.url == "https://satu.test/berita")).one()
    assert (page.body, page.outcome, page.read_sha256) == (None, Outcome.REMOVED, page.body_sha256)


def test_the_first_copy_takes_the_place_of_a_forgotten_story(
    home: Path, session: Session, add_story: AddStory
) -> None:
    told = [add_story(name, [Fact(value=60, region=SERANG, year=2024)]) for name in ("asli", "tiru", "ulang")]
    for copy in told[1:]:
        ArticleRepository(session).mark_duplicate(copy.id, told[0].id)
    session.commit()
    assert [row["outlet"] for row in rows("figures")] == ["asli.test"]
    kawal("forget", "https://asli.test/berita", "--yes")
    assert [row["outlet"] for row in rows("figures")] == ["tiru.test"]
    session.expire_all()
    assert session.scalars(select(Article.duplicate_of).order_by(Article.id)).all() == [None, told[1].id]


def test_an_address_without_article_is_refused(home: Path) -> None:
    answer = CliRunner().invoke(app, ["forget", "https://tidak.ada/", "--yes"])
    assert "There is no article" in str(answer.exception)


def test_what_a_new_version_changed_is_told(home: Path) -> None:
    kawal("official", "import", table(home, TABLE.format(50)))
    told = kawal("official", "import", table(home, TABLE.format(53))).stderr
    assert "kawal official changes 2" in told
    assert rows("official", "changes", 2) == [
        {
            "region": SERANG,
            "region_name": "Kota Serang",
            "what": "kasus kekerasan terhadap perempuan dan anak, tahun 2024",
            "before": 50,
            "after": 53,
        }
    ]
    assert [row["version"] for row in rows("official", "list")] == [1, 2]
    assert {row["value"] for row in rows("official", "figures", "--region", SERANG)} == {53}


def test_what_an_import_would_leave_out_is_told_in_the_readers_language(home: Path) -> None:
    path = table(home, TABLE.format("lima puluh") + "3671,KOTA TANGERANG,20,KASUS,2024\n" * 10)
    indonesian = kawal("official", "import", path, "--dry-run", "--skip-bad").stdout
    for words in ("isi", "lima puluh", "bukan bilangan bulat", "dari namanya dan angkanya"):
        assert words in indonesian
    english = kawal("--lang", "en", "official", "import", path, "--dry-run", "--skip-bad").stdout
    for words in ("content", "lima puluh", "no whole number", "by its name and its numbers"):
        assert words in english


def test_a_mapping_that_worked_reads_the_next_file(home: Path) -> None:
    first, second = table(home, ODD, "a.csv"), table(home, ODD.replace("50", "55"), "b.csv")
    unread = CliRunner().invoke(app, ["official", "import", str(first)])
    assert "--map @unit" in str(unread.exception)
    portal = ("--portal", "data.contoh.go.id")
    mapping = ("--map", "@unit=cases", "--save-layout", "contoh")
    lonely = CliRunner().invoke(app, ["official", "import", str(first), *mapping])
    assert "Give both as well" in str(lonely.exception)
    kawal("official", "import", first, *portal, *mapping, "--licence", "CC BY 4.0", "--publisher", "DP3A")
    kawal("official", "import", second, *portal)
    assert [row["value"] for row in rows("official", "figures", "--region", SERANG)] == [50, 55]


def test_what_shows_over_time(home: Path, session: Session, add_story: AddStory) -> None:
    add_story("satu", [Fact(value=60, region=SERANG, year=2024)], published=date(2025, 1, 5))
    add_story("dua", [Fact(value=50, region=SERANG, year=2024)], published=date(2025, 2, 5))
    session.commit()
    kawal("official", "import", table(home, TABLE.format(50)))
    kawal("crosscheck")
    [gap] = rows("gaps", "--region", "36")
    assert (gap["region"], gap["last"]) == (SERANG, "2025-02-05")
    assert [(row["value"], row["outlets"]) for row in rows("revisions", "--region", SERANG)] == [
        (60, "satu.test"),
        (50, "dua.test"),
    ]
    shares = {row["outlet"]: row["share"] for row in rows("reliability")}
    assert shares == {"satu.test": 0.0, "dua.test": 1.0}
    for command in (("gaps",), ("revisions", "--region", SERANG), ("reliability",)):
        assert "Serang" in kawal(*command).stdout or "test" in kawal(*command).stdout
