"""Workers killed without warning, again and again, over a crawl with extraction: nothing lost or doubled."""

import random
import sys
import time

import pytest

from extractors.toolkit import Toolkit
from models.settings import Settings
from storage.database import Database
from tests.acceptance.service.newsroom import Newsroom, ended, newsroom


def kill_often(
    room: Newsroom, *, workers: int, kills: int, delay: str, longest: float, seconds: float
) -> None:
    """Kill one of the workers at random moments and start another in its place."""
    dice = random.Random(kills * workers)  # noqa: S311
    # One process with the clock in it, and workers beside it.
    commands = [("run", "--delay", delay), *[("worker", "--delay", delay)] * (workers - 1)]
    processes = [room.start(*command) for command in commands]
    with ended(processes):
        room.ask_for_crawl()
        room.wait_until_begun()
        for number in range(kills):
            victim = number % workers
            room.wait_until_working(processes[victim])
            time.sleep(dice.uniform(0.2, longest))
            room.kill(processes[victim])
            processes[victim] = room.start(*commands[victim])
        room.wait_until_complete(seconds=seconds)
        for process in processes:
            room.stop(process)


@pytest.mark.parametrize(("workers", "kills"), [(1, 2), (2, 1)])
def test_kills_lose_and_double_nothing(
    database: Database, settings: Settings, toolkit: Toolkit, workers: int, kills: int
) -> None:
    with newsroom(database, settings, pages=16) as room:
        kill_often(room, workers=workers, kills=kills, delay="0.1", longest=3, seconds=200)
        room.check_complete(toolkit)


@pytest.mark.full_scale
@pytest.mark.parametrize("workers", [1, 2])
def test_twenty_kills_over_five_hundred_pages(
    database: Database, settings: Settings, toolkit: Toolkit, workers: int
) -> None:
    with newsroom(database, settings, pages=500) as room:
        kill_often(room, workers=workers, kills=20, delay="0.1", longest=20, seconds=1200)
        room.check_complete(toolkit)
        downloads = sum(path in room.bodies for path in room.site.paths())
    over = ", ".join(f"{kind} {number}" for kind, number in sorted(room.killed_over.items()))
    sys.stdout.write(f"\n{workers} worker(s), 20 kills over {over}; {downloads} requests for 500 pages\n")
