"""Saved pages become articles or named kinds."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.reading.page import ArticlePage, NotArticle, read_page
from models.errors import SourceError
from models.vocabulary import Outcome
from tests.unit.reading.sample_pages import (
    NEIGHBOURS,
    PARAGRAPHS,
    TITLE,
    article_page,
    document,
    links,
    story,
)

URL = "https://contoh.id/berita/setahun-41-anak"
JSON_LD = (
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",'
    f'"headline":"{TITLE}","datePublished":"2025-01-15T09:30:00+07:00"}}</script>'
)


def read(body: bytes, **known: object) -> ArticlePage:
    page = read_page(body, **{"url": URL, **known})  # type: ignore[arg-type]
    assert isinstance(page, ArticlePage), page
    return page


def kind(html: str, *, url: str = URL) -> Outcome:
    page = read_page(html.encode(), url=url)
    assert isinstance(page, NotArticle), page
    return page.outcome


def test_title_text_and_date_come_out_of_a_page_with_metadata() -> None:
    page = read(article_page(head=JSON_LD + '<link rel="canonical" href="/berita/setahun-41-anak">'))
    assert page.title == TITLE
    assert page.text.splitlines() == list(PARAGRAPHS)
    assert (page.published, page.published_reason) == (date(2025, 1, 15), "json_ld")
    assert page.canonical_url == URL
    assert page.reader == "generic"


def test_without_metadata_the_dateline_dates_it() -> None:
    page = read(article_page())
    assert page.title == TITLE
    assert (page.published, page.published_reason) == (date(2025, 1, 15), "dateline")


@pytest.mark.parametrize(
    "furniture",
    [
        '<p><strong>Baca Juga: <a href="/x">Kasus di Banten Capai 812 Kasus</a></strong></p>',
        '<p>Baca juga:</p><ul><li><a href="/x">Kasus di Banten Capai 812 Kasus</a></li></ul>',
        '<div class="related-post"><p>Kasus di Banten Capai 812 Kasus, Dinas Angkat Bicara.</p></div>',
        '<p><a href="/x">Kasus di Banten Capai 812 Kasus</a></p>',
        '<div class="ads-inline">Diskon 812 persen hanya hari ini untuk pembelian pertama Anda.</div>',
        '<figure><img src="a.jpg"><figcaption>Ilustrasi. 812 kasus. (Foto: istimewa)</figcaption></figure>',
        "<h4>Berita Lainnya</h4><ul><li>Kasus Capai 812 Kasus<br><small>Minggu, 19 Oktober</small></li></ul>",
    ],
)
def test_furniture_around_the_story_never_reaches_the_text(furniture: str) -> None:
    body = document(f"<article><h1>{TITLE}</h1><div class='isi'>{story()}{furniture}</div></article>")
    text = read(body.encode()).text
    assert "812" not in text
    assert all(paragraph in text for paragraph in PARAGRAPHS)


def test_sidebar_comments_and_related_numbers_stay_out() -> None:
    text = read(article_page(after=f'<div class="post-terkait"><ul>{links()}</ul></div>')).text
    assert not any(number in text for number in ("612", "77", "93", "555"))


def test_a_wordpress_tag_class_on_the_article_does_not_hide_it() -> None:
    body = document(
        f"<article class='post tag-anak tag-sharing'><h1>{TITLE}</h1><div>{story()}</div></article>"
    )
    assert PARAGRAPHS[0] in read(body.encode()).text


def test_a_layout_made_of_tables_is_read_without_its_neighbours() -> None:
    beside = f"<td><b>TERPOPULER</b><ul>{links()}</ul></td>"
    body = document(f"<table><tr><td><h1>{TITLE}</h1>{story()}</td>{beside}</tr></table>")
    assert read(body.encode()).text.splitlines() == list(PARAGRAPHS)


def test_a_table_of_data_keeps_its_rows() -> None:
    row = "<tr><td><p>Kekerasan {}</p></td><td><p>{}</p></td></tr>"
    table = f"<table>{row.format('seksual', 90)}{row.format('fisik', 17)}</table>"
    body = document(f"<article><h1>{TITLE}</h1><div class='entry-content'>{story()}{table}</div></article>")
    for reader in (None, "bantenintens"):
        page = read(body.encode(), reader=reader)
        assert page.reader == (reader or "generic")
        assert "| Kekerasan seksual | 90 |" in [line.strip() for line in page.text.splitlines()]


def test_a_story_wrapped_in_a_misnamed_block_is_kept() -> None:
    body = document(f"<div class='content-widget'><h1>{TITLE}</h1>{story()}</div>")
    assert PARAGRAPHS[0] in read(body.encode()).text


def test_an_outlets_own_reader_is_used_and_named() -> None:
    body = document(
        f"<div class='itemView'><h2 class='itemTitle'>{TITLE}</h2>"
        "<ul><li class='itemDate'>Kamis, 16 Januari 2025 08:00</li></ul>"
        f"<div class='itemFullText'>{story()}</div><div class='itemRelated'><ul>{links()}</ul></div></div>"
    )
    page = read(body.encode(), reader="detakbanten")
    assert page.reader == "detakbanten"
    assert (page.published, page.published_reason) == (date(2025, 1, 16), "layout")
    assert page.text.splitlines() == list(PARAGRAPHS)


def test_the_generic_reader_stands_in_when_the_layout_has_changed() -> None:
    page = read(article_page(), reader="detakbanten")
    assert page.reader == "generic"
    assert PARAGRAPHS[0] in page.text


def test_an_unknown_reader_is_an_error_that_lists_the_known() -> None:
    with pytest.raises(SourceError, match="bantentv"):
        read_page(article_page(), reader="nobody")


def test_a_page_in_an_old_charset_told_by_meta_alone() -> None:
    html = article_page(head='<meta charset="windows-1252">').decode().encode("cp1252")
    assert "“Sebagian besar" in read(html).text


def test_a_foreign_canonical_address_is_not_believed() -> None:
    for wrong in ("https://iklan.example/x", "https://contoh.id/"):
        assert read(article_page(head=f'<link rel="canonical" href="{wrong}">')).canonical_url is None


WALLS = {
    Outcome.BOT_WALL: document(
        "<h1>Sebentar</h1><p>Verifying you are human. This may take a few seconds.</p>",
        title="Just a moment...",
    ),
    Outcome.SOFT_404: document(
        "<h1>Halaman tidak ditemukan</h1><p>Silakan kembali.</p>", title="Halaman tidak ditemukan"
    ),
    Outcome.CONSENT_WALL: document(
        "<h1>Privasi Anda</h1><p>Sebelum melanjutkan, setujui semua cookie kami.</p><button>Setuju</button>",
        title="Privasi",
    ),
    Outcome.PAYWALL: document(
        f"<article><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p>"
        "<div>Artikel ini khusus untuk pelanggan. Sudah berlangganan? Masuk.</div></article>"
    ),
    Outcome.VIDEO_PAGE: document(
        f'<article><h1>{TITLE}</h1><iframe src="https://www.youtube.com/embed/abc"></iframe><p>Tonton.</p>'
        "</article>"
    ),
    Outcome.LIST_PAGE: document(
        "<h1>Daerah</h1>"
        + "".join(
            f'<div class="item"><h2><a href="/b/{n}">{NEIGHBOURS[n % 3]} Bagian {n}</a></h2></div>'
            for n in range(15)
        ),
        title="Daerah",
    ),
    Outcome.NO_TEXT: document(f"<article><h1>{TITLE}</h1><img src='foto.jpg'></article>"),
    Outcome.NOT_HTML: '<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar</title></channel></rss>',
}


@pytest.mark.parametrize(("outcome", "html"), WALLS.items(), ids=[outcome.value for outcome in WALLS])
def test_pages_that_are_no_article_have_a_name(outcome: Outcome, html: str) -> None:
    assert kind(html) is outcome


@pytest.mark.parametrize("path", ["/", "/tag/kekerasan/", "/category/daerah/page/2/", "/indeks"])
def test_list_addresses_are_list_pages_however_they_look(path: str) -> None:
    body = document(f"<h1>Daerah</h1>{story()}", title="Daerah")
    assert kind(body, url=f"https://contoh.id{path}") is Outcome.LIST_PAGE


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("Dinas Catat 404 Kasus Kekerasan Anak", True),
        ("404 Kasus Kekerasan Tercatat di Kota Uji", True),
        ("Kekerasan Anak di Kota Uji Capai 404", True),
        ("404 - Tidak ada", False),
        ("Error 404", False),
    ],
)
def test_404_may_be_a_count(title: str, is_found: bool) -> None:
    short = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[:2])
    reading = read_page(document(f"<h1>{title}</h1>{short}", title=title).encode())
    assert isinstance(reading, ArticlePage) is is_found


def test_a_story_about_a_missing_page_is_a_story() -> None:
    title = "Berkas Laporan Kekerasan Anak Tidak Ditemukan di Kantor Dinas, Warga Bertanya"
    assert read(article_page(title=title)).title == title


@pytest.mark.parametrize(
    "body",
    [
        b"\x00\x01\x02\xff" * 500,
        b"",
        b"<b>x" * 70_000,
    ],
)
def test_what_cannot_be_read_is_unreadable(body: bytes) -> None:
    page = read_page(body)
    assert isinstance(page, NotArticle)
    assert page.outcome is Outcome.UNREADABLE


def test_a_page_over_the_size_bound_is_too_large() -> None:
    page = read_page(b" " * (10 * 1024 * 1024 + 1))
    assert isinstance(page, NotArticle)
    assert page.outcome is Outcome.TOO_LARGE


@pytest.mark.parametrize("wrapper", ["<div>" * 1500 + "{}", "<font>" * 400 + "{}" + "</p>" * 30])
def test_deep_and_broken_markup_is_read(wrapper: str) -> None:
    text = read(document(wrapper.format(f"<h1>{TITLE}</h1>{story()}")).encode()).text
    assert PARAGRAPHS[1] in text


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_any_bytes_have_an_answer(body: bytes) -> None:
    assert isinstance(read_page(body, url=URL), ArticlePage | NotArticle)
