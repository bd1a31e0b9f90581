"""``kawal import|crawl|reextract``."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kawal.commands.asking import AS_JSON
from kawal.door import Door, door_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.cycle import CrawlOrder, CrawlSummary
    from service.reading import Desk
    from storage.database import Database

SINCE = typer.Option(None, "--since", formats=["%Y-%m-%d"], help="Only articles published since this day.")
UNTIL = typer.Option(None, "--until", formats=["%Y-%m-%d"], help="Only articles published up to this day.")
DELAY = typer.Option(None, "--delay", min=0, help="Seconds between two requests to one site.")


def register(app: typer.Typer) -> None:
    """Add these commands to the door."""
    app.command(name="import")(import_)
    for command in (crawl, reextract):
        app.command()(command)


def now() -> datetime:
    """Tell the time; the only clock that commands hand down."""
    return datetime.now(UTC)


def open_desk(door: Door) -> "Desk":
    """Load the trained parts and the outlets' readers, saying that it takes a moment."""
    from extractors.toolkit import load_toolkit
    from service.cycle import make_desk

    with door.err.status(door.word("Memuat model …", "Loading models …")):
        return make_desk(load_toolkit(), now, added=door.settings.outlets_dir)


def import_(
    context: typer.Context,
    paths: list[Path] = typer.Argument(
        ..., help="Files or folders: article JSON, .txt, .html, .warc or .warc.gz."
    ),
    declared_only: bool = typer.Option(
        False, "--declared-only", help="Of WARC files, only the pages of declared outlets."
    ),
    as_json: bool = AS_JSON,
) -> None:
    """Store saved articles and archived pages as if crawled. Importing twice changes nothing.

    A WARC file whose import was stopped goes on after the last record stored.

    Example: kawal import articles/ CC-NEWS-20240108.warc.gz
    """
    from extractors.reading.files import article_files
    from kawal.importing import import_archives, import_articles
    from models.vocabulary import RunKind
    from service.archives import split_archives
    from service.cycle import open_run

    door = door_of(context)
    archives, others = split_archives(paths)
    files = article_files(others) if others else []
    desk = open_desk(door)
    with door.database() as database, open_run(database, RunKind.IMPORT, clock=now) as run_id:
        counts = import_articles(door, database, desk, files, run_id=run_id)
        counts += import_archives(door, database, desk, archives, run_id=run_id, declared_only=declared_only)
    _print_counts(door, {outcome.value: count for outcome, count in counts.items()}, as_json=as_json)


def crawl(
    context: typer.Context,
    names: list[str] | None = typer.Argument(None, help="Outlets; none means all that are due."),
    since: datetime | None = SINCE,
    until: datetime | None = UNTIL,
    delay: float | None = DELAY,
    force: bool = typer.Option(False, "--force", help="Also what is not due; a named outlet always is."),
    urls: Path | None = typer.Option(
        None, "--urls", help="A file with one address a line: collect these pages, of whatever site."
    ),
    as_json: bool = AS_JSON,
) -> None:
    """Collect from outlets and read what came; without names from those that are due.

    With --since or --until the outlets' past is collected; stopped, the same command goes on.

    Example: kawal crawl bantentv --since 2025-10-01
    """
    from kawal.guards import refuse_demo_pages
    from service.addresses import read_addresses
    from service.cycle import CrawlOrder

    door = door_of(context)
    addresses = read_addresses(urls) if urls else []
    order = CrawlOrder(
        names=tuple(names or ()),
        since=since.date() if since else None,
        until=until.date() if until else None,
        delay=delay,
        force=True if force else None,
    )
    desk = open_desk(door)
    with door.database() as database:
        refuse_demo_pages(database, door.settings)
        collected = collect_with_progress(door, database, desk, order, addresses=addresses)
        if not collected.outcomes and not as_json:
            door.say("Tidak ada yang perlu ditanyakan sekarang.", "Nothing is due now.")
        print_outcomes(door, collected, as_json=as_json)


def reextract(context: typer.Context) -> None:
    """Read the stored articles again with the present extractors. Reviews survive.

    Example: kawal reextract
    """
    door = door_of(context)
    desk = open_desk(door)
    with door.database() as database:
        number = reextract_with_progress(door, database, desk)
    door.say(f"{number} berita dibaca ulang.", f"{number} articles read again.")


def reextract_with_progress(door: Door, database: "Database", desk: "Desk") -> int:
    """Read again what older extractors read, while a count advances; give how many articles that were."""
    from kawal.progress import counting
    from service.reading import reextract as read_again

    with counting(door.err, door.word("Membaca ulang", "Reading again")) as report:
        done = 0

        def advance() -> None:
            nonlocal done
            done += 1
            report(done, None)

        return read_again(database, desk, on_article=advance)


def collect_with_progress(
    door: Door, database: "Database", desk: "Desk", order: "CrawlOrder", *, addresses: "Sequence[str]" = ()
) -> "CrawlSummary":
    """Crawl and read while a bar advances: these addresses, or what is ordered."""
    from kawal.progress import counting
    from service.addresses import collect_addresses
    from service.cycle import collect

    with counting(door.err, door.word("Mengumpulkan", "Collecting")) as report:
        if addresses:
            return collect_addresses(
                database, door.settings, desk, addresses, delay=order.delay, on_progress=report
            )
        return collect(database, door.settings, desk, order, on_progress=report)


def print_outcomes(door: Door, summary: "CrawlSummary", *, as_json: bool) -> None:
    """Print what became of every URL, one row an outlet, the sums beside."""
    from kawal.output import print_json, print_table

    if as_json:
        rows = [
            {
                "outlet": name,
                "outcomes": {outcome.value: count for outcome, count in counts.items()},
                "total": sum(counts.values()),
                "body_bytes": summary.body_bytes[name],
            }
            for name, counts in summary.outcomes.items()
        ]
        print_json(door.out, rows)
        return
    kinds = sorted({outcome for counts in summary.outcomes.values() for outcome in counts})
    names = list(summary.outcomes)
    columns = (door.word("hasil", "outcome"), *names, door.word("jumlah", "total"))
    lines = [
        (kind.value, *(summary.outcomes[name].get(kind, 0) for name in names), _total(summary, kind))
        for kind in kinds
    ]
    sums = [sum(summary.outcomes[name].values()) for name in names]
    lines.append((door.word("semua URL", "all URLs"), *sums, sum(sums)))
    sizes = [summary.body_bytes[name] for name in names]
    lines.append((door.word("bita isi diunduh", "body bytes"), *sizes, sum(sizes)))
    print_table(door.out, door.word("Nasib setiap URL", "What became of every URL"), columns, lines)


def _total(summary: "CrawlSummary", kind: object) -> int:
    return sum(count for counts in summary.outcomes.values() for key, count in counts.items() if key == kind)


def _print_counts(door: Door, counts: dict[str, int], *, as_json: bool) -> None:
    from kawal.output import print_json, print_table

    if as_json:
        print_json(door.out, [counts])
        return
    columns = (door.word("hasil", "outcome"), door.word("berita", "articles"))
    print_table(door.out, door.word("Impor", "Import"), columns, sorted(counts.items()), numeric=1)
