"""The newsroom over real HTTP on loopback."""

import gzip
import json
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree, html

from demo.contents import OUTLETS
from demo.expectations import ExpectedArticle, load_expected
from demo.newsroom import LoggedRequest, Newsroom, serve
from models.errors import SettingError
from models.vocabulary import Outcome

STATUS = {
    Outcome.LIST_PAGE: 200,
    Outcome.SOFT_404: 200,
    Outcome.ROBOTS: 200,
    Outcome.NOT_HTML: 200,
    Outcome.DUPLICATE: (301, 302),
}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
FIRST = [a for outlet in OUTLETS for a in load_expected(outlet).articles if a.edition == 1]
SECOND = [a for outlet in OUTLETS for a in load_expected(outlet).articles if a.edition == 2]


class Got:
    """One answer, read to its end."""

    def __init__(self, response: HTTPResponse) -> None:
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.raw = response.read()
        zipped = self.headers.get("content-encoding") == "gzip"
        self.body = gzip.decompress(self.raw) if zipped else self.raw


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with serve() as running:
        yield running


def get(newsroom: Newsroom, outlet: str, path: str, *, method: str = "GET", **headers: str) -> Got:
    address = urlsplit(newsroom.base_addresses[outlet])
    with closing(HTTPConnection(str(address.hostname), address.port, timeout=10)) as connection:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=sent)
        return Got(connection.getresponse())


def visible_text(got: Got) -> str:
    """The page as a parser that believes its headers and its meta elements reads it."""
    return str(html.document_fromstring(got.body).text_content())


def locations(got: Got) -> list[str]:
    found = etree.fromstring(got.body).xpath("//s:loc/text()", namespaces=SITEMAP)
    assert isinstance(found, list)
    return [str(location) for location in found]


@pytest.mark.parametrize("outlet", OUTLETS)
def test_every_listed_address_is_served(newsroom: Newsroom, outlet: str) -> None:
    expected = load_expected(outlet)
    for article in expected.articles:
        newsroom.edition = article.edition
        assert get(newsroom, outlet, article.path).status == 200, article.path
    newsroom.edition = 1
    for page in expected.pages:
        allowed = STATUS[page.outcome]
        assert get(newsroom, outlet, page.path).status in (
            allowed if isinstance(allowed, tuple) else (allowed,)
        )
    for alias in expected.aliases:
        assert get(newsroom, outlet, alias).status == 200


@pytest.mark.parametrize("article", [*FIRST, *SECOND], ids=lambda a: f"{a.outlet}-{a.path[-30:]}-{a.edition}")
def test_every_expected_fact_stands_on_its_page(newsroom: Newsroom, article: ExpectedArticle) -> None:
    newsroom.edition = article.edition
    text = visible_text(get(newsroom, article.outlet, article.path))
    records = (*article.figures, *article.programmes, *article.trends)
    assert [record.evidence for record in records if record.evidence not in text] == []


@pytest.mark.parametrize("outlet", OUTLETS)
def test_what_was_downloaded_once_is_not_downloaded_again(newsroom: Newsroom, outlet: str) -> None:
    paths = [article.path for article in load_expected(outlet).articles if article.edition == 1]
    validators = {}
    for path in paths:
        headers = get(newsroom, outlet, path).headers
        validators[path] = {
            asked: headers[told]
            for asked, told in (("If_None_Match", "etag"), ("If_Modified_Since", "last-modified"))
            if told in headers
        }
    newsroom.forget_requests()
    for path in paths:
        again = get(newsroom, outlet, path, **validators[path])
        assert (again.status, again.raw) == (304, b"")
    assert newsroom.requests == [LoggedRequest(outlet, path, 304, 0) for path in paths]


def test_sites_differ_in_the_validators_they_send(newsroom: Newsroom) -> None:
    sent = {
        outlet: {"etag", "last-modified"} & get(newsroom, outlet, "/").headers.keys() for outlet in OUTLETS
    }
    assert sent["bantentv"] == {"etag", "last-modified"}
    assert sent["detakbanten"] == {"etag"}
    assert sent["kupastuntas"] == {"last-modified"}


def test_a_changed_article_is_sent_in_full(newsroom: Newsroom) -> None:
    path = next(a.path for a in SECOND if a.outcome is Outcome.UPDATED)
    tag = get(newsroom, "bantentv", path).headers["etag"]
    newsroom.edition = 2
    again = get(newsroom, "bantentv", path, If_None_Match=tag)
    assert again.status == 200
    assert "198 kasus" in visible_text(again)


