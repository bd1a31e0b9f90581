"""Which outlets are due."""

from datetime import UTC, datetime, timedelta

from crawler.declarations import Declaration
from models.vocabulary import RunKind
from service.cycle import declare_sources
from service.polling import due_outlets
from storage.database import Database
from storage.polling import PollingRepository
from storage.runs import RunRepository

NOW = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def outlet(name: str, **more: object) -> Declaration:
    return Declaration.model_validate(
        {
            "name": name,
            "outlet": f"{name}.id",
            "title": name,
            "kind": "feed",
            "feeds": [f"https://{name}.id/feed"],
            "article_patterns": ["^/berita/"],
            "verified": False,
            **more,
        }
    )


def test_outlets_are_due_when_their_time_has_come_and_they_are_open(database: Database) -> None:
    declared = [
        outlet("baru"),
        outlet("lewat"),
        outlet("nanti"),
        outlet("tutup", politeness={"from_hour": "22:00", "to_hour": "05:00"}),
        outlet("putus"),
    ]
    declare_sources(database, declared)
    with database.session() as session:
        polling = PollingRepository(session)
        for name, due in (("lewat", NOW - HOUR), ("nanti", NOW + HOUR)):
            polling.record(name, now=NOW - 8 * HOUR, next_due=due, per_week=None, failures=0)
        RunRepository(session).start(RunKind.CRAWL, now=NOW - HOUR / 4, source_name="putus")

    def due(now: datetime) -> list[str]:
        with database.session() as session:
            return [declaration.name for declaration in due_outlets(session, declared, now=now)]

    assert due(NOW) == ["baru", "lewat"]
    assert due(NOW + HOUR) == ["baru", "lewat", "nanti", "putus"]
    # Three in the morning in Jakarta.
    assert "tutup" in due(NOW + 17 * HOUR)
