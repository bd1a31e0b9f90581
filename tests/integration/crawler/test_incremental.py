"""The demo newsroom, crawled three times: everything, nothing new, what changed a week later."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from crawler.declarations import load_declarations
from crawler.run import CrawlRequest, crawl
from demo.contents import OUTLETS, load_site
from demo.expectations import ExpectedSite, load_expected
from demo.newsroom import LoggedRequest, Newsroom, serve
from extractors.reading.page import ArticlePage, read_page
from models.settings import Settings
from models.vocabulary import Outcome
from storage.database import Database
from storage.pages import PageRepository
from storage.runs import OutcomeRow
from tests.integration.crawler.conftest import Newsdesk
from tests.integration.crawler.sites import path_of

EXPECTED: dict[str, ExpectedSite] = {outlet: load_expected(outlet) for outlet in OUTLETS}


@dataclass(frozen=True, slots=True)
class Round:
    rows: dict[tuple[str, str], OutcomeRow]
    requests: list[LoggedRequest]


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with serve() as running:
        yield running


def crawl_once(newsdesk: Newsdesk, newsroom: Newsroom, *, edition: int) -> Round:
    newsroom.edition = edition
    newsroom.forget_requests()
    run_id = newsdesk.start_run()
    request = CrawlRequest(
        names=OUTLETS, run_id=run_id, delay=0, base_addresses=newsroom.base_addresses, forced=True
    )
    report = crawl(request, newsdesk.settings)
    assert report.problems == ()
    rows = {(row.source_name, path_of(row.url)): row for row in newsdesk.outcome_rows(run_id)}
    return Round(rows, newsroom.requests)


def paths(outlet: str, *, edition: int) -> set[str]:
    """Every article and trouble page of a site that its lists lead to."""
    site = EXPECTED[outlet]
    articles = {article.path for article in site.articles if article.edition <= edition}
    listed = {Outcome.LIST_PAGE, Outcome.ROBOTS}
    return articles | {page.path for page in site.pages if page.outcome in listed}


def test_three_rounds_over_the_newsroom(newsdesk: Newsdesk, newsroom: Newsroom) -> None:
    for declaration in load_declarations():
        newsdesk.store_source(declaration)
    first = crawl_once(newsdesk, newsroom, edition=1)
    check_first(first)
    check_reading(newsdesk.database, newsroom)
    check_again(first, crawl_once(newsdesk, newsroom, edition=1))
    check_later(crawl_once(newsdesk, newsroom, edition=2))


def check_first(first: Round) -> None:
    for outlet in OUTLETS:
        missing = {path for path in paths(outlet, edition=1) if (outlet, path) not in first.rows}
        assert missing == set(), outlet
        ends = Counter(row.outcome for (name, _), row in first.rows.items() if name == outlet)
        asked = [request.path for request in first.requests if request.outlet == outlet]
        # One request an address, one outcome a request; only what robots.txt closes was not requested.
        assert len(asked) == len(set(asked)) == ends.total() - ends[Outcome.ROBOTS]
    closed = {key for key, row in first.rows.items() if row.outcome is Outcome.ROBOTS}
    assert closed == {("bantentv", "/berita/khusus/laporan-khusus-di-balik-pintu-rumah-aman/")}


def check_reading(database: Database, newsroom: Newsroom) -> None:
    """Each page gives its article: date, all evidence, and no neighbour's headline."""
    with database.session() as session:
        pages = PageRepository(session)
        for outlet in OUTLETS:
            headlines = [str(headline["title"]) for headline in load_site(outlet).headlines]
            for article in (article for article in EXPECTED[outlet].articles if article.edition == 1):
                url = newsroom.base_addresses[outlet] + article.path
                page = pages.get(url)
                assert page is not None
                body = pages.body(page)
                assert body is not None
                reading = read_page(body, url=url, charset=page.charset, reader=outlet)
                assert isinstance(reading, ArticlePage), url
                assert (reading.reader, reading.published) == (outlet, article.published)
                evidence = [figure.evidence for figure in article.figures]
                evidence += [programme.evidence for programme in article.programmes]
                evidence += [trend.evidence for trend in article.trends]
                assert [part for part in evidence if part not in reading.text] == []
                assert [headline for headline in headlines if headline in reading.text] == []


def check_again(first: Round, again: Round) -> None:
    articles = {key for key, row in first.rows.items() if row.outcome is Outcome.PENDING}
    assert {key for key, row in again.rows.items() if row.outcome is Outcome.UNCHANGED} == articles
    closed = {key for key, row in first.rows.items() if row.outcome is Outcome.ROBOTS}
    assert set(again.rows) == set(first.rows) - closed
    lists = [row for row in again.rows.values() if row.detail and "not modified" in row.detail]
    assert len(lists) >= len(OUTLETS)
    assert {row.body_bytes for row in lists} == {0}
    statuses = {(request.outlet, request.path): request.status for request in again.requests}
    assert {statuses[key] for key in articles} == {304}
    assert sum(again.rows[key].body_bytes for key in articles) == 0


def check_later(later: Round) -> None:
    for outlet in OUTLETS:
        for article in EXPECTED[outlet].articles:
            row = later.rows[outlet, article.path]
            if article.later is Outcome.REMOVED:
                assert row.outcome is Outcome.REMOVED
            elif article.later is Outcome.UPDATED or article.edition == 2:
                assert row.outcome is Outcome.PENDING
            else:
                assert row.outcome is Outcome.UNCHANGED, row


def test_days_asked_for_bound_a_crawl(newsdesk: Newsdesk, newsroom: Newsroom, settings: Settings) -> None:
    declaration = next(d for d in load_declarations() if d.name == "kupastuntas")
    newsdesk.store_source(declaration)
    run_id = newsdesk.start_run()
    request = CrawlRequest(
        names=("kupastuntas",),
        run_id=run_id,
        since=date(2024, 1, 1),
        until=date(2024, 12, 31),
        delay=0,
        base_addresses=newsroom.base_addresses,
    )
    crawl(request, settings)
    fetched = {path_of(row.url) for row in newsdesk.outcome_rows(run_id) if row.outcome is Outcome.PENDING}
    assert fetched == {path for path in paths("kupastuntas", edition=1) if path.startswith("/2024/")}
