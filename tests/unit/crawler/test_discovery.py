"""Feeds, sitemaps, lists of posts and list pages."""

import gzip
import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.discovery.feeds import read_feed
from crawler.discovery.found import Found, UnreadableListError, is_wanted, parse_moment
from crawler.discovery.lists import next_page, read_links, stated_canonical
from crawler.discovery.sitemaps import read_sitemap
from crawler.discovery.wordpress import posts_address, read_posts

URL = "https://kabar.id/feed"
NOON = datetime(2025, 10, 15, 5, tzinfo=UTC)
RSS = b"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<item><title>A</title><link>https://kabar.id/a</link><pubDate>Wed, 15 Oct 2025 12:00:00 +0700</pubDate></item>
<item><link> /b </link><dc:date>2025-10-15T23:30:00+07:00</dc:date></item>
<item><guid isPermaLink="true">https://kabar.id/c</guid></item>
<item><guid isPermaLink="false">7</guid></item>
<item><link>https://kabar.id/a</link></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="enclosure" href="https://kabar.id/a.jpg"/>
<link rel="alternate" href="https://kabar.id/a"/><published>2025-10-15T12:00:00+07:00</published>
<updated>2025-10-16T12:00:00+07:00</updated></entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<item><link>https://kabar.id/a</link></item></rdf:RDF>"""


def test_rss_gives_addresses_with_their_days_each_once() -> None:
    found = read_feed(RSS, url=URL)
    assert [entry.url for entry in found] == [
        "https://kabar.id/a",
        "https://kabar.id/b",
        "https://kabar.id/c",
    ]
    assert [entry.published for entry in found] == [date(2025, 10, 15), date(2025, 10, 15), None]
    assert found[0].modified == NOON


def test_atom_takes_the_page_not_the_picture() -> None:
    assert read_feed(ATOM, url=URL) == (
        Found(
            url="https://kabar.id/a",
            published=date(2025, 10, 15),
            modified=datetime(2025, 10, 16, 5, tzinfo=UTC),
        ),
    )


def test_rss_of_the_first_kind() -> None:
    assert [found.url for found in read_feed(RDF, url=URL)] == ["https://kabar.id/a"]


def test_a_slightly_broken_feed_is_read() -> None:
    assert len(read_feed(RSS.replace(b"<title>A</title>", b"<title>A & B</title>"), url=URL)) == 3


@pytest.mark.parametrize("body", [b"", b"<html><body>x</body></html>", b"{}", b"\x1f\x8b\x08x"])
def test_what_is_no_feed_is_refused(body: bytes) -> None:
    with pytest.raises(UnreadableListError):
        read_feed(body, url=URL)


def test_entities_of_strangers_are_not_expanded() -> None:
    bomb = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">
    <!ENTITY f SYSTEM "file:///etc/passwd">]>
    <rss><channel><item><link>https://kabar.id/&b;&f;</link></item></channel></rss>"""
    assert all("aaaa" not in found.url and "root" not in found.url for found in read_feed(bomb, url=URL))


SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{}</urlset>"""
ENTRY = "<url><loc>https://kabar.id/{}</loc>{}</url>"


def test_a_sitemap_gives_the_newest_first() -> None:
    entries = [
        ENTRY.format("lama", "<lastmod>2024-01-01</lastmod>"),
        ENTRY.format("entah", ""),
        ENTRY.format("baru", "<lastmod>2025-10-15T12:00:00+07:00</lastmod>"),
    ]
    pages = read_sitemap(SITEMAP.format("".join(entries)).encode()).pages
    assert [found.url.rsplit("/", 1)[1] for found in pages] == ["baru", "lama", "entah"]
    assert pages[0].modified == NOON


def test_a_news_sitemap_tells_the_publication_day() -> None:
    news = "<news:news><news:publication_date>2025-10-14T18:00:00Z</news:publication_date></news:news>"
    (found,) = read_sitemap(SITEMAP.format(ENTRY.format("a", news)).encode()).pages
    assert found.published == date(2025, 10, 15)


def test_an_index_leaves_out_what_holds_no_articles() -> None:
    names = (
        "post-sitemap.xml",
        "post-sitemap2.xml",
        "category-sitemap.xml",
        "post_tag-sitemap.xml",
        "author-sitemap.xml",
    )
    index = "".join(f"<sitemap><loc>https://kabar.id/{name}</loc></sitemap>" for name in names)
    found = read_sitemap(f"<sitemapindex>{index}</sitemapindex>".encode()).sitemaps
    assert [entry.url.rsplit("/", 1)[1] for entry in found] == ["post-sitemap.xml", "post-sitemap2.xml"]


def test_a_packed_sitemap_is_unpacked_within_bounds() -> None:
    body = gzip.compress(SITEMAP.format(ENTRY.format("a", "")).encode())
    assert [found.url for found in read_sitemap(body).pages] == ["https://kabar.id/a"]
    with pytest.raises(UnreadableListError, match="bytes when unpacked"):
        read_sitemap(gzip.compress(b"<urlset>" + b" " * (51 * 1024 * 1024)))


def test_posts_of_the_wordpress_api() -> None:
    posts = [
        {
            "link": "https://kabar.id/a",
            "date_gmt": "2025-10-14T18:00:00",
            "modified_gmt": "2025-10-15T05:00:00",
        }
    ]
    assert read_posts(json.dumps(posts).encode()) == (
        Found(url="https://kabar.id/a", published=date(2025, 10, 15), modified=NOON),
    )


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b'{"code": "rest_no_route"}', b'[{"id": 1}]', b"[" * 100_000]
)
def test_what_is_no_list_of_posts_is_refused(body: bytes) -> None:
    with pytest.raises(UnreadableListError):
        read_posts(body)


def test_the_address_of_posts_bounds_the_days_both_included() -> None:
    address = posts_address(
        "https://kabar.id/wp-json/wp/v2/posts", page=2, since=date(2025, 1, 2), until=date(2025, 1, 3)
    )
    assert "after=2025-01-01T23%3A59%3A59" in address
    assert "before=2025-01-04T00%3A00%3A00" in address
    assert "page=2" in address


LIST = """<ul><li><a href="/2025/10/15/a">Satu</a></li><li><a href="b#top">Dua</a></li>
<li><a href="mailto:x@y">Surat</a></li><li><a href="http://[rusak">Rusak</a></li>
<li><a href="javascript:void(0)">Muat</a></li></ul>"""


def test_links_of_a_list_page() -> None:
    found = read_links(LIST, url="https://kabar.id/daerah/")
    assert [entry.url for entry in found] == [
        "https://kabar.id/2025/10/15/a",
        "https://kabar.id/daerah/b#top",
    ]
    assert found[0].published == date(2025, 10, 15)


@pytest.mark.parametrize(
    "link",
    [
        '<a rel="next" href="/daerah/2">2</a>',
        '<link rel="next" href="/daerah/2">',
        '<a class="next page-numbers" href="/daerah/2">»</a>',
        '<li class="pagination-next"><a href="/daerah/2">x</a></li>',
        '<a href="/daerah/2">Selanjutnya</a>',
        '<a href="/daerah/2">Berikutnya »</a>',
    ],
)
def test_the_next_page_of_a_list(link: str) -> None:
    assert (
        next_page(f"<div>{LIST}{link}</div>", url="https://kabar.id/daerah/") == "https://kabar.id/daerah/2"
    )


def test_a_list_without_a_next_page() -> None:
    assert next_page(LIST, url="https://kabar.id/daerah/") is None


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="canonical" href="/a">',
        "<link href='/a' rel='canonical'/>",
        "<LINK REL=canonical HREF=/a>",
    ],
)
def test_the_address_a_page_calls_its_own(link: str) -> None:
    assert stated_canonical(f"<head>{link}</head>", url="https://kabar.id/b") == "https://kabar.id/a"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Wed, 15 Oct 2025 05:00:00 GMT", NOON),
        ("2025-10-15T12:00:00", NOON),
        ("2025-10-15T12:00:00+07:00", NOON),
        ("kemarin", None),
        ("", None),
        ("0001-01-01", None),
    ],
)
def test_moments(text: str, moment: datetime | None) -> None:
    assert parse_moment(text) == moment


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (Found(url="a", published=date(2025, 5, 5)), True),
        (Found(url="a", published=date(2024, 12, 31)), False),
        (Found(url="a", published=date(2026, 1, 1)), False),
        (Found(url="a"), True),
        (Found(url="a", modified=datetime(2024, 6, 1, tzinfo=UTC)), False),
        (Found(url="a", modified=datetime(2026, 6, 1, tzinfo=UTC)), True),
    ],
)
def test_days_asked_for(found: Found, *, expected: bool) -> None:
    assert is_wanted(found, since=date(2025, 1, 1), until=date(2025, 12, 31)) is expected


@given(st.binary(max_size=200))
def test_any_bytes_are_a_list_or_refused(body: bytes) -> None:
    for reader in (lambda: read_feed(body, url=URL), lambda: read_sitemap(body), lambda: read_posts(body)):
        try:
            reader()
        except UnreadableListError:
            continue
