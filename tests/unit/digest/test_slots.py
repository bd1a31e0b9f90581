"""When mails are due, over a year, in three time zones, with a week in which nothing ran."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger
from hypothesis import given
from hypothesis import strategies as st

from digest.slots import ZONES, Span, earlier_slot, last_slot, next_slot, span_of
from models.vocabulary import Frequency, TimeZone
from models.wishes import Wishes

YEAR_START = datetime(2027, 1, 1, tzinfo=UTC)
YEAR_END = datetime(2028, 1, 1, tzinfo=UTC)
STOPPED = (datetime(2027, 6, 9, 3, 30, tzinfo=UTC), datetime(2027, 6, 16, 3, 30, tzinfo=UTC))
WISHES = st.builds(
    Wishes,
    frequency=st.sampled_from(Frequency),
    weekday=st.integers(0, 6),
    monthday=st.integers(1, 28),
    hour=st.integers(0, 23),
    zone=st.sampled_from(TimeZone),
)
NOWS = st.integers(0, 4 * 365 * 86_400).map(lambda seconds: YEAR_START + timedelta(seconds=seconds))


def _cron(wishes: Wishes) -> CronTrigger:
    day = {
        Frequency.DAILY: {},
        Frequency.WEEKLY: {"day_of_week": wishes.weekday},
        Frequency.MONTHLY: {"day": wishes.monthday},
    }[wishes.frequency]
    return CronTrigger(hour=wishes.hour, timezone=ZONES[wishes.zone], **day)


def _ticks(every: timedelta, *, stopped: tuple[datetime, datetime]) -> Iterator[datetime]:
    """What APScheduler's interval trigger fires in a year; nothing while the machine is stopped."""
    trigger = IntervalTrigger(seconds=int(every.total_seconds()), start_date=YEAR_START, timezone=UTC)
    now = YEAR_START
    previous = None
    while True:
        fires = trigger.get_next_fire_time(previous, now)
        if fires is None or fires >= YEAR_END:
            return
        if stopped[0] <= fires < stopped[1]:
            # Misfires of a stopped machine are run once, when it is started again.
            previous, now = fires, stopped[1]
            yield stopped[1]
            continue
        yield fires
        previous = now = fires


@pytest.mark.parametrize("zone", TimeZone)
@pytest.mark.parametrize("frequency", Frequency)
def test_a_year_with_a_stopped_week_sends_once_a_slot(zone: TimeZone, frequency: Frequency) -> None:
    wishes = Wishes(frequency=frequency, weekday=0, monthday=14, hour=6, zone=zone)
    sent: dict[datetime, datetime] = {}
    for tick in _ticks(timedelta(minutes=5), stopped=STOPPED):
        slot = last_slot(wishes, tick)
        if slot >= YEAR_START and slot not in sent:
            sent[slot] = tick
    every = list(_fired(_cron(wishes)))
    lost = [slot for slot in every if slot not in sent]
    late = {slot: tick - slot for slot, tick in sent.items() if tick - slot > timedelta(minutes=5)}
    assert list(sent) == [slot for slot in every if slot in sent]
    assert {slot.hour for slot in sent} == {6}
    # While it was stopped a daily mail lost all but its last slot; the others are late, once.
    assert len(lost) == (6 if frequency is Frequency.DAILY else 0)
    assert all(STOPPED[0] < slot < STOPPED[1] for slot in [*lost, *late])
    assert len(late) == 1
    assert len(sent) == len(every) - len(lost)


def _fired(trigger: CronTrigger) -> Iterator[datetime]:
    fires = trigger.get_next_fire_time(None, YEAR_START)
    while fires is not None and fires < YEAR_END:
        yield fires
        fires = trigger.get_next_fire_time(fires, fires + timedelta(seconds=1))


@given(WISHES, NOWS)
def test_slots_are_those_of_a_cron_trigger(wishes: Wishes, now: datetime) -> None:
    expected = _cron(wishes).get_next_fire_time(None, now + timedelta(microseconds=1))
    assert next_slot(wishes, now) == expected
    assert last_slot(wishes, now) <= now < next_slot(wishes, now)
    assert last_slot(wishes, last_slot(wishes, now)) == last_slot(wishes, now)


@given(WISHES, NOWS)
def test_no_day_is_told_twice_or_never(wishes: Wishes, now: datetime) -> None:
    slot = last_slot(wishes, now)
    span, before = span_of(wishes, slot), span_of(wishes, earlier_slot(wishes, slot))
    assert span.since == before.until + timedelta(days=1)
    assert span.since <= span.until
    assert datetime.combine(span.until + timedelta(days=1), datetime.min.time(), ZONES[TimeZone.WIB]) <= slot


def test_monday_morning_tells_monday_to_sunday() -> None:
    monday = datetime(2026, 11, 23, 6, 0, tzinfo=ZONES[TimeZone.WIT])
    assert span_of(Wishes(zone=TimeZone.WIT), monday) == Span(date(2026, 11, 16), date(2026, 11, 22))
    early = Wishes(zone=TimeZone.WIT, hour=1)
    assert span_of(early, monday.replace(hour=1)) == Span(date(2026, 11, 15), date(2026, 11, 21))
    monthly = Wishes(frequency=Frequency.MONTHLY)
    assert span_of(monthly, monday.replace(day=1)) == Span(date(2026, 10, 1), date(2026, 10, 31))
