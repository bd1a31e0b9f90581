"""Mails that came back (RFC 3464) and complaints (RFC 5965), read out of a mailbox."""

import mailbox
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from pathlib import Path

from sqlalchemy.orm import Session

from digest.mailserver import is_about_reader
from models.errors import BadInputError
from storage.deliveries import DeliveryRepository
from storage.subscribers import SubscriberRepository

_ID = re.compile(r"<[^<>\s]+@[^<>\s]+>")
_RETURNED = frozenset({"message/rfc822", "text/rfc822-headers", "message/rfc822-headers"})


@dataclass(slots=True)
class Bounces:
    """What a mailbox told."""

    mails: int = 0
    bounced: int = 0
    complained: int = 0
    passing: int = 0
    """Delays, and refusals for what the mail was."""
    unknown: int = 0
    """No report, or not about a mail of ours."""


def open_mailbox(path: Path) -> Iterator[EmailMessage]:
    """The mails of an mbox file or a Maildir, which are left as they are.

    Raises:
        BadInputError: it is neither.
    """
    if path.is_dir() and not (path / "cur").is_dir():
        raise BadInputError(f"{path} is a folder but no Maildir.", cure="Name an mbox file or a Maildir.")
    if not path.exists():
        raise BadInputError(f"{path} does not exist.", cure="Name an mbox file or a Maildir.")
    return _mails_of(path)


def _mails_of(path: Path) -> Iterator[EmailMessage]:
    folder = path.is_dir()
    box = mailbox.Maildir(str(path), create=False) if folder else mailbox.mbox(str(path), create=False)
    try:
        for key in box.keys():  # noqa: SIM118
            yield _parsed(box.get_bytes(key))
    finally:
        box.close()


def import_bounces(session: Session, mails: Iterable[EmailMessage], *, now: datetime) -> Bounces:
    """Pause whoever a final refusal or a complaint about a mail of ours names; the same again is nothing.

    Only a report that returns the Message-ID of a delivery is believed: anybody can write to this mailbox.
    """
    found = Bounces()
    for mail in mails:
        found.mails += 1
        _take(session, mail, found, now)
    return found


def _take(session: Session, mail: EmailMessage, found: Bounces, now: datetime) -> None:
    delivery = _delivery_of(session, mail)
    if delivery is None:
        found.unknown += 1
        return
    people = SubscriberRepository(session)
    if _is_complaint(mail):
        found.complained += people.pause(delivery, "complaint", now=now)
        return
    words = _final_refusal(mail)
    if words is None:
        found.passing += 1
        return
    found.bounced += people.pause(delivery, f"bounce: {words}", now=now)


def _delivery_of(session: Session, mail: EmailMessage) -> int | None:
    """The subscriber whose mail this report returns; null when it is none of ours."""
    if mail.get_content_type() != "multipart/report":
        return None
    deliveries = DeliveryRepository(session)
    for identity in _returned_ids(mail):
        known = deliveries.of_message(identity)
        if known is not None:
            return known[1].id
    return None


def _returned_ids(mail: EmailMessage) -> Iterator[str]:
    for part in mail.walk():
        if part.get_content_type() not in _RETURNED:
            continue
        payload = part.get_payload()
        returned = payload[0] if isinstance(payload, list) else _parsed(_bytes_of(part))
        if isinstance(returned, Message):
            yield from _ID.findall(str(returned.get("Message-ID", "")))


def _is_complaint(mail: EmailMessage) -> bool:
    return any(part.get_content_type() == "message/feedback-report" for part in mail.walk())


def _final_refusal(mail: EmailMessage) -> str | None:
    """The words of a refusal that says the address is no good; null when it is anything else."""
    for block in _status_blocks(mail):
        status = str(block.get("Status", "")).strip()
        if str(block.get("Action", "")).strip().lower() != "failed" or not status.startswith("5."):
            continue
        diagnosis = " ".join(str(block.get("Diagnostic-Code", "")).split())
        if is_about_reader(status, at_reader=False):
            return f"{status} {diagnosis}".strip()[:300]
    return None


def _status_blocks(mail: EmailMessage) -> Iterator[Message]:
    for part in mail.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        payload = part.get_payload()
        for block in payload if isinstance(payload, list) else ():
            if isinstance(block, Message):
                yield block


def _bytes_of(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _parsed(content: bytes) -> EmailMessage:
    parsed = message_from_bytes(content, policy=policy.default)
    if not isinstance(parsed, EmailMessage):
        raise TypeError("the default policy makes EmailMessage")
    return parsed
