from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from models.vocabulary import DeliveryState, Frequency, Language, TimeZone, Topic
from models.wishes import Wishes
from storage.database import Database
from storage.deliveries import DeliveryRepository, Plan
from storage.issues import IssueRepository
from storage.locks import only_one
from storage.subscribers import SubscriberRepository, wishes_of

SINCE, UNTIL = date(2026, 3, 2), date(2026, 3, 8)
NOW = datetime(2026, 3, 9, 2, 0, tzinfo=UTC)


@pytest.fixture
def subscribers(session: Session) -> SubscriberRepository:
    return SubscriberRepository(session)


def _plan(session: Session, subscriber_id: int, *, skipped: str | None = None) -> bool:
    issue = IssueRepository(session).issue(Frequency.WEEKLY, SINCE, UNTIL, now=NOW)
    plan = Plan(
        issue_id=issue.id,
        subscriber_id=subscriber_id,
        message_id=f"<{subscriber_id}@kawal>",
        due_at=NOW,
        skipped=skipped,
    )
    return DeliveryRepository(session).plan(plan, now=NOW)


def test_an_address_subscribes_once(subscribers: SubscriberRepository) -> None:
    first = subscribers.add("Ibu@Contoh.test ", Wishes(regions=("36.73",)), now=NOW)
    wishes = Wishes(
        regions=("36", "ID"), topics=(Topic.SEXUAL,), language=Language.ENGLISH, zone=TimeZone.WIT, hour=19
    )
    again = subscribers.add("ibu@contoh.test", wishes, now=NOW)
    assert again.id == first.id
    assert wishes_of(again) == wishes
    assert [found.email for found in subscribers.list()] == ["ibu@contoh.test"]
    assert subscribers.remove("IBU@contoh.test")
    assert not subscribers.remove("ibu@contoh.test")


def test_only_another_hour_makes_the_past_not_count(subscribers: SubscriberRepository) -> None:
    person = subscribers.add("a@contoh.test", Wishes(), now=NOW)
    later = NOW + timedelta(days=3)
    subscribers.wish(person, Wishes(regions=("36",)), now=later)
    assert person.wished_at == NOW
    subscribers.wish(person, Wishes(regions=("36",), hour=9), now=later)
    assert person.wished_at == later


def test_an_issue_is_planned_and_claimed_once(database: Database) -> None:
    with database.session() as session:
        people = SubscriberRepository(session)
        ids = [people.add(f"{number}@contoh.test", Wishes(), now=NOW).id for number in range(3)]
        assert all(_plan(session, number) for number in ids[:2])
        assert not _plan(session, ids[0])
        assert _plan(session, ids[2], skipped="nothing_new")
    with database.session() as one, database.session() as other:
        mine = DeliveryRepository(one).claim(now=NOW)
        theirs = DeliveryRepository(other).claim(now=NOW)
        assert mine is not None
        assert theirs is not None
        assert [mine.subscriber_id, theirs.subscriber_id] == ids[:2]
        assert DeliveryRepository(other).claim(now=NOW) is None
        later = NOW + timedelta(minutes=5)
        DeliveryRepository(one).postpone(mine.id, later, now=NOW, reason="451 nanti")
    with database.session() as session:
        deliveries = DeliveryRepository(session)
        assert deliveries.claim(now=NOW) is None
        assert deliveries.give_back_claimed(now=NOW) == 1
        again = deliveries.claim(now=later)
        assert again is not None
        deliveries.settle(again.id, DeliveryState.SENT, now=later, reason="250 ok")
        assert deliveries.by_state() == {
            DeliveryState.SENT: 1,
            DeliveryState.PLANNED: 1,
            DeliveryState.SKIPPED: 1,
        }
        assert deliveries.last_due() == dict.fromkeys(ids, NOW)


def test_a_pause_is_told_once(subscribers: SubscriberRepository, session: Session) -> None:
    person = subscribers.add("a@contoh.test", Wishes(), now=NOW)
    assert subscribers.pause(person.id, "bounce: 550", now=NOW)
    assert not subscribers.pause(person.id, "bounce: 551", now=NOW)
    session.expire_all()
    assert [one.paused_reason for one in subscribers.paused_untold()] == ["bounce: 550"]
    subscribers.told([person.id], now=NOW)
    assert subscribers.paused_untold() == ()


def test_a_removed_subscriber_leaves_no_delivery(subscribers: SubscriberRepository, session: Session) -> None:
    person = subscribers.add("a@contoh.test", Wishes(), now=NOW)
    _plan(session, person.id)
    found = DeliveryRepository(session).of_message(f"<{person.id}@kawal>")
    assert found is not None
    assert found[1].email == "a@contoh.test"
    assert subscribers.remove("a@contoh.test")
    assert DeliveryRepository(session).claim(now=NOW) is None


def test_one_sender_at_a_time(database: Database) -> None:
    with only_one(database, "digest") as mine:
        assert mine
        with only_one(database, "digest") as theirs, only_one(database, "other") as other:
            assert (theirs, other) == (False, True)
    with only_one(database, "digest") as again:
        assert again
