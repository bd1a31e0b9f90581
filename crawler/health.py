"""Rules that say when an outlet needs a person's look, each with its reason in a sentence.

Pure: what the store knows goes in, numbers and alarms come out. docs/operating.md states the
rules in words; every threshold stands here once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from crawler.declarations import Declaration
from models.vocabulary import AlarmKind, Outcome
from storage.health import SourceFacts

LEAST_DAYS = 14
"""Days an outlet is watched before its own past counts for more than its declaration."""
UNREACHED = timedelta(days=2)
QUIET_AT_LEAST = timedelta(days=3)
QUIET_GAPS = 4
"""Quiet is silent for so many times the usual gap between two articles."""
QUIET_UNKNOWN = timedelta(days=14)
FEW_SHARE = 0.25
FEW_RATE = 8.0
MIX_RISE = 0.25
MIX_LEAST = 20
DATED_SHARE = 0.7
DATED_LEAST = 10
DRIFT_SHARE = 0.5
DRIFT_LEAST = 5
_TROUBLE = frozenset(Outcome) - {
    Outcome.STORED, Outcome.UPDATED, Outcome.UNCHANGED, Outcome.IRRELEVANT, Outcome.DUPLICATE,
    Outcome.PENDING, Outcome.DISCOVERY, Outcome.REMOVED,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """Something a person should look at."""

    kind: AlarmKind
    sentence_id: str
    sentence_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How an outlet is doing.

    Attributes:
        name: short name.
        outlet: domain.
        last_success: when it last answered with what was asked for; null when never.
        silent_days: days since its newest article was first seen; null when there is none.
        per_week: articles of the last week.
        expected_per_week: what is usual for it by its last weeks, else as declared; null when unknown.
        dated: share of the articles read in four weeks that state their day.
        relevant: share of its articles that are about the problem.
        drifted: share of last week's articles that its own reader found nothing in, while the generic
            one did; null for outlets without a reader of their own.
        mix: addresses of the last week by outcome.
        alarms: what should be looked at.
    """

    name: str
    outlet: str
    last_success: datetime | None
    silent_days: float | None
    per_week: int
    expected_per_week: float | None
    dated: float | None
    relevant: float | None
    drifted: float | None
    mix: Mapping[Outcome, int]
    alarms: tuple[Alarm, ...]


def judge(facts: SourceFacts, declaration: Declaration | None, *, now: datetime) -> Health:
    """How an outlet is doing, and what to look at.

    Args:
        facts: what the store knows of it.
        declaration: as it is declared now; null when it is not any more.
        now: the time.
    """
    rate = _usual_rate(facts, declaration)
    own = declaration.reader_on(now.date()) if declaration is not None else None
    alarms = _reached(facts, now)
    if not alarms:
        alarms = _published(facts, rate, now)
    return Health(
        name=facts.name,
        outlet=facts.outlet,
        last_success=facts.last_success,
        silent_days=None if facts.newest_page is None else round((now - facts.newest_page) / _DAY, 1),
        per_week=facts.new_week,
        expected_per_week=None if rate is None else round(rate, 1),
        dated=_share(facts.dated, facts.read),
        relevant=_share(facts.relevant, facts.articles),
        drifted=_share(facts.generic, facts.read_week) if own is not None else None,
        mix=facts.mix,
        alarms=(*alarms, *_mix_changed(facts), *_dates_lost(facts), *_drifted(facts, own)),
    )


def _usual_rate(facts: SourceFacts, declaration: Declaration | None) -> float | None:
    if facts.days_before >= LEAST_DAYS:
        return facts.new_before / float(facts.days_before) * 7
    return None if declaration is None else declaration.expected_per_week


