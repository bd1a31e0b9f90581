"""Mails as bytes: headers, parts, pictures, signature."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from pathlib import Path

import dkim
from css_inline import CSSInliner

from digest.links import Links, Purpose
from digest.render import FOOT, make_environment
from digest.texts import Texts, load_texts
from digest.window import WIB
from models.errors import SettingError
from models.mail_settings import MailSettings
from models.subscribing import DigestEdition, Subscriber
from models.vocabulary import Frequency, Language, Letter

_SIGNED = (
    *("From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"),
    *("List-Id", "List-Unsubscribe", "List-Unsubscribe-Post"),
)
_POLICY = SMTP.clone(cte_type="7bit", max_line_length=76)
_WIDE = _POLICY.clone(max_line_length=998)
"""For headers: folded at 76, an address too long for a line would be encoded, and no button would find it."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Who writes: the sender, the signature, the links."""

    sender: str
    links: Links
    dkim_key: bytes | None = None
    dkim_selector: str = "kawal"

    @classmethod
    def of(cls, settings: MailSettings, key: str) -> "Pen":
        """The pen of these settings.

        Raises:
            SettingError: sender or public address are not set, or the DKIM key cannot be read.
        """
        if settings.sender is None or settings.public_url is None:
            raise SettingError(
                "KAWAL_MAIL_FROM or KAWAL_PUBLIC_URL is not set.", cure="See docs/mail-setup.md."
            )
        return cls(
            sender=settings.sender,
            links=Links(key, settings.public_url),
            dkim_key=None if settings.dkim_key is None else _read_key(settings.dkim_key),
            dkim_selector=settings.dkim_selector,
        )

    @property
    def address(self) -> str:
        """The sender's bare address."""
        return parseaddr(self.sender)[1]

    @property
    def domain(self) -> str:
        """The part of it after the @."""
        return self.address.rpartition("@")[2]


def _read_key(path: Path) -> bytes:
    if not path.is_file():
        raise SettingError(f"KAWAL_DKIM_KEY={path} is no file.", cure="Make one as docs/mail-setup.md says.")
    return path.read_bytes()


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueCopy:
    """What one subscriber gets: an edition, when it was due, and its identity as a mail."""

    edition: DigestEdition
    pictures: Mapping[str, bytes]
    until: date
    is_archived: bool
    message_id: str
    due: datetime


def issue_mail(pen: Pen, person: Subscriber, copy: IssueCopy) -> bytes:
    """One issue for one subscriber, signed; but for the signature the same arguments give the same bytes."""
    edition = copy.edition
    texts = load_texts(edition.language)
    links = pen.links.of_mail(person, copy.until if copy.is_archived else None, copy.due)
    mail = _headed(pen, person.email, edition.subject, message_id=copy.message_id, written=copy.due)
    _add_list_headers(mail, pen, links.stop)
    mail["Content-Language"] = edition.language.value
    when = when_in_words(person, texts)
    html = edition.html.replace(FOOT, _filled("foot.html", texts, links=links, when=when))
    text = edition.text + _filled("foot.txt", texts, links=links, when=when)
    _add_parts(mail, text, html, copy)
    return _signed(pen, mail)


def letter_mail(pen: Pen, person: Subscriber, letter: Letter, *, now: datetime) -> bytes:
    """The mail that asks whether an address is its owner's, or that brings the link to the wishes."""
    texts = load_texts(person.language)
    purpose = Purpose.CONFIRM if letter is Letter.CONFIRM else Purpose.CHANGE
    asked = (person.letter_asked_at or person.created_at).timestamp()
    identity = f"{letter}-{person.id}-{person.links}-{int(asked)}"
    subject, said = texts[f"letter_{letter}_subject"], texts[f"letter_{letter}"]
    mail = _headed(pen, person.email, subject, message_id=message_id(pen, identity), written=now)
    values = {"subject": subject, "said": said, "link": pen.links.address(purpose, person, now)}
    mail.set_content(_filled("letter.txt", texts, **values), cte="quoted-printable")
    html = CSSInliner().inline(_filled("letter.html", texts, **values))
    mail.add_alternative(html, subtype="html", cte="quoted-printable")
    return _signed(pen, mail)


