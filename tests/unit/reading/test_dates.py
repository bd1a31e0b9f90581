"""What states a publication date, and what does not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.reading.dates import date_in_url, dateline, parse_date, printed_stamp, published_date

SENTENCE = "Kepala dinas menyampaikan angka itu kepada wartawan di kantornya, {}, seusai rapat koordinasi."


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-10-15", date(2025, 10, 15)),
        ("2025-10-15T08:00:00+07:00", date(2025, 10, 15)),
        ("2025-10-15T23:30:00+09:00", date(2025, 10, 15)),
        ("2025-10-15T20:00:00+00:00", date(2025, 10, 16)),
        ("2025-10-15T20:00:00Z", date(2025, 10, 16)),
        ("2025-10-15 08:11:12", date(2025, 10, 15)),
        ("Rabu, 15 Oktober 2025 18:06 WIB", date(2025, 10, 15)),
        ("15 Nopember 2017", date(2017, 11, 15)),
        ("October 2025", None),
        ("15/10/2025", date(2025, 10, 15)),
        ("2025-13-40", None),
        ("kemarin", None),
        ("", None),
    ],
)
def test_metadata_values(value: str, day: date | None) -> None:
    assert parse_date(value) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://contoh.id/2025/10/15/judul-berita/", date(2025, 10, 15)),
        ("https://contoh.id/read/2025/10/15/123/judul", date(2025, 10, 15)),
        ("https://contoh.id/daerah/20251015-judul", date(2025, 10, 15)),
        ("https://contoh.id/2025/10/judul-berita", None),
        ("https://contoh.id/berita/527615/judul", None),
        ("https://contoh.id/2025/02/30/judul", None),
        (None, None),
    ],
)
def test_dates_in_addresses(url: str | None, day: date | None) -> None:
    assert date_in_url(url) == day


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Rabu (15/10/2025)", date(2025, 10, 15)),
        ("Rabu, 15 Oktober 2025", date(2025, 10, 15)),
        ("Rabu 15 Oktober 2025", date(2025, 10, 15)),
        ("Jum'at (17/10/2025)", date(2025, 10, 17)),
        ("Jumat (17-10-2025)", date(2025, 10, 17)),
        ("Kamis (16/10/25)", date(2025, 10, 16)),
        ("Senin (15/10/2025)", None),  # The fifteenth was a Wednesday.
        ("Rabu (15/10)", None),
        ("15 Oktober 2025", None),
        ("yang akan digelar Rabu (15/10/2025)", None),
    ],
)
def test_datelines_in_the_story(printed: str, day: date | None) -> None:
    assert dateline(SENTENCE.format(printed)) == day


def test_the_latest_dateline_counts() -> None:
    text = SENTENCE.format("Senin (13/10/2025)") + "\n" + SENTENCE.format("Rabu (15/10/2025)")
    assert dateline(text) == date(2025, 10, 15)


def test_dates_of_neighbouring_headlines_are_not_the_storys() -> None:
    text = f"{SENTENCE.format('pekan lalu')}\nBerita Lainnya\nPasar Murah Diserbu\nMinggu, 19 Oktober 2025 -"
    assert dateline(text) is None


def test_a_stamp_needs_a_time_of_day_and_must_be_the_only_one() -> None:
    assert printed_stamp("Redaksi\nSenin, 14 Maret 2022 | 18:06 WIB") == date(2022, 3, 14)
    assert printed_stamp("Senin, 14 Maret 2022") is None
    assert printed_stamp("Senin, 14 Maret 2022 | 18:06\nSelasa, 15 Maret 2022 | 09:00") is None


def test_the_strongest_statement_wins_and_is_named() -> None:
    found = published_date(
        [("json_ld", "2025-10-15")],
        url="https://contoh.id/2025/10/14/judul",
        head="",
        text=SENTENCE.format("Senin (13/10/2025)"),
    )
    assert (found.day, found.reason) == (date(2025, 10, 15), "json_ld")


def test_a_date_after_the_fetch_is_not_believed() -> None:
    found = published_date(
        [("meta", "2031-01-01")],
        url=None,
        head="",
        text=SENTENCE.format("Rabu (15/10/2025)"),
        not_after=date(2025, 10, 20),
    )
    assert (found.day, found.reason) == (date(2025, 10, 15), "dateline")


def test_nothing_stated_is_null_with_a_reason() -> None:
    found = published_date([], url=None, head="", text=SENTENCE.format("pekan lalu"))
    assert (found.day, found.reason) == (None, "no date is stated")


@given(st.text(max_size=80))
def test_no_text_breaks_the_date_readers(text: str) -> None:
    for reader in (parse_date, printed_stamp, dateline, date_in_url):
        found = reader(text)
        assert found is None or isinstance(found, date)
