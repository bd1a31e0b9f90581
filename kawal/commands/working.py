"""``kawal run`` and ``kawal worker``: unattended work."""

from collections.abc import Sequence
from enum import StrEnum

import typer

from kawal.commands.collecting import (
    DELAY,
    collect_with_progress,
    now,
    open_desk,
    print_outcomes,
    reextract_with_progress,
)
from kawal.door import Door, door_of

CRAWLS = typer.Option(4, "--crawls", min=1, max=64, help="Outlets crawled at once by this process.")


class Part(StrEnum):
    """What a worker may be kept to; service.queueing.Queue holds the same words."""

    CRAWL = "crawl"
    READ = "read"
    TEND = "tend"


def register(app: typer.Typer) -> None:
    """Add these commands to the door."""
    for command in (run, worker):
        app.command()(command)


def run(
    context: typer.Context,
    once: bool = typer.Option(False, "--once", help="One cycle over all outlets now, then end."),
    crawls: int = CRAWLS,
    delay: float | None = DELAY,
) -> None:
    """Crawl, read and cross-check by the clock until stopped: clock and worker in one process.

    Example: kawal run --once
    """
    door = door_of(context)
    if once:
        _cycle(door, delay=delay)
        return
    _work(door, tuple(Part), with_clock=True, crawls=crawls, delay=delay)


def worker(
    context: typer.Context,
    only: list[Part] | None = typer.Option(None, "--only", help="Kinds of work; all when none is named."),
    crawls: int = CRAWLS,
    delay: float | None = DELAY,
) -> None:
    """Join in the work of a database, from this machine or another, until stopped.

    Example: kawal worker --only read
    """
    _work(door_of(context), only or tuple(Part), with_clock=False, crawls=crawls, delay=delay)


def _cycle(door: Door, *, delay: float | None) -> None:
    from kawal.guards import refuse_demo_pages
    from kawal.reports import say_check
    from service.cycle import CrawlOrder, crosscheck_all

    desk = open_desk(door)
    with door.database() as database:
        refuse_demo_pages(database, door.settings)
        order = CrawlOrder(names=door.settings.outlets, delay=delay)
        print_outcomes(door, collect_with_progress(door, database, desk, order), as_json=False)
        reextract_with_progress(door, database, desk)
        say_check(door, crosscheck_all(database, now))


def _work(door: Door, parts: Sequence[Part], *, with_clock: bool, crawls: int, delay: float | None) -> None:
    from kawal.guards import refuse_demo_pages
    from models.logs import configure_logs
    from service.queueing import Queue
    from service.running import run_process
    from service.workroom import Workroom

    configure_logs(door.settings)
    door.say("Berjalan; hentikan dengan Ctrl-C.", "Running; stop with Ctrl-C.")
    with door.database() as database:
        refuse_demo_pages(database, door.settings)
        room = Workroom(database=database, settings=door.settings, clock=now, delay=delay)
        queues = [Queue(part.value) for part in dict.fromkeys(parts)]
        run_process(room, with_clock=with_clock, queues=queues, crawls=crawls)
