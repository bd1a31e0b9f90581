"""Which addresses one crawl asks for."""

from datetime import UTC, date, datetime, timedelta

import pytest

from crawler.declarations import Declaration
from crawler.discovery.found import Found
from crawler.frontier import Frontier
from crawler.plan import OutletPlan
from storage.leads import WaitingLead
from storage.pages import KnownPage

DECLARATION = Declaration.model_validate(
    {
        "name": "contoh",
        "outlet": "contoh.id",
        "title": "Contoh",
        "kind": "feed",
        "feeds": ["https://contoh.id/feed"],
        "article_patterns": ["^/berita/"],
        "verified": False,
    }
)
FETCHED = datetime(2025, 10, 15, tzinfo=UTC)


def known(path: str, **facts: object) -> KnownPage:
    standard: dict[str, object] = {
        "url": f"https://contoh.id{path}",
        "last_fetched": FETCHED,
        "etag": '"1"',
        "last_modified": None,
        "has_body": True,
        "is_removed": False,
        "changed": FETCHED,
        "is_article": True,
    }
    return KnownPage(**(standard | facts))  # type: ignore[arg-type]


def frontier(*pages: KnownPage, **order: object) -> Frontier:
    return Frontier(OutletPlan(declaration=DECLARATION, **order), pages)  # type: ignore[arg-type]


def listed(path: str, **facts: object) -> Found:
    return Found(url=f"https://contoh.id{path}", **facts)  # type: ignore[arg-type]


def test_each_page_is_asked_once_in_whatever_form_it_is_listed() -> None:
    fresh = frontier()
    first = fresh.admit(listed("/berita/a/?utm_source=x"))
    assert first is not None
    assert first.url == "https://contoh.id/berita/a/"
    assert first.headers == {}
    for variant in ("/berita/a", "/berita/a/amp", "/berita/a?m=1"):
        assert fresh.admit(listed(variant)) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://lain.id/berita/a",
        "https://contoh.id/tag/a",
        "http://[",
        "https://contoh.id/berita/" + "a" * 3000,
    ],
)
def test_what_is_no_article_of_the_outlet_is_not_asked(url: str) -> None:
    assert frontier().admit(Found(url=url)) is None


def test_a_known_page_is_asked_conditionally_in_its_known_form() -> None:
    ask = frontier(known("/berita/a/")).admit(listed("/berita/a"))
    assert ask is not None
    assert (ask.url, ask.is_known) == ("https://contoh.id/berita/a/", True)
    assert ask.headers == {"If-None-Match": '"1"'}


def test_a_known_page_whose_list_says_it_is_unchanged_is_not_asked() -> None:
    late = datetime(2025, 10, 16, tzinfo=UTC)
    assert frontier(known("/berita/a")).admit(listed("/berita/a", modified=FETCHED)) is None
    assert frontier(known("/berita/a")).admit(listed("/berita/a", modified=late)) is not None


def test_a_removed_page_that_is_listed_again_is_asked_anew() -> None:
    ask = frontier(known("/berita/a", is_removed=True)).admit(listed("/berita/a", modified=FETCHED))
    assert ask is not None
    assert (ask.is_known, ask.headers) == (True, {})


def test_new_pages_beyond_the_bound_are_counted_and_left() -> None:
    small = frontier(new_pages=2)
    asked = [small.admit(listed(f"/berita/{number}")) for number in range(5)]
    assert [ask is not None for ask in asked] == [True, True, False, False, False]
    assert small.left_over == 3


def test_known_pages_are_rechecked_oldest_first_within_the_bound() -> None:
    pages = [known(f"/berita/{number}") for number in range(4)]
    pages += [known("/berita/hilang", is_removed=True), known("/berita/gagal", has_body=False)]
    asks = list(frontier(*pages, rechecked_pages=3).rechecks())
    assert [ask.url[-1] for ask in asks] == ["0", "1", "2"]
    assert list(frontier(*pages, since=date(2025, 1, 1)).rechecks()) == []


def test_days_asked_for_are_taken_from_list_or_address() -> None:
    bounded = frontier(since=date(2025, 1, 1), until=date(2025, 12, 31))
    assert bounded.admit(listed("/berita/2024/05/05/a")) is None
    assert bounded.admit(listed("/berita/b", published=date(2026, 1, 1))) is None
    assert bounded.admit(listed("/berita/2025/05/05/c")) is not None
    assert bounded.admit(listed("/berita/d")) is not None


