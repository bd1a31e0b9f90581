from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.mentions import PeriodBase, PeriodMention
from extractors.periods import (
    Month,
    find_periods,
    infer_published,
    period_of,
    resolve_month,
    running_period,
    with_year,
)
from tests.growth import assert_grows_in_proportion
from tests.unit.extractors.mentions.tables import rows


def written(mention: PeriodMention) -> str:
    """A mention as the table writes it: '@' a day said, '?' what cannot be told."""
    if mention.dateline:
        return f"@{mention.day}"
    if mention.period or mention.year:
        return mention.period or str(mention.year)
    if mention.months:
        return f"?{mention.months[0]:02d}-{mention.months[1]:02d}"
    return "?open" if mention.open_ended else "?"


@pytest.mark.parametrize(("text", "published", "expected"), rows("periods.tsv"))
def test_table(text: str, published: str, expected: str) -> None:
    day = date.fromisoformat(published) if published else None
    assert " ".join(map(written, find_periods(text, day))) == expected


@pytest.mark.parametrize("text", ["tahun ini", "tahun 2025 ini sudah", "tahun 2025", "sejak Maret 2025"])
def test_a_running_year_is_open_ended(text: str) -> None:
    (mention,) = find_periods(text, date(2025, 9, 10))
    assert mention.open_ended


def test_a_year_that_is_over_is_not_open_ended() -> None:
    (mention,) = find_periods("tahun 2024", date(2025, 9, 10))
    assert not mention.open_ended


def test_a_span_of_years_keeps_both_ends() -> None:
    (mention,) = find_periods("dari 2020 sampai Mei 2023", None)
    assert (mention.years, mention.year) == ((2020, 2023), 2023)


def test_the_text_names_the_running_year_itself() -> None:
    mentions = find_periods("Tahun 2019 ini ada 8 kasus. Tahun lalu 6 kasus.", None)
    assert [mention.year for mention in mentions] == [2019, 2018]


def test_where_the_year_was_found_is_said() -> None:
    first, second = find_periods("Sepanjang 2024 ada 100 kasus, Januari 5 kasus", None)
    assert (first.base, second.base) == (PeriodBase.ABSOLUTE, PeriodBase.PREVIOUS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("katanya, Rabu (15/10/2025).", date(2025, 10, 15)),
        ("katanya, Selasa, 3 Mei 2022.", date(2022, 5, 3)),
        ("Senin, 14 Maret 2022 | 18:06 WIB\nKekerasan naik", date(2022, 3, 14)),
        ("Diposting : 24 October 2016 15:54", date(2016, 10, 24)),
        ("Sepanjang 2025 naik, ujarnya, Selasa (8/4).", date(2025, 4, 8)),
        ("ujarnya, Rabu (1/10/2025). Ia hadir Kamis (2/10/2025).", date(2025, 10, 2)),
        ("Selasa (8/4) ia berkata begitu.", None),
        ("Rabu, Oktober 9, 2024\nBeranda", None),
        ("Ia dilantik 12 Maret 2021.", None),
        ("Tidak ada tanggal di sini.", None),
    ],
)
def test_infer_published(text: str, expected: date | None) -> None:
    assert infer_published(text) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (Month(2025, 1), Month(2025, 10), "2025-01/2025-10"),
        (Month(2025, 1), Month(2025, 12), None),
        (Month(2019, 1), Month(2022, 12), "2019-01/2022-12"),
    ],
)
def test_period_of(first: Month, last: Month, expected: str | None) -> None:
    assert period_of(first, last) == expected


def test_running_period() -> None:
    assert running_period(2025, date(2025, 9, 10)) == "2025-01/2025-09"
    assert running_period(2025, date(2025, 12, 10)) is None
    assert running_period(2024, date(2025, 9, 10)) is None


def test_resolve_month() -> None:
    assert resolve_month(10, published=date(2025, 11, 1)) == Month(2025, 10)
    assert resolve_month(12, published=date(2025, 11, 1)) == Month(2024, 12)
    assert resolve_month(12, published=None) is None


def test_with_year_moves_the_months() -> None:
    (mention,) = find_periods("Januari-Juni", date(2025, 7, 1))
    assert with_year(mention, 2023).period == "2023-01/2023-06"


@given(st.integers(1, 400), st.integers(1990, 2040), st.integers(1, 12))
def test_months_add_up(months: int, year: int, month: int) -> None:
    start = Month(year, month)
    assert start.plus(months).plus(-months) == start


@given(st.text(), st.none() | st.dates(min_value=date(2000, 1, 1), max_value=date(2040, 12, 31)))
def test_any_text_gives_mentions_that_are_its_own_words(text: str, published: date | None) -> None:
    for mention in find_periods(text, published):
        assert text[mention.start : mention.end] == mention.text
    infer_published(text)


_WORDS = [
    "Januari",
    "Mei",
    "2024",
    "2025",
    "tahun",
    "ini",
    "lalu",
    "sebelumnya",
    "hingga",
    "sampai",
    "per",
    "sejak",
    "-",
    "15",
    "(15/10/2025)",
    "triwulan",
    "I",
    "semester",
    "kedua",
    "bulan",
    "yang",
    "sama",
    "periode",
    "terakhir",
    "enam",
    "awal",
    "akhir",
    ".",
    ",",
    "sekarang",
]


@given(
    st.lists(st.sampled_from(_WORDS), max_size=25),
    st.none() | st.dates(min_value=date(2000, 1, 1), max_value=date(2040, 12, 31)),
)
def test_any_order_of_the_words_of_time_is_read(words: list[str], published: date | None) -> None:
    mentions = find_periods(" ".join(words), published)
    assert [mention.start for mention in mentions] == sorted(mention.start for mention in mentions)
    for mention in mentions:
        assert mention.period is None or mention.period[:7] <= mention.period[8:]


@pytest.mark.parametrize(
    "piece", ["2024 ", "Januari hingga ", "tahun ", "periode yang sama ", "(1/2)", "5 bulan "]
)
def test_time_grows_with_the_text(piece: str) -> None:
    assert_grows_in_proportion(
        lambda size: piece * (size // len(piece)),
        lambda text: find_periods(text, date(2025, 9, 10)),
        size=20_000,
    )
