"""Runs a crawl in a child process and tells how it goes; imports no Scrapy itself."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crawler.processes import SILENCE, conversation, never
from crawler.protocol import CrawlRequest, order_line
from models.settings import Settings
from models.vocabulary import Outcome

__all__ = ["CrawlReport", "CrawlRequest", "crawl"]

Progress = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlReport:
    """How a crawl went.

    Attributes:
        outcomes: by outlet, how many addresses ended how, as told while crawling; the store
            holds the final ones.
        interrupted: whether it was stopped before its end.
        problems: pages our own code stumbled over, to be looked at.
        left_over: by outlet, how many new pages were left for the next crawl.
        peak_memory: the most memory the child held, in bytes.
    """

    outcomes: Mapping[str, Mapping[Outcome, int]]
    interrupted: bool
    problems: tuple[str, ...]
    left_over: Mapping[str, int]
    peak_memory: int


def crawl(
    request: CrawlRequest,
    settings: Settings,
    on_progress: Progress = lambda done, total: None,
    *,
    declarations: Path | None = None,
    silence: float = SILENCE,
    should_stop: Callable[[], bool] = never,
) -> CrawlReport:
    """Crawl outlets; pages and outcomes are in the store when it returns.

    Stopping it at any moment loses nothing that was told: run it again to go on.

    Args:
        request: what to crawl.
        settings: where the store is and what may be fetched.
        on_progress: called with the number of ended and of asked-for addresses.
        declarations: a folder of declarations other than the bundled one.
        silence: seconds without a sign of life after which the child is ended.
        should_stop: asked twice a second; once it says yes the child stops cleanly and the
            report says that it was interrupted.

    Raises:
        SourceError: an outlet is not declared, or the child hung or crashed.
        DatabaseUnavailableError: the store failed on the way.
        KeyboardInterrupt: it was stopped; the child ended cleanly first.
    """
    counts: dict[str, Counter[Outcome]] = {}
    asked: dict[str, int] = {}
    report: Mapping[str, Any] = {"interrupted": False, "problems": (), "left_over": {}, "peak_memory": 0}
    if request.names or request.passing:
        order = order_line(request, settings, declarations=declarations)
        with conversation(order, silence=silence, should_stop=should_stop) as messages:
            for message in messages:
                report = message.get("report", report)
                if "source" in message:
                    counts.setdefault(message["source"], Counter())[Outcome(message["outcome"])] += 1
                    asked[message["source"]] = message["asked"]
                    done = sum(of_one.total() for of_one in counts.values())
                    on_progress(done, max(done, sum(asked.values())))
    return CrawlReport(
        outcomes=counts,
        interrupted=report["interrupted"],
        problems=tuple(report["problems"]),
        left_over=report["left_over"],
        peak_memory=report["peak_memory"],
    )