def test_edition_2_leaves_every_other_article_as_it_was(newsroom: Newsroom) -> None:
    for article in FIRST:
        before = get(newsroom, article.outlet, article.path)
        newsroom.edition = 2
        after = get(newsroom, article.outlet, article.path)
        newsroom.edition = 1
        same = before.body == after.body
        assert same is (article.later is Outcome.UNCHANGED), article.path


def test_removed_articles_are_gone_and_leave_the_lists(newsroom: Newsroom) -> None:
    removed = [article for article in FIRST if article.later is Outcome.REMOVED]
    newsroom.edition = 2
    answers = {article.outlet: get(newsroom, article.outlet, article.path).status for article in removed}
    assert answers == {"detakbanten": 404, "bantenintens": 410}
    for article in removed:
        assert article.path not in get(newsroom, article.outlet, "/").body.decode()


def test_there_is_no_third_edition(newsroom: Newsroom) -> None:
    with pytest.raises(SettingError, match="edition 3"):
        newsroom.edition = 3


@pytest.mark.parametrize(
    ("outlet", "path"),
    [("bantentv", "/feed/"), ("detakbanten", "/today?format=feed&type=rss"), ("bantenintens", "/feed/")],
)
def test_feeds_lead_to_pages_of_the_running_site(newsroom: Newsroom, outlet: str, path: str) -> None:
    feed = get(newsroom, outlet, path)
    assert feed.headers["content-type"].startswith("application/rss+xml")
    items = etree.fromstring(feed.body).findall("channel/item")
    assert len(items) >= 5
    base = newsroom.base_addresses[outlet]
    for item in items:
        link = str(item.findtext("link"))
        assert link.startswith(base)
        assert get(newsroom, outlet, link.removeprefix(base)).status == 200
        assert item.findtext("pubDate")


@pytest.mark.parametrize("path", ["/feed", "/feed/", "/rss", "/sitemap_index.xml"])
def test_the_site_without_feed_has_none(newsroom: Newsroom, path: str) -> None:
    assert get(newsroom, "kupastuntas", path).status == 404


def test_the_site_without_sitemap_has_none(newsroom: Newsroom) -> None:
    assert get(newsroom, "detakbanten", "/sitemap.xml").status == 404


def test_the_sitemap_index_leads_to_every_post(newsroom: Newsroom) -> None:
    base = newsroom.base_addresses["bantentv"]
    parts = locations(get(newsroom, "bantentv", "/sitemap_index.xml"))
    assert f"{base}/post-sitemap.xml" in parts
    posts = locations(get(newsroom, "bantentv", "/post-sitemap.xml"))
    coded = {base + a.path for a in FIRST if a.outlet == "bantentv"}
    assert coded <= set(posts)


def test_the_new_article_appears_in_the_sitemap_of_edition_2(newsroom: Newsroom) -> None:
    new = newsroom.base_addresses["kupastuntas"] + next(a.path for a in SECOND if a.outlet == "kupastuntas")
    assert new not in locations(get(newsroom, "kupastuntas", "/sitemap.xml"))
    newsroom.edition = 2
    assert new in locations(get(newsroom, "kupastuntas", "/sitemap.xml"))


@pytest.mark.parametrize("outlet", OUTLETS)
def test_robots_txt_forbids_what_is_expected_to_be_forbidden(newsroom: Newsroom, outlet: str) -> None:
    rules = RobotFileParser()
    rules.parse(get(newsroom, outlet, "/robots.txt").body.decode().splitlines())
    expected = load_expected(outlet)
    assert all(rules.can_fetch("kawal", article.path) for article in expected.articles)
    for page in expected.pages:
        assert rules.can_fetch("kawal", page.path) is (page.outcome is not Outcome.ROBOTS)


