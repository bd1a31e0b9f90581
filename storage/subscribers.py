"""Readers of the digest."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from models.subscribing import Subscriber
from models.vocabulary import Letter, Topic
from models.wishes import Wishes


def wishes_of(person: Subscriber) -> Wishes:
    """A subscriber's wishes as a value."""
    return Wishes(
        regions=tuple(person.regions),
        topics=tuple(Topic(topic) for topic in person.topics),
        language=person.language,
        frequency=person.frequency,
        weekday=person.weekday,
        monthday=person.monthday,
        hour=person.hour,
        zone=person.zone,
        when_empty=person.when_empty,
    )


class SubscriberRepository:
    """All SQL on ``subscriber``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, email: str, wishes: Wishes, *, now: datetime) -> Subscriber:
        """The subscriber of that address (capitals do not matter) with these wishes, made if new."""
        row = upsert(Subscriber).values(
            email=normal(email), created_at=now, wished_at=now, links=0, letter_tries=0, **_columns(wishes)
        )
        fresh = row.on_conflict_do_nothing(index_elements=["email"]).returning(Subscriber.id)
        self._session.execute(fresh)
        person = self.by_email(email, lock=True)
        if person is None:
            raise LookupError(f"{email!r} was removed while it was added")
        self.wish(person, wishes, now=now)
        return person

    def wish(self, person: Subscriber, wishes: Wishes, *, now: datetime) -> None:
        """Change what a subscriber wishes; hours that passed before a new schedule do not count."""
        if wishes_of(person).schedule != wishes.schedule:
            person.wished_at = now
        for name, value in _columns(wishes).items():
            setattr(person, name, value)
        self._session.flush()

    def get(self, subscriber_id: int, *, lock: bool = False) -> Subscriber | None:
        """The subscriber of that number."""
        return self._session.get(Subscriber, subscriber_id, with_for_update=lock or None)

    def by_email(self, email: str, *, lock: bool = False) -> Subscriber | None:
        """The subscriber of that address."""
        query = select(Subscriber).where(Subscriber.email == normal(email))
        query = query.with_for_update() if lock else query
        return self._session.scalars(query, execution_options={"populate_existing": True}).one_or_none()

    def list(self) -> tuple[Subscriber, ...]:
        """All subscribers by address."""
        return tuple(self._session.scalars(select(Subscriber).order_by(Subscriber.email)))

    def confirmed(self) -> Sequence[Subscriber]:
        """Those whose address is known to be theirs, paused and unsubscribed ones too, by number."""
        query = select(Subscriber).where(Subscriber.confirmed_at.is_not(None)).order_by(Subscriber.id)
        return tuple(self._session.scalars(query))

    def remove(self, email: str) -> bool:
        """Forget a subscriber and all deliveries; False when there was none."""
        found = delete(Subscriber).where(Subscriber.email == normal(email))
        return self._session.execute(found.returning(Subscriber.id)).one_or_none() is not None

    def pause(self, subscriber_id: int, reason: str, *, now: datetime) -> bool:
        """Stop writing to a subscriber for a reason; False when that was so already."""
        wanted = update(Subscriber).where(Subscriber.id == subscriber_id, Subscriber.paused_reason.is_(None))
        values = {"paused_reason": reason, "paused_at": now, "told_at": None, "letter": None}
        done = self._session.execute(wanted.values(**values).returning(Subscriber.id))
        return done.one_or_none() is not None

    def waiting_letters(self) -> Sequence[Subscriber]:
        """Those to whom a letter is to be sent, by number."""
        wanted = select(Subscriber).where(Subscriber.letter.is_not(None)).order_by(Subscriber.id)
        return tuple(self._session.scalars(wanted))

    def letters_asked_within_an_hour(self, now: datetime) -> int:
        """How many letters were asked for in the last hour."""
        query = select(func.count()).where(Subscriber.letter_asked_at > now - timedelta(hours=1))
        return self._session.scalars(query).one()

    def letter_done(self, subscriber_id: int, letter: Letter, *, now: datetime) -> None:
        """Note that a letter was sent, unless another was asked for meanwhile."""
        wanted = update(Subscriber).where(Subscriber.id == subscriber_id, Subscriber.letter == letter)
        self._session.execute(wanted.values(letter=None, letter_sent_at=now, letter_tries=0))

    def letter_failed(self, subscriber_id: int) -> None:
        """Note that a letter could not be sent this time."""
        wanted = update(Subscriber).where(Subscriber.id == subscriber_id)
        self._session.execute(wanted.values(letter_tries=Subscriber.letter_tries + 1))

    def paused_untold(self) -> Sequence[Subscriber]:
        """Those who were paused and of whom the operator has not been told."""
        wanted = select(Subscriber).where(Subscriber.paused_at.is_not(None), Subscriber.told_at.is_(None))
        return tuple(self._session.scalars(wanted.order_by(Subscriber.paused_at, Subscriber.id)))

    def told(self, ids: Sequence[int], *, now: datetime) -> None:
        """Note that the operator was told of these."""
        self._session.execute(update(Subscriber).where(Subscriber.id.in_(ids)).values(told_at=now))


def normal(email: str) -> str:
    """An address as it is stored: without blanks around it and in small letters."""
    return email.strip().lower()


def _columns(wishes: Wishes) -> dict[str, object]:
    return {
        "regions": list(wishes.regions),
        "topics": [topic.value for topic in wishes.topics],
        "language": wishes.language,
        "frequency": wishes.frequency,
        "weekday": wishes.weekday,
        "monthday": wishes.monthday,
        "hour": wishes.hour,
        "zone": wishes.zone,
        "when_empty": wishes.when_empty,
    }
