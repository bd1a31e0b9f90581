"""A worker does what is queued, puts back what dead workers held, and gives up what kills them."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from extractors.toolkit import Toolkit
from models.settings import Settings
from models.vocabulary import Outcome, RunKind, RunStatus
from service.jobs import tending
from service.jobs.tending import MOST_ATTEMPTS, rescue
from service.machine import this_machine
from service.queueing import Queue, defer
from service.worker import run_worker
from service.workroom import Workroom
from storage.counts import count_rows
from storage.database import Database
from storage.queue import QueueRepository
from storage.runs import RunRepository
from tests.integration.crawler.sites import Reply, Site, article, served

DECLARATION = """
name = "contoh"
outlet = "127.0.0.1"
title = "Kabar Contoh"
kind = "feed"
feeds = ["{base}/feed"]
article_patterns = ['^/berita/']
verified = false
"""
PAGES = [f"/berita/kabar-{number}" for number in range(4)]


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as running:
        for number, path in enumerate(PAGES):
            title = f"Dinas Catat {40 + number} Kasus Kekerasan Anak di Kota Serang"
            running.answers[path] = Reply(body=article(title=title))
        running.feed(*PAGES)
        yield running


@pytest.fixture
def room(database: Database, settings: Settings, toolkit: Toolkit) -> Workroom:
    return Workroom(
        database=database, settings=settings, clock=lambda: datetime.now(UTC), load=lambda: toolkit, delay=0
    )


def declare(settings: Settings, site: Site) -> None:
    settings.outlets_dir.mkdir(parents=True)
    (settings.outlets_dir / "contoh.toml").write_text(DECLARATION.format(base=site.base), "utf-8")


def counts(database: Database) -> dict[tuple[str, str], int]:
    with database.session() as session:
        return QueueRepository(session).counts()


def work_until(room: Workroom, done: Callable[[], bool], *, seconds: float = 60) -> list[tuple[str, str]]:
    """Run a worker until something is so; the jobs it told of."""
    told: list[tuple[str, str]] = []

    def on_job(kind: str, status: str, seconds: float) -> None:
        told.append((kind, status))

    thread = threading.Thread(target=run_worker, args=(room,), kwargs={"on_job": on_job})
    thread.start()
    end = time.monotonic() + seconds
    while not done() and time.monotonic() < end:
        time.sleep(0.05)
    room.stopping.set()
    thread.join()
    return told


def test_a_crawl_is_done_and_what_came_is_read(
    room: Workroom, database: Database, settings: Settings, site: Site
) -> None:
    declare(settings, site)
    with database.session() as session:
        defer(session, "crawl", {"outlet": "contoh"}, of="contoh")
    told = work_until(room, lambda: counts(database).get(("read", "succeeded"), 0) == 1)
    assert told == [("crawl", "succeeded"), ("read", "succeeded")]
    with database.session() as session:
        run = RunRepository(session).latest(RunKind.CRAWL)
        assert run is not None
        rows = RunRepository(session).outcomes(run.id)
        assert count_rows(session)["articles"] == len(PAGES)
    assert (run.source_name, run.status) == ("contoh", RunStatus.FINISHED)
    assert [row for row in rows if row.outcome is Outcome.PENDING] == []
    assert run.counts["stored"] + run.counts.get("duplicate", 0) == len(PAGES)


def test_a_stopped_worker_puts_its_crawl_down_in_order(
    room: Workroom, database: Database, settings: Settings, site: Site
) -> None:
    declare(settings, site)
    room.delay = 2
    with database.session() as session:
        defer(session, "crawl", {"outlet": "contoh"}, of="contoh")
    told = work_until(room, lambda: "/berita/kabar-1" in " ".join(site.paths()) or len(site.paths()) > 2)
    assert told[0] == ("crawl", "succeeded")
    with database.session() as session:
        run = RunRepository(session).latest(RunKind.CRAWL)
    assert run is not None
    assert run.status is RunStatus.INTERRUPTED
    assert len(site.paths()) < len(PAGES) + 2


def test_a_job_that_fails_is_counted_and_the_worker_goes_on(room: Workroom, database: Database) -> None:
    with database.session() as session:
        defer(session, "crawl", {"outlet": "tidak-ada"}, of="tidak-ada")
        defer(session, "crosscheck")
    work_until(room, lambda: len(counts(database)) == 2 and ("crosscheck", "todo") not in counts(database))
    assert counts(database) == {("crawl", "failed"): 1, ("crosscheck", "succeeded"): 1}


def held_by(database: Database, *, host: str, pid: int, attempts: int = 0) -> int:
    """A job in the hands of a worker that beat just now; the worker's number."""
    with database.session() as session:
        defer(session, "crosscheck")
        worker: int = session.execute(
            text("INSERT INTO queue.procrastinate_workers DEFAULT VALUES RETURNING id")
        ).scalar_one()
        hold = (
            "UPDATE queue.procrastinate_jobs SET status = 'doing', worker_id = :worker, attempts = :attempts"
        )
        session.execute(text(hold), {"worker": worker, "attempts": attempts})
        started = datetime.now(UTC) - timedelta(hours=1)
        QueueRepository(session).sign_on(worker, host=host, pid=pid, queues=[Queue.TEND], now=started)
    return worker


def test_a_dead_process_of_this_machine_is_noticed_at_once(room: Workroom, database: Database) -> None:
    held_by(database, host=this_machine(), pid=2**22 - 1)
    assert rescue(room, {})["put_back"] != []
    assert counts(database) == {("crosscheck", "todo"): 1}


def test_another_machine_is_given_time_to_beat(room: Workroom, database: Database) -> None:
    worker = held_by(database, host="elsewhere/1", pid=1)
    assert rescue(room, {}) == {"put_back": [], "given_up": []}
    with database.session() as session:
        silent = "UPDATE queue.procrastinate_workers SET last_heartbeat = now() - interval '2 minutes'"
        session.execute(text(f"{silent} WHERE id = {worker}"))
    assert len(rescue(room, {})["put_back"]) == 1


def test_a_job_that_keeps_killing_workers_is_given_up(room: Workroom, database: Database) -> None:
    held_by(database, host=this_machine(), pid=2**22 - 1, attempts=MOST_ATTEMPTS - 1)
    assert len(rescue(room, {})["given_up"]) == 1
    assert counts(database) == {("crosscheck", "failed"): 1}


def test_a_put_back_job_gives_way_to_one_that_waits(room: Workroom, database: Database) -> None:
    held_by(database, host=this_machine(), pid=2**22 - 1)
    with database.session() as session:
        defer(session, "crosscheck")
    rescue(room, {})
    assert counts(database) == {("crosscheck", "todo"): 1, ("crosscheck", "failed"): 1}


def test_old_jobs_and_slots_are_forgotten(room: Workroom, database: Database, tmp_path: Path) -> None:
    with database.session() as session:
        defer(session, "housekeeping")
        ended = "UPDATE queue.procrastinate_jobs SET status = 'succeeded'"
        session.execute(text("SET LOCAL search_path TO queue, public"))
        session.execute(text(ended))
        session.execute(text("UPDATE queue.procrastinate_events SET at = now() - interval '40 days'"))
    assert tending.housekeeping(room, {}) == {"jobs": 1, "slots": 0, "counts": 0}
    assert counts(database) == {}
