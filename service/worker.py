"""The worker: takes jobs of its queues and does them, until told to stop.

Procrastinate fetches, locks and beats; a job runs in a thread. Reading has one thread a
process, since the trained parts are not shared between threads.
"""

import asyncio
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import structlog
from procrastinate import App, JobContext, PsycopgConnector
from procrastinate.worker import Worker
from structlog.contextvars import bound_contextvars

from models.errors import DatabaseUnavailableError
from service.jobs.registry import WORKS
from service.jobs.tending import rescue
from service.machine import this_machine
from service.queueing import KINDS, Queue
from service.workroom import Work, Workroom
from storage.queue import LIFE_SIGN, QueueRepository
from storage.queue_schema import SCHEMA

HEARTBEAT = timedelta(seconds=5)
SIDE_BY_SIDE: Mapping[Queue, int] = {Queue.CRAWL: 4, Queue.READ: 1, Queue.TEND: 2}
"""Jobs of one queue that one process does at once."""

_POLL_SECONDS = 2.0
_LOG = structlog.get_logger()

OnJob = Callable[[str, str, float], None]
"""Told the kind, how it ended (``succeeded`` or ``failed``) and the seconds it took."""


def run_worker(
    room: Workroom,
    *,
    queues: Iterable[Queue] = tuple(Queue),
    crawls: int = SIDE_BY_SIDE[Queue.CRAWL],
    on_job: OnJob = lambda kind, status, seconds: None,
) -> None:
    """Do jobs until SIGINT, SIGTERM or ``room.stopping``; what is in hand is finished or put down.

    Args:
        room: what jobs work with.
        queues: whose jobs to take.
        crawls: how many outlets are crawled at once.
        on_job: told of every job that ended.

    Raises:
        DatabaseUnavailableError: the database went away.
    """
    rescue(room, {})
    chosen = {queue: crawls if queue is Queue.CRAWL else SIDE_BY_SIDE[queue] for queue in queues}
    asyncio.run(_serve(room, chosen, on_job))


async def _serve(room: Workroom, queues: Mapping[Queue, int], on_job: OnJob) -> None:
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(sum(queues.values()) + 2, thread_name_prefix="job"))
    app = App(connector=_connector(room, connections=len(queues) * 2 + 2))
    _register(app, room, on_job)
    async with app.open_async():
        workers = [_worker(app, queue, number) for queue, number in queues.items()]
        _stop_on_signals(room, loop)
        ending = asyncio.create_task(_stop_when_told(room, workers))
        running = [asyncio.create_task(worker.run()) for worker in workers]  # type: ignore[no-untyped-call]
        await _sign_on(room, workers, list(queues))
        await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
        told = room.stopping.is_set()
        room.stopping.set()
        await asyncio.gather(ending, *running)
    if not told:
        raise DatabaseUnavailableError("The worker lost the queue.", cure="Start it again; jobs wait for it.")


def _connector(room: Workroom, *, connections: int) -> PsycopgConnector:
    return PsycopgConnector(
        conninfo=room.database.conninfo,
        min_size=1,
        max_size=connections,
        kwargs={"options": f"-c search_path={SCHEMA},public"},
    )


def _worker(app: App, queue: Queue, number: int) -> Worker:
    return Worker(
        app,
        queues=[queue.value],
        name=queue.value,
        concurrency=number,
        fetch_job_polling_interval=_POLL_SECONDS,
        update_heartbeat_interval=HEARTBEAT.total_seconds(),
        stalled_worker_timeout=LIFE_SIGN.total_seconds(),
        install_signal_handlers=False,
    )


def _register(app: App, room: Workroom, on_job: OnJob) -> None:
    for name, work in WORKS.items():
        register = app.task(name=name, queue=KINDS[name].queue.value, pass_context=True)
        register(_task(room, name, work, on_job))


def _task(room: Workroom, name: str, work: Work, on_job: OnJob) -> Callable[..., Mapping[str, Any]]:
    def task(context: JobContext, **arguments: Any) -> Mapping[str, Any]:
        started = time.monotonic()
        status = "failed"
        with bound_contextvars(job=name, job_id=context.job.id):
            try:
                done = work(room, arguments)
                status = "succeeded"
            finally:
                seconds = time.monotonic() - started
                on_job(name, status, seconds)
            # Every minute looks for work that mostly is not there.
            told = _LOG.info if any(done.values()) else _LOG.debug
            told("job done", seconds=round(seconds, 2), **done)
        return done

    return task


def _stop_on_signals(room: Workroom, loop: asyncio.AbstractEventLoop) -> None:
    if threading.current_thread() is not threading.main_thread():
        return
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, _stop, room, loop, number)


def _stop(room: Workroom, loop: asyncio.AbstractEventLoop, number: signal.Signals) -> None:
    """Stop cleanly; a second signal ends the process at once."""
    _LOG.info("stopping", signal=number.name)
    room.stopping.set()
    for other in (signal.SIGINT, signal.SIGTERM):
        loop.remove_signal_handler(other)
        signal.signal(other, signal.SIG_DFL)


async def _stop_when_told(room: Workroom, workers: Sequence[Worker]) -> None:
    while not room.stopping.is_set():
        await asyncio.sleep(0.2)
    for worker in workers:
        worker.stop()  # type: ignore[no-untyped-call]


async def _sign_on(room: Workroom, workers: Sequence[Worker], queues: Sequence[Queue]) -> None:
    """Say which process the workers are, as soon as they have their numbers."""
    for worker, queue in zip(workers, queues, strict=True):
        number = await _number(room, worker)
        if number is not None:
            await asyncio.to_thread(_note, room, number, queue)


async def _number(room: Workroom, worker: Worker) -> int | None:
    while worker.worker_id is None and not room.stopping.is_set():
        await asyncio.sleep(0.05)
    return worker.worker_id


def _note(room: Workroom, worker_id: int, queue: Queue) -> None:
    with room.database.session() as session:
        QueueRepository(session).sign_on(
            worker_id, host=this_machine(), pid=os.getpid(), queues=[queue.value], now=room.clock()
        )
