from datetime import date, datetime

import pytest
from sqlalchemy.orm import Session

from models.vocabulary import DeliveryState, Frequency, Language, Verdict
from storage.database import Database
from storage.reviews import ReviewRepository
from storage.subscribers import SubscriberRepository
from tests.integration.storage.conftest import AddArticle

ISSUE = date(2026, 3, 2)


@pytest.fixture
def subscribers(session: Session) -> SubscriberRepository:
    return SubscriberRepository(session)


def test_an_address_subscribes_once(subscribers: SubscriberRepository, now: datetime) -> None:
    first = subscribers.add("Ibu@Contoh.test ", regions=["36.73"], now=now)
    again = subscribers.add("ibu@contoh.test", regions=["36"], now=now, language=Language.ENGLISH)
    assert (again.id, again.regions, again.language) == (first.id, ["36"], Language.ENGLISH)
    assert again.frequency is Frequency.WEEKLY
    assert [found.email for found in subscribers.list()] == ["ibu@contoh.test"]
    assert subscribers.remove("IBU@contoh.test")
    assert not subscribers.remove("ibu@contoh.test")


def test_an_issue_is_planned_and_claimed_once(database: Database, now: datetime) -> None:
    with database.session() as session:
        people = SubscriberRepository(session)
        ids = [people.add(f"{number}@contoh.test", regions=["36"], now=now).id for number in range(3)]
        assert all(people.plan(ISSUE, number, f"<{number}@kawal>", now=now) for number in ids)
        assert not people.plan(ISSUE, ids[0], "<lagi@kawal>", now=now)
    with database.session() as one, database.session() as other:
        mine = SubscriberRepository(one).claim(2, now=now)
        theirs = SubscriberRepository(other).claim(5, now=now)
        assert [found.subscriber_id for found in mine] == ids[:2]
        assert [found.subscriber_id for found in theirs] == ids[2:]
        assert {found.state for found in mine} == {DeliveryState.CLAIMED}
        SubscriberRepository(one).settle(mine[0].id, DeliveryState.SKIPPED, now=now, reason="nothing new")
    with database.session() as session:
        assert SubscriberRepository(session).claim(5, now=now) == []


def test_a_removed_subscriber_leaves_no_delivery(subscribers: SubscriberRepository, now: datetime) -> None:
    person = subscribers.add("a@contoh.test", regions=["36"], now=now)
    subscribers.confirm(person.id, now=now)
    subscribers.pause(person.id, "bounced")
    subscribers.plan(ISSUE, person.id, "<1@kawal>", now=now)
    assert subscribers.remove("a@contoh.test")
    assert subscribers.claim(5, now=now) == []


def test_answers_stay_with_the_page(session: Session, add_article: AddArticle, now: datetime) -> None:
    article = add_article()
    reviews = ReviewRepository(session)
    for verdict in (Verdict.UNSURE, Verdict.ACCEPTED):
        reviews.add(
            page_id=article.page_id,
            evidence="40 kasus",
            value=40,
            verdict=verdict,
            reviewer="rani",
            machine={"unit": "cases"},
            now=now,
        )
    newest, older = reviews.of_pages([article.page_id])
    assert (newest.verdict, older.verdict, newest.corrected) == (Verdict.ACCEPTED, Verdict.UNSURE, None)
    reviews.reopen([newest.id])
    assert [answer.reopened for answer in reviews.of_pages([article.page_id])] == [True, False]
    assert reviews.of_pages([]) == ()
