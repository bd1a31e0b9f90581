"""Lists asked conditionally, addresses that wait, the past in pieces, links between articles."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from models.collecting import Backfill, Lead, Polling
from models.vocabulary import Outcome
from tests.integration.crawler.conftest import Newsdesk
from tests.integration.crawler.sites import STORY, Reply, Request, Site, article


def tagged(body: bytes, content_type: str = "application/xml") -> Callable[[Request], Reply]:
    """An answer that is sent once; to who knows it already, 304."""
    mark = f'"{hash(body)}"'

    def answer(request: Request) -> Reply:
        if request.headers.get("If-None-Match") == mark:
            return Reply(status=304)
        return Reply(body=body, headers={"ETag": mark}, content_type=content_type)

    return answer


def sitemap(site: Site, *paths: str, kind: str = "urlset", modified: str | None = None) -> bytes:
    stamp = f"<lastmod>{modified}</lastmod>" if modified else ""
    one = "url" if kind == "urlset" else "sitemap"
    entries = "".join(f"<{one}><loc>{site.base}{path}</loc>{stamp}</{one}>" for path in paths)
    return f"<{kind}>{entries}</{kind}>".encode()


def stories(site: Site, *paths: str) -> None:
    for path in paths:
        site.answers[path] = tagged(article(title=f"Kabar {path}"), "text/html")


def leads(newsdesk: Newsdesk) -> list[Lead]:
    with newsdesk.database.session() as session:
        return list(session.scalars(select(Lead)))


def test_lists_that_have_not_changed_cost_no_body(site: Site, newsdesk: Newsdesk) -> None:
    stories(site, "/berita/satu", "/berita/dua", "/berita/tiga")
    site.feed("/berita/satu")
    feed = site.answers["/feed"]
    assert isinstance(feed, Reply)
    site.answers |= {
        "/feed": tagged(feed.body, "application/rss+xml"),
        "/peta.xml": tagged(sitemap(site, "/peta-1.xml", kind="sitemapindex")),
        "/peta-1.xml": tagged(sitemap(site, "/berita/dua")),
    }
    newsdesk.declare(base=site.base, more='sitemaps = ["https://contoh.test/peta.xml"]')
    newsdesk.crawl(forced=False)
    # The index stands still while its sitemap changes: it is asked all the same.
    site.answers["/peta-1.xml"] = tagged(sitemap(site, "/berita/dua", "/berita/tiga"))
    site.asked.clear()
    again = newsdesk.crawl(forced=False)
    told = {path: (row.outcome, row.detail, row.body_bytes) for path, row in again.rows.items()}
    assert told["/feed"] == (Outcome.DISCOVERY, "feed, not modified", 0)
    assert told["/peta.xml"] == (Outcome.DISCOVERY, "sitemap, not modified", 0)
    assert told["/peta-1.xml"][1] == "sitemap, 2 addresses"
    assert told["/berita/tiga"][0] is Outcome.PENDING
    # Known articles were fetched a moment ago and are not due.
    assert sorted(site.paths()) == ["/berita/tiga", "/feed", "/peta-1.xml", "/peta.xml", "/robots.txt"]


def test_what_a_bound_or_an_error_left_is_asked_though_the_list_stands_still(
    site: Site, newsdesk: Newsdesk
) -> None:
    paths = [f"/berita/kabar-{number}" for number in range(5)]
    stories(site, *paths[:-1])
    site.answers[paths[-1]] = Reply(status=500)
    site.feed(*paths)
    feed = site.answers["/feed"]
    assert isinstance(feed, Reply)
    site.answers["/feed"] = tagged(feed.body, "application/rss+xml")
    newsdesk.declare(base=site.base)
    fetched: set[str] = set()
    errors = 0
    for _ in range(4):
        crawled = newsdesk.crawl(limit=3)
        fetched |= crawled.of(Outcome.PENDING)
        errors += paths[-1] in crawled.of(Outcome.HTTP_ERROR)
    assert fetched == set(paths[:-1])
    assert errors == 3
    assert leads(newsdesk) == []


def test_a_backfill_goes_on_where_it_was_stopped(site: Site, newsdesk: Newsdesk) -> None:
    months = [f"/{year}/{month:02}" for year in (2023, 2024) for month in range(1, 13)]
    paths = {month: [f"/berita{month}/15/kabar-{n}" for n in range(2)] for month in months}
    index = sitemap(site, *(f"/peta{month.replace('/', '-')}.xml" for month in months), kind="sitemapindex")
    site.answers |= {"/peta.xml": tagged(index), "/feed": Reply(status=404)}
    for month in months:
        stories(site, *paths[month])
        site.answers[f"/peta{month.replace('/', '-')}.xml"] = tagged(sitemap(site, *paths[month]))
    newsdesk.declare(base=site.base, more='sitemaps = ["https://contoh.test/peta.xml"]')
    wanted = {path for month in months for path in paths[month] if "/2024/" in path}
    order = {"since": date(2024, 1, 1), "until": date(2024, 12, 31), "forced": False}

    def stop_at(number: int) -> Callable[[int, int | None], None]:
        def stop(done: int, total: int | None) -> None:
            if done == number:
                raise KeyboardInterrupt

        return stop

    for number in (9, 24):
        with pytest.raises(KeyboardInterrupt):
            newsdesk.crawl(stop_at(number), delay=0.05, **order)
    newsdesk.crawl(**order)
    asked = [path for path in site.paths() if path.startswith("/berita/")]
    assert set(asked) == wanted
    # A page in hand when the crawl is stopped may be asked twice, no list that was read is.
    assert len(asked) <= len(wanted) + 4
    assert all(site.paths().count(path) <= 3 for path in site.answers if path.startswith("/peta"))
    assert leads(newsdesk) == []
    with newsdesk.database.session() as session:
        [backfill] = session.scalars(select(Backfill))
        assert backfill.ended is not None
        assert session.scalars(select(Polling)).all() == []


def test_tags_and_dated_archives_serve_the_past(site: Site, newsdesk: Newsdesk) -> None:
    stories(site, "/berita/a", "/berita/b", "/berita/c")
    page = "<html><body><a href='{}'>Kabar</a></body></html>"
    for path, link in (("/tag/kekerasan", "a"), ("/arsip/2024/02", "b"), ("/arsip/2024/01", "c")):
        site.answers[path] = Reply(body=page.format(f"/berita/{link}").encode())
    more = 'tags = ["https://contoh.test/tag/kekerasan"]\narchives = ["https://contoh.test/arsip/{{year}}/{{month}}"]'
    newsdesk.declare(base=site.base, more=more.replace("{{", "{").replace("}}", "}"))
    assert newsdesk.crawl().of(Outcome.PENDING) == set()
    past = newsdesk.crawl(since=date(2024, 1, 20), until=date(2024, 2, 3))
    assert past.of(Outcome.PENDING) == {"/berita/a", "/berita/b", "/berita/c"}


def test_read_also_links_are_followed_within_bounds(site: Site, newsdesk: Newsdesk) -> None:
    def linked(*links: tuple[str, str]) -> Reply:
        also = "".join(f'<p>Baca juga: <a href="{path}">{text}</a></p>' for path, text in links)
        return Reply(body=article(story=STORY.replace("</p>", f"</p>{also}", 1)))

    harm = "Kasus Kekerasan Anak di Kota Contoh"
    site.answers |= {
        "/berita/0": linked(
            ("/berita/1", harm),
            ("/berita/olahraga", "Tim Futsal Menang Lagi"),
            ("https://lain.test/berita/9", harm),
            ("/galeri/9", harm),
        ),
        "/berita/1": linked(("/berita/2", harm), ("/berita/0", harm)),
        "/berita/2": linked(("/berita/3", harm)),
        "/berita/3": linked(),
    }
    site.feed("/berita/0")
    newsdesk.declare(base=site.base)
    assert newsdesk.crawl().of(Outcome.PENDING) == {"/berita/0", "/berita/1", "/berita/2"}
    assert leads(newsdesk) == []


def test_an_outlet_is_due_again_after_its_crawl(site: Site, newsdesk: Newsdesk) -> None:
    stories(site, "/berita/satu")
    site.feed("/berita/satu")
    newsdesk.declare(base=site.base, more="expected_per_week = 70")
    before = datetime.now(UTC)
    newsdesk.crawl()
    with newsdesk.database.session() as session:
        [polling] = session.scalars(select(Polling))
    assert (polling.per_week, polling.failures) == (70.0, 0)
    assert 11.9 < (polling.next_due - before).total_seconds() / 3600 < 12.2
    site.answers["/feed"] = Reply(status=500)
    newsdesk.crawl()
    with newsdesk.database.session() as session:
        [polling] = session.scalars(select(Polling))
    assert polling.failures == 1
    assert polling.next_due > polling.last_crawl


def test_a_page_that_is_gone_and_comes_back(site: Site, newsdesk: Newsdesk) -> None:
    stories(site, "/berita/satu")
    site.feed("/berita/satu")
    newsdesk.declare(base=site.base)
    newsdesk.crawl()
    story = site.answers.pop("/berita/satu")
    assert newsdesk.crawl().outcomes()["/berita/satu"] is Outcome.REMOVED
    assert newsdesk.crawl().outcomes()["/berita/satu"] is Outcome.REMOVED
    site.answers["/berita/satu"] = story
    assert newsdesk.crawl().outcomes()["/berita/satu"] is Outcome.UNCHANGED
