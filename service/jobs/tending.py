"""Cross-check, digest, and keeping the house: jobs of dead workers, old rows."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import structlog

from service.cycle import crosscheck_all
from service.machine import is_alive, this_machine
from service.workroom import Workroom
from storage.figure_counts import fold_counts
from storage.queue import QueueRepository
from storage.slots import SlotRepository

MOST_ATTEMPTS = 5
"""A job that killed so many workers is given up: it would kill the next one too."""

KEPT = timedelta(days=30)

_LOG = structlog.get_logger()


def crosscheck(room: Workroom, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """Lay everything reported beside everything official, anew."""
    report = crosscheck_all(room.database, room.clock)
    return {
        "figures": report.figures,
        "official": report.official,
        "new": report.counts.new,
        "closed": report.counts.closed,
    }


def rescue(room: Workroom, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """Put jobs of dead workers back in the queue; give those up that keep killing them."""
    back, given_up = [], []
    with room.database.session() as session:
        queue = QueueRepository(session)
        for job in queue.stalled(dead=_dead_here(queue)):
            if job.attempts + 1 >= MOST_ATTEMPTS:
                queue.give_up(job.id)
                given_up.append(job.id)
                _LOG.error("job given up", job_id=job.id, kind=job.task_name, attempts=job.attempts + 1)
            else:
                queue.put_back(job.id)
                back.append(job.id)
    return {"put_back": back, "given_up": given_up}


def housekeeping(room: Workroom, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """Drop jobs and clock slots that nobody will ask for again; put counts of figures together."""
    before = room.clock() - KEPT
    with room.database.session() as session:
        jobs = QueueRepository(session).forget(before=before)
        slots = SlotRepository(session).forget(before=before)
        counts = fold_counts(session)
    return {"jobs": jobs, "slots": slots, "counts": counts}


def _dead_here(queue: QueueRepository) -> list[int]:
    """Workers that were processes of this machine and are no more."""
    here = this_machine()
    return [
        row.worker_id
        for row in queue.workers()
        if row.host == here
        and row.pid is not None
        and row.started is not None
        and not is_alive(row.pid, started=row.started)
    ]
