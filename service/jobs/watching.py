"""Looking after the outlets by the clock."""

from collections.abc import Mapping
from typing import Any

import structlog

from service.alarm_mail import mail_alarms
from service.health import look_at_sources
from service.jobs.crawling import watched
from service.workroom import Workroom
from storage.health import HealthRepository

_LOG = structlog.get_logger()


def health(room: Workroom, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """Judge every watched outlet; a new alarm is logged, and mailed to the operator where mail is set up."""
    now = room.clock()
    with room.database.session() as session:
        found = look_at_sources(session, watched(room), now=now)
        fresh = [alarm for alarm in HealthRepository(session).standing() if alarm.mailed is None]
    for alarm in fresh:
        _LOG.warning("source alarm", outlet=alarm.outlet, kind=alarm.kind.value, reason=alarm.sentence_en)
    mailed = mail_alarms(room.settings, fresh, now=now)
    # Until the mail server takes them they stay new, and are told again next time.
    if mailed is not False:
        with room.database.session() as session:
            HealthRepository(session).mark_mailed(fresh, now=now)
    return {"outlets": len(found), "alarms": sum(len(one.alarms) for one in found), "new": len(fresh)}
