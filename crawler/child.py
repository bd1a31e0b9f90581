"""The process a crawl runs in: Scrapy's reactor can be started once a process.

Reads one order from standard input, writes one JSON line per ended address to
standard output, and stops cleanly on SIGINT or when standard input closes
(the parent is gone).
"""

import json
import re
import resource
import sys
import threading
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings as ScrapySettings
from twisted.internet.task import LoopingCall

from crawler.declarations import Declaration, load_declarations
from crawler.journal import Journal
from crawler.ledger import Ledger
from crawler.plan import BACKFILL_PAGES, NEW_PAGES, RECHECKED_PAGES, OutletPlan
from crawler.protocol import CrawlRequest, read_order, read_settings
from crawler.settings import user_agent
from crawler.spiders.outlet import OutletSpider
from models.errors import KawalError, SourceError
from models.logs import configure_logs
from models.settings import Settings
from models.vocabulary import Outcome
from storage.database import open_database
from storage.locks import outlets_locked

HEARTBEAT = 10.0
LOG_NAME = "crawl.log"


def main() -> int:
    """Run one order, a crawl or a trial; the exit status is 0 also when it was stopped cleanly."""
    line = sys.stdin.readline()
    order = json.loads(line)
    try:
        report = try_out(order["trial"], read_settings(order)) if "trial" in order else run(*read_order(line))
    except KawalError as error:
        say({"error": type(error).__name__, "problem": error.problem, "cure": error.cure})
        return error.exit_code
    say({"report": report})
    return 0


def run(request: CrawlRequest, settings: Settings, folder: Path | None) -> dict[str, Any]:
    """Crawl the ordered outlets side by side; give the report.

    Raises:
        KawalError: the store or a declaration cannot be used.
    """
    declared = [
        *_chosen(request.names, folder, added=settings.outlets_dir),
        *map(Declaration.model_validate_json, request.passing),
    ]
    plans = [_plan(declaration, request) for declaration in declared]
    configure_logs(settings, file=settings.data_dir / "logs" / LOG_NAME, **_bound(request))
    with open_database(settings) as database:
        ledger = Ledger(database, run_id=request.run_id, clock=lambda: datetime.now(UTC))
        try:
            with outlets_locked(database, [declaration.name for declaration in declared]):
                return _crawled(plans, settings, ledger, delay=request.delay)
        finally:
            ledger.close()


def _crawled(
    plans: Sequence[OutletPlan], settings: Settings, ledger: Ledger, *, delay: float | None
) -> dict[str, Any]:
    spiders, reasons = _crawl(plans, settings, ledger, delay=delay)
    report = _report(spiders, reasons)
    for spider in () if report["interrupted"] else spiders:
        lists, listed = spider.lists, spider.frontier.new_days
        ledger.finish(spider.plan, answered=lists.answered > 0, listed=listed)
    return report


def try_out(trial: Mapping[str, Any], settings: Settings) -> dict[str, Any]:
    """Try one declaration on a few pages, telling everything and storing nothing."""
    plan = OutletPlan(
        declaration=Declaration.model_validate(trial["declaration"]),
        base=trial["base"],
        new_pages=trial["pages"],
    )
    return _report(*_crawl([plan], settings, Journal(say), delay=trial["delay"]))


