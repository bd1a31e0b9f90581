"""Telling the operator of new alarms by mail."""

from collections.abc import Sequence
from datetime import datetime

import structlog

from digest.links import link_key
from digest.mails import Pen, plain_mail
from digest.mailserver import Answer, MailServer
from digest.sending import operator_address
from models.errors import MailServerError
from models.settings import Settings
from storage.health import AlarmRow

_LOG = structlog.get_logger()


def mail_alarms(settings: Settings, alarms: Sequence[AlarmRow], *, now: datetime) -> bool | None:
    """Whether the mail server took the news; null when there is none, or nobody to write to.

    Raises:
        SettingError: the mail settings cannot be used.
    """
    operator = settings.mail.operator
    if not alarms or operator is None or not settings.mail.is_complete:
        return None
    pen = Pen.of(settings.mail, settings.mail.link_key or link_key(settings.data_dir))
    mail = plain_mail(
        pen,
        operator,
        subject=f"Kawal Kasus: {len(alarms)} media perlu diperiksa",
        text=_text(alarms),
        identity=f"alarms-{int(now.timestamp())}",
        now=now,
    )
    try:
        with MailServer.of(settings.mail) as server:
            reply = server.send(pen.address, operator_address(operator), mail)
    except MailServerError as error:
        _LOG.warning("alarms not mailed", reason=str(error))
        return False
    if reply.answer is not Answer.ACCEPTED:
        _LOG.warning("alarms not mailed", answer=reply.answer.value)
    return reply.answer is Answer.ACCEPTED


def _text(alarms: Sequence[AlarmRow]) -> str:
    lines = [f"* {alarm.outlet} ({alarm.kind.value}): {alarm.sentence_id}" for alarm in alarms]
    return "Media berikut perlu diperiksa:\n\n" + "\n".join(lines) + "\n\nLihat: kawal sources health\n"
