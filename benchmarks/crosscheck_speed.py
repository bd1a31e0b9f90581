"""How long the cross-check takes on a large store, and how it grows.

``python benchmarks/crosscheck_speed.py [FIGURES ...]`` fills a database of its own with that
many reported figures (default 10,000 and 100,000) and half as many official ones, then times
the full check, a second one that changes nothing, and the check of one region after one
more article. The figures are invented: a true value a region and year, told rightly by most
articles, wrongly by some, half a year early by others.

Each time is what passed, and in brackets what this process itself computed: on a machine
that others use too only the second can be compared. The rest is the database server's.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from sqlalchemy import insert
from sqlalchemy.orm import Session

from crosscheck.run import CheckReport, check, check_regions
from models.crawling import Page, Source
from models.official import OfficialDataset, OfficialFigure
from models.reading import Article, Figure
from models.regions import load_regions
from models.settings import Settings
from models.vocabulary import Population, Qualifier, RegionKind, Unit, Violence
from storage.database import Database
from storage.server import running_server

NOW = datetime(2026, 11, 21, tzinfo=UTC)
YEARS = range(2016, 2026)
GROUPS = (Population.WOMEN_CHILDREN, Population.WOMEN, Population.CHILDREN)
BATCH = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTime:
    """One check: seconds that passed, and those that this process itself computed."""

    passed: float
    computed: float

    def __str__(self) -> str:
        return f"{self.passed:.2f} s ({self.computed:.2f} s)"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckCost:
    """What cross-checking a store of one size takes."""

    figures: int
    official: int
    findings: int
    full: CheckTime
    again: CheckTime
    one_region: CheckTime


def main() -> None:
    """Time each size in a server of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("figures", type=int, nargs="*", default=[10_000, 100_000])
    table = Table("figures", "official", "findings", "full check", "again", "one region")
    for figures in parser.parse_args().figures:
        cost = measure_check(figures)
        counts = (f"{count:,}" for count in (cost.figures, cost.official, cost.findings))
        table.add_row(*counts, str(cost.full), str(cost.again), str(cost.one_region))
    Console().print(table)


