"""How soon an outlet is asked again: as soon as a handful of new articles is to be expected."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from math import exp

from crawler.declarations import Declaration

PER_CRAWL = 5
"""New articles to wait for; feeds of the usual ten entries lose none even when twice as many come."""

SHORTEST = timedelta(minutes=30)
LONGEST = timedelta(days=1)
UNKNOWN = timedelta(hours=6)
"""The wait while nothing is known of an outlet's rate, neither declared nor observed."""

MEMORY = timedelta(days=14)
"""What was observed so long ago counts a third (1/e) of what is observed now."""

_WEEK = timedelta(days=7)


def fresh_articles(days: Mapping[date | None, int], *, since: datetime) -> int:
    """How many of the newly listed articles appeared after the crawl before; undated ones count."""
    return sum(number for day, number in days.items() if day is None or day >= since.date())


def learned_rate(before: float | None, *, fresh: int, elapsed: timedelta) -> float | None:
    """Articles a week after one more observation: the longer the time observed, the more it weighs.

    Args:
        before: the rate believed so far, at first the declared one; None while unknown.
        fresh: new articles since the crawl before.
        elapsed: the time since then.
    """
    if elapsed <= timedelta(0):
        return before
    seen = fresh * (_WEEK / elapsed)
    if before is None:
        return seen
    weight = 1 - exp(-(elapsed / MEMORY))
    return (1 - weight) * before + weight * seen


def wait_after(per_week: float | None, *, failures: int) -> timedelta:
    """The time to the next crawl; after crawls whose lists all failed it doubles from the shortest."""
    if failures:
        return min(SHORTEST * (1 << min(failures - 1, 10)), LONGEST)
    if per_week is None:
        return UNKNOWN
    if per_week <= 0:
        return LONGEST
    return min(max(_WEEK * (PER_CRAWL / per_week), SHORTEST), LONGEST)


def next_due(declaration: Declaration, *, now: datetime, wait: timedelta) -> datetime:
    """When the next crawl may begin: after the wait, within the declared hours."""
    moment = now + wait
    if declaration.is_open_at(moment) or declaration.politeness.from_hour is None:
        return moment
    zone = declaration.politeness.time_zone
    there = moment.astimezone(zone)
    opening = datetime.combine(there.date(), declaration.politeness.from_hour, tzinfo=zone)
    return opening if opening >= there else opening + timedelta(days=1)
