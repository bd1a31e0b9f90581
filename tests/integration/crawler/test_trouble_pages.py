"""Every address ends in exactly one named outcome, whatever the site does."""

from contextlib import ExitStack
from itertools import chain

from extractors.reading.page import ArticlePage, NotArticle, read_page
from models.vocabulary import Outcome
from tests.integration.crawler.conftest import Newsdesk
from tests.integration.crawler.sites import (
    MEBIBYTE,
    STORY,
    TITLE,
    Reply,
    Request,
    Site,
    article,
    gzip_bomb,
    packed,
    redirect,
    served,
)

BOT_WALL = article(
    title="Just a moment...", story="<p>Verifying you are human. This may take a few seconds.</p>"
)
MISSING = article(title="Halaman tidak ditemukan", story="<p>Silakan kembali ke halaman depan.</p>")
LONG = "/berita/kasus-kekerasan-anak-di-kota-contoh-naik"

EXPECTED = {
    "/robots.txt": Outcome.DISCOVERY,
    "/feed": Outcome.DISCOVERY,
    "/berita/biasa": Outcome.PENDING,
    "/berita/dipadatkan": Outcome.PENDING,
    "/berita/charset-salah": Outcome.PENDING,
    "/berita/dinding-bot": Outcome.PENDING,
    "/berita/hilang-tapi-200": Outcome.PENDING,
    "/berita/sibuk-sebentar": Outcome.PENDING,
    "/berita/lingkaran-a": Outcome.REDIRECT_LOOP,
    "/berita/lingkaran-b": Outcome.REDIRECT_LOOP,
    "/berita/lingkaran-sendiri": Outcome.REDIRECT_LOOP,
    **{f"/berita/rantai-{number}": Outcome.REDIRECT_LOOP for number in range(6)},
    "/berita/pindah": Outcome.DUPLICATE,
    "/berita/rusak-500": Outcome.HTTP_ERROR,
    "/berita/tunggu-sehari": Outcome.HTTP_ERROR,
    "/berita/dilarang-403": Outcome.HTTP_ERROR,
    "/berita/tak-ada-404": Outcome.HTTP_ERROR,
    "/berita/besar-mengalir": Outcome.TOO_LARGE,
    "/berita/besar-terang": Outcome.TOO_LARGE,
    "/berita/bom": Outcome.TOO_LARGE,
    "/berita/dokumen": Outcome.NOT_HTML,
    "/berita/data": Outcome.NOT_HTML,
    "/berita/putus": Outcome.UNREACHABLE,
    "/berita/ke-dalam": Outcome.REFUSED_ADDRESS,
    "/berita/ke-tetangga": Outcome.REFUSED_ADDRESS,
    "/berita/ke-berkas": Outcome.REFUSED_ADDRESS,
    "/berita/ke-depan": Outcome.SOFT_404,
    "/tertutup/laporan": Outcome.ROBOTS,
    LONG: Outcome.PENDING,
}


def trouble(site: Site) -> None:
    waits: list[str] = []

    def busy_once(request: Request) -> Reply:
        waits.append(request.path)
        if len(waits) == 1:
            return Reply(status=503, headers={"Retry-After": "1"})
        return Reply(body=article())

    site.answers |= {
        "/robots.txt": Reply(body=b"User-agent: *\nDisallow: /tertutup/\n", content_type="text/plain"),
        "/berita/biasa": Reply(body=article()),
        "/berita/dipadatkan": packed(article()),
        "/berita/charset-salah": Reply(body=article().decode().encode("cp1252")),
        "/berita/dinding-bot": Reply(body=BOT_WALL),
        "/berita/hilang-tapi-200": Reply(body=MISSING),
        "/berita/sibuk-sebentar": busy_once,
        "/berita/lingkaran-a": redirect("/berita/lingkaran-b"),
        "/berita/lingkaran-b": redirect("/berita/lingkaran-a", 302),
        "/berita/lingkaran-sendiri": redirect("/berita/lingkaran-sendiri?utm_source=x"),
        **{f"/berita/rantai-{number}": redirect(f"/berita/rantai-{number + 1}") for number in range(9)},
        "/berita/pindah": redirect("/berita/biasa?utm_medium=share"),
        "/berita/rusak-500": Reply(status=500),
        "/berita/tunggu-sehari": Reply(status=429, headers={"Retry-After": "86400"}),
        "/berita/dilarang-403": Reply(status=403, body=b"<p>Forbidden</p>"),
        "/berita/besar-mengalir": Reply(stream=30),
        "/berita/besar-terang": Reply(body=b"x", headers={"Content-Length": str(30 * MEBIBYTE)}),
        "/berita/bom": Reply(body=gzip_bomb(480), headers={"Content-Encoding": "gzip"}),
        "/berita/dokumen": Reply(stream=6, content_type="application/pdf"),
        "/berita/data": Reply(body=b"[1]", content_type="application/json"),
        "/berita/putus": Reply(body=article()[:100], cut=True),
        "/berita/ke-dalam": redirect("http://169.254.169.254/latest/meta-data/"),
        "/berita/ke-tetangga": redirect("http://127.0.0.1:9/berita/rahasia"),
        "/berita/ke-berkas": redirect("file:///etc/passwd"),
        "/berita/ke-depan": redirect("/"),
        LONG: Reply(body=article()),
    }
    later = {f"/berita/rantai-{number}" for number in range(1, 6)}
    listed = [path for path in EXPECTED if path.startswith(("/berita/", "/tertutup/")) and path not in later]
    variants = [
        "/berita/biasa?utm_source=rss&fbclid=1",
        "/berita/biasa/",
        f"{LONG}/amp/",
        f"{LONG}?m=1#komentar",
    ]
    site.feed(*chain(listed, variants))


