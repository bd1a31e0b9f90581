"""Rules of health, one row a case: facts in, alarms out."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from crawler.declarations import Declaration, SiteKind
from crawler.health import judge
from models.vocabulary import AlarmKind, Outcome
from storage.health import SourceFacts

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)


def ago(**time: float) -> datetime:
    return NOW - timedelta(**time)


def declared(**changes: Any) -> Declaration:
    fields = {
        "name": "contoh",
        "outlet": "contoh.test",
        "title": "Kabar Contoh",
        "kind": SiteKind.FEED,
        "feeds": ["https://contoh.test/feed"],
        "article_patterns": ["^/berita/"],
        "verified": False,
    }
    return Declaration.model_validate(fields | changes)


WELL = SourceFacts(
    name="contoh",
    outlet="contoh.test",
    first_attempt=ago(days=60),
    last_attempt=ago(hours=3),
    last_success=ago(hours=3),
    newest_page=ago(hours=5),
    new_week=20,
    new_before=80,
    days_before=28.0,
    dated=78,
    read=80,
    generic=0,
    read_week=20,
    relevant=12,
    articles=300,
    mix={Outcome.STORED: 4, Outcome.IRRELEVANT: 60, Outcome.UNCHANGED: 36},
    mix_before={Outcome.STORED: 16, Outcome.IRRELEVANT: 240, Outcome.HTTP_ERROR: 10},
)
WEEKLY = {"expected_per_week": 7}
OWN_READER = {"readers": [{"name": "bantentv"}]}


@pytest.mark.parametrize(
    ("changes", "declaration", "kinds"),
    [
        ({}, {}, []),
        ({"last_success": None, "newest_page": None}, {}, [AlarmKind.NEVER_REACHED]),
        ({"last_success": None, "newest_page": None, "first_attempt": ago(hours=5)}, {}, []),
        ({"last_success": ago(days=3)}, {}, [AlarmKind.UNREACHABLE]),
        ({"last_success": ago(days=1)}, {}, []),
        ({"last_success": ago(days=9), "last_attempt": ago(days=9)}, {}, []),
        ({"newest_page": ago(days=4), "new_week": 0}, {}, [AlarmKind.QUIET]),
        ({"newest_page": ago(days=4), "new_week": 1, "new_before": 8}, {}, []),
        ({"newest_page": ago(days=12), "new_week": 0, "days_before": 5.0}, {}, []),
        ({"newest_page": ago(days=12), "new_week": 0, "days_before": 5.0}, WEEKLY, [AlarmKind.QUIET]),
        ({"newest_page": ago(days=15), "new_week": 0, "days_before": 5.0}, {}, [AlarmKind.QUIET]),
        ({"new_week": 3}, {}, [AlarmKind.FEW_ARTICLES]),
        ({"new_week": 5}, {}, []),
        ({"new_week": 0, "days_before": 0.0, "new_before": 0}, {"expected_per_week": 30}, []),
        ({"mix": {Outcome.BOT_WALL: 30, Outcome.UNCHANGED: 70}}, {}, [AlarmKind.MIX_CHANGED]),
        ({"mix": {Outcome.BOT_WALL: 9, Outcome.UNCHANGED: 9}}, {}, []),
        ({"mix": {Outcome.UNCHANGED: 100}}, {}, []),
        ({"dated": 40}, {}, [AlarmKind.DATES_LOST]),
        ({"dated": 0, "read": 5}, {}, []),
        ({"generic": 12}, {}, []),
        ({"generic": 12}, OWN_READER, [AlarmKind.LAYOUT_DRIFT]),
        ({"generic": 2}, OWN_READER, []),
        ({"generic": 4, "read_week": 4}, OWN_READER, []),
    ],
)  # fmt: skip
def test_rules(changes: dict[str, Any], declaration: dict[str, Any], kinds: list[AlarmKind]) -> None:
    health = judge(replace(WELL, **changes), declared(**declaration), now=NOW)
    assert [alarm.kind for alarm in health.alarms] == kinds


def test_a_sentence_gives_the_reason_in_both_languages() -> None:
    facts = replace(WELL, newest_page=ago(days=9), new_week=0)
    [alarm] = judge(facts, declared(), now=NOW).alarms
    assert alarm.sentence_id == "Tidak ada berita baru selama 9 hari; biasanya 20 seminggu."
    assert alarm.sentence_en == "No new article for 9 days; usually 20 a week."


def test_the_past_of_an_outlet_counts_for_more_than_its_declaration() -> None:
    assert judge(WELL, declared(expected_per_week=200), now=NOW).expected_per_week == 20
    young = replace(WELL, days_before=3.0)
    assert judge(young, declared(expected_per_week=200), now=NOW).expected_per_week == 200
    assert judge(young, declared(), now=NOW).expected_per_week is None


def test_shares_of_nothing_are_unknown() -> None:
    health = judge(SourceFacts(name="a", outlet="a.test"), declared(), now=NOW)
    assert (health.dated, health.relevant, health.drifted, health.silent_days) == (None, None, None, None)
    assert health.alarms == ()