def say(message: dict[str, Any]) -> None:
    """Write one line to the parent."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def _crawl(
    plans: Sequence[OutletPlan], settings: Settings, ledger: Ledger | Journal, *, delay: float | None
) -> tuple[list[OutletSpider], set[str]]:
    process = AsyncCrawlerProcess(_scrapy_settings(settings), install_root_handler=False)
    crawlers = [Crawler(OutletSpider, _outlet_settings(process, plan, delay)) for plan in plans]
    tasks = [
        process.crawl(crawler, plan=plan, ledger=ledger, tell=_teller(plan))
        for crawler, plan in zip(crawlers, plans, strict=True)
    ]
    LoopingCall(say, {"alive": True}).start(HEARTBEAT)
    _stop_with_parent(process)
    process.start()
    for task in tasks:
        if task.done() and not task.cancelled() and (error := task.exception()) is not None:
            raise error
    spiders = [crawler.spider for crawler in crawlers if isinstance(crawler.spider, OutletSpider)]
    reasons = {str(crawler.stats.get_value("finish_reason")) for crawler in crawlers}
    return spiders, reasons


def _report(spiders: Sequence[OutletSpider], reasons: set[str]) -> dict[str, Any]:
    for spider in spiders:
        if spider.failure is not None:
            raise spider.failure
    return {
        "interrupted": "shutdown" in reasons,
        "problems": [problem for spider in spiders for problem in spider.problems],
        "peak_memory": _peak_memory(),
        "left_over": {spider.plan.declaration.name: spider.frontier.left_over for spider in spiders},
    }


def _teller(plan: OutletPlan) -> Any:
    name = plan.declaration.name

    def tell(outcome: Outcome, asked: int) -> None:
        say({"source": name, "outcome": outcome.value, "asked": asked})

    return tell


def _stop_with_parent(process: AsyncCrawlerProcess) -> None:
    """Stop like on Ctrl-C when the parent's end of standard input closes."""
    from twisted.internet import reactor  # noqa: PLC0415  (installed by the process above)

    def wait() -> None:
        while sys.stdin.readline():
            pass
        reactor.callFromThread(process._graceful_stop_reactor)

    threading.Thread(target=wait, name="parent-watch", daemon=True).start()


def _scrapy_settings(settings: Settings) -> ScrapySettings:
    known = ScrapySettings()
    known.setmodule("crawler.settings", priority="project")
    known.set("ALLOW_PRIVATE_NETWORKS", settings.allow_private_networks, priority="cmdline")
    known.set("USER_AGENT", user_agent(settings.contact), priority="cmdline")
    known.set("LOG_ENABLED", False, priority="cmdline")
    return known


def _outlet_settings(process: AsyncCrawlerProcess, plan: OutletPlan, delay: float | None) -> ScrapySettings:
    known: ScrapySettings = process.settings.copy()
    seconds = plan.declaration.politeness.delay if delay is None else delay
    known.set("DOWNLOAD_DELAY", seconds, priority="cmdline")
    known.set("AUTOTHROTTLE_START_DELAY", seconds, priority="cmdline")
    return known


def _peak_memory() -> int:
    """The most memory this program held, in bytes.

    Linux counts the parent's memory at the fork in ``ru_maxrss``, so the program's own count
    is read where there is one.
    """
    status = Path("/proc/self/status")
    if status.exists():
        peak = re.search(r"^VmHWM:\s+(\d+) kB$", status.read_text("ascii"), re.MULTILINE)
        if peak is not None:
            return int(peak[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _bound(request: CrawlRequest) -> dict[str, object]:
    """What every line of this crawl's log carries."""
    alone = {"outlet": request.names[0]} if len(request.names) == 1 else {}
    return {"run_id": request.run_id, **alone}


def _plan(declaration: Declaration, request: CrawlRequest) -> OutletPlan:
    is_backfill = request.since is not None or request.until is not None
    most = BACKFILL_PAGES if is_backfill or request.only_leads else NEW_PAGES
    return OutletPlan(
        declaration=declaration,
        since=request.since,
        until=request.until,
        base=request.base_addresses.get(declaration.name),
        new_pages=most if request.limit is None else request.limit,
        rechecked_pages=0 if request.only_leads else RECHECKED_PAGES,
        forced=request.forced,
        only_leads=request.only_leads,
    )


def _chosen(names: Sequence[str], folder: Path | None, *, added: Path) -> list[Declaration]:
    declared = {declaration.name: declaration for declaration in load_declarations(folder, added=added)}
    unknown = [name for name in names if name not in declared]
    if unknown:
        raise SourceError(f"No outlet is declared as {unknown[0]!r}.", cure="See kawal sources list.")
    return [declared[name] for name in names]


if __name__ == "__main__":
    raise SystemExit(main())
