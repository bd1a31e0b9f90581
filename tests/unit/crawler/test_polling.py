"""How soon an outlet is asked again."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from crawler.declarations import Declaration, Politeness
from crawler.polling import fresh_articles, learned_rate, next_due, wait_after

NOW = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
WEEK = timedelta(days=7)


def outlet(politeness: Politeness | None = None) -> Declaration:
    return Declaration.model_validate(
        {
            "name": "contoh",
            "outlet": "contoh.id",
            "title": "Contoh",
            "kind": "feed",
            "feeds": ["https://contoh.id/feed"],
            "article_patterns": ["^/berita/"],
            "verified": False,
            "politeness": politeness or Politeness(),
        }
    )


@pytest.mark.parametrize(
    ("per_week", "failures", "expected"),
    [
        (2.0, 0, timedelta(days=1)),
        (70.0, 0, timedelta(hours=12)),
        (420.0, 0, timedelta(hours=2)),
        (20_000.0, 0, timedelta(minutes=30)),
        (0.0, 0, timedelta(days=1)),
        (None, 0, timedelta(hours=6)),
        (420.0, 1, timedelta(minutes=30)),
        (420.0, 3, timedelta(hours=2)),
        (None, 400, timedelta(days=1)),
    ],
)
def test_the_wait_follows_the_rate_within_bounds(
    per_week: float | None, failures: int, expected: timedelta
) -> None:
    assert wait_after(per_week, failures=failures) == expected


def test_a_rate_is_learned_the_faster_the_longer_was_looked() -> None:
    assert learned_rate(None, fresh=3, elapsed=WEEK) == pytest.approx(3)
    assert learned_rate(70.0, fresh=0, elapsed=timedelta(0)) == 70.0
    soon = learned_rate(70.0, fresh=0, elapsed=timedelta(hours=1))
    late = learned_rate(70.0, fresh=0, elapsed=8 * WEEK)
    assert soon is not None
    assert late is not None
    assert 69 < soon < 70
    assert late < 2


def test_the_rate_settles_at_what_an_outlet_publishes() -> None:
    rate: float | None = 500.0
    for _ in range(60):
        rate = learned_rate(rate, fresh=2, elapsed=timedelta(days=1))
    assert rate == pytest.approx(14, abs=8)
    assert wait_after(rate, failures=0) == timedelta(days=1)


def test_old_articles_that_are_listed_for_the_first_time_are_no_news() -> None:
    days = {date(2026, 11, 2): 3, date(2026, 10, 1): 40, None: 2}
    assert fresh_articles(days, since=NOW) == 5


def test_the_next_crawl_lies_within_the_declared_hours() -> None:
    night = Politeness(from_hour=time(22), to_hour=time(5), time_zone=ZoneInfo("Asia/Jakarta"))
    # 3 h UTC is 10 h in Jakarta: closed until 22 h there, 15 h UTC.
    assert next_due(outlet(night), now=NOW, wait=timedelta(hours=1)) == NOW.replace(hour=15)
    assert next_due(outlet(night), now=NOW, wait=timedelta(hours=13)) == NOW.replace(hour=16)
    day = Politeness(from_hour=time(6), to_hour=time(9))
    assert next_due(outlet(day), now=NOW, wait=timedelta(0)) == NOW.replace(hour=23)
    assert next_due(outlet(), now=NOW, wait=timedelta(hours=1)) == NOW + timedelta(hours=1)
