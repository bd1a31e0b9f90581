"""A newsroom of many pages on loopback, and processes of ``kawal`` that collect it."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from sqlalchemy import text

from extractors.pipeline import extract
from extractors.reading.page import ArticlePage, read_page
from extractors.toolkit import Toolkit
from models.records import ArticleText
from models.settings import Settings
from service.queueing import defer
from storage.database import Database
from tests.integration.crawler.sites import Answer, Reply, Request, Site, article, served

OUTLET = "contoh"
DECLARATION = """
name = "contoh"
outlet = "127.0.0.1"
title = "Kabar Contoh"
kind = "feed"
home_region = "36.73"
feeds = ["{base}/feed"]
article_patterns = ['^/berita/']
verified = false
"""
_PLACES = ("Kota Serang", "Kabupaten Lebak", "Kota Malang", "Kabupaten Sleman", "Kota Palopo", "Kota Ambon")
_HEADS = ("kepala dinas", "sekretaris dinas", "kepala bidang perlindungan anak", "ketua satuan tugas")


@dataclass(kw_only=True)
class Newsroom:
    """The site, the store and the processes that work on them."""

    site: Site
    database: Database
    settings: Settings
    paths: tuple[str, ...]
    bodies: dict[str, bytes]
    killed_over: Counter[str] = field(default_factory=Counter)
    logs: dict[int, Path] = field(default_factory=dict)

    def start(self, *arguments: str) -> "subprocess.Popen[bytes]":
        """A process of kawal over this newsroom; what it logs goes to a file of its own."""
        log = self.settings.data_dir / f"process-{time.monotonic_ns()}.log"
        environ = {
            **os.environ,
            "KAWAL_DATA_DIR": str(self.settings.data_dir),
            "KAWAL_DATABASE_URL": str(self.settings.database_url),
            "KAWAL_ALLOW_PRIVATE_NETWORKS": "1",
            "KAWAL_OUTLETS": OUTLET,
            "KAWAL_CLOCK_SPEED": "60",
            "KAWAL_LOG_FORMAT": "json",
        }
        with log.open("wb") as output:
            command = [sys.executable, "-m", "kawal", *arguments]
            process = subprocess.Popen(command, env=environ, stdout=output, stderr=output)
        self.logs[process.pid] = log
        return process

    def wait_until_working(self, process: "subprocess.Popen[bytes]", *, seconds: float = 300) -> None:
        """Wait out its start, so that a kill hits work and not imports."""
        end = time.monotonic() + seconds
        while b'"started"' not in self.logs[process.pid].read_bytes():
            assert time.monotonic() < end, "it did not start"
            time.sleep(0.1)

    def kill(self, process: "subprocess.Popen[bytes]") -> None:
        """End it as the system would, noting what it was over."""
        doing = "SELECT task_name FROM queue.procrastinate_jobs WHERE status = 'doing'"
        with self.database.session() as session:
            self.killed_over.update(set(session.scalars(text(doing))) or {"nothing"})
        process.send_signal(signal.SIGKILL)
        process.wait()

    def stop(self, process: "subprocess.Popen[bytes]") -> None:
        """End it as systemd would."""
        process.send_signal(signal.SIGTERM)
        # One that was only starting has nothing in hand and ends at once.
        assert process.wait(timeout=120) in {0, -signal.SIGTERM}

    def ask_for_crawl(self) -> None:
        """Do what the next poll would do: an outlet with pages left over is crawled again."""
        with self.database.session() as session:
            defer(session, "crawl", {"outlet": OUTLET}, of=OUTLET)

    def missing(self) -> int:
        """Pages that are not read into an article yet."""
        with self.database.session() as session:
            return len(self.paths) - (session.scalar(text("SELECT count(*) FROM article")) or 0)

    def wait_until_complete(self, *, seconds: float) -> None:
        end = time.monotonic() + seconds
        while self.missing() or self._busy():
            assert time.monotonic() < end, f"{self.missing()} of {len(self.paths)} pages are missing"
            if not self._busy():
                self.ask_for_crawl()
            time.sleep(0.5)

    def wait_until_begun(self, *, seconds: float = 300) -> None:
        end = time.monotonic() + seconds
        while not self.site.asked:
            assert time.monotonic() < end, "nobody asked the site for anything"
            time.sleep(0.1)

    def expected(self, toolkit: Toolkit) -> Counter[tuple[str, int]]:
        """What one undisturbed reading finds: address and value of every figure."""
        found: Counter[tuple[str, int]] = Counter()
        for path, body in self.bodies.items():
            url = self.site.base + path
            page = read_page(body, url=url)
            assert isinstance(page, ArticlePage)
            told = ArticleText(
                id=path, text=page.text, title=page.title, url=url, outlet="127.0.0.1",
                published=page.published, home_region="36.73",
            )  # fmt: skip
            found.update((url, figure.value) for figure in extract(told, toolkit).figures)
        return found

    def check_complete(self, toolkit: Toolkit) -> None:
        """Every page stored once, every article extracted once, nothing lost, doubled or left open."""
        urls = {self.site.base + path for path in self.paths}
        assert Counter(self._rows("SELECT url FROM page WHERE url LIKE '%/berita/%'")) == Counter(urls)
        versions = "SELECT p.url, a.version FROM article a JOIN page p ON p.id = a.page_id"
        assert Counter(self._rows(versions)) == Counter((url, 1) for url in urls)
        figures = (
            "SELECT p.url, f.value FROM figure f JOIN article a ON a.id = f.article_id"
            " JOIN page p ON p.id = a.page_id"
        )
        assert Counter(self._rows(figures)) == self.expected(toolkit)
        assert self._rows("SELECT url FROM url_outcome WHERE outcome = 'pending'") == []
        assert self._rows("SELECT id FROM run WHERE status = 'running'") == []
        assert self._rows("SELECT id FROM queue.procrastinate_jobs WHERE status = 'doing'") == []

    def _busy(self) -> bool:
        jobs = "SELECT task_name FROM queue.procrastinate_jobs WHERE status IN ('todo', 'doing')"
        return not {"crawl", "read"}.isdisjoint(self._rows(jobs))

    def _rows(self, query: str) -> list[object]:
        with self.database.session() as session:
            return [row[0] if len(row) == 1 else tuple(row) for row in session.execute(text(query))]


@contextmanager
def newsroom(database: Database, settings: Settings, *, pages: int) -> Iterator[Newsroom]:
    """A site of so many articles, each with figures of its own, declared in a store of this test's."""
    paths = tuple(f"/berita/kabar-{number}" for number in range(pages))
    bodies = {path: _page(number) for number, path in enumerate(paths)}
    settings.outlets_dir.mkdir(parents=True)
    with served() as site:
        for path, body in bodies.items():
            site.answers[path] = _answer(body)
        site.feed(*paths)
        (settings.outlets_dir / "contoh.toml").write_text(DECLARATION.format(base=site.base), "utf-8")
        yield Newsroom(site=site, database=database, settings=settings, paths=paths, bodies=bodies)


