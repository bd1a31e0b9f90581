"""Giving mails to the server, each exactly once as far as anybody can know.

A row is claimed and committed before the server hears of the mail, and settled and committed after it
answered. Only one process sends at a time; whoever starts finds the rows that a dead sender left claimed
and sends them again under the same Message-ID, so that a receiver who got the first drops the second.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import parseaddr

from sqlalchemy.orm import Session

from digest.mails import IssueCopy, Pen, issue_mail, letter_mail, operator_mail
from digest.mailserver import Answer, MailServer, Reply
from digest.planning import Skipped
from models.errors import MailServerError
from models.subscribing import Delivery, DigestIssue, Subscriber
from models.vocabulary import DeliveryState, Frequency, Letter
from storage.database import Database
from storage.deliveries import DeliveryRepository
from storage.issues import IssueRepository
from storage.subscribers import SubscriberRepository

Clock = Callable[[], datetime]
_LETTER_TRIES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How hard and how long to try."""

    pause: float = 1.0
    """Seconds between two mails."""
    waits: tuple[timedelta, ...] = tuple(
        timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360, 720, 720, 720)
    )
    """How long to wait after each refusal for now; after the last one the mail has failed."""
    knocks: tuple[float, ...] = (0.5, 1.0, 2.0, 4.0)
    """Seconds between tries to reach the server before this run ends."""
    sleep: Callable[[float], object] = time.sleep
    stopping: Callable[[], bool] = lambda: False
    """Whether the process is to end: the mail in hand is finished, the rest waits."""

    @classmethod
    def of(cls, per_minute: int) -> "Manner":
        """As fast as the provider allows."""
        return cls(pause=60 / per_minute)


@dataclass(slots=True)
class Sent:
    """What one run did."""

    sent: int = 0
    failed: int = 0
    postponed: int = 0
    skipped: int = 0
    letters: int = 0
    paused: list[str] = field(default_factory=list)
    trouble: str | None = None
    """Why the run ended before its work; the rest is tried by the next run."""
    busy: bool = False
    """Another process was sending."""


