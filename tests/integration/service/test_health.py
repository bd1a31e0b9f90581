"""From crawled pages to alarms that begin, stand, are told once and clear."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from crawler.declarations import Declaration, SiteKind
from models.settings import Settings
from models.vocabulary import AlarmKind, Outcome, RunKind
from service.health import look_at_sources
from service.jobs.watching import health
from service.workroom import Workroom
from storage.database import Database
from storage.health import HealthRepository
from storage.pages import PageRepository
from storage.runs import RunRepository
from storage.sources import SourceRepository

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
OUTLET = Declaration.model_validate(
    {
        "name": "contoh",
        "outlet": "contoh.test",
        "title": "Kabar Contoh",
        "kind": SiteKind.FEED,
        "feeds": ["https://contoh.test/feed"],
        "article_patterns": ["^/berita/"],
        "verified": False,
    }
)


def publish(session: Session, *, days: range, each: int, outcome: Outcome = Outcome.IRRELEVANT) -> None:
    """Articles first seen on each of these days before NOW, in a crawl of that day."""
    SourceRepository(session).upsert("contoh", outlet="contoh.test")
    pages, runs = PageRepository(session), RunRepository(session)
    for day in days:
        then = NOW - timedelta(days=day)
        run = runs.start(RunKind.CRAWL, now=then, source_name="contoh")
        runs.record_outcome(run.id, "https://contoh.test/feed", "contoh", Outcome.DISCOVERY)
        for number in range(each):
            url = f"https://contoh.test/berita/{day}-{number}"
            pages.record_fetch(url, "contoh", status=200, body=b"x", now=then)
            page = pages.get(url)
            assert page is not None
            pages.set_outcome(page.id, outcome)
            runs.record_outcome(run.id, url, "contoh", outcome)


def crawl_in_vain(session: Session, *, day: float) -> None:
    runs = RunRepository(session)
    run = runs.start(RunKind.CRAWL, now=NOW - timedelta(days=day), source_name="contoh")
    runs.record_outcome(run.id, "https://contoh.test/feed", "contoh", Outcome.DISCOVERY)


def test_an_outlet_that_does_well_raises_nothing(session: Session) -> None:
    publish(session, days=range(40), each=3)
    [one] = look_at_sources(session, [OUTLET], now=NOW)
    assert one.alarms == ()
    assert one.per_week == 24
    assert one.expected_per_week == pytest.approx(21, abs=1)
    assert one.mix == {Outcome.DISCOVERY: 8, Outcome.IRRELEVANT: 24}


def test_an_alarm_begins_stands_and_clears(session: Session) -> None:
    publish(session, days=range(9, 40), each=3)
    crawl_in_vain(session, day=0.1)
    repository = HealthRepository(session)
    look_at_sources(session, [OUTLET], now=NOW)
    look_at_sources(session, [OUTLET], now=NOW + timedelta(hours=6))
    [alarm] = repository.standing()
    assert (alarm.kind, alarm.since) == (AlarmKind.QUIET, NOW)
    publish(session, days=range(1), each=9)
    later = NOW + timedelta(days=1)
    assert [one.alarms for one in look_at_sources(session, [OUTLET], now=later)] == [()]
    assert repository.standing() == []


def test_an_alarm_that_comes_back_begins_anew_and_is_told_again(session: Session) -> None:
    repository = HealthRepository(session)
    publish(session, days=range(1), each=1)
    said = {"sentence_id": "a", "sentence_en": "b"}
    repository.raise_alarm("contoh", AlarmKind.QUIET, **said, now=NOW)
    repository.mark_mailed(repository.standing(), now=NOW)
    assert repository.clear_others([], now=NOW) == 1
    later = NOW + timedelta(days=2)
    repository.raise_alarm("contoh", AlarmKind.QUIET, **said, now=later)
    [alarm] = repository.standing()
    assert (alarm.since, alarm.mailed) == (later, None)


def test_an_outlet_not_declared_any_more_raises_nothing(session: Session) -> None:
    publish(session, days=range(9, 40), each=3)
    look_at_sources(session, [OUTLET], now=NOW)
    assert look_at_sources(session, [], now=NOW) == []
    assert HealthRepository(session).standing() == []


def test_the_job_tells_an_alarm_once(database: Database, settings: Settings) -> None:
    settings.outlets_dir.mkdir(parents=True)
    lines = (f"{key} = {value!r}" for key, value in OUTLET.model_dump(mode="json", include=_FIELDS).items())
    (settings.outlets_dir / "contoh.toml").write_text("\n".join(lines).replace("False", "false"), "utf-8")
    with database.session() as session:
        publish(session, days=range(9, 40), each=3)
        crawl_in_vain(session, day=0.1)
    room = Workroom(database=database, settings=settings, clock=lambda: NOW)
    assert health(room, {}) == {"outlets": 1, "alarms": 1, "new": 1}
    assert health(room, {}) == {"outlets": 1, "alarms": 1, "new": 0}


_FIELDS = {"name", "outlet", "title", "kind", "feeds", "article_patterns", "verified"}