def measure_check(figures: int) -> CheckCost:
    """Fill a store of its own with that many reported figures, and check it three times."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder))
        with running_server(settings, durable=False) as url:
            database = Database(url)
            database.prepare()
            with database.session() as session:
                official = _fill(session, figures)
            full, report = _timed(database, lambda session: check(session, NOW))
            again, _ = _timed(database, lambda session: check(session, NOW))
            with database.session() as session:
                _add(session, list(_reports(random.Random(2), 3, first_id=10_000_000)))  # noqa: S311
            one, _ = _timed(database, lambda session: check_regions(session, NOW, ["33.74"])[0])
            database.close()
    return CheckCost(
        figures=figures,
        official=official,
        findings=sum(report.by_kind.values()),
        full=full,
        again=again,
        one_region=one,
    )


def _timed(database: Database, work: Any) -> tuple[CheckTime, CheckReport]:
    start, computed = time.perf_counter(), time.process_time()
    with database.session() as session:
        report: CheckReport = work(session)
    passed = time.perf_counter() - start
    return CheckTime(passed=passed, computed=time.process_time() - computed), report


def _fill(session: Session, figures: int) -> int:
    session.add(Source(name="bench", outlet="bench.test"))
    session.flush()
    _add(session, list(_reports(random.Random(1), figures)))  # noqa: S311
    return _publish(session, figures // 2)


def _regions() -> list[str]:
    kinds = (RegionKind.PROVINCE, RegionKind.KABUPATEN, RegionKind.KOTA)
    return [region.code for region in load_regions() if region.kind in kinds]


def _true(region: str, year: int, group: Population) -> int:
    """The number that really happened; children and women make the total."""
    seed = random.Random(f"{region}{year}")  # noqa: S311
    scale = 20 if "." not in region else 1
    women, children = seed.randint(10, 120) * scale, seed.randint(10, 160) * scale
    return {Population.WOMEN: women, Population.CHILDREN: children}.get(group, women + children)


def _reports(chance: random.Random, figures: int, first_id: int = 0) -> Iterator[dict[str, Any]]:
    regions = _regions()
    number = first_id
    while number < first_id + figures:
        region, year = chance.choice(regions), chance.choice(YEARS)
        early = chance.random() < 0.2
        published = date(year, 8, 5) if early else date(year + 1, 1, 1 + chance.randrange(28))
        factor = 0.6 if early else chance.choice((1, 1, 1, 1, 1, 1, 1, 1, 1, 1.1))
        article = number
        for group in GROUPS:
            yield {
                "article": article,
                "published": published,
                "region_code": region,
                "year": year,
                "period": f"{year}-01/{year}-07" if early else None,
                "population": group,
                "value": int(_true(region, year, group) * factor),
            }
            number += 1


def _add(session: Session, reports: list[dict[str, Any]]) -> None:
    text = "x" * 100
    articles = {report["article"]: report["published"] for report in reports}
    pages: dict[int, int] = {}
    for batch in _batches(list(articles)):
        rows: list[dict[str, Any]] = [
            {
                "url": f"https://bench.test/{number}",
                "source_name": "bench",
                "first_seen": NOW,
                "last_fetched": NOW,
                "outcome": "stored",
                "body": None,
            }
            for number in batch
        ]
        found = session.scalars(insert(Page).returning(Page.id, sort_by_parameter_order=True), rows)
        pages.update(zip(batch, found, strict=True))
    identifiers: dict[int, int] = {}
    for batch in _batches(list(articles)):
        rows = [
            {
                "page_id": pages[number],
                "version": 1,
                "title": "Berita",
                "text": text,
                "text_length": len(text),
                "text_sha256": f"{number:064d}",
                "published": articles[number],
                "reader": "bench",
                "read_at": NOW,
                "current": True,
            }
            for number in batch
        ]
        found = session.scalars(insert(Article).returning(Article.id, sort_by_parameter_order=True), rows)
        identifiers.update(zip(batch, found, strict=True))
    for some in _batches(reports):
        session.execute(
            insert(Figure),
            [
                {key: value for key, value in report.items() if key not in ("article", "published")}
                | {
                    "article_id": identifiers[report["article"]],
                    "article_length": len(text),
                    "unit": Unit.CASES,
                    "violence": Violence.ANY,
                    "breakdown": None,
                    "qualifier": Qualifier.EXACT,
                    "credited_source": None,
                    "evidence": text[:10],
                    "start_offset": 0,
                    "end_offset": 10,
                    "confidence": 0.9,
                }
                for report in some
            ],
        )


def _publish(session: Session, wanted: int) -> int:
    """Official counts by place (two a group), the widest tables that fit the number."""
    dataset = OfficialDataset(
        portal="bench",
        title="bench",
        publisher=None,
        licence=None,
        version=1,
        retrieved=None,
        imported_at=NOW,
        content_sha256="0" * 64,
    )
    session.add(dataset)
    session.flush()
    rows = [
        {
            "dataset_id": dataset.id,
            "row_number": 1,
            "value": value,
            "unit": Unit.CASES,
            "region_code": region,
            "year": year,
            "period": None,
            "population": group,
            "violence": Violence.ANY,
            "breakdown": place,
        }
        for year in YEARS
        for region in _regions()
        for group in GROUPS
        for place, value in _by_place(_true(region, year, group))
    ][:wanted]
    for batch in _batches(rows):
        session.execute(insert(OfficialFigure), batch)
    return len(rows)


def _by_place(total: int) -> tuple[tuple[str, int], ...]:
    home = total * 2 // 3
    other = (total - home) // 2
    return (
        ("place:rumah tangga", home),
        ("place:sekolah", other),
        ("place:lainnya", total - home - other),
    )


def _batches(rows: list[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]


if __name__ == "__main__":
    main()
