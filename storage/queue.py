"""Jobs waiting, running and done; the tables are Procrastinate's, in the schema ``queue``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import Job
from procrastinate.manager import JobManager
from procrastinate.sync_psycopg_connector import SyncPsycopgConnector
from sqlalchemy import text
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from models.scheduling import WorkerProcess
from storage.queue_schema import SCHEMA

LIFE_SIGN = timedelta(seconds=60)
"""A worker that has not beaten for so long counts as dead; it beats every five seconds."""

_STALLED = """
SELECT j.id, j.task_name, j.attempts, j.args FROM queue.procrastinate_jobs j
LEFT JOIN queue.procrastinate_workers w ON w.id = j.worker_id
WHERE j.status = 'doing'
  AND (w.id IS NULL OR w.last_heartbeat < now() - :life OR w.id = ANY(:dead))
ORDER BY j.id FOR UPDATE OF j SKIP LOCKED
"""
_PROCESSES = """
SELECT w.id AS worker_id, w.last_heartbeat, p.host, p.pid, p.started, p.queues
FROM queue.procrastinate_workers w LEFT JOIN worker_process p ON p.worker_id = w.id
ORDER BY w.id
"""
_COUNTS = "SELECT task_name, status::text, count(*) FROM queue.procrastinate_jobs GROUP BY 1, 2 ORDER BY 1, 2"
_ENDED = """
DELETE FROM procrastinate_jobs j
WHERE j.status IN ('succeeded', 'failed', 'cancelled', 'aborted')
  AND NOT EXISTS (SELECT 1 FROM procrastinate_events e WHERE e.job_id = j.id AND e.at >= :before)
RETURNING j.id
"""
_ORPHANS = """
DELETE FROM worker_process p
WHERE NOT EXISTS (SELECT 1 FROM queue.procrastinate_workers w WHERE w.id = p.worker_id)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StalledJob:
    """A job whose worker died over it."""

    id: int
    task_name: str
    attempts: int
    args: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerRow:
    """One worker of the queue; ``host`` and the rest are null until its process has said who it is."""

    worker_id: int
    last_heartbeat: datetime
    host: str | None
    pid: int | None
    started: datetime | None
    queues: Sequence[str] | None


class QueueRepository:
    """Putting jobs in the queue within one's own transaction, and asking how it stands."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def enqueue(
        self,
        task: str,
        *,
        queue: str,
        arguments: Mapping[str, Any] | None = None,
        key: str | None = None,
        lock: str | None = None,
        priority: int = 0,
    ) -> int | None:
        """Put a job in the queue, committed with the open transaction; its number.

        Args:
            task: the kind of job.
            queue: the queue whose workers take it.
            arguments: what it gets, as JSON.
            key: no second job of this key waits beside the first; None is given back instead.
            lock: no two jobs of this lock run at once.
            priority: higher ones first.
        """
        job = Job(
            queue=queue,
            task_name=task,
            task_kwargs=dict(arguments or {}),
            lock=lock,
            queueing_lock=key,
            priority=priority,
        )
        self._open_path()
        try:
            with self._session.begin_nested():
                connection = self._session.connection().connection.driver_connection
                return _MANAGER.defer_job(job, connection=connection).id
        except AlreadyEnqueued:
            return None

    def counts(self) -> dict[tuple[str, str], int]:
        """How many jobs there are, by kind and status."""
        return {(task, status): count for task, status, count in self._session.execute(text(_COUNTS))}

    def workers(self) -> list[WorkerRow]:
        """All workers that have not signed off, dead ones included until they are missed."""
        return [WorkerRow(**row) for row in self._session.execute(text(_PROCESSES)).mappings()]

    def sign_on(self, worker_id: int, *, host: str, pid: int, queues: Sequence[str], now: datetime) -> None:
        """Note which process a worker is."""
        row = {"host": host, "pid": pid, "started": now, "queues": list(queues)}
        statement = upsert(WorkerProcess).values(worker_id=worker_id, **row)
        self._session.execute(statement.on_conflict_do_update(index_elements=["worker_id"], set_=row))

    def stalled(self, *, dead: Sequence[int] = (), life_sign: timedelta = LIFE_SIGN) -> list[StalledJob]:
        """Running jobs whose worker is gone, locked for this transaction.

        Args:
            dead: workers known to be dead whatever their last beat says.
            life_sign: the age of a beat beyond which a worker counts as dead.
        """
        rows = self._session.execute(text(_STALLED), {"life": life_sign, "dead": list(dead)})
        return [StalledJob(**row) for row in rows.mappings()]

    def put_back(self, job_id: int) -> None:
        """Let a stalled job be done again; beside an equal one that waits already it is given up."""
        self._open_path()
        twin = text(
            "SELECT 1 FROM procrastinate_jobs a JOIN procrastinate_jobs b"
            " ON b.queueing_lock = a.queueing_lock AND b.status = 'todo' WHERE a.id = :id"
        )
        if self._session.scalar(twin, {"id": job_id}) is not None:
            self.give_up(job_id)
            return
        retry = text("SELECT procrastinate_retry_job_v2(:id, NULL, NULL, NULL, NULL)")
        self._session.execute(retry, {"id": job_id})

    def give_up(self, job_id: int) -> None:
        """Count a job as failed."""
        self._open_path()
        self._session.execute(
            text("SELECT procrastinate_finish_job_v1(:id, 'failed', false)"), {"id": job_id}
        )

    def forget(self, *, before: datetime) -> int:
        """Drop jobs that ended before then, and processes of workers that are gone; how many jobs."""
        self._open_path()
        gone = len(self._session.execute(text(_ENDED), {"before": before}).all())
        self._session.execute(text(_ORPHANS))
        return gone

    def _open_path(self) -> None:
        """Procrastinate's functions name their tables without a schema."""
        self._session.execute(text(f"SET LOCAL search_path TO {SCHEMA}, public"))


_MANAGER = JobManager(SyncPsycopgConnector())
