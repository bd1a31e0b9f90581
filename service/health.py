"""Looking at every outlet: numbers kept, alarms raised and cleared."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from crawler.declarations import Declaration
from crawler.health import Health, judge
from storage.health import HealthRepository


def look_at_sources(session: Session, declared: Sequence[Declaration], *, now: datetime) -> list[Health]:
    """Judge the declared outlets that were ever collected from, and keep what was found."""
    repository = HealthRepository(session)
    by_name = {declaration.name: declaration for declaration in declared}
    found = [
        judge(facts, by_name[facts.name], now=now)
        for facts in repository.facts(now=now)
        if facts.name in by_name and facts.first_attempt is not None
    ]
    for health in found:
        repository.note(health.name, as_numbers(health), now=now)
        for alarm in health.alarms:
            repository.raise_alarm(
                health.name,
                alarm.kind,
                sentence_id=alarm.sentence_id,
                sentence_en=alarm.sentence_en,
                now=now,
            )
    raised = [(health.name, alarm.kind) for health in found for alarm in health.alarms]
    repository.clear_others(raised, now=now)
    return found


def as_numbers(health: Health) -> dict[str, Any]:
    """The numbers as JSON, without the alarms."""
    return {
        "last_success": None if health.last_success is None else health.last_success.isoformat(),
        "silent_days": health.silent_days,
        "per_week": health.per_week,
        "expected_per_week": health.expected_per_week,
        "dated": health.dated,
        "relevant": health.relevant,
        "drifted": health.drifted,
        "mix": {outcome.value: number for outcome, number in health.mix.items()},
    }
