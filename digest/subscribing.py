"""How somebody becomes a subscriber, changes the wishes, and stops."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from digest.links import Links, Purpose
from models.subscribing import Subscriber
from models.vocabulary import Letter
from models.wishes import Wishes
from storage.subscribers import SubscriberRepository

_BETWEEN_LETTERS = timedelta(hours=1)
"""An address that strangers type into the page again and again gets no more letters than this."""


def enter(
    session: Session, email: str, wishes: Wishes, *, now: datetime, confirmed: bool, resume: bool = False
) -> Subscriber:
    """What the operator enters. ``confirmed``: the owner agreed in another way; else a letter asks.

    Somebody who unsubscribed is asked again, whatever the operator says about it, unless ``confirmed``.
    """
    people = SubscriberRepository(session)
    person = people.add(email, wishes, now=now)
    if person.unsubscribed_at is not None:
        person.unsubscribed_at = person.confirmed_at = None
    if resume:
        person.paused_reason = person.paused_at = person.told_at = None
        person.wished_at = now
    if confirmed and person.confirmed_at is None:
        person.confirmed_at, person.letter = now, None
    if person.confirmed_at is None:
        _ask_for(person, Letter.CONFIRM, now)
    session.flush()
    return person


def ask(session: Session, email: str, wishes: Wishes, *, now: datetime) -> None:
    """What a stranger enters on the page: nothing changes before the owner of the address agrees.

    Whoever subscribes already gets a link to change the wishes; the page says the same to both.
    """
    people = SubscriberRepository(session)
    known = people.by_email(email, lock=True)
    if known is None or known.confirmed_at is None or known.unsubscribed_at is not None:
        known = people.add(email, wishes, now=now)
        if known.unsubscribed_at is not None:
            known.confirmed_at = None
        _ask_for(known, Letter.CONFIRM, now)
    else:
        _ask_for(known, Letter.LINK, now)
    session.flush()


def confirm(session: Session, links: Links, token: str, *, now: datetime) -> Subscriber:
    """The owner of an address agrees; a second time changes nothing.

    Raises:
        LinkError: the token is no good.
    """
    person = links.owner(session, Purpose.CONFIRM, token, now)
    person.letter = None
    if person.confirmed_at is None or person.unsubscribed_at is not None:
        person.confirmed_at, person.unsubscribed_at = now, None
    person.paused_reason = person.paused_at = person.told_at = None
    return person


def change(session: Session, links: Links, token: str, wishes: Wishes, *, now: datetime) -> Subscriber:
    """The subscriber wishes something else.

    Raises:
        LinkError: the token is no good.
    """
    person = links.owner(session, Purpose.CHANGE, token, now)
    SubscriberRepository(session).wish(person, wishes, now=now)
    return person


def stop(session: Session, links: Links, token: str, *, now: datetime) -> Subscriber:
    """The subscriber wants no more mails; a second time changes nothing.

    Only a confirmation by the owner of the address begins it again.

    Raises:
        LinkError: the token is no good.
    """
    person = links.owner(session, Purpose.STOP, token, now)
    if person.unsubscribed_at is None:
        person.unsubscribed_at, person.letter = now, None
    return person


def _ask_for(person: Subscriber, letter: Letter, now: datetime) -> None:
    last = max(filter(None, (person.letter_asked_at, person.letter_sent_at)), default=None)
    if last is not None and now - last < _BETWEEN_LETTERS:
        return
    person.letter, person.letter_asked_at, person.letter_tries = letter, now, 0
