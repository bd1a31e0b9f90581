"""A site never seen before: its declaration is proposed, then all its articles are crawled and read."""

import json
import tomllib
from pathlib import Path

import pytest

from crawler.declarations import read_declaration
from crawler.proposal import as_toml, propose_outlet
from extractors.reading.page import ArticlePage, read_page
from models.errors import SourceError
from models.vocabulary import Outcome
from tests.integration.crawler.conftest import Newsdesk
from tests.integration.crawler.sites import STORY, Answer, Reply, Site

NEIGHBOURS = "".join(
    f'<li><a href="/berita/{slug}">{headline}</a></li>'
    for slug, headline in (
        ("polisi-ungkap-pencurian", "Polisi Ungkap 6120 Kasus Pencurian Tahun Ini"),
        ("banjir-rendam-rumah", "Banjir Rendam 7710 Rumah di Tiga Kecamatan"),
    )
)
READ_ALSO = '<p><strong>Baca juga: <a href="/x">Kasus di Provinsi Capai 8120 Kasus</a></strong></p>'
COMMENTS = '<div id="comments"><h3>2 Komentar</h3><p>Di kampung saya ada 5550 kasus tak dilaporkan.</p></div>'
TITLES = {f"/berita/kabar-nomor-{n}-dari-kota": f"Kabar Nomor {n} tentang Kekerasan Anak" for n in range(9)}


def layout(number: int, title: str) -> bytes:
    """Three page layouts: with JSON-LD, with meta elements, and tables of old without either."""
    story = f"<h1>{title}</h1>" + STORY.replace("</p><p>", f"</p>{READ_ALSO}<p>", 1)
    if number == 0:
        data = {"@type": "NewsArticle", "headline": title, "datePublished": "2025-01-16T08:00:00+07:00"}
        head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
        body = f"<article>{story}</article><aside class=sidebar><ol>{NEIGHBOURS}</ol></aside>{COMMENTS}"
    elif number == 1:
        head = '<meta property="article:published_time" content="2025-01-16T01:00:00Z">'
        body = f"<div id=main>{story}<h4>Berita Lainnya</h4><ul>{NEIGHBOURS}</ul></div>"
    else:
        head = ""
        body = f"<table><tr><td>{story}</td><td><b>TERPOPULER</b><ul>{NEIGHBOURS}</ul></td></tr></table>"
    top = f"<title>{title} | Situs Baru</title>{head}"
    return f"<!doctype html><html><head>{top}</head><body>{body}</body></html>".encode()


def build(site: Site) -> None:
    pages: dict[str, Answer] = {
        path: Reply(body=layout(number % 3, title)) for number, (path, title) in enumerate(TITLES.items())
    }
    listed = list(TITLES)
    items = "".join(f"<item><link>{site.base}{path}</link></item>" for path in listed[:4])
    entries = "".join(f"<url><loc>{site.base}{path}</loc></url>" for path in listed)
    links = "".join(f'<a href="{path}">{title}</a>' for path, title in TITLES.items())
    head = '<link rel="alternate" type="application/rss+xml" href="/kabar.xml">'
    home = f"<html><head>{head}</head><body>{links}</body></html>"
    index = f"<sitemapindex><sitemap><loc>{site.base}/post-sitemap.xml</loc></sitemap></sitemapindex>"
    robots = f"User-agent: *\nDisallow: /admin/\nSitemap: {site.base}/peta.xml\n"
    site.answers |= pages | {
        "/": Reply(body=home.encode()),
        "/robots.txt": Reply(body=robots.encode(), content_type="text/plain"),
        "/kabar.xml": Reply(body=f"<rss><channel>{items}</channel></rss>".encode(), content_type="text/xml"),
        "/peta.xml": Reply(body=index.encode(), content_type="application/xml"),
        "/post-sitemap.xml": Reply(body=f"<urlset>{entries}</urlset>".encode(), content_type="text/xml"),
    }


def test_a_site_is_found_out_declared_crawled_and_read(site: Site, newsdesk: Newsdesk) -> None:
    build(site)
    proposal = propose_outlet(f"{site.base}/", newsdesk.settings, name="baru", region="36", delay=0)
    declared = proposal.declaration
    assert declared.feeds == (f"{site.base}/kabar.xml",)
    assert declared.sitemaps == (f"{site.base}/peta.xml",)
    assert len(proposal.trial.pages) == 3

    file = newsdesk.folder / "baru.toml"
    file.write_text(as_toml(declared), "utf-8")
    assert read_declaration(file) == declared
    newsdesk.store_source(declared)
    newsdesk.bases["baru"] = site.base
    outcomes = newsdesk.crawl().outcomes()
    assert {path for path, outcome in outcomes.items() if outcome is Outcome.PENDING} == set(TITLES)
    for path, title in TITLES.items():
        check_article(newsdesk, site.base + path, title)


def check_article(newsdesk: Newsdesk, url: str, title: str) -> None:
    body = newsdesk.body(url)
    assert body is not None
    page = read_page(body, url=url)
    assert isinstance(page, ArticlePage), page
    assert page.title == title
    assert page.published is not None
    assert "41 kasus" in page.text
    assert "36 kasus" in page.text
    assert not any(number in page.text for number in ("6120", "7710", "8120", "5550"))


def test_a_site_without_articles_is_refused_with_a_cure(site: Site, newsdesk: Newsdesk) -> None:
    site.answers["/"] = Reply(body=b"<html><body><a href='/tentang'>Tentang kami</a></body></html>")
    with pytest.raises(SourceError, match="add-an-outlet"):
        propose_outlet(f"{site.base}/", newsdesk.settings, delay=0)


def test_what_is_no_address_is_refused(newsdesk: Newsdesk) -> None:
    with pytest.raises(SourceError, match="no web address"):
        propose_outlet("kabar baru", newsdesk.settings)


def test_a_proposal_is_toml_that_reads_back(tmp_path: Path) -> None:
    path = Path(__file__).parents[3] / "crawler" / "outlets" / "bantentv.toml"
    declared = read_declaration(path)
    text = as_toml(declared.model_copy(update={"readers": ()}))
    assert tomllib.loads(text)["feeds"] == ["https://bantentv.com/feed/"]
