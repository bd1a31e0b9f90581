"""How mails leave this installation: settings of the mail server and of what mails say about themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import urlsplit

from models.errors import SettingError


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSettings:
    """Null is not set; sending needs at least the server, the sender and the public address."""

    smtp_url: str | None = None
    """``KAWAL_SMTP_URL``: smtp://user:password@host:587 (STARTTLS) or smtps://… (TLS from the start)."""
    smtp_ca: Path | None = None
    """``KAWAL_SMTP_CA``: certificates to trust for the mail server instead of the system's."""
    sender: str | None = None
    """``KAWAL_MAIL_FROM``: 'Kawal Kasus <buletin@contoh.org>'."""
    public_url: str | None = None
    """``KAWAL_PUBLIC_URL``: where readers reach the pages, 'https://kawal.contoh.org'."""
    operator: str | None = None
    """``KAWAL_OPERATOR_MAIL``: who is told of subscribers that bounce."""
    dkim_key: Path | None = None
    """``KAWAL_DKIM_KEY``: file with the private key that signs mails."""
    dkim_selector: str = "kawal"
    """``KAWAL_DKIM_SELECTOR``: the name under which the public key is in the DNS."""
    per_minute: int = 60
    """``KAWAL_MAILS_PER_MINUTE``: how many mails the server may be given a minute."""
    link_key: str | None = None
    """``KAWAL_LINK_KEY``: signs the links in mails; when unset, a file in the data folder does."""

    @property
    def is_complete(self) -> bool:
        """Whether mails can be sent at all: server, sender and public address are set."""
        return None not in {self.smtp_url, self.sender, self.public_url}

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> "MailSettings":
        """Read the variables.

        Raises:
            SettingError: one holds a value of the wrong form.
        """
        return cls(
            smtp_url=environ.get("KAWAL_SMTP_URL") or None,
            smtp_ca=_path(environ, "KAWAL_SMTP_CA"),
            sender=_mailbox(environ, "KAWAL_MAIL_FROM"),
            public_url=_web_address(environ, "KAWAL_PUBLIC_URL"),
            operator=_mailbox(environ, "KAWAL_OPERATOR_MAIL"),
            dkim_key=_path(environ, "KAWAL_DKIM_KEY"),
            dkim_selector=environ.get("KAWAL_DKIM_SELECTOR") or "kawal",
            per_minute=_positive(environ, "KAWAL_MAILS_PER_MINUTE", 60),
            link_key=environ.get("KAWAL_LINK_KEY") or None,
        )


def _path(environ: Mapping[str, str], name: str) -> Path | None:
    value = environ.get(name)
    return Path(value).expanduser() if value else None


def _mailbox(environ: Mapping[str, str], name: str) -> str | None:
    value = environ.get(name, "").strip()
    if not value:
        return None
    local, _, domain = parseaddr(value)[1].rpartition("@")
    if not local or not domain or any(sign in value for sign in "\r\n"):
        raise SettingError(f"{name}={value!r} is no mail address.", cure=f"Set {name}='Name <name@domain>'.")
    return value


def _web_address(environ: Mapping[str, str], name: str) -> str | None:
    value = environ.get(name, "").strip().rstrip("/")
    if not value:
        return None
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise SettingError(f"{name}={value!r} is no web address.", cure=f"Set {name}=https://host.")
    return value


def _positive(environ: Mapping[str, str], name: str, standard: int) -> int:
    value = environ.get(name, "").strip()
    if not value:
        return standard
    if not value.isascii() or not value.isdigit() or int(value) < 1:
        raise SettingError(f"{name}={value!r} is no positive number.", cure=f"Set {name}={standard}.")
    return int(value)
