"""Looking after the outlets by the clock."""

from collections.abc import Mapping
from typing import Any

import structlog

from service.health import look_at_sources
from service.jobs.crawling import watched
from service.workroom import Workroom
from storage.health import HealthRepository

_LOG = structlog.get_logger()


def health(room: Workroom, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """Judge every watched outlet; new alarms are told once."""
    now = room.clock()
    with room.database.session() as session:
        found = look_at_sources(session, watched(room), now=now)
        repository = HealthRepository(session)
        fresh = [alarm for alarm in repository.standing() if alarm.mailed is None]
        for alarm in fresh:
            _LOG.warning("source alarm", outlet=alarm.outlet, kind=alarm.kind.value, reason=alarm.sentence_en)
        repository.mark_mailed(fresh, now=now)
    return {"outlets": len(found), "alarms": sum(len(one.alarms) for one in found), "new": len(fresh)}
