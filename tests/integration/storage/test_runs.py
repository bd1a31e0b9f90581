from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from models.vocabulary import Outcome, RunKind, RunStatus
from storage.runs import OutcomeRow, RunRepository
from storage.sources import SourceRepository

URL = "https://satu.test/"


@pytest.fixture
def runs(session: Session) -> RunRepository:
    for name in ("satu", "dua"):
        SourceRepository(session).upsert(name, outlet=f"{name}.test")
    return RunRepository(session)


def test_every_url_of_a_run_has_one_outcome(runs: RunRepository, now: datetime) -> None:
    run = runs.start(RunKind.CRAWL, now=now)
    runs.record_outcome(run.id, URL + "1", "satu", Outcome.PENDING, body_bytes=100)
    runs.record_outcome(run.id, URL + "2", "satu", Outcome.HTTP_ERROR, detail="503")
    runs.record_outcomes(
        run.id,
        [
            OutcomeRow(url="https://dua.test/1", source_name="dua", outcome=Outcome.ROBOTS),
            OutcomeRow(url="https://dua.test/1", source_name="dua", outcome=Outcome.LIST_PAGE, body_bytes=7),
        ],
    )
    runs.record_outcomes(run.id, [])
    runs.settle(run.id, URL + "1", Outcome.STORED)
    runs.settle(run.id, URL + "9", Outcome.STORED)
    assert runs.outcome_table(run.id) == {
        "dua": {Outcome.LIST_PAGE: 1},
        "satu": {Outcome.HTTP_ERROR: 1, Outcome.STORED: 1},
    }
    assert runs.body_bytes(run.id) == {"dua": 7, "satu": 100}
    [failed] = runs.outcomes(run.id, outcome=Outcome.HTTP_ERROR)
    assert (failed.url, failed.detail) == (URL + "2", "503")
    runs.finish(run.id, RunStatus.FINISHED, now=now)
    done = runs.get(run.id)
    assert done is not None
    assert done.counts == {"stored": 1, "http_error": 1, "list_page": 1}
    assert sum(done.counts.values()) == len(runs.outcomes(run.id))


def test_the_latest_run_is_of_its_kind(runs: RunRepository, now: datetime) -> None:
    runs.start(RunKind.CRAWL, now=now)
    newest = runs.start(RunKind.CRAWL, now=now + timedelta(hours=1))
    runs.start(RunKind.DIGEST, now=now + timedelta(hours=2))
    latest = runs.latest(RunKind.CRAWL)
    assert latest is not None
    assert latest.id == newest.id
    assert runs.latest(RunKind.EXTRACT) is None


def test_runs_left_by_a_crash_are_closed(runs: RunRepository, now: datetime) -> None:
    left = runs.start(RunKind.CRAWL, now=now)
    done = runs.start(RunKind.CRAWL, now=now)
    runs.finish(done.id, RunStatus.FAILED, now=now, error="the site is gone", counts={"stored": 3})
    assert runs.interrupt_running(RunKind.CRAWL, now=now) == 1
    assert runs.interrupt_running(RunKind.CRAWL, now=now) == 0
    found = [runs.get(run.id) for run in (left, done)]
    assert [run.status for run in found if run] == [RunStatus.INTERRUPTED, RunStatus.FAILED]
    assert found[1] is not None
    assert (found[1].error, found[1].counts) == ("the site is gone", {"stored": 3})


def test_a_source_is_as_last_declared(session: Session, runs: RunRepository) -> None:
    sources = SourceRepository(session)
    sources.upsert("satu", outlet="Satu", owner="PT Satu", home_region="36", declaration={"feed": "/feed"})
    assert [source.name for source in sources.list()] == ["dua", "satu"]
    known = sources.get("satu")
    assert known is not None
    assert (known.outlet, known.owner, known.declaration) == ("Satu", "PT Satu", {"feed": "/feed"})
    assert sources.get("tiga") is None
