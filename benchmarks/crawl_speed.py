"""How fast a crawl is beside ``scrapy bench``, and what ten thousand known pages cost.

The crawl's whole path: robots.txt, feed, articles over HTTP on loopback, each page and its outcome in one
transaction in PostgreSQL; then reading what came. Sites are crawled side by side, one connection each.
"""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from crawler.declarations import Declaration
from crawler.rechecks import next_check
from crawler.run import CrawlRequest, crawl
from extractors.toolkit import load_toolkit
from models.settings import Settings
from models.vocabulary import Outcome, RunKind
from service.cycle import declare_sources, make_desk
from service.reading import read_waiting
from storage.database import Database, open_database
from storage.pages import KnownPage, PageRepository
from storage.runs import RunRepository

SITES, PAGES = 8, 100
KNOWN = 10_000
YEARS = 3
_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlSpeed:
    """Pages a minute: of ``scrapy bench``, of the crawl, and of the crawl with the reading after it."""

    scrapy: float
    crawl: float
    with_reading: float
    memory: float

    @property
    def ratio(self) -> float:
        """The crawl's speed beside Scrapy's own."""
        return self.crawl / self.scrapy


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCost:
    """What one crawl of an outlet with so many known pages asked, took, and held in memory."""

    name: str
    known: int
    requests: int
    body_bytes: int
    seconds: float
    memory: float


def measure_crawl() -> CrawlSpeed:
    """Scrapy's own benchmark before and after ours, on the same machine."""
    before = scrapy_pages_a_minute()
    with _store() as (database, settings), _sites(SITES, PAGES) as ports:
        outlets = [_outlet(f"situs{number}", port) for number, port in enumerate(ports)]
        declare_sources(database, outlets)
        told: list[float] = []
        run_id, memory = _crawl(
            database, settings, outlets, limit=PAGES, on_page=lambda: told.append(time.perf_counter())
        )
        # Scrapy counts from its spider's opening as well, not from its process's start.
        begin = told[0]
        crawled = time.perf_counter() - begin
        read_waiting(database, make_desk(load_toolkit(), _now), run_id=run_id)
        whole = time.perf_counter() - begin
        with database.session() as session:
            stored = len(RunRepository(session).outcomes(run_id))
    return CrawlSpeed(
        scrapy=(before + scrapy_pages_a_minute()) / 2,
        crawl=60 * stored / crawled,
        with_reading=60 * stored / whole,
        memory=memory,
    )


def scrapy_pages_a_minute() -> float:
    """What ``scrapy bench`` reaches: its own site and spider, nothing stored."""
    with tempfile.TemporaryDirectory() as folder:
        told = subprocess.run(
            [sys.executable, "-m", "scrapy", "bench"], cwd=folder, capture_output=True, text=True, check=True
        ).stderr
    count = re.search(r"'response_received_count': (\d+)", told)
    seconds = re.search(r"'elapsed_time_seconds': ([\d.]+)", told)
    if count is None or seconds is None:
        raise ValueError("scrapy bench told no count and time")
    return 60 * int(count[1]) / float(seconds[1])


def measure_known() -> list[KnownCost]:
    """An outlet with ten thousand pages of three years, crawled when due and again with force."""
    with _store() as (database, settings), _sites(1, 100) as [port]:
        outlet = _outlet("lama", port)
        declare_sources(database, [outlet])
        _fill(database, outlet.name, port)
        costs = [_cost(database, settings, outlet, name="a day later")]
        costs.append(_cost(database, settings, outlet, name="again at once"))
        costs.append(_cost(database, settings, outlet, name="forced", forced=True))
    return costs


def _fill(database: Database, name: str, port: int) -> None:
    """Known pages, evenly over the years, each asked when it was due up to a day ago."""
    now = _now()
    yesterday = now - timedelta(days=1)
    with database.session() as session:
        pages = PageRepository(session)
        for number in range(KNOWN):
            first = yesterday - timedelta(days=365 * YEARS * number / KNOWN)
            url = f"http://127.0.0.1:{port}/berita/{number}"
            pages.record_fetch(url, name, status=200, body=b"x", now=first, etag=f'"{number}"')
            known = KnownPage(
                url=url, last_fetched=first, etag=None, last_modified=None,
                has_body=True, is_removed=False, changed=first, is_article=True,
            )  # fmt: skip
            while (due := next_check(known)) <= yesterday:
                known = replace(known, last_fetched=due)
            pages.mark_unchanged(url, now=known.last_fetched)


def _cost(
    database: Database, settings: Settings, outlet: Declaration, *, name: str, forced: bool = False
) -> KnownCost:
    begin = time.perf_counter()
    run_id, memory = _crawl(database, settings, [outlet], limit=0, forced=forced)
    seconds = time.perf_counter() - begin
    with database.session() as session:
        rows = RunRepository(session).outcomes(run_id)
    asked = [row for row in rows if row.outcome is not Outcome.ROBOTS]
    size = sum(row.body_bytes for row in rows)
    return KnownCost(
        name=name, known=KNOWN, requests=len(asked), body_bytes=size, seconds=seconds, memory=memory
    )


def _crawl(
    database: Database,
    settings: Settings,
    outlets: list[Declaration],
    *,
    limit: int,
    forced: bool = False,
    on_page: Callable[[], None] = lambda: None,
) -> tuple[int, float]:
    with database.session() as session:
        run_id = RunRepository(session).start(RunKind.CRAWL, now=_now()).id
    request = CrawlRequest(
        names=(),
        passing=tuple(outlet.model_dump_json() for outlet in outlets),
        run_id=run_id,
        delay=0,
        limit=limit,
        forced=forced,
    )
    report = crawl(request, settings, lambda done, total: on_page())
    return run_id, report.peak_memory / _MEBIBYTE


def _outlet(name: str, port: int) -> Declaration:
    return Declaration.model_validate(
        {
            "name": name,
            "outlet": "127.0.0.1",
            "title": name,
            "kind": "feed",
            "feeds": (f"http://127.0.0.1:{port}/feed",),
            "article_patterns": ("^/berita/",),
            "verified": False,
        }
    )


@contextmanager
def _store() -> Iterator[tuple[Database, Settings]]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        settings = Settings(data_dir=Path(folder), allow_private_networks=True)
        with open_database(settings) as database:
            yield database, settings


@contextmanager
def _sites(sites: int, pages: int) -> Iterator[list[int]]:
    command = [sys.executable, "-m", "benchmarks.static_site", str(sites), str(pages)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        if server.stdin is None or server.stdout is None:
            raise ValueError("the sites were started without pipes")
        yield [int(port) for port in server.stdout.readline().split()]
        server.stdin.close()


def _now() -> datetime:
    return datetime.now(UTC)