def operator_mail(pen: Pen, operator: str, paused: Sequence[Subscriber], *, now: datetime) -> bytes:
    """Whom nothing is sent any more, and why, for the operator."""
    texts = load_texts(Language.INDONESIAN)
    subject = texts.fill("operator_subject", count=len(paused))
    identity = f"operator-{paused[0].id}-{int(now.timestamp())}"
    mail = _headed(pen, operator, subject, message_id=message_id(pen, identity), written=now)
    mail.set_content(_filled("operator.txt", texts, paused=paused), cte="quoted-printable")
    return _signed(pen, mail)


def plain_mail(pen: Pen, reader: str, *, subject: str, text: str, identity: str, now: datetime) -> bytes:
    """A signed mail of plain text; ``identity`` makes its Message-ID."""
    mail = _headed(pen, reader, subject, message_id=message_id(pen, identity), written=now)
    mail.set_content(text, cte="quoted-printable")
    return _signed(pen, mail)


def message_id(pen: Pen, identity: str) -> str:
    """A Message-ID that is always the same for the same thing, and tells outsiders nothing."""
    return f"<{pen.links.fingerprint(identity)}@{pen.domain}>"


def when_in_words(person: Subscriber, texts: Texts) -> str:
    """'setiap Senin pukul 06.00 WIB'."""
    hour = texts.fill("hour", hour=f"{person.hour:02}", zone=person.zone.value)
    if person.frequency is Frequency.WEEKLY:
        weekday = texts[f"weekday_{person.weekday}"]
        return texts.fill("every_week", weekday=weekday, hour=hour)
    if person.frequency is Frequency.MONTHLY:
        return texts.fill("every_month", day=person.monthday, hour=hour)
    return texts.fill("every_day", hour=hour)


def _headed(pen: Pen, reader: str, subject: str, *, message_id: str, written: datetime) -> EmailMessage:
    mail = EmailMessage(policy=_POLICY)
    mail["From"] = pen.sender
    mail["To"] = reader
    mail["Subject"] = subject
    mail["Date"] = format_datetime(written.astimezone(WIB))
    mail["Message-ID"] = message_id
    mail["Auto-Submitted"] = "auto-generated"
    return mail


def _add_list_headers(mail: EmailMessage, pen: Pen, stop: str) -> None:
    mail["List-Id"] = f"Kawal Kasus <buletin.{pen.domain}>"
    mail["List-Unsubscribe"] = f"<{stop}>"
    mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail["List-Archive"] = f"<{pen.links.root}/buletin>"
    mail["Precedence"] = "bulk"


def _add_parts(mail: EmailMessage, text: str, html: str, copy: IssueCopy) -> None:
    mail.set_content(text, cte="quoted-printable")
    mail.add_alternative(html, subtype="html", cte="quoted-printable")
    shown = mail.get_body(("html",))
    if not isinstance(shown, EmailMessage):
        raise TypeError("a mail that was given HTML has none")
    for chart in copy.edition.charts:
        name = chart["name"]
        shown.add_related(
            copy.pictures[name], "image", "png", cid=f"<{name}>", filename=name, disposition="inline"
        )


def _filled(template: str, texts: Texts, **values: object) -> str:
    return make_environment().get_template(template).render(t=texts, **values)


def _set_boundaries(mail: EmailMessage) -> None:
    """Make boundaries follow from the Message-ID: a mail sent twice is the same mail."""
    word = str(mail["Message-ID"]).strip("<>").partition("@")[0]
    for place, part in enumerate(mail.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_{word}_{place}")


def _signed(pen: Pen, mail: EmailMessage) -> bytes:
    _set_boundaries(mail)
    written = mail.as_bytes(policy=_WIDE)
    if pen.dkim_key is None:
        return written
    present = [name.encode() for name in _SIGNED if name in mail]
    signature: bytes = dkim.sign(
        written, pen.dkim_selector.encode(), pen.domain.encode(), pen.dkim_key, include_headers=present
    )
    return signature + written
