"""Which links of an article are followed, and the pages of dated archives."""

from datetime import date

import pytest

from crawler.archives import archive_addresses
from crawler.discovery.related import is_relevant_headline, related_links

HARM = "Kasus Kekerasan Anak di Kota Contoh Naik"


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        (HARM, True),
        ("Guru Ngaji Ditangkap, Diduga Cabuli Santri", True),
        ("Polisi Tangkap Pelaku Pencabulan", True),
        ("Tiga Korban Anak Didampingi Psikolog", True),
        ("DP3A Buka Layanan Malam", True),
        ("KDRT Tertinggi di Kecamatan Utara", True),
        ("Dispensasi Nikah Turun Separuh", True),
        ("Lomba Mewarnai Anak Digelar Sabtu", False),
        ("Harga Cabai Naik Lagi", False),
        ("Korban Banjir Mengungsi", False),
    ],
)
def test_headlines_about_the_field(headline: str, *, expected: bool) -> None:
    assert is_relevant_headline(headline) is expected


@pytest.mark.parametrize(
    "markup",
    [
        '<p>Baca juga: <a href="/a">{0}</a></p>',
        '<p><strong>BACA JUGA</strong> <a href="/a">{0}</a></p>',
        '<div><span>Lihat juga</span><a href="/a">{0}</a></div>',
        '<p>Berita terkait:</p><ul><li><a href="/a">{0}</a></li></ul>',
        '<p><a href="/a">Baca juga: {0}</a></p>',
    ],
)
def test_links_beside_a_cue_are_found(markup: str) -> None:
    html = f"<html><body><p>Isi berita.</p>{markup.format(HARM)}<p>Lanjut.</p></body></html>"
    assert [found.url for found in related_links(html, url="https://contoh.id/b")] == ["https://contoh.id/a"]


@pytest.mark.parametrize(
    "markup",
    [
        '<p>Selengkapnya di <a href="/a">{0}</a></p>',
        '<p>Baca juga: <a href="/a">Harga Cabai Naik</a></p>',
        '<p>Baca juga: <a href="javascript:void(0)">{0}</a></p>',
        "<p>Baca juga: {0}</p>",
    ],
)
def test_other_links_are_not(markup: str) -> None:
    html = f"<html><body>{markup.format(HARM)}</body></html>"
    assert related_links(html, url="https://contoh.id/b") == ()


def test_a_page_full_of_links_gives_ten_at_most() -> None:
    links = "".join(f'<p>Baca juga: <a href="/a{number}">{HARM}</a></p>' for number in range(30))
    assert len(related_links(f"<html><body>{links}</body></html>", url="https://contoh.id/b")) == 10


def test_archives_by_day_and_by_month() -> None:
    days = archive_addresses(
        "https://contoh.id/{year}/{month}/{day}/", since=date(2024, 2, 28), until=date(2024, 3, 1)
    )
    assert list(days) == [
        "https://contoh.id/2024/03/01/",
        "https://contoh.id/2024/02/29/",
        "https://contoh.id/2024/02/28/",
    ]
    months = archive_addresses(
        "https://contoh.id/arsip?b={month}&t={year}", since=date(2023, 12, 5), until=date(2024, 1, 9)
    )
    assert list(months) == ["https://contoh.id/arsip?b=01&t=2024", "https://contoh.id/arsip?b=12&t=2023"]
    assert list(archive_addresses("x{year}{month}", since=date(2024, 2, 1), until=date(2024, 1, 1))) == []