def _listed(newsroom: Newsroom, outlet: str, start: str) -> set[str]:
    """Addresses of a list and of all its further pages."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        path = waiting.pop()
        page = html.document_fromstring(get(newsroom, outlet, path).body)
        page.make_links_absolute(newsroom.base_addresses[outlet] + path)
        found.update(str(link) for link in page.xpath("//a/@href"))
        further = "//a[contains(@class, 'page') or contains(@class, 'pagenav') or contains(@href, '?page=')]"
        nexts = page.xpath(f"{further}[contains(text(), 'utnya')]/@href")
        waiting += [str(link).removeprefix(newsroom.base_addresses[outlet]) for link in nexts]
    return {link.removeprefix(newsroom.base_addresses[outlet]) for link in found}


@pytest.mark.parametrize(
    ("outlet", "starts"),
    [
        ("bantentv", ["/category/berita/", "/category/hukum/", "/category/ekonomi/"]),
        ("detakbanten", ["/today"]),
        ("kupastuntas", ["/"]),
        ("bantenintens", ["/category/daerah/", "/category/nasional/"]),
    ],
)
def test_lists_lead_through_their_pages_to_the_relevant_articles(
    newsroom: Newsroom, outlet: str, starts: list[str]
) -> None:
    listed = set().union(*(_listed(newsroom, outlet, start) for start in starts))
    assert {a.path for a in FIRST if a.outlet == outlet and a.relevant} <= listed


def test_the_api_pages_and_filters_by_date(newsroom: Newsroom) -> None:
    path = "/wp-json/wp/v2/posts?per_page=5&page=1&after=2025-01-01T00:00:00&before=2025-12-31T00:00:00"
    first = get(newsroom, "bantenintens", path)
    total, pages = int(first.headers["x-wp-total"]), int(first.headers["x-wp-totalpages"])
    posts = json.loads(first.body)
    for number in range(2, pages + 1):
        posts += json.loads(get(newsroom, "bantenintens", path.replace("page=1", f"page={number}")).body)
    assert len(posts) == total == len({post["id"] for post in posts})
    assert all(post["date"].startswith("2025") for post in posts)
    assert all(post["link"].startswith(newsroom.base_addresses["bantenintens"]) for post in posts)
    assert get(newsroom, "bantenintens", path.replace("page=1", f"page={pages + 1}")).status == 400


def test_the_undated_article_tells_no_date_anywhere(newsroom: Newsroom) -> None:
    (article,) = [a for a in FIRST if a.relevant and a.published is None]
    page = get(newsroom, article.outlet, article.path).body.decode()
    for trace in ("published_time", "datePublished", "<time", "td_data_time", "Juli", "2025-07"):
        assert trace not in page
    feed = get(newsroom, article.outlet, "/feed/").body.decode()
    assert article.path not in feed


def test_one_site_tells_its_charset_in_the_page_only(newsroom: Newsroom) -> None:
    page = get(newsroom, "kupastuntas", "/")
    assert page.headers["content-type"] == "text/html"
    assert b"charset=windows-1252" in page.body
    assert "charset=utf-8" in get(newsroom, "bantentv", "/").headers["content-type"].lower()


def test_pages_name_their_canonical_address_and_are_the_same_with_tracking(newsroom: Newsroom) -> None:
    for alias, path in load_expected("bantentv").aliases.items():
        plain, tracked = get(newsroom, "bantentv", path), get(newsroom, "bantentv", alias)
        assert plain.body == tracked.body
        canonical = html.document_fromstring(plain.body).xpath("//link[@rel='canonical']/@href")
        assert canonical == [newsroom.base_addresses["bantentv"] + path]


def test_the_redirect_leads_to_an_article_with_tracking_parameters(newsroom: Newsroom) -> None:
    answer = get(newsroom, "bantentv", "/wa/rumah-kolaborasi/")
    target = answer.headers["location"].removeprefix(newsroom.base_addresses["bantentv"])
    assert answer.status == 302
    assert target in load_expected("bantentv").aliases


def test_text_is_compressed_for_those_who_ask(newsroom: Newsroom) -> None:
    plain, packed = (
        get(newsroom, "bantentv", "/", **headers) for headers in ({}, {"Accept_Encoding": "gzip"})
    )
    assert packed.headers["content-encoding"] == "gzip"
    assert len(packed.raw) < len(plain.raw)
    assert packed.body == plain.body
    assert newsroom.requests[-1].bytes == len(packed.raw)


def test_head_sends_headers_only(newsroom: Newsroom) -> None:
    answer = get(newsroom, "bantentv", "/", method="HEAD")
    assert (answer.status, answer.raw) == (200, b"")
    assert int(answer.headers["content-length"]) > 0


def test_a_taken_port_is_said(newsroom: Newsroom) -> None:
    taken = int(str(urlsplit(newsroom.base_addresses["bantentv"]).port))
    with pytest.raises(SettingError, match=f"Port {taken}"), serve(ports={"bantentv": taken}):
        pass


def test_ports_can_be_chosen(newsroom: Newsroom) -> None:
    with serve() as second:
        freed = {outlet: int(str(urlsplit(base).port)) for outlet, base in second.base_addresses.items()}
    with serve(ports=freed) as third:
        assert third.base_addresses == second.base_addresses
    assert set(newsroom.base_addresses) == set(OUTLETS)