def _reached(facts: SourceFacts, now: datetime) -> tuple[Alarm, ...]:
    if facts.first_attempt is None or facts.last_attempt is None:
        return ()
    if facts.last_success is None:
        if now - facts.first_attempt < timedelta(days=1):
            return ()
        return (
            Alarm(
                kind=AlarmKind.NEVER_REACHED,
                sentence_id=f"Belum pernah menjawab sejak {facts.first_attempt:%Y-%m-%d}.",
                sentence_en=f"It has never answered since {facts.first_attempt:%Y-%m-%d}.",
            ),
        )
    silent = now - facts.last_success
    if silent < UNREACHED or facts.last_attempt <= facts.last_success:
        return ()
    return (
        Alarm(
            kind=AlarmKind.UNREACHABLE,
            sentence_id=f"Tidak menjawab sejak {silent.days} hari, terakhir {facts.last_success:%Y-%m-%d}.",
            sentence_en=f"No answer for {silent.days} days, last on {facts.last_success:%Y-%m-%d}.",
        ),
    )


def _published(facts: SourceFacts, rate: float | None, now: datetime) -> tuple[Alarm, ...]:
    """An outlet that answers but brings nothing new, or much less than usual."""
    if facts.newest_page is None or facts.last_attempt is None or now - facts.last_attempt > UNREACHED:
        return ()
    silent = now - facts.newest_page
    usual = "" if rate is None else f"{rate:.0f}"
    if silent > _longest_gap(rate):
        return (
            Alarm(
                kind=AlarmKind.QUIET,
                sentence_id=f"Tidak ada berita baru selama {silent.days} hari"
                + (f"; biasanya {usual} seminggu." if usual else "."),
                sentence_en=f"No new article for {silent.days} days"
                + (f"; usually {usual} a week." if usual else "."),
            ),
        )
    if rate is None or rate < FEW_RATE or facts.days_before <= 0 or facts.new_week >= rate * FEW_SHARE:
        return ()
    return (
        Alarm(
            kind=AlarmKind.FEW_ARTICLES,
            sentence_id=f"Hanya {facts.new_week} berita minggu ini; biasanya {usual}.",
            sentence_en=f"Only {facts.new_week} articles this week; usually {usual}.",
        ),
    )


def _longest_gap(rate: float | None) -> timedelta:
    if rate is None:
        return QUIET_UNKNOWN
    if rate <= 0:
        return timedelta.max
    return max(QUIET_AT_LEAST, QUIET_GAPS * timedelta(days=7) / rate)


def _mix_changed(facts: SourceFacts) -> tuple[Alarm, ...]:
    now, before = sum(facts.mix.values()), sum(facts.mix_before.values())
    if now < MIX_LEAST or before < MIX_LEAST:
        return ()
    rises = {
        outcome: (facts.mix[outcome] / now, facts.mix_before.get(outcome, 0) / before)
        for outcome in facts.mix
        if outcome in _TROUBLE
    }
    worst = max(rises, key=lambda outcome: rises[outcome][0] - rises[outcome][1], default=None)
    if worst is None or rises[worst][0] - rises[worst][1] < MIX_RISE:
        return ()
    share, share_before = rises[worst]
    return (
        Alarm(
            kind=AlarmKind.MIX_CHANGED,
            sentence_id=f"{share:.0%} alamat berakhir sebagai {worst.value}; sebelumnya {share_before:.0%}.",
            sentence_en=f"{share:.0%} of its addresses end as {worst.value}; before: {share_before:.0%}.",
        ),
    )


def _dates_lost(facts: SourceFacts) -> tuple[Alarm, ...]:
    if facts.read < DATED_LEAST or facts.dated >= facts.read * DATED_SHARE:
        return ()
    return (
        Alarm(
            kind=AlarmKind.DATES_LOST,
            sentence_id=f"Hanya {facts.dated} dari {facts.read} berita yang bertanggal.",
            sentence_en=f"Only {facts.dated} of {facts.read} articles state their day.",
        ),
    )


def _drifted(facts: SourceFacts, own: str | None) -> tuple[Alarm, ...]:
    if own is None or facts.read_week < DRIFT_LEAST or facts.generic < facts.read_week * DRIFT_SHARE:
        return ()
    number = f"{facts.generic}/{facts.read_week}"
    return (
        Alarm(
            kind=AlarmKind.LAYOUT_DRIFT,
            sentence_id=f"Pembaca '{own}' tidak menemukan isi pada {number} berita yang terbaca secara umum.",
            sentence_en=f"Its reader '{own}' found nothing in {number} articles that the generic one read.",
        ),
    )


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


_DAY = timedelta(days=1)
