"""One process: a worker, and beside it the clock when it is to keep one."""

import threading
from collections.abc import Iterable
from contextlib import ExitStack

import structlog

from service.clock import run_clock
from service.machine import this_process
from service.metrics import Metrics, metrics_served
from service.queueing import Queue
from service.worker import SIDE_BY_SIDE, run_worker
from service.workroom import Workroom

_LOG = structlog.get_logger()


def run_process(
    room: Workroom,
    *,
    with_clock: bool,
    queues: Iterable[Queue] = tuple(Queue),
    crawls: int = SIDE_BY_SIDE[Queue.CRAWL],
) -> None:
    """Work until told to stop, answering Prometheus if the settings say so.

    Raises:
        DatabaseUnavailableError: the database went away.
    """
    metrics = Metrics(room.database)
    with ExitStack() as stack:
        port = stack.enter_context(metrics_served(metrics, room.settings))
        _LOG.info("started", process=this_process(), clock=with_clock, metrics_port=port)
        if with_clock:
            clock = threading.Thread(
                target=run_clock,
                args=(room.database, room.stopping),
                kwargs={"speed": room.settings.clock_speed, "on_slot": metrics.slot_fired},
                name="clock",
            )
            clock.start()
            stack.callback(clock.join)
        stack.callback(room.stopping.set)
        run_worker(room, queues=queues, crawls=crawls, on_job=metrics.job_ended)
    _LOG.info("stopped", process=this_process())