class Sender:
    """Takes one claimed row after the other to the server; to be used by one process at a time."""

    def __init__(
        self, database: Database, server: MailServer, pen: Pen, *, clock: Clock, manner: Manner
    ) -> None:
        self._database = database
        self._server = server
        self._pen = pen
        self._clock = clock
        self._manner = manner
        self.done = Sent()

    def send_all(self, operator: str | None) -> Sent:
        """Letters, then issues, then word to the operator; ends early when the server cannot be used."""
        with self._database.session() as session:
            DeliveryRepository(session).give_back_claimed(now=self._clock())
        try:
            self._send_letters()
            while not self._manner.stopping() and self._send_next():
                self._manner.sleep(self._manner.pause)
            self._tell(operator)
        except MailServerError as error:
            self.done.trouble = str(error)
        return self.done

    def _send_next(self) -> bool:
        """Send the mail whose turn it is; False when none is left for now."""
        now = self._clock()
        with self._database.session() as session:
            if not DeliveryRepository(session).is_any_due(now=now):
                return False
        # Reached before anything is claimed: a server that is away leaves every row as it was.
        self._reach()
        with self._database.session() as session:
            claimed = DeliveryRepository(session).claim(now=now)
        if claimed is None:
            return False
        with self._database.session() as session:
            person = SubscriberRepository(session).get(claimed.subscriber_id)
            reason = _gone(person)
            if person is None or reason is not None:
                self.done.skipped += 1
                self._settle(session, claimed, DeliveryState.SKIPPED, reason)
                return True
            mail = issue_mail(self._pen, person, _copy(session, claimed))
        self._note(claimed, person, self._give(claimed, person, mail))
        return True

    def _give(self, claimed: Delivery, person: Subscriber, mail: bytes) -> Reply:
        try:
            return self._server.send(self._pen.address, person.email, mail)
        except MailServerError:
            with self._database.session() as session:
                DeliveryRepository(session).postpone(
                    claimed.id, self._clock(), now=self._clock(), reason="mail server not usable"
                )
            raise

    def _note(self, claimed: Delivery, person: Subscriber, reply: Reply) -> None:
        with self._database.session() as session:
            if reply.answer is Answer.ACCEPTED:
                self.done.sent += 1
                self._settle(session, claimed, DeliveryState.SENT, reply.words)
            elif reply.answer is Answer.LATER and claimed.attempts <= len(self._manner.waits):
                self.done.postponed += 1
                now = self._clock()
                until = now + self._manner.waits[claimed.attempts - 1]
                DeliveryRepository(session).postpone(claimed.id, until, now=now, reason=reply.words)
            else:
                self.done.failed += 1
                self._settle(session, claimed, DeliveryState.FAILED, reply.words)
            if reply.answer is Answer.NO_SUCH_READER:
                self._pause(session, person, reply)

    def _settle(self, session: Session, claimed: Delivery, state: DeliveryState, reason: str | None) -> None:
        DeliveryRepository(session).settle(claimed.id, state, now=self._clock(), reason=reason)

    def _pause(self, session: Session, person: Subscriber, reply: Reply) -> None:
        if SubscriberRepository(session).pause(person.id, f"bounce: {reply.words}", now=self._clock()):
            self.done.paused.append(person.email)

    def _send_letters(self) -> None:
        with self._database.session() as session:
            waiting = SubscriberRepository(session).waiting_letters()
        for person in waiting:
            if self._manner.stopping():
                return
            if person.letter is None or not _is_letter_due(person, self._clock()):
                continue
            self._reach()
            mail = letter_mail(self._pen, person, person.letter, now=self._clock())
            self._note_letter(person, person.letter, self._server.send(self._pen.address, person.email, mail))
            self._manner.sleep(self._manner.pause)

    def _note_letter(self, person: Subscriber, letter: Letter, reply: Reply) -> None:
        with self._database.session() as session:
            people = SubscriberRepository(session)
            if reply.answer is Answer.ACCEPTED:
                self.done.letters += 1
                people.letter_done(person.id, letter, now=self._clock())
            elif reply.answer is Answer.NO_SUCH_READER:
                self._pause(session, person, reply)
            else:
                people.letter_failed(person.id)

    def _tell(self, operator: str | None) -> None:
        """Tell the operator of everybody paused since the last word, however they came to be."""
        with self._database.session() as session:
            paused = SubscriberRepository(session).paused_untold()
        if operator is None or not paused:
            return
        self._reach()
        mail = operator_mail(self._pen, operator, paused, now=self._clock())
        if self._server.send(self._pen.address, operator_address(operator), mail).answer is Answer.ACCEPTED:
            with self._database.session() as session:
                SubscriberRepository(session).told([one.id for one in paused], now=self._clock())

    def _reach(self) -> None:
        """Open the line, knocking several times.

        Raises:
            MailServerError: the server cannot be used now.
        """
        for wait in self._manner.knocks:
            try:
                self._server.connect()
            except MailServerError:
                self._manner.sleep(wait)
            else:
                return
        self._server.connect()


def operator_address(operator: str) -> str:
    """The bare address of 'Name <address>'."""
    return parseaddr(operator)[1]


def _is_letter_due(person: Subscriber, now: datetime) -> bool:
    """Whether a letter is to be tried (again): after 1, 4, 9 … minutes, for somewhat less than an hour."""
    asked = person.letter_asked_at or person.created_at
    tries = person.letter_tries
    return tries < _LETTER_TRIES and now >= asked + timedelta(minutes=tries * tries)


def _gone(person: Subscriber | None) -> str | None:
    if person is None or person.unsubscribed_at is not None:
        return Skipped.UNSUBSCRIBED
    return Skipped.PAUSED if person.paused_reason is not None else None


def _copy(session: Session, claimed: Delivery) -> IssueCopy:
    issues = IssueRepository(session)
    edition = issues.get(claimed.edition_id) if claimed.edition_id is not None else None
    issue = session.get(DigestIssue, claimed.issue_id)
    if edition is None or issue is None:
        raise LookupError(f"delivery {claimed.id} was planned without an edition")
    return IssueCopy(
        edition=edition,
        pictures=issues.pictures(edition.id),
        until=issue.until,
        is_archived=issue.frequency is Frequency.WEEKLY and issue.until.weekday() == 6,
        message_id=claimed.message_id,
        due=claimed.due_at,
    )
