"""Kinds of jobs as the queue knows them: which queue, which lock, how urgent, how often."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from storage.queue import QueueRepository
from storage.slots import SlotRepository


class Queue(StrEnum):
    """Workers take jobs of the queues they are told to."""

    CRAWL = "crawl"
    READ = "read"
    TEND = "tend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of job.

    Attributes:
        name: in the queue, in logs and on the clock.
        queue: whose workers take it.
        every: how often the clock asks for it; None when only other jobs do.
        offset: how long after midnight UTC the first slot of a day lies.
        alone: no two jobs of this kind (and of one outlet, where it is about one) run at once.
        priority: higher ones first.
    """

    name: str
    queue: Queue = Queue.TEND
    every: timedelta | None = None
    offset: timedelta = timedelta(0)
    alone: bool = True
    priority: int = 0


_KINDS = (
    Kind(name="poll", every=timedelta(minutes=5), priority=10),
    Kind(name="rescue", every=timedelta(minutes=1), alone=False, priority=20),
    Kind(name="crawl", queue=Queue.CRAWL),
    Kind(name="read", queue=Queue.READ, every=timedelta(minutes=1), alone=False),
    # Newly installed rules read what older ones read, after everything new: 01.00 WIB.
    Kind(
        name="reextract",
        queue=Queue.READ,
        every=timedelta(days=1),
        offset=timedelta(hours=18),
        alone=False,
        priority=-10,
    ),
    Kind(name="crosscheck", every=timedelta(hours=6), offset=timedelta(hours=1)),
    Kind(name="digest", every=timedelta(minutes=5), priority=5),
    Kind(name="health", every=timedelta(hours=6), offset=timedelta(minutes=30)),
    Kind(name="housekeeping", every=timedelta(days=1), offset=timedelta(hours=19)),  # 02.00 WIB
)
KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _KINDS}
"""Adding a kind: one line here, its function in service/jobs/registry.py."""


def defer(
    session: Session, kind: str, arguments: Mapping[str, Any] | None = None, *, of: str | None = None
) -> int | None:
    """Put a job in the queue with the open transaction; None when an equal one waits already.

    Args:
        session: the open transaction.
        kind: one of ``KINDS``.
        arguments: what it gets.
        of: the outlet it is about.
    """
    known = KINDS[kind]
    key = known.name if of is None else f"{known.name}:{of}"
    return QueueRepository(session).enqueue(
        known.name,
        queue=known.queue,
        arguments=arguments,
        key=key,
        lock=key if known.alone else None,
        priority=known.priority,
    )


def fire(session: Session, kind: str, due: datetime, *, now: datetime, clock: str) -> bool:
    """Put the job of one slot in the queue, unless any clock did before; slot and job are one step."""
    slots = SlotRepository(session)
    if not slots.take(kind, due, now=now, clock=clock):
        return False
    job_id = defer(session, kind)
    if job_id is not None:
        slots.note_job(kind, due, job_id)
    return True
