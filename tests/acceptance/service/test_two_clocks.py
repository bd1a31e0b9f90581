"""Two `kawal run` on one database: each slot is fired once, by whichever comes first."""

import sys
import time
from collections import Counter
from datetime import timedelta
from itertools import pairwise

import pytest

from models.settings import Settings
from service.queueing import KINDS
from storage.database import Database
from storage.queue import QueueRepository
from storage.slots import SlotRepository
from tests.acceptance.service.newsroom import Newsroom, ended, newsroom

SPEED = 60
PATIENCE = 60
BY_THE_CLOCK_ALONE = ("rescue", "poll", "crosscheck", "housekeeping")
"""Kinds that nothing but the clock puts in the queue."""


def run_two(room: Newsroom, *, seconds: float) -> None:
    processes = [room.start("run", "--delay", "0") for _ in range(2)]
    with ended(processes):
        room.wait_until_begun()
        time.sleep(seconds)
        _wait_for_both(room)
        for process in processes:
            room.stop(process)


def _wait_for_both(room: Newsroom) -> None:
    end = time.monotonic() + PATIENCE
    while len(_clocks(room)) < 2:
        assert time.monotonic() < end, "one of the clocks fires nothing"
        time.sleep(0.2)


def _clocks(room: Newsroom) -> Counter[str]:
    """How many slots each clock fired."""
    with room.database.session() as session:
        return Counter(slot.clock for kind in KINDS for slot in SlotRepository(session).all(kind))


def check_slots(room: Newsroom) -> str:
    """Fail if a slot was fired twice or queued two jobs; else tell what was fired."""
    told = []
    with room.database.session() as session:
        slots = {kind: SlotRepository(session).all(kind) for kind in KINDS if KINDS[kind].every}
        jobs: Counter[str] = Counter()
        for (kind, _), number in QueueRepository(session).counts().items():
            jobs[kind] += number
    for kind, fired in slots.items():
        every = (KINDS[kind].every or timedelta(0)) / SPEED
        steps = [(later.due - earlier.due) / every for earlier, later in pairwise(fired)]
        assert all(step == pytest.approx(round(step)) and step >= 1 for step in steps), kind
        queued = [slot.job_id for slot in fired if slot.job_id is not None]
        assert len(queued) == len(set(queued))
        if kind in BY_THE_CLOCK_ALONE:
            assert jobs[kind] == len(queued), kind
        merged = sum(round(step) - 1 for step in steps)
        told.append(f"{kind} {len(fired)} slots, {len(queued)} jobs, {merged} missed ones merged")
    return f"{'; '.join(told)}; by clock {sorted(_clocks(room).values())}"


def test_two_runs_fire_each_slot_once_and_stop_cleanly(database: Database, settings: Settings) -> None:
    with newsroom(database, settings, pages=3) as room:
        run_two(room, seconds=12)
        check_slots(room)
        assert room.missing() == 0


@pytest.mark.full_scale
def test_two_runs_for_ten_minutes_at_sixty_times_the_speed(database: Database, settings: Settings) -> None:
    with newsroom(database, settings, pages=20) as room:
        run_two(room, seconds=600)
        told = check_slots(room)
        assert room.missing() == 0
    sys.stdout.write(f"\n{told}\n")
