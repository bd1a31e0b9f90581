"""Two clocks fire a slot once, a late clock catches up once, and nothing is queued twice."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import URL

from service.clock import run_clock
from service.queueing import KINDS, defer, fire
from storage.database import Database
from storage.queue import QueueRepository
from storage.slots import SlotRepository
from tests.integration.service.conftest import NOW

EVERY = timedelta(minutes=1) / 300
"""The interval of the minute schedules at the speed of these tests."""


@contextmanager
def ticking(url: URL, *, clocks: int = 1) -> Iterator[None]:
    databases = [Database(url) for _ in range(clocks)]
    stopping = threading.Event()
    threads = [
        threading.Thread(target=run_clock, args=(database, stopping), kwargs={"speed": 300})
        for database in databases
    ]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stopping.set()
        for thread in threads:
            thread.join()
        for database in databases:
            database.close()


def slots(database: Database, schedule: str) -> list[datetime]:
    with database.session() as session:
        return [slot.due for slot in SlotRepository(session).all(schedule)]


def wait_for(database: Database, schedule: str, *, number: int) -> list[datetime]:
    end = time.monotonic() + 20
    while len(found := slots(database, schedule)) < number:
        assert time.monotonic() < end, f"{len(found)} slots"
        time.sleep(0.05)
    return found


def test_two_clocks_fire_every_slot_once(database_url: URL, database: Database) -> None:
    with ticking(database_url, clocks=2):
        wait_for(database, "rescue", number=12)
    fired = slots(database, "rescue")
    gaps = [(later - earlier) / EVERY for earlier, later in pairwise(fired)]
    # A slot may be left out when this machine stood still for longer than one; none comes twice.
    assert all(gap == pytest.approx(round(gap)) and gap >= 1 for gap in gaps)
    assert len(fired) == len(set(fired))
    with database.session() as session:
        jobs = QueueRepository(session).counts()
        noted = [slot.job_id for slot in SlotRepository(session).all("rescue") if slot.job_id is not None]
    assert jobs["rescue", "todo"] == len(noted) == 1


def test_many_claims_of_one_slot_queue_one_job(database: Database) -> None:
    def claim(number: int) -> bool:
        with database.session() as session:
            return fire(session, "crosscheck", NOW, now=NOW, clock=f"clock {number}")

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(claim, range(24))) == 1
    with database.session() as session:
        assert QueueRepository(session).counts() == {("crosscheck", "todo"): 1}


def test_what_was_missed_is_caught_up_once(database_url: URL, database: Database) -> None:
    with ticking(database_url):
        before = wait_for(database, "read", number=2)
    stopped = datetime.now(UTC)
    time.sleep(10 * EVERY.total_seconds())
    started = datetime.now(UTC)
    with ticking(database_url):
        fired = wait_for(database, "read", number=len(before) + 3)
    missed = [due for due in fired if stopped + EVERY < due < started - EVERY]
    assert missed == []
    assert any(started - EVERY <= due for due in fired)


def test_slot_and_job_are_one_step(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.session() as session:
        fire(session, "crosscheck", NOW, now=NOW, clock="a")
        raise ZeroDivisionError
    assert slots(database, "crosscheck") == []
    with database.session() as session:
        assert QueueRepository(session).counts() == {}


def test_an_equal_job_does_not_wait_twice_and_spoils_nothing(database: Database) -> None:
    with database.session() as session:
        first = defer(session, "crawl", {"outlet": "contoh"}, of="contoh")
        assert defer(session, "crawl", {"outlet": "contoh"}, of="contoh") is None
        other = defer(session, "crawl", {"outlet": "lain"}, of="lain")
    assert first is not None
    assert other is not None
    with database.session() as session:
        assert QueueRepository(session).counts() == {("crawl", "todo"): 2}


def test_every_schedule_lasts_a_second_at_the_greatest_speed() -> None:
    assert all(kind.every is None or kind.every / 60 >= timedelta(seconds=1) for kind in KINDS.values())