@contextmanager
def ended(processes: Sequence["subprocess.Popen[bytes]"]) -> Iterator[None]:
    """End all processes afterwards, whatever happened."""
    try:
        yield
    finally:
        for process in processes:
            if process.poll() is None:
                process.kill()
            process.wait()


def _answer(body: bytes) -> Answer:
    etag = f'"{sha256(body).hexdigest()[:16]}"'

    def answer(request: Request) -> Reply:
        if request.headers.get("If-None-Match") == etag:
            return Reply(status=304, headers={"ETag": etag}, content_type=None)
        return Reply(body=body, headers={"ETag": etag})

    return answer


def _page(number: int) -> bytes:
    """An article like no other: other numbers, place, month and words, so that none is a copy."""
    dice = random.Random(number)  # noqa: S311
    place, head = dice.choice(_PLACES), dice.choice(_HEADS)
    cases, before = 1000 + number, 100 + dice.randrange(800)
    words = " ".join("".join(dice.choices("aeioubdgklmnprst", k=dice.randrange(4, 9))) for _ in range(60))
    story = (
        f"<p>{place} mencatat {cases} kasus kekerasan terhadap perempuan dan anak sepanjang tahun 2024, "
        f"kata {head} dalam laporan berkala.</p>"
        f"<p>Pada tahun 2023 tercatat {before} kasus kekerasan terhadap anak di {place}.</p>"
        f"<p>Rapat kerja membahas {words}.</p>"
    )
    return article(title=f"{place} Catat {cases} Kasus Kekerasan", story=story)
