"""What a count inherits from the article as a whole; sentences written for the tests."""

from datetime import date

import pytest

from tests.unit.extractors.figures.readings import figures_of, row

JULY = date(2024, 7, 4)
DECEMBER = date(2024, 12, 20)

CASES = [
    pytest.param(
        "Perkara KDRT di Kota Metro naik dari 16 menjadi 21 perkara.",
        DECEMBER,
        ["16 cases 18.72 2023 - all domestic - exact", "21 cases 18.72 2024 - all domestic - exact"],
        id="a movement counts one thing at both ends",
    ),
    pytest.param(
        "Kekerasan fisik terhadap anak di Kota Metro anjlok dari 15 kasus pada 2022 "
        "menjadi 4 kasus pada 2023.",
        DECEMBER,
        ["15 cases 18.72 2022 - children physical - exact", "4 cases 18.72 2023 - children physical - exact"],
        id="each end of a movement keeps its year",
    ),
    pytest.param(
        "Pada 2023 kekerasan seksual anak di Kabupaten Sigi 38 kasus, persis seperti 2022.",
        JULY,
        ["38 cases 72.10 2023 - children sexual - exact", "38 cases 72.10 2022 - children sexual - exact"],
        id="a count said to equal another year's is of both",
    ),
    pytest.param(
        "Di Kabupaten Sigi pencabulan terhadap anak tahun 2021, 2022, dan 2023 "
        "berturut-turut 18, 24 dan 21 kasus.",
        JULY,
        [
            "18 cases 72.10 2021 - children sexual - exact",
            "24 cases 72.10 2022 - children sexual - exact",
            "21 cases 72.10 2023 - children sexual - exact",
        ],
        id="numbers in the order of their years",
    ),
    pytest.param(
        "LBH Semarang mencatat 34 laporan kekerasan berbasis gender online sepanjang 2023. "
        "Pelapornya perempuan semua.",
        JULY,
        ["34 reports 33.74 2023 - women online - exact"],
        id="whom a later sentence names as all of them",
    ),
    pytest.param(
        "KPAD Kabupaten Sukabumi menerima 83 aduan kekerasan sepanjang 2023.",
        JULY,
        ["83 reports 32.02 2023 - children any - exact"],
        id="a commission for children counts children",
    ),
    pytest.param(
        "Sepanjang 2023 di Kota Metro kekerasan seksual terhadap anak 12 kasus. "
        "Adapun KDRT tercatat 9 kasus.",
        JULY,
        ["12 cases 18.72 2023 - children sexual - exact", "9 cases 18.72 2023 - all domestic - exact"],
        id="violence between spouses is not done to the children counted before",
    ),
    pytest.param(
        "Sepanjang 2023 UPTD PPA Kota Metro menangani kekerasan. Korban perempuan dewasa 18 orang. "
        "Korban anak 20 orang. Totalnya 38 orang.",
        JULY,
        [
            "18 victims 18.72 2023 - women any - exact",
            "20 victims 18.72 2023 - children any - exact",
            "38 victims 18.72 2023 - women_children any - exact",
        ],
        id="a total of women and children after its parts is of both",
    ),
]


@pytest.mark.parametrize(("text", "published", "rows"), CASES)
def test_what_a_count_inherits(text: str, published: date, rows: list[str]) -> None:
    assert [row(figure) for figure in figures_of(text, published=published)] == rows
