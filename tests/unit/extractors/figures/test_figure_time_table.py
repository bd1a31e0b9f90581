"""Which year and months a count belongs to when the story also looks back; sentences of our own."""

from datetime import date

import pytest

from tests.unit.extractors.figures.readings import figures_of, row

DECEMBER = date(2024, 12, 28)
OCTOBER = date(2025, 10, 6)

CASES = [
    pytest.param(
        "Polres Sikka memaparkan kinerja 2024. Kekerasan terhadap anak 90 kasus, tahun kemarin 74 kasus.\n"
        "Dari jumlah itu, persetubuhan 50 kasus, penganiayaan 30 kasus dan KDRT 10 kasus.",
        DECEMBER,
        [
            "90 cases 53.07 2024 - children any - exact",
            "74 cases 53.07 2023 - children any - exact",
            "50 cases 53.07 2024 - children sexual - exact",
            "30 cases 53.07 2024 - children physical - exact",
            "10 cases 53.07 2024 - children domestic - exact",
        ],
        id="the year before takes nothing over from the year of the release",
    ),
    pytest.param(
        "DP3A Kota Metro mencatat kekerasan terhadap perempuan. Januari sampai September 2024 ada 41 kasus, "
        "sekarang 52 kasus.",
        OCTOBER,
        [
            "41 cases 18.72 2024 2024-01/2024-09 women any - exact",
            "52 cases 18.72 2025 2025-01/2025-09 women any - exact",
        ],
        id="now returns to the running year",
    ),
    pytest.param(
        "Kekerasan terhadap anak di Kota Metro tahun 2023 tercatat per bulan. Januari 6 kasus, "
        "Februari 4 kasus, Maret 5 kasus dan April 3 kasus.\n"
        "Korban perempuan 10 kasus dan laki-laki 8 kasus.",
        None,
        [
            "6 cases 18.72 2023 2023-01/2023-01 children any - exact",
            "4 cases 18.72 2023 2023-02/2023-02 children any - exact",
            "5 cases 18.72 2023 2023-03/2023-03 children any - exact",
            "3 cases 18.72 2023 2023-04/2023-04 children any - exact",
            "10 cases 18.72 2023 2023-01/2023-04 girls any - exact",
            "8 cases 18.72 2023 2023-01/2023-04 boys any - exact",
        ],
        id="counts month by month are of the whole stretch",
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), CASES)
def test_figures_are_dated_as_a_coder_dates_them(
    text: str, published: date | None, expected: list[str]
) -> None:
    assert [row(figure) for figure in figures_of(text, published=published)] == expected


NEVER_COUNTED = [
    pytest.param("Psikolog klinis di dinas itu hanya dua orang.", id="staff are no victims"),
    pytest.param("Mobil konseling telah menjangkau 640 orang.", id="nor are those a service reaches"),
    pytest.param("Baru 31 dari 144 desa yang punya relawan.", id="nor a share of villages"),
    pytest.param("Tambah tiga kasus.", id="nor is a change"),
]


@pytest.mark.parametrize("sentence", NEVER_COUNTED)
def test_what_follows_a_count_without_being_one(sentence: str) -> None:
    text = f"Sepanjang 2023 di Kota Metro tercatat 60 kasus kekerasan terhadap anak. {sentence}"
    assert [figure.value for figure in figures_of(text)] == [60]


def test_a_count_pointed_back_to_is_coded_once() -> None:
    text = (
        "Tahun 2023 di Kota Metro ada 48 kasus KDRT. Tahun 2024 dinas menyiapkan rumah aman. "
        "Dari 48 kasus tersebut, 9 kasus masuk pengadilan."
    )
    assert [(figure.value, figure.year) for figure in figures_of(text)] == [(48, 2023), (9, 2023)]


METRO = "DP3A Kota Metro mencatat kekerasan terhadap perempuan dan anak. "
DATED = [
    pytest.param(
        "Setiap tahun kasusnya naik, mulai dari 17, lalu 28, sesudah itu 39, sampai 51 kasus pada 2021.",
        ["17 2018", "28 2019", "39 2020", "51 2021"],
        id="a series counts back from the year that is named",
    ),
    pytest.param(
        "Pada 2018 baru 17 kasus, kemudian 28, 39, dan pada 2021 menjadi 51 kasus.",
        ["17 2018", "28 2019", "39 2020", "51 2021"],
        id="a series fills the years between two",
    ),
    pytest.param(
        "Dari 2019 sampai 2022 berturut-turut 12, 15, 18 dan 21 kasus.",
        ["12 2019", "15 2020", "18 2021", "21 2022"],
        id="a series goes through a span",
    ),
    pytest.param(
        "Secara berurutan ada 5, 6, dan 7 kasus pada 2018, 2019, dan 2020.",
        ["5 2018", "6 2019", "7 2020"],
        id="years listed after the numbers",
    ),
    pytest.param(
        "Sepanjang 2024 terdapat 51 kasus dari semula 36 kasus.",
        ["51 2024", "36 2023"],
        id="what a count came from",
    ),
    pytest.param(
        "Sepanjang 2024 terdapat 51 kasus. Setahun sebelumnya keadaannya lain. Waktu itu hanya 36 kasus.",
        ["51 2024", "36 2023"],
        id="the time named in the sentence before",
    ),
    pytest.param(
        "Sepanjang 2024 terdapat 51 kasus. Sampai awal tahun ini 12 kasus belum selesai. "
        "Korbannya 40 anak dan 11 perempuan.",
        ["51 2024", "12 2024", "40 2024", "11 2024"],
        id="a later day finds part of a year's count unfinished",
    ),
    pytest.param(
        "Lima kasus masuk pada Januari dan Februari 2025, sedangkan selama 2024 ada 40 kasus.",
        ["5 2025-01/2025-02", "40 2024"],
        id="months after one number are counted together",
    ),
    pytest.param(
        "Sepanjang 2024 ada 90 kasus. Sedangkan 2023 hanya 70 kasus.\n"
        "Per bulan: 10 kasus di Januari, 9 di Februari, 12 di Maret, dan April 8.",
        [
            "90 2024",
            "70 2023",
            "10 2024-01/2024-01",
            "9 2024-02/2024-02",
            "12 2024-03/2024-03",
            "8 2024-04/2024-04",
        ],
        id="months go on with the year counted, not with the one compared",
    ),
    pytest.param(
        "Sejak gempa melanda sampai sekarang kami menerima 45 kasus.",
        ["45 2025"],
        id="from an event without a date until now",
    ),
    pytest.param(
        "Bulan penutup 2024 paling kelam dengan 29 kasus.",
        ["29 2024-12/2024-12"],
        id="the month that closes a year",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), DATED)
def test_times_that_a_reader_infers(sentence: str, expected: list[str]) -> None:
    figures = figures_of(METRO + sentence, published=OCTOBER)
    assert [f"{figure.value} {figure.period or figure.year}" for figure in figures] == expected
