"""The clock: APScheduler decides when a job is due; a slot's key decides that it is queued once.

Any number of clocks may run on one database. Slots lie at whole multiples of a schedule's
interval, so all clocks mean the same moment, and the first that claims it queues the job.
"""

import threading
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog
from apscheduler.executors.base import BaseExecutor
from apscheduler.job import Job
from apscheduler.jobstores.base import ConflictingIdError
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy.exc import DBAPIError

from models.errors import DatabaseUnavailableError
from service.machine import this_process
from service.queueing import KINDS, Kind, fire
from storage.database import Database

SCHEMA = "clock"
EPOCH = datetime(2024, 1, 1, tzinfo=UTC)
RETRY_SECONDS = 10.0

OnSlot = Callable[[str], None]

_LOG = structlog.get_logger()


def run_clock(
    database: Database,
    stopping: threading.Event,
    *,
    speed: float = 1.0,
    kinds: Iterable[Kind] = tuple(KINDS.values()),
    on_slot: OnSlot = lambda kind: None,
) -> None:
    """Put due jobs in the queue until told to stop; what fell due while no clock ran is caught up once.

    Args:
        database: the open store.
        stopping: set from elsewhere to end it.
        speed: how many times faster than declared the schedules run.
        kinds: the schedules.
        on_slot: called with the kind of every slot that this clock was the one to fire.

    Raises:
        DatabaseUnavailableError: the store cannot be reached at the start; later it is tried again.
    """
    scheduler = _Scheduler(timezone=UTC)
    scheduler.add_jobstore(SQLAlchemyJobStore(engine=database.engine, tableschema=SCHEMA))
    scheduler.add_executor(_SlotExecutor(database, on_slot))
    scheduler.start(paused=True)
    try:
        for kind in kinds:
            if kind.every is not None:
                _arrange(scheduler, kind.name, kind.every / speed, kind.offset / speed)
        scheduler.resume()
        stopping.wait()
    finally:
        scheduler.shutdown()


def slot(kind: str) -> str:
    """Name a schedule. APScheduler keeps this function's address; the executor queues the job itself."""
    return kind


class _Scheduler(BackgroundScheduler):  # type: ignore[misc]  # APScheduler 3 is not typed.
    """One whose thread outlives a database that goes away."""

    def _process_jobs(self) -> float | None:
        try:
            wait: float | None = super()._process_jobs()
        except (DBAPIError, DatabaseUnavailableError) as error:
            _LOG.warning("clock lost the database", error=type(error).__name__, again_in=RETRY_SECONDS)
            return RETRY_SECONDS
        return wait


class _SlotExecutor(BaseExecutor):  # type: ignore[misc]  # APScheduler 3 is not typed.
    """Claims the slot and queues its job at once, in the scheduler's own thread."""

    def __init__(self, database: Database, on_slot: OnSlot) -> None:
        super().__init__()
        self._database = database
        self._on_slot = on_slot
        self._clock = this_process()

    def _do_submit_job(self, job: Job, run_times: list[datetime]) -> None:
        [due] = run_times  # Coalesced: of several missed moments only the last is left.
        with self._database.session() as session:
            fired = fire(session, job.id, due, now=datetime.now(UTC), clock=self._clock)
        if fired:
            _LOG.debug("slot fired", schedule=job.id, due=due.isoformat())
            self._on_slot(job.id)
        self._run_job_success(job.id, [])


def _arrange(scheduler: BackgroundScheduler, kind: str, every: timedelta, offset: timedelta) -> None:
    """Add a schedule; one that is stored keeps its next moment, so that what was missed is caught up."""
    trigger = IntervalTrigger(seconds=every.total_seconds(), start_date=EPOCH + offset, timezone=UTC)
    stored = scheduler.get_job(kind)
    if stored is not None and _same(stored.trigger, trigger):
        return
    options: dict[str, Any] = {"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
    first = _last_moment(every, EPOCH + offset)
    if stored is not None:
        scheduler.remove_job(kind)
    try:
        scheduler.add_job(slot, trigger, args=[kind], id=kind, next_run_time=first, **options)
    except ConflictingIdError:
        _LOG.debug("another clock arranged it", schedule=kind)


def _same(one: IntervalTrigger, other: IntervalTrigger) -> bool:
    return bool(one.interval == other.interval and one.start_date == other.start_date)


def _last_moment(every: timedelta, start: datetime) -> datetime:
    """The newest slot not in the future: a fresh installation begins at once."""
    return start + (datetime.now(UTC) - start) // every * every
