"""A site, a declaration of it, and a way to crawl it once into a real store."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.declarations import Declaration, load_declarations
from crawler.run import CrawlReport, CrawlRequest, crawl
from models.settings import Settings
from models.vocabulary import Outcome, RunKind
from storage.database import Database
from storage.pages import PageRepository
from storage.runs import OutcomeRow, RunRepository
from storage.sources import SourceRepository
from tests.integration.crawler.sites import Site, path_of, served

DECLARATION = """
name = "{name}"
outlet = "{name}.test"
title = "Kabar {name}"
kind = "feed"
feeds = ["https://{name}.test/feed"]
article_patterns = ['^/(?:berita|tertutup)/']
verified = false
{more}
"""


def declare(folder: Path, name: str = "contoh", more: str = "") -> None:
    (folder / f"{name}.toml").write_text(DECLARATION.format(name=name, more=more), "utf-8")


@dataclass(frozen=True, slots=True)
class Crawled:
    """One run: its report and what became of every address, by path."""

    report: CrawlReport
    rows: Mapping[str, OutcomeRow]

    def outcomes(self) -> dict[str, Outcome]:
        return {path: row.outcome for path, row in self.rows.items()}

    def of(self, outcome: Outcome) -> set[str]:
        return {path for path, row in self.rows.items() if row.outcome is outcome}


@dataclass(slots=True)
class Newsdesk:
    """Crawls declared outlets into this test's store."""

    database: Database
    settings: Settings
    folder: Path
    bases: dict[str, str] = field(default_factory=dict)

    def declare(self, name: str = "contoh", *, base: str, more: str = "") -> None:
        declare(self.folder, name, more)
        self.bases[name] = base
        declaration = next(d for d in load_declarations(self.folder) if d.name == name)
        self.store_source(declaration)

    def store_source(self, declaration: Declaration) -> None:
        with self.database.session() as session:
            SourceRepository(session).upsert(declaration.name, outlet=declaration.outlet)

    def start_run(self) -> int:
        with self.database.session() as session:
            return RunRepository(session).start(RunKind.CRAWL, now=datetime.now(UTC)).id

    def crawl(
        self,
        on_progress: Callable[[int, int | None], None] = lambda done, total: None,
        *,
        silence: float = 60,
        run_id: int | None = None,
        **order: object,
    ) -> Crawled:
        run_id = run_id or self.start_run()
        order = {"forced": True} | order
        names = tuple(self.bases)
        request = CrawlRequest(
            **{"names": names, "run_id": run_id, "delay": 0, "base_addresses": self.bases, **order}  # type: ignore[arg-type]
        )
        report = crawl(request, self.settings, on_progress, declarations=self.folder, silence=silence)
        return Crawled(report, self.rows(run_id))

    def rows(self, run_id: int) -> dict[str, OutcomeRow]:
        return {path_of(row.url): row for row in self.outcome_rows(run_id)}

    def outcome_rows(self, run_id: int) -> tuple[OutcomeRow, ...]:
        with self.database.session() as session:
            return RunRepository(session).outcomes(run_id)

    def body(self, url: str) -> bytes | None:
        with self.database.session() as session:
            pages = PageRepository(session)
            page = pages.get(url)
            return None if page is None else pages.body(page)


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as running:
        yield running


@pytest.fixture
def newsdesk(database: Database, settings: Settings, tmp_path: Path) -> Newsdesk:
    folder = tmp_path / "outlets"
    folder.mkdir()
    return Newsdesk(database, settings, folder)
