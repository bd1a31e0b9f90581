"""The clock: APScheduler decides when a cycle is due; it does no work itself."""

from collections.abc import Callable

from apscheduler.schedulers.blocking import BlockingScheduler
from apscheduler.triggers.interval import IntervalTrigger

HOURS_BETWEEN_CYCLES = 6


def run_forever(cycle: Callable[[], None], *, hours: int = HOURS_BETWEEN_CYCLES) -> None:
    """Run a cycle now and then every ``hours``, until interrupted.

    A cycle that lasts longer than the interval delays the next one; missed ones are caught up once.
    """
    scheduler = BlockingScheduler(timezone="UTC")
    scheduler.add_job(
        cycle,
        IntervalTrigger(hours=hours),
        id="cycle",
        max_instances=1,
        coalesce=True,
        misfire_grace_time=None,
    )
    cycle()
    scheduler.start()
