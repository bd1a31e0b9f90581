"""Who gets which issue now: one row for each subscriber and slot, to be sent or skipped for a reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from digest.freezing import begins, edition_of
from digest.mails import Pen, message_id
from digest.slots import Span, earlier_slot, last_slot, span_of
from models.subscribing import Subscriber
from models.vocabulary import WhenEmpty
from models.wishes import Wishes
from storage.database import Database
from storage.deliveries import DeliveryRepository, Plan
from storage.issues import IssueRepository
from storage.subscribers import SubscriberRepository, wishes_of

_FURTHEST = timedelta(days=62)
"""Slots that were missed longer ago are not written down one by one."""


class Skipped(StrEnum):
    """Why nothing is sent to somebody for whom a mail was due."""

    MISSED = "missed"
    """Nothing ran at that hour, and a later one has come since."""
    PAUSED = "paused"
    NOTHING_NEW = "nothing_new"
    UNSUBSCRIBED = "unsubscribed"
    """The reader left after the mail was planned."""


@dataclass(frozen=True, slots=True)
class Due:
    """A slot for which a subscriber has no row yet."""

    person: Subscriber
    wishes: Wishes
    slot: datetime
    skipped: Skipped | None

    @property
    def span(self) -> Span:
        """The days it covers."""
        return span_of(self.wishes, self.slot)


def due_now(readers: tuple[Subscriber, ...], last_due: dict[int, datetime], now: datetime) -> Iterator[Due]:
    """The slots that have come: the last one to be sent, earlier ones that nobody kept as missed."""
    for person in readers:
        if person.unsubscribed_at is not None:
            continue
        wishes = wishes_of(person)
        known = max(begins(person), last_due.get(person.id, begins(person)))
        slot = last_slot(wishes, now)
        if slot <= known:
            continue
        yield Due(person, wishes, slot, Skipped.PAUSED if person.paused_reason is not None else None)
        missed = earlier_slot(wishes, slot)
        while missed > max(known, slot - _FURTHEST):
            yield Due(person, wishes, missed, Skipped.MISSED)
            missed = earlier_slot(wishes, missed)


def plan_due(database: Database, pen: Pen, *, now: datetime) -> int:
    """Write the rows of all slots that have come; gives how many are new. May be run any number of times."""
    with database.session() as session:
        readers = tuple(SubscriberRepository(session).confirmed())
        due = list(due_now(readers, DeliveryRepository(session).last_due(), now))
    return sum(_plan(database, pen, one, now) for one in due)


def _plan(database: Database, pen: Pen, due: Due, now: datetime) -> bool:
    with database.session() as session:
        issue = IssueRepository(session).issue(due.wishes.frequency, due.span.since, due.span.until, now=now)
        edition, skipped = None, due.skipped
        if skipped is None:
            edition, _ = edition_of(session, due.wishes.frequency, due.span, due.wishes, now=now)
            if edition.is_empty and due.wishes.when_empty is WhenEmpty.NOTHING:
                skipped = Skipped.NOTHING_NEW
        plan = Plan(
            issue_id=issue.id,
            subscriber_id=due.person.id,
            message_id=message_id(pen, f"issue-{issue.id}-{due.person.id}"),
            due_at=due.slot,
            edition_id=edition.id if edition is not None and skipped is None else None,
            skipped=skipped,
        )
        return DeliveryRepository(session).plan(plan, now=now)
