"""The whole main job, once, on the bundled newsroom."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from crosscheck.official.importing import ImportedTable, ImportOptions, import_file
from crosscheck.run import CheckReport
from demo.contents import OUTLETS
from demo.expectations import OFFICIAL_TABLES
from demo.newsroom import DEFAULT_PORTS, serve
from digest.preview import DigestFiles, preview
from models.settings import Settings
from service.cycle import CrawlOrder, CrawlSummary, Progress, collect, crosscheck_all
from service.reading import Desk, reextract
from storage.database import Database

PORTAL = "Portal contoh Kawal Kasus"
DELAY = 0.05
"""Seconds between requests: the newsroom is on this machine and its robots.txt asks for a little more."""
EVERYTHING_SINCE = date(2020, 1, 1)
"""The demo's articles are of several years; its digest shows all of them as new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoReport:
    """What one run of the demo did."""

    crawl: CrawlSummary
    read_again: int
    requests: int
    full_pages: int
    not_modified: int
    official: tuple[ImportedTable, ...]
    findings: CheckReport
    digest: DigestFiles


def run_demo(
    database: Database,
    settings: Settings,
    desk: Desk,
    *,
    edition: int = 1,
    on_step: Callable[[str], None] = lambda step: None,
    on_progress: Progress = lambda done, total: None,
) -> DemoReport:
    """Crawl the newsroom, read, import the official tables, cross-check, write a digest.

    Articles that older rules read in an earlier run are read again.

    Raises:
        SettingError: one of the newsroom's ports is taken.
    """
    local = replace(settings, allow_private_networks=True)
    with serve(edition=edition, ports=DEFAULT_PORTS) as newsroom:
        on_step("crawl")
        order = CrawlOrder(names=tuple(OUTLETS), delay=DELAY, base_addresses=newsroom.base_addresses)
        summary = collect(database, local, desk, order, on_progress=on_progress)
        answered = newsroom.requests
    on_step("reextract")
    read_again = reextract(database, desk)
    on_step("official")
    official = _import_tables(database, desk)
    on_step("crosscheck")
    findings = crosscheck_all(database, desk.clock)
    on_step("digest")
    with database.session() as session:
        digest = preview(
            session, now=desk.clock(), output_dir=settings.data_dir / "digest", since=EVERYTHING_SINCE
        )
    return DemoReport(
        crawl=summary,
        read_again=read_again,
        requests=len(answered),
        full_pages=sum(one.status == 200 for one in answered),
        not_modified=sum(one.status == 304 for one in answered),
        official=official,
        findings=findings,
        digest=digest,
    )


def _import_tables(database: Database, desk: Desk) -> tuple[ImportedTable, ...]:
    stored: list[ImportedTable] = []
    for path in OFFICIAL_TABLES:
        with database.session() as session:
            stored += import_file(session, Path(path), ImportOptions(portal=PORTAL), now=desk.clock())
    return tuple(stored)
