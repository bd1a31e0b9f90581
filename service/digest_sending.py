"""The digest's turn, to be called every few minutes: freeze what is over, plan what is due, send it."""

from collections.abc import Callable
from datetime import datetime

from digest.freezing import freeze_closed
from digest.links import link_key
from digest.mails import Pen
from digest.mailserver import MailServer
from digest.planning import plan_due
from digest.sending import Manner, Sender, Sent
from models.settings import Settings
from storage.database import Database
from storage.locks import only_one

Clock = Callable[[], datetime]


def send_due(database: Database, settings: Settings, clock: Clock, *, manner: Manner | None = None) -> Sent:
    """Freeze, plan and send; may be called at any time, by any number of processes, any number of times.

    One process at a time works; the others answer ``busy`` at once. What was not finished, because the
    process died or the server could not be used, is finished by the next call. Mails that are to be tried
    again later stay planned: the call does not wait for them.

    Raises:
        SettingError: mail is not set up.
    """
    mail = settings.mail
    pen = Pen.of(mail, mail.link_key or link_key(settings.data_dir))
    with MailServer.of(mail) as server, only_one(database, "digest sending") as mine:
        if not mine:
            return Sent(busy=True)
        freeze_closed(database, now=clock())
        plan_due(database, pen, now=clock())
        sender = Sender(database, server, pen, clock=clock, manner=manner or Manner.of(mail.per_minute))
        return sender.send_all(mail.operator)
