"""Links in mails that work without login, because they are signed."""

import hmac
import os
import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy.orm import Session

from models.errors import LinkError
from models.subscribing import Subscriber
from storage.subscribers import SubscriberRepository

KEY_FILE = "link.key"
_CURE = "Ask for a new link on the page /langganan."


class Purpose(StrEnum):
    """What a link allows; one for one purpose is no good for another."""

    CONFIRM = "konfirmasi"
    CHANGE = "ubah"
    STOP = "berhenti"


VALID = {
    Purpose.CONFIRM: timedelta(days=7),
    Purpose.CHANGE: timedelta(days=90),
    Purpose.STOP: timedelta(days=400),
}


@dataclass(frozen=True, slots=True)
class MailLinks:
    """The addresses at the foot of a mail."""

    archive: str
    change: str
    stop: str


class Links:
    """Makes and reads the signed part of an address; the key never leaves it."""

    def __init__(self, key: str, public_url: str) -> None:
        self._key = key
        self.root = public_url.rstrip("/")

    def token(self, purpose: Purpose, person: Subscriber, now: datetime) -> str:
        """The signed word for one subscriber and one purpose, dated with the day."""
        payload = [person.id, person.links, now.astimezone(UTC).date().toordinal()]
        return str(self._serializer(purpose).dumps(payload))

    def address(self, purpose: Purpose, person: Subscriber, now: datetime) -> str:
        """The whole address."""
        return f"{self.root}/langganan/{purpose}/{self.token(purpose, person, now)}"

    def fingerprint(self, identity: str) -> str:
        """A word that is always the same for the same thing and that nobody else can compute."""
        signed = hmac.new(self._key.encode(), identity.encode(), "sha256")
        return signed.hexdigest()[:32]

    def of_mail(self, person: Subscriber, until: date | None, now: datetime) -> MailLinks:
        """What stands at the foot of an issue; null when the archive does not hold it."""
        page = "" if until is None else f"/{until.isoformat()}"
        return MailLinks(
            archive=f"{self.root}/buletin{page}",
            change=self.address(Purpose.CHANGE, person, now),
            stop=self.address(Purpose.STOP, person, now),
        )

    def owner(self, session: Session, purpose: Purpose, token: str, now: datetime) -> Subscriber:
        """The subscriber for whom a token was signed, locked for a change.

        Raises:
            LinkError: it is forged, for another purpose, too old, withdrawn, or nobody's any more.
        """
        try:
            subscriber_id, version, day = self._serializer(purpose).loads(token)
        except BadSignature as error:
            raise LinkError("This link was not made here.", cure=_CURE) from error
        if now.astimezone(UTC).date() - date.fromordinal(day) > VALID[purpose]:
            raise LinkError("This link is too old.", cure=_CURE)
        person = SubscriberRepository(session).get(subscriber_id, lock=True)
        if person is None or person.links != version:
            raise LinkError("This link is no longer valid.", cure=_CURE)
        return person

    def _serializer(self, purpose: Purpose) -> URLSafeSerializer:
        return URLSafeSerializer(self._key, salt=f"kawal.{purpose}")


def link_key(data_dir: Path) -> str:
    """The key of this data folder, made when there is none; only its owner may read it."""
    path = data_dir / KEY_FILE
    data_dir.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text(encoding="ascii").strip()
