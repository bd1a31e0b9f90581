"""The measurements as Markdown tables with the ratios that count."""

import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.crawl_speed import CrawlSpeed, KnownCost
from benchmarks.crosscheck_speed import CheckCost
from benchmarks.measuring import Measurement
from benchmarks.steps import Step

_HEAD = """# Performance

Written by `python -m benchmarks --write docs/performance.md`; `make bench` prints the same tables, in some
minutes, and `--reading`, `--crawl` or `--crosscheck` only that part of them. All rows of a table are measured
in one run on one machine. Compare ratios, not seconds: machines differ, and so does what else they do.

Of articles and streams, all rows see the same pages: the coded articles of `tests/gold/open` in the demo's
newspaper pages, and news on other matters. Times are processor time of one core, the best of several rounds
after a warm one; every row has a process of its own. 'Read' counts the pages in which a figure (kawal) or any
text (the others) was found. newspaper4k and news-please are measured where they are installed
(`pip install 'kawal-kasus[bench]'`).

Goals per core: 20 relevant articles a second from text, 12 from HTML; a stream with 5 % relevant pages
five times as fast as trafilatura alone; resident memory under 1.2 GB.
"""
_PACKAGES = ("trafilatura", "newspaper4k", "news-please", "lxml", "selectolax")


def render_tables(measurements: Sequence[Measurement], steps: Sequence[Step], *, saved: bool) -> str:
    """Both tables of contenders, the steps, and what they were measured with."""
    one = [row for row in measurements if "stream" not in row.name]
    stream = [row for row in measurements if "stream" in row.name]
    other = "pages saved from newspapers" if saved else "pages written for the benchmark"
    return "\n\n".join(
        [
            "## A relevant article",
            _contenders(one, beside="trafilatura: page to text"),
            f"## A stream with 5 % relevant pages\n\nThe others are {other}.",
            _contenders(stream, beside="trafilatura: stream to text"),
            "## Where the time goes\n\nOne relevant article on average; shares are of reading its text.",
            _steps(steps),
            _machine(),
        ]
    )


def render_crawl(speed: CrawlSpeed) -> str:
    """The crawl beside Scrapy's own benchmark."""
    whole = speed.with_reading / speed.scrapy
    rows = [
        ("scrapy bench", f"{speed.scrapy:.0f}", "1.00", "–"),
        ("kawal: crawl, stored", f"{speed.crawl:.0f}", f"{speed.ratio:.2f}", f"{speed.memory:.0f}"),
        ("kawal: crawl and reading", f"{speed.with_reading:.0f}", f"{whole:.2f}", "–"),
    ]
    return (
        "## A crawl beside scrapy bench\n\n"
        "Sites on loopback, one connection each; both are timed from the first page on. The crawl stores\n"
        "each page and its outcome in PostgreSQL; `scrapy bench` stores nothing.\n\n"
        + _table(("", "pages a minute", "beside scrapy bench", "memory, MiB"), rows)
    )


def render_known(costs: Sequence[KnownCost]) -> str:
    """What known pages cost."""
    rows = [
        (
            cost.name,
            str(cost.known),
            str(cost.requests),
            str(cost.body_bytes),
            f"{cost.seconds:.1f}",
            f"{cost.memory:.0f}",
        )
        for cost in costs
    ]
    return (
        "## Ten thousand known pages\n\n"
        "Of three years, each asked when it was due; one crawl a day later, one right after it, one\n"
        "forced. Requests are robots.txt, one feed and the pages.\n\n"
        + _table(("crawl", "known", "requests", "body bytes", "seconds", "memory, MiB"), rows)
    )


def render_check(costs: Sequence[CheckCost]) -> str:
    """What the cross-check takes."""
    rows = [
        (
            f"{cost.figures:,}",
            f"{cost.official:,}",
            f"{cost.findings:,}",
            str(cost.full),
            str(cost.again),
            str(cost.one_region),
        )
        for cost in costs
    ]
    return (
        "## The cross-check\n\n"
        "Invented figures in a store of their own: a check of everything, a second that changes nothing,\n"
        "and a check of one region after one more article. Seconds that passed, and in brackets those\n"
        "that the program itself computed; the rest is the database server's.\n\n"
        + _table(("figures", "official", "findings", "full check", "again", "one region"), rows)
    )


def write_page(path: Path, tables: str) -> None:
    """Write the whole page: the head, then what was measured."""
    path.write_text(f"{_HEAD}\n{tables}\n", "utf-8")


def _contenders(rows: Sequence[Measurement], *, beside: str) -> str:
    reference = next((row.rate for row in rows if row.name == beside), None)
    lines = [
        (
            row.name,
            str(row.pages),
            str(row.read),
            f"{row.rate:.1f}",
            f"{1000 / row.rate:.1f}",
            f"{row.rate / reference:.2f}" if reference else "–",
            f"{row.memory:.0f}",
        )
        for row in rows
    ]
    header = (
        "",
        "pages",
        "read",
        "pages/s",
        "ms a page",
        f"speed beside {beside.partition(':')[0]}",
        "memory, MiB",
    )
    return _table(header, lines)


def _steps(steps: Sequence[Step]) -> str:
    lines = [
        (f"`{step.name}`", f"{step.milliseconds:.2f}", "–" if step.share is None else f"{step.share:.0%}")
        for step in steps
    ]
    return _table(("step", "ms", "share"), lines)


def _machine() -> str:
    packages = ", ".join(f"{name} {found}" for name in _PACKAGES if (found := _version(name)))
    return f"Python {platform.python_version()} on {platform.system()} {platform.machine()}; {packages}."


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [header, ("---",) * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
