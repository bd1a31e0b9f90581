"""Whom and what a number counts where its own words do not say it: sentences written for the tests."""

import pytest

from tests.unit.extractors.figures.readings import figures_of, row

CASES = [
    pytest.param(
        "Sepanjang 2023 Kota Serang mencatat 46 kasus kekerasan terhadap perempuan dan anak "
        "dengan 60 korban. Rinciannya, kasus anak berjumlah 28 kasus dengan 41 korban, "
        "sedangkan kasus perempuan 18 kasus dengan 19 korban.",
        [
            "46 cases 36.73 2023 - women_children any - exact",
            "60 victims 36.73 2023 - women_children any - exact",
            "28 cases 36.73 2023 - children any - exact",
            "41 victims 36.73 2023 - children any - exact",
            "18 cases 36.73 2023 - women any - exact",
            "19 victims 36.73 2023 - women any - exact",
        ],
        id="victims beside cases take the population of those cases",
    ),
    pytest.param(
        "Pada 2024 di Kota Metro ada 31 korban kekerasan. Dari jumlah itu 22 orang tergolong usia anak, "
        "sedangkan 9 orang dewasa. Kecamatan Metro Pusat melaporkan 11 korban.",
        [
            "31 victims 18.72 2024 - all any - exact",
            "22 victims 18.72 2024 - children any - exact",
            "9 victims 18.72 2024 - all any - exact",
            "11 victims 18.72.01 2024 - all any - exact",
        ],
        id="the label of one part is not the topic of the story",
    ),
    pytest.param(
        "Tahun 2022 di Kota Metro tercatat 12 korban kekerasan, semuanya perempuan.",
        ["12 victims 18.72 2022 - women any - exact"],
        id="words after the number that hold for all of them",
    ),
    pytest.param(
        "Sepanjang 2023 polisi di Kabupaten Sikka mengungkap 14 kasus tindak pidana perdagangan orang (TPPO) "
        "dengan 20 tersangka.",
        [
            "14 cases 53.07 2023 - all trafficking - exact",
            "20 perpetrators 53.07 2023 - all trafficking - exact",
        ],
        id="a short form in brackets does not cut a kind from its number",
    ),
    pytest.param(
        "Di Kota Metro pada 2023 tercatat 40 kasus kekerasan terhadap siswi. Para gadis itu umumnya diancam.",
        ["40 cases 18.72 2023 - girls any - exact"],
        id="schoolgirls are girls",
    ),
    pytest.param(
        "Kasus KDRT di Kota Metro tidak kunjung reda, kata kepala dinas. Warga diminta melapor.\n\n"
        "Ia mencatat 17 kasus pada 2022 dan 21 kasus pada 2023.",
        [
            "17 cases 18.72 2022 - all domestic - exact",
            "21 cases 18.72 2023 - all domestic - exact",
        ],
        id="the one kind a story is about",
    ),
]


@pytest.mark.parametrize(("text", "rows"), CASES)
def test_every_number_counts_whom_its_sentence_says(text: str, rows: list[str]) -> None:
    assert [row(figure) for figure in figures_of(text)] == rows
