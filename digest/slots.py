"""When a subscriber's mail is due, and which days it covers; pure, no clock is read here."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from digest.window import WIB
from models.vocabulary import Frequency, TimeZone
from models.wishes import Wishes

ZONES = {
    TimeZone.WIB: WIB,
    TimeZone.WITA: timezone(timedelta(hours=8), "WITA"),
    TimeZone.WIT: timezone(timedelta(hours=9), "WIT"),
}
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """The days an issue covers, both included, counted in WIB."""

    since: date
    until: date


def last_slot(wishes: Wishes, now: datetime) -> datetime:
    """The latest instant, not after ``now``, at which a mail was due; in the subscriber's zone.

    Whoever was stopped for long asks only for this one: what lies between is not sent late.
    """
    local = now.astimezone(ZONES[wishes.zone])
    slot = _slot_of(wishes, local)
    return slot if slot <= local else _earlier(wishes, slot)


def next_slot(wishes: Wishes, now: datetime) -> datetime:
    """The first instant after ``now`` at which a mail is due."""
    return _later(wishes, last_slot(wishes, now))


def earlier_slot(wishes: Wishes, slot: datetime) -> datetime:
    """The slot before a slot."""
    return _earlier(wishes, slot)


def span_of(wishes: Wishes, slot: datetime) -> Span:
    """The whole days since the slot before that have ended when a mail is due."""
    return Span(since=_closed(_earlier(wishes, slot)) + _DAY, until=_closed(slot))


def _closed(instant: datetime) -> date:
    """The last day that is over in Jakarta, where days are counted for everybody."""
    return instant.astimezone(WIB).date() - _DAY


def _slot_of(wishes: Wishes, local: datetime) -> datetime:
    """The slot of this day, week or month, whether over or not."""
    hour = local.replace(hour=wishes.hour, minute=0, second=0, microsecond=0)
    if wishes.frequency is Frequency.DAILY:
        return hour
    if wishes.frequency is Frequency.WEEKLY:
        return hour - _DAY * ((local.weekday() - wishes.weekday) % 7)
    return hour.replace(day=wishes.monthday)


def _earlier(wishes: Wishes, slot: datetime) -> datetime:
    if wishes.frequency is Frequency.MONTHLY:
        return (slot.replace(day=1) - _DAY).replace(day=wishes.monthday)
    return slot - _DAY * (1 if wishes.frequency is Frequency.DAILY else 7)


def _later(wishes: Wishes, slot: datetime) -> datetime:
    if wishes.frequency is Frequency.MONTHLY:
        return (slot.replace(day=28) + _DAY * 4).replace(day=wishes.monthday)
    return slot + _DAY * (1 if wishes.frequency is Frequency.DAILY else 7)