def test_trouble_ends_in_named_outcomes_within_memory(site: Site, newsdesk: Newsdesk) -> None:
    trouble(site)
    newsdesk.declare(base=site.base)
    crawled = newsdesk.crawl()
    assert crawled.outcomes() == EXPECTED
    assert set(site.paths()) <= set(EXPECTED)
    assert crawled.report.problems == ()
    assert crawled.report.peak_memory < 400 * MEBIBYTE
    # Neither the large page nor the document came in full.
    assert site.sent < 25 * MEBIBYTE
    # A wait of a day is not waited for, and not asked for again either.
    assert site.paths().count("/berita/tunggu-sehari") == 1
    assert site.paths().count("/berita/rusak-500") == 3
    assert site.paths().count("/berita/biasa") == 1


def test_what_came_is_what_reading_names(site: Site, newsdesk: Newsdesk) -> None:
    kinds = {"/berita/dinding-bot": Outcome.BOT_WALL, "/berita/hilang-tapi-200": Outcome.SOFT_404}
    trouble(site)
    site.feed(*kinds, "/berita/charset-salah", "/berita/dipadatkan")
    newsdesk.declare(base=site.base)
    newsdesk.crawl()

    def read(path: str) -> ArticlePage | NotArticle:
        body = newsdesk.body(site.base + path)
        assert body is not None
        return read_page(body, url=site.base + path, charset="utf-8")

    for path, kind in kinds.items():
        wall = read(path)
        assert isinstance(wall, NotArticle)
        assert wall.outcome is kind
    for path in ("/berita/charset-salah", "/berita/dipadatkan"):
        page = read(path)
        assert isinstance(page, ArticlePage)
        assert page.title == TITLE
        assert "“Sebagian besar" in page.text


def test_a_page_that_calls_another_address_its_own_is_stored_there(site: Site, newsdesk: Newsdesk) -> None:
    edition = "/seluler/kasus-kekerasan-anak-di-kota-contoh-naik"
    head = f'<link rel="canonical" href="https://contoh.test{LONG}">'
    site.answers |= {edition: Reply(body=article(head=head)), LONG: Reply(body=article(head=head))}
    site.feed(edition)
    newsdesk.declare(base=site.base)
    toml = newsdesk.folder / "contoh.toml"
    toml.write_text(toml.read_text().replace("(?:berita|", "(?:berita|seluler|"))
    outcomes = newsdesk.crawl().outcomes()
    assert outcomes[edition] is Outcome.DUPLICATE
    assert outcomes[LONG] is Outcome.PENDING


def test_a_robots_file_that_fails_allows_nothing(site: Site, newsdesk: Newsdesk) -> None:
    site.answers |= {"/robots.txt": Reply(status=503), "/berita/biasa": Reply(body=article())}
    site.feed("/berita/biasa")
    newsdesk.declare(base=site.base)
    assert newsdesk.crawl().outcomes() == {"/robots.txt": Outcome.HTTP_ERROR, "/feed": Outcome.UNREACHABLE}
    assert set(site.paths()) == {"/robots.txt"}


def test_a_missing_robots_file_allows_everything(site: Site, newsdesk: Newsdesk) -> None:
    site.answers |= {"/berita/biasa": Reply(body=article())}
    site.feed("/berita/biasa")
    newsdesk.declare(base=site.base)
    outcomes = newsdesk.crawl().outcomes()
    assert outcomes["/robots.txt"] is Outcome.HTTP_ERROR
    assert outcomes["/berita/biasa"] is Outcome.PENDING


def test_a_feed_that_is_none_is_unreadable(newsdesk: Newsdesk) -> None:
    feeds = {"laman": b"<html><p>Bukan umpan</p></html>", "kosong": b"", "biner": b"\x00\x01\x02"}
    with ExitStack() as running:
        for name, body in feeds.items():
            reply = Reply(body=body, content_type="application/rss+xml")
            newsdesk.declare(name, base=running.enter_context(served({"/feed": reply})).base)
        crawled = newsdesk.crawl()
    assert all(crawled.report.outcomes[name][Outcome.UNREADABLE] == 1 for name in feeds)


def test_a_site_that_is_not_there_is_unreachable(newsdesk: Newsdesk) -> None:
    with served() as gone:
        base = gone.base
    newsdesk.declare(base=base)
    assert set(newsdesk.crawl().outcomes().values()) == {Outcome.UNREACHABLE}


def test_two_outlets_are_crawled_side_by_side_with_their_own_outcomes(site: Site, newsdesk: Newsdesk) -> None:
    site.answers["/berita/satu"] = Reply(body=article(story=STORY * 2))
    site.feed("/berita/satu")
    with served({"/berita/dua": Reply(body=article())}) as other:
        other.feed("/berita/dua")
        newsdesk.declare("satu", base=site.base)
        newsdesk.declare("dua", base=other.base)
        crawled = newsdesk.crawl()
    assert crawled.rows["/berita/satu"].source_name == "satu"
    assert crawled.rows["/berita/dua"].source_name == "dua"
