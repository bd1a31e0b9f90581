"""`make demo`, as a newcomer runs it, twice; then the newsroom's second edition."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from demo.contents import OUTLETS
from demo.expectations import ExpectedArticle, load_expected
from models.crawling import Page
from models.reading import Article
from models.settings import Settings
from models.vocabulary import Outcome
from storage.database import Database
from storage.server import running_server

SEED_FACTS = 16
ROOT = Path(__file__).resolve().parents[3]


@dataclass(slots=True)
class Home:
    """A data folder of one's own, and what was printed there."""

    folder: Path
    printed: list[str] = field(default_factory=list)

    def kawal(self, *arguments: str) -> str:
        environ = {**os.environ, "KAWAL_DATA_DIR": str(self.folder), "KAWAL_LANG": "id"}
        environ.pop("KAWAL_DATABASE_URL", None)
        done = subprocess.run(
            [sys.executable, "-m", "kawal", *arguments],
            check=False,
            capture_output=True,
            text=True,
            env=environ,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    def rows(self, *arguments: str) -> list[dict[str, Any]]:
        loaded: list[dict[str, Any]] = json.loads(self.kawal(*arguments, "--json"))
        return loaded


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    place = Home(tmp_path_factory.mktemp("demo"))
    place.printed.append(place.kawal("demo"))
    place.printed.append(place.kawal("demo"))
    return place


def key(row: Any) -> tuple[object, ...]:
    """The six main fields of one figure, from a record or a printed row."""
    names = ("value", "region", "year", "unit", "population", "violence")
    if isinstance(row, dict):
        return tuple(row[name] for name in names)
    return tuple(getattr(row, name) for name in names)


def expected_articles() -> list[ExpectedArticle]:
    """What the first edition prints where robots.txt allows a look."""
    articles = [article for outlet in OUTLETS for article in load_expected(outlet).articles]
    return [one for one in articles if one.edition == 1 and one.outcome is not Outcome.ROBOTS]


def expected_figures() -> list[tuple[object, ...]]:
    return [key(figure) for article in expected_articles() for figure in article.figures]


def seed_figures() -> list[tuple[object, ...]]:
    return [key(figure) for article in expected_articles() if article.seed for figure in article.figures]


def test_the_first_run_says_what_became_of_every_url(home: Home) -> None:
    table = {
        line.split("│")[1].strip(): [cell.strip() for cell in line.split("│")[2:-1]]
        for line in home.printed[0].splitlines()
        if line.startswith("│") and line.split("│")[-2].strip().isdigit()
    }
    sums = [int(cell) for cell in table.pop("semua URL")]
    table.pop("bita isi diunduh")
    outcomes = [row for name, row in table.items() if len(row) == len(sums) and name.isidentifier()]
    assert sums[-1] == sum(sums[:-1]) > 50
    assert [sum(int(row[column]) for row in outcomes) for column in range(len(sums))] == sums


def test_all_seed_facts_are_among_the_figures(home: Home) -> None:
    wanted = Counter(seed_figures())
    assert wanted.total() == SEED_FACTS
    found = Counter(key(row) for row in home.rows("figures"))
    assert wanted - found == Counter()


def test_every_figure_has_its_evidence_and_address(home: Home) -> None:
    rows = home.rows("figures")
    assert rows
    assert all(row["evidence"] and row["url"].startswith("http") for row in rows)


def test_most_expected_figures_are_found_and_few_others(home: Home) -> None:
    wanted, found = Counter(expected_figures()), Counter(key(row) for row in home.rows("figures", "--copies"))
    hits = (wanted & found).total()
    assert hits / wanted.total() >= 0.9
    assert hits / found.total() >= 0.9


def test_the_second_run_downloads_and_doubles_nothing(home: Home) -> None:
    assert "; 0 halaman diunduh penuh; 53 halaman tidak berubah (304)" in home.printed[1]
    assert "Tidak ada baris baru atau ganda." in home.printed[1]


def test_findings_of_the_main_kinds_are_told_in_sentences(home: Home) -> None:
    kinds = {row["kind"] for row in home.rows("findings")}
    assert {"match", "differs", "not_comparable", "conflict", "arithmetic"} <= kinds


def test_the_digest_lies_where_it_says(home: Home) -> None:
    [line] = [line for line in home.printed[0].splitlines() if line.startswith("Buletin: ")]
    html = Path(line.removeprefix("Buletin: ").strip())
    assert html.is_file()
    assert html.with_suffix(".txt").is_file()
    assert "kawal serve" in home.printed[0]


def test_the_notebook_of_the_docs_runs_on_it(home: Home, tmp_path: Path) -> None:
    source, target = ROOT / "docs" / "notebooks" / "from-report-to-table.ipynb", tmp_path / "run.ipynb"
    environ = {**os.environ, "KAWAL_DATA_DIR": str(home.folder), "KAWAL_DATABASE_URL": ""}
    subprocess.run(
        [sys.executable, ROOT / "scripts" / "run_notebook.py", source, target],
        check=True, capture_output=True, env=environ, timeout=300,
    )  # fmt: skip
    kept, ran = (json.loads(path.read_text("utf-8"))["cells"] for path in (source, target))
    assert [cell["source"] for cell in ran] == [cell["source"] for cell in kept]
    assert source.stat().st_size < 20_000
    printed = "".join(line for cell in ran for out in cell.get("outputs", ()) for line in out["text"])
    assert "difference of 10" in printed
    assert all(cell["outputs"] for cell in kept[3:] if cell["cell_type"] == "code")


def test_a_live_crawl_stays_out_of_the_demo(home: Home) -> None:
    environ = {**os.environ, "KAWAL_DATA_DIR": str(home.folder)}
    done = subprocess.run(
        [sys.executable, "-m", "kawal", "crawl", "bantentv"],
        check=False,
        capture_output=True,
        text=True,
        env=environ,
        timeout=120,
    )
    assert done.returncode == 2
    assert "invented" in done.stderr


def test_the_second_edition_updates_removes_and_adds(home: Home) -> None:
    before = versions(home.rows("articles", "--copies"))
    old = _as_if_older_rules_had_read_one(home)
    printed = home.kawal("demo", "--edition", "2")
    assert "1 berita dibaca ulang." in printed
    assert _read_by(home, old) != {"code": "older"}
    rows = home.rows("articles", "--copies")
    after = versions(rows)
    changed = [url for url, version in after.items() if before.get(url, version) != version]
    assert len(changed) == 1
    assert len(set(after) - set(before)) == 1
    assert sum(row["removed_at"] is not None for row in rows) == 2


def _as_if_older_rules_had_read_one(home: Home) -> int:
    """The id of an article that both editions print alike."""
    [url] = {row["url"] for row in home.rows("figures", "--region", "36.73", "--year", "2020")}
    with _opened(home) as session:
        article = session.scalars(
            select(Article).join(Page, Page.id == Article.page_id).where(Page.url == url)
        ).one()
        article.extraction_versions = {"code": "older"}
        return article.id


def _read_by(home: Home, article: int) -> object:
    with _opened(home) as session:
        return session.get_one(Article, article).extraction_versions


@contextmanager
def _opened(home: Home) -> Iterator[Session]:
    with running_server(Settings(data_dir=home.folder)) as url:
        database = Database(url)
        with database.session() as session:
            yield session
        database.close()


def versions(rows: Sequence[dict[str, Any]]) -> dict[str, int]:
    return {row["url"]: row["version"] for row in rows}