def test_a_redirect_is_followed_to_the_form_the_site_likes() -> None:
    fresh = frontier()
    ask = fresh.admit(listed("/berita/a"))
    assert ask is not None
    followed = fresh.follow(ask, "https://contoh.id/berita/a/?utm_source=x")
    assert followed is not None
    assert (followed.url, followed.hops) == ("https://contoh.id/berita/a/", ("https://contoh.id/berita/a",))
    other = fresh.admit(listed("/berita/b"))
    assert other is not None
    assert fresh.follow(ask, "https://contoh.id/berita/b") is None


def test_an_outlet_served_elsewhere_is_asked_there() -> None:
    moved = frontier(base="http://127.0.0.1:8000")
    ask = moved.admit(listed("/berita/a"))
    assert ask is not None
    assert ask.url == "http://127.0.0.1:8000/berita/a"


@pytest.mark.parametrize(
    ("quiet", "facts", "expected"),
    [
        (timedelta(hours=5), {}, False),
        (timedelta(hours=7), {}, True),
        (timedelta(days=40), {"changed": FETCHED - timedelta(days=90)}, False),
        (timedelta(days=50), {"changed": FETCHED - timedelta(days=90)}, True),
        (timedelta(days=89), {"changed": FETCHED - timedelta(days=3000)}, False),
        (timedelta(days=91), {"changed": FETCHED - timedelta(days=3000)}, True),
        (timedelta(days=91), {"is_article": False}, False),
        (timedelta(days=91), {"has_body": False}, False),
        (timedelta(days=91), {"is_removed": True}, True),
    ],
)
def test_known_pages_are_asked_ever_more_rarely(
    quiet: timedelta, facts: dict[str, object], *, expected: bool
) -> None:
    """After half the time it has not changed, six hours at least and ninety days at most."""
    later = frontier(known("/berita/a", **facts), now=FETCHED + quiet)
    assert bool(list(later.rechecks())) is expected


def test_a_listed_page_that_is_not_due_is_asked_only_when_forced() -> None:
    soon = FETCHED + timedelta(hours=1)
    page = known("/berita/a")
    assert frontier(page, now=soon).admit(listed("/berita/a")) is None
    assert frontier(page, now=soon, forced=True).admit(listed("/berita/a")) is not None
    assert frontier(page, now=soon).admit(listed("/berita/a", modified=soon)) is not None


def test_new_pages_are_leads_whether_asked_now_or_left() -> None:
    small = frontier(known("/berita/lama"), new_pages=1)
    result = small.sort([listed(path) for path in ("/berita/lama", "/berita/1", "/berita/2", "/tag/3")])
    assert [lead.url[-1] for lead in result.leads] == ["1", "2"]
    assert [ask.url[-1] for ask in result.asks] == ["a", "1"]
    assert (small.left_over, small.room) == (1, 0)


def test_waiting_addresses_are_drawn_as_far_as_there_is_room() -> None:
    small = frontier(known("/berita/lama"), new_pages=2)
    waiting = [
        WaitingLead(url=f"https://contoh.id/berita/{name}", depth=1) for name in ("lama", "a", "b", "c")
    ]
    asks, stale = small.draw(waiting)
    assert [(ask.url[-1], ask.depth) for ask in asks] == [("a", 1), ("b", 1)]
    assert stale == ["https://contoh.id/berita/lama"]
    assert small.draw(waiting)[0] == []


def test_links_between_articles_are_bounded_apart() -> None:
    small = frontier(related_pages=1)
    result = small.sort([listed("/berita/a"), listed("/berita/b")], depth=1)
    assert [(ask.url[-1], ask.depth) for ask in result.asks] == [("a", 1)]
    assert len(result.leads) == 1
    assert small.admit(listed("/berita/b")) is not None


def test_lists_whose_articles_are_too_new_lead_on_to_older_ones() -> None:
    past = frontier(since=date(2024, 1, 1), until=date(2024, 12, 31))
    assert past.is_fruitful(listed("/berita/2026/05/05/a"))
    assert not past.is_fruitful(listed("/berita/2023/05/05/a"))
    assert past.admit(listed("/berita/2026/05/05/a")) is None
