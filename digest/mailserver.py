"""One mail server, spoken to over SMTP: what it answered, and what follows from that."""

import re
import smtplib
import ssl
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from types import TracebackType
from urllib.parse import parse_qs, unquote, urlsplit

from models.errors import MailServerError, SettingError
from models.mail_settings import MailSettings

_TIMEOUT = 60.0
_ENHANCED = re.compile(r"\b5\.(\d{1,3})\.(\d{1,3})\b")
_CURE = "Look at KAWAL_SMTP_URL and docs/mail-setup.md, then run it again; nothing is lost."


class Answer(StrEnum):
    """What a server made of one mail."""

    ACCEPTED = "accepted"
    LATER = "later"
    """Refused for now, or the line went dead: nobody knows whether the mail was taken."""
    REFUSED = "refused"
    """Refused for good, for what the mail is."""
    NO_SUCH_READER = "no_such_reader"
    """Refused for good, for whom it is to."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer and the server's own words."""

    answer: Answer
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpAddress:
    """A mail server and how to speak to it."""

    host: str
    port: int
    tls: bool
    starttls: bool
    user: str | None = None
    password: str | None = None

    @classmethod
    def parse(cls, url: str) -> "SmtpAddress":
        """Read ``smtp://`` (STARTTLS, which is insisted on) or ``smtps://`` (TLS from the start).

        ``?tls=none`` speaks in clear; without that only this machine itself is spoken to in clear. A
        password never goes in clear to another machine.

        Raises:
            SettingError: the address is of another form, or would send a password in clear.
        """
        parts = urlsplit(url)
        if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
            raise SettingError(
                "KAWAL_SMTP_URL is no address of a mail server.",
                cure="Set KAWAL_SMTP_URL=smtp://user:password@host:587.",
            )
        tls = parts.scheme == "smtps"
        own = _is_own(parts.hostname)
        clear = parse_qs(parts.query).get("tls") == ["none"]
        if clear and not own and parts.password:
            raise SettingError(
                "KAWAL_SMTP_URL would send the password in clear.", cure="Leave out tls=none or the login."
            )
        return cls(
            host=parts.hostname,
            port=parts.port or (465 if tls else 587),
            tls=tls,
            starttls=not tls and not clear and not own,
            user=unquote(parts.username) if parts.username else None,
            password=unquote(parts.password) if parts.password else None,
        )


def _is_own(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class MailServer:
    """A connection that opens when it is needed and is used for many mails."""

    def __init__(self, address: SmtpAddress, *, trusted: ssl.SSLContext, timeout: float = _TIMEOUT) -> None:
        self._address = address
        self._trusted = trusted
        self._timeout = timeout
        self._line: smtplib.SMTP | None = None

    @classmethod
    def of(cls, settings: MailSettings) -> "MailServer":
        """The server of these settings; nothing is opened yet.

        Raises:
            SettingError: no server is set, or its address is of the wrong form.
        """
        if settings.smtp_url is None:
            raise SettingError("KAWAL_SMTP_URL is not set.", cure="See docs/mail-setup.md.")
        trusted = ssl.create_default_context(cafile=settings.smtp_ca)
        return cls(SmtpAddress.parse(settings.smtp_url), trusted=trusted)

    def __enter__(self) -> "MailServer":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.hang_up()

    def connect(self) -> None:
        """Open the line and log in, unless that was done.

        Raises:
            MailServerError: the server does not answer, is not who it says it is, or refuses the login.
        """
        if self._line is not None:
            return
        try:
            self._line = self._opened()
        except (smtplib.SMTPException, OSError) as error:
            self._line = None
            raise MailServerError(f"The mail server cannot be used: {error}.", cure=_CURE) from error

    def send(self, sender: str, reader: str, mail: bytes) -> Reply:
        """Give one mail to the server and tell what it answered.

        Raises:
            MailServerError: the server cannot be used, or refuses the sender for good.
        """
        self.connect()
        line = self._line
        if line is None:
            raise RuntimeError("a line that was just opened is gone")
        try:
            return self._given(line, sender, reader, mail)
        except smtplib.SMTPDataError as error:
            return self._refused(error.smtp_code, _words(error.smtp_error), at_reader=False)
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            return Reply(Answer.LATER, f"line lost: {error}")

    def hang_up(self) -> None:
        """Close the line politely."""
        if self._line is None:
            return
        try:
            self._line.quit()
        except (smtplib.SMTPException, OSError):
            self._line.close()
        self._line = None

    def _opened(self) -> smtplib.SMTP:
        kind, host, port = self._address, self._address.host, self._address.port
        line: smtplib.SMTP
        if kind.tls:
            line = smtplib.SMTP_SSL(host, port, timeout=self._timeout, context=self._trusted)
        else:
            line = smtplib.SMTP(host, port, timeout=self._timeout)
        try:
            if kind.starttls:
                line.starttls(context=self._trusted)
            if kind.user is not None:
                line.login(kind.user, kind.password or "")
            line.ehlo_or_helo_if_needed()
        except BaseException:
            line.close()
            raise
        return line

    def _given(self, line: smtplib.SMTP, sender: str, reader: str, mail: bytes) -> Reply:
        code, said = line.mail(sender)
        if code >= 500:
            self.hang_up()
            raise MailServerError(f"The mail server refuses the sender {sender}: {_words(said)}.", cure=_CURE)
        if code >= 400:
            return self._refused(code, _words(said), at_reader=False)
        code, said = line.rcpt(reader)
        if code >= 400:
            return self._refused(code, _words(said), at_reader=True)
        code, said = line.data(mail)
        if code >= 400:
            return self._refused(code, _words(said), at_reader=False)
        return Reply(Answer.ACCEPTED, f"{code} {_words(said)}")

    def _refused(self, code: int, words: str, *, at_reader: bool) -> Reply:
        said = f"{code} {words}"
        if code == 421:
            self._drop()
        elif self._line is not None:
            self._reset(self._line)
        if code < 500:
            return Reply(Answer.LATER, said)
        return Reply(Answer.NO_SUCH_READER if is_about_reader(words, at_reader) else Answer.REFUSED, said)

    def _reset(self, line: smtplib.SMTP) -> None:
        try:
            line.rset()
        except (smtplib.SMTPException, OSError):
            self._drop()

    def _drop(self) -> None:
        if self._line is not None:
            self._line.close()
        self._line = None


def is_about_reader(words: str, at_reader: bool) -> bool:
    """Whether a final refusal says that the address is no good (RFC 3463: 5.1.x, 5.2.0, 5.2.1).

    A server that gives no such code means the address when it refuses it as recipient.
    """
    found = _ENHANCED.search(words)
    if found is None:
        return at_reader
    return found[1] == "1" or (found[1] == "2" and found[2] in {"0", "1"})


def _words(said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return " ".join(text.split())[:300]
