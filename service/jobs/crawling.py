"""Which outlets are due, and crawling one of them."""

import time
from collections.abc import Mapping
from typing import Any

from crawler.declarations import Declaration, load_declarations
from models.errors import SourceError
from service.cycle import chosen, crawl_outlet
from service.polling import due_outlets
from service.queueing import defer
from service.workroom import Workroom

LONGEST_CRAWL = 2 * 60 * 60.0
"""Seconds after which a crawl is asked to stop; what is left waits for the next."""


def poll(room: Workroom, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """Put a crawl in the queue for every outlet that is due; one that waits already is left alone."""
    declared = watched(room)
    with room.database.session() as session:
        due = [declaration.name for declaration in due_outlets(session, declared, now=room.clock())]
        queued = [name for name in due if defer(session, "crawl", {"outlet": name}, of=name) is not None]
    return {"queued": queued}


def crawl_one(room: Workroom, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """Crawl one outlet and ask for the reading of what came.

    Raises:
        SourceError: the outlet is no longer declared, or the crawl hung or crashed.
        DatabaseUnavailableError: the store failed on the way.
    """
    [declaration] = chosen([arguments["outlet"]], added=room.settings.outlets_dir)
    end = time.monotonic() + LONGEST_CRAWL
    done = crawl_outlet(
        room.database,
        room.settings,
        declaration,
        clock=room.clock,
        delay=room.delay,
        should_stop=lambda: room.stopping.is_set() or time.monotonic() > end,
    )
    with room.database.session() as session:
        defer(session, "read")
    return {
        "run": done.run_id,
        "outcomes": {outcome.value: count for outcome, count in done.outcomes.items()},
        "left_over": done.left_over,
        "interrupted": done.interrupted,
    }


def watched(room: Workroom) -> tuple[Declaration, ...]:
    """The outlets this installation watches: those named in the settings, or all that are declared.

    Raises:
        SourceError: the settings name one that is not declared.
    """
    declared = load_declarations(added=room.settings.outlets_dir)
    names = room.settings.outlets
    if not names:
        return declared
    by_name = {declaration.name: declaration for declaration in declared}
    unknown = [name for name in names if name not in by_name]
    if unknown:
        raise SourceError(f"KAWAL_OUTLETS names {unknown[0]!r}.", cure="See kawal sources list.")
    return tuple(by_name[name] for name in names)
