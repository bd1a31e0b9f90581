"""The digest's job: what is due is frozen, planned and sent."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import structlog

from digest.sending import Manner
from service.digest_sending import send_due
from service.workroom import Workroom

_LOG = structlog.get_logger()


def send_digest(room: Workroom, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """Send what is due; where no mail is set up, say so and do nothing."""
    if not room.settings.mail.is_complete:
        return {"set_up": False}
    manner = replace(
        Manner.of(room.settings.mail.per_minute), sleep=room.stopping.wait, stopping=room.stopping.is_set
    )
    done = send_due(room.database, room.settings, room.clock, manner=manner)
    if done.trouble is not None:
        _LOG.error("mail server trouble", trouble=done.trouble)
    return {
        "sent": done.sent,
        "failed": done.failed,
        "postponed": done.postponed,
        "skipped": done.skipped,
        "letters": done.letters,
        "paused": len(done.paused),
        "busy": done.busy,
    }
