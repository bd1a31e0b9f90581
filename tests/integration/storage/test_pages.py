from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from models.crawling import Page
from models.vocabulary import Outcome
from storage.database import Database
from storage.pages import PageChange, PageRepository
from storage.sources import SourceRepository

URL = "https://kabarcontoh.test/berita/1"


@pytest.fixture
def pages(session: Session) -> PageRepository:
    SourceRepository(session).upsert("kabarcontoh", outlet="Kabar Contoh")
    return PageRepository(session)


def fetch(
    pages: PageRepository, now: datetime, body: bytes | None = b"<p>satu</p>", url: str = URL
) -> PageChange:
    return pages.record_fetch(
        url, "kabarcontoh", status=200, body=body, now=now, etag='"e1"', last_modified="Mon"
    )


def test_a_body_comes_back_as_it_was_received(pages: PageRepository, now: datetime) -> None:
    body = b"<html>" + bytes(range(256)) * 40
    assert fetch(pages, now, body) is PageChange.NEW
    page = pages.get(URL)
    assert page is not None
    assert pages.body(page) == body
    assert page.body is not None
    assert len(page.body) < len(body) / 4


def test_the_same_body_again_changes_nothing_but_the_time(pages: PageRepository, now: datetime) -> None:
    fetch(pages, now)
    later = now + timedelta(days=1)
    assert fetch(pages, later) is PageChange.UNCHANGED
    page = pages.get(URL)
    assert page is not None
    assert (page.first_seen, page.last_fetched) == (now, later)


def test_another_body_waits_to_be_read_again(pages: PageRepository, now: datetime) -> None:
    fetch(pages, now)
    [page] = pages.to_read(10)
    pages.mark_read(page.id, Outcome.STORED)
    assert pages.to_read(10) == []
    assert fetch(pages, now, b"<p>dua</p>") is PageChange.CHANGED
    [page] = pages.to_read(10)
    assert page.outcome is Outcome.PENDING


def test_a_failed_fetch_keeps_the_body_of_before(pages: PageRepository, now: datetime) -> None:
    fetch(pages, now)
    pages.record_fetch(URL, "kabarcontoh", status=503, body=None, now=now)
    page = pages.get(URL)
    assert page is not None
    assert (page.http_status, pages.body(page)) == (503, b"<p>satu</p>")


def test_validators_are_given_only_for_a_body_that_was_seen(pages: PageRepository, now: datetime) -> None:
    assert pages.validators(URL) is None
    pages.record_fetch(URL, "kabarcontoh", status=500, body=None, now=now)
    assert pages.validators(URL) is None
    fetch(pages, now)
    assert pages.validators(URL) == ('"e1"', "Mon")


def test_an_irrelevant_page_keeps_no_text_and_is_not_read_again(pages: PageRepository, now: datetime) -> None:
    fetch(pages, now)
    [page] = pages.to_read(1)
    pages.drop_body(page.id)
    assert pages.to_read(1) == []
    kept = pages.get(URL)
    assert kept is not None
    assert (pages.body(kept), kept.outcome) == (None, Outcome.IRRELEVANT)
    assert fetch(pages, now) is PageChange.UNCHANGED
    assert pages.to_read(1) == []


def test_a_removed_page_says_since_when_and_may_come_back(pages: PageRepository, now: datetime) -> None:
    fetch(pages, now)
    assert pages.mark_removed(URL, now=now)
    assert not pages.mark_removed(URL, now=now + timedelta(days=1))
    page = pages.get(URL)
    assert page is not None
    assert page.removed_at == now
    fetch(pages, now)
    back = pages.get(URL)
    assert back is not None
    assert back.removed_at is None


def test_reopening_lets_kept_bodies_be_read_again(pages: PageRepository, now: datetime) -> None:
    for number in range(3):
        fetch(pages, now, url=f"{URL}/{number}")
    first, second, third = pages.to_read(10)
    pages.mark_read(first.id, Outcome.STORED)
    pages.drop_body(second.id)
    assert pages.reopen() == 1
    assert [page.id for page in pages.to_read(10)] == [first.id, third.id]


def test_two_workers_share_the_pages_without_overlap(database: Database, now: datetime) -> None:
    with database.session() as session:
        SourceRepository(session).upsert("kabarcontoh", outlet="Kabar Contoh")
        for number in range(6):
            fetch(PageRepository(session), now, url=f"{URL}/{number}")
    with database.session() as one, database.session() as other:
        mine = {page.url for page in PageRepository(one).to_read(4)}
        theirs = {page.url for page in PageRepository(other).to_read(4)}
    assert len(mine) == 4
    assert len(theirs) == 2
    assert mine.isdisjoint(theirs)


def test_an_address_exists_once(session: Session, pages: PageRepository, now: datetime) -> None:
    fetch(pages, now)
    session.add(Page(url=URL, source_name="kabarcontoh", first_seen=now, last_fetched=now))
    with pytest.raises(IntegrityError, match="uq_page_url"):
        session.flush()
    session.rollback()


def test_known_addresses_are_those_of_the_outlet(pages: PageRepository, now: datetime) -> None:
    fetch(pages, now)
    assert pages.known_urls("kabarcontoh") == {URL}
    assert pages.known_urls("lain") == set()
