"""Sentences written for the tests, and every figure that a coder reads in them."""

from datetime import date

import pytest

from tests.unit.extractors.figures.readings import figures_of, row

AUGUST = date(2025, 8, 20)

CASES = [
    pytest.param(
        "Sepanjang 2023, DP3A Kabupaten Sikka mencatat 40 kasus kekerasan terhadap perempuan dan anak.",
        None,
        ["40 cases 53.07 2023 - women_children any - exact"],
        id="a total with its year, place and population",
    ),
    pytest.param(
        "Tahun 2022 di Kota Serang ada 30 kasus kekerasan perempuan dan anak dengan 44 orang korban.",
        None,
        [
            "30 cases 36.73 2022 - women_children any - exact",
            "44 victims 36.73 2022 - women_children any - exact",
        ],
        id="cases and victims in one breath are two figures",
    ),
    pytest.param(
        "Selama 2023 di Kabupaten Serang tercatat 60 kasus kekerasan terhadap perempuan dan anak. "
        "Rinciannya kekerasan seksual 31 kasus, kekerasan fisik 17, KDRT 8 dan penelantaran 4.",
        None,
        [
            "60 cases 36.04 2023 - women_children any - exact",
            "31 cases 36.04 2023 - women_children sexual - exact",
            "17 cases 36.04 2023 - women_children physical - exact",
            "8 cases 36.04 2023 - women_children domestic - exact",
            "4 cases 36.04 2023 - women_children neglect - exact",
        ],
        id="unit-less items inherit from their total",
    ),
    pytest.param(
        "Pada 2024 kekerasan di Kota Metro ada 50 kasus, yaitu 20 kasus menimpa perempuan "
        "dan 30 kasus menimpa anak.",
        None,
        [
            "50 cases 18.72 2024 - women_children any - exact",
            "20 cases 18.72 2024 - women any - exact",
            "30 cases 18.72 2024 - children any - exact",
        ],
        id="parts tell the population of a total that names none",
    ),
    pytest.param(
        "Kekerasan terhadap anak di Provinsi Aceh tahun 2024 berjumlah 90 kasus. "
        "Bireuen dan Lhokseumawe masing-masing melaporkan 11 kasus, disusul Langsa 9 kasus.",
        None,
        [
            "90 cases 11 2024 - children any - exact",
            "11 cases 11.11 2024 - children any - exact",
            "11 cases 11.73 2024 - children any - exact",
            "9 cases 11.74 2024 - children any - exact",
        ],
        id="masing-masing over two places",
    ),
    pytest.param(
        "Di Kabupaten Kampar, kekerasan seksual terhadap anak pada tahun 2022 sebanyak 44 kasus, "
        "lalu naik menjadi 57 kasus pada 2023.",
        None,
        [
            "44 cases 14.01 2022 - children sexual - exact",
            "57 cases 14.01 2023 - children sexual - exact",
        ],
        id="a series keeps kind and population",
    ),
    pytest.param(
        "Tahun ini UPTD PPA Kota Batam sudah menangani kurang lebih 70 kasus kekerasan terhadap anak.",
        AUGUST,
        ["70 cases 21.71 2025 2025-01/2025-08 children any - about"],
        id="the current year runs to the month of publication",
    ),
    pytest.param(
        "Hingga Juni 2025 di Kota Batam ada 33 kasus kekerasan terhadap anak. "
        "Dari jumlah itu, 12 kasus masih dalam penyelidikan dan 21 kasus sudah P21.",
        AUGUST,
        [
            "33 cases 21.71 2025 2025-01/2025-06 children any - exact",
            "12 cases 21.71 2025 2025-01/2025-06 children any status exact",
            "21 cases 21.71 2025 2025-01/2025-06 children any status exact",
        ],
        id="statuses are a breakdown",
    ),
    pytest.param(
        "Kekerasan terhadap perempuan dan anak di Kota Bontang tahun 2024 naik 14 kasus, menjadi 80 kasus.",
        None,
        ["80 cases 64.74 2024 - women_children any - exact"],
        id="a change is no figure",
    ),
    pytest.param(
        "Kasus kekerasan terhadap anak di Kota Palopo sepanjang 2024 ada 21 kasus, tersebar di 9 kecamatan. "
        "Sosialisasi digelar di 12 sekolah dan diikuti 300 peserta.",
        None,
        ["21 cases 73.73 2024 - children any - exact"],
        id="districts, schools and participants are no figures",
    ),
    pytest.param(
        "Sebanyak 1.254 perempuan di Provinsi Banten menjadi korban kekerasan pada tahun 2021.",
        None,
        ["1254 victims 36 2021 - women any - exact"],
        id="a separator and persons harmed",
    ),
    pytest.param(
        "Sepanjang 2024 di Kabupaten Sigi tercatat 25 kasus kekerasan terhadap anak. "
        "Korbannya anak perempuan 19 orang dan anak laki-laki 6 orang.",
        None,
        [
            "25 cases 72.10 2024 - children any - exact",
            "19 victims 72.10 2024 - girls any - exact",
            "6 victims 72.10 2024 - boys any - exact",
        ],
        id="victims by sex",
    ),
    pytest.param(
        "Selama 2023 Polda Metro Jaya menangani lebih dari 200 kasus kekerasan dalam rumah tangga.",
        None,
        ["200 cases 31 2023 - all domestic - at_least"],
        id="a police area and a lower bound",
    ),
    pytest.param(
        "Kekerasan terhadap anak di Kota Langsa, 28 kasus pada 2023. Angka 28 kasus itu disebut Rina tinggi.",
        None,
        ["28 cases 11.74 2023 - children any - exact"],
        id="a restatement is coded once",
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), CASES)
def test_figures_of_a_text(text: str, published: date | None, expected: list[str]) -> None:
    assert [row(figure) for figure in figures_of(text, published=published)] == expected


LISTS = [
    pytest.param(
        "Kekerasan terhadap anak di Kota Bontang sepanjang 2023 berjumlah 40 kasus.\n"
        "Jenisnya sebagai berikut:\n"
        "Kekerasan seksual: 25 kasus\nKekerasan psikis: 9 kasus\nKekerasan fisik: 6 kasus\n",
        ["40 any -", "25 sexual -", "9 psychological -", "6 physical -"],
        id="labelled lines",
    ),
    pytest.param(
        "Di Kota Tangerang Selatan pada 2023 ada 30 kasus kekerasan perempuan dan anak.\n"
        "Menurut tempat kejadian, di rumah tangga 18 kasus, sekolah 9 kasus, dan tempat kerja 3 kasus.\n",
        ["30 any -", "18 any place", "9 any place", "3 any place"],
        id="a place is not domestic violence",
    ),
    pytest.param(
        "Korban kekerasan terhadap perempuan di Kota Tangerang Selatan pada 2023 ada 60 orang. "
        "Menurut pekerjaan, ibu rumah tangga 31 orang, buruh 19 orang, dan pedagang 10 orang.",
        ["60 any -", "31 any work", "19 any work", "10 any work"],
        id="occupations",
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_and_their_dimension(text: str, expected: list[str]) -> None:
    found = figures_of(text)
    kinds = [figure.breakdown.split(":")[0] if figure.breakdown else "-" for figure in found]
    assert [f"{f.value} {f.violence.value} {kind}" for f, kind in zip(found, kinds, strict=True)] == expected


NOTHING = [
    "Pemuda berinisial RH (18) dibekuk polisi karena diduga dua kali mencabuli siswi SMK di Sibolga.",
    "Pengadilan Agama Indramayu mengurus 8.603 kasus perceraian sepanjang 2022.",
    "Kekerasan terhadap anak di Gowa naik 21,2 persen pada 2018.",
    "Pelatihan penanganan kekerasan terhadap perempuan dan anak itu diikuti 50 peserta dari 32 desa.",
    "Laporkan kekerasan terhadap anak ke nomor 0812-3456-7890 atau Pasal 81 UU 35 Tahun 2014 menanti.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_texts_without_an_aggregate_count(text: str) -> None:
    assert figures_of(text) == ()


def test_evidence_is_an_exact_span() -> None:
    text = "Tahun 2022 di Kota Serang ada 30 kasus KDRT, sedangkan pelecehan seksual 12 kasus."
    for figure in figures_of(text):
        assert text[figure.start : figure.end] == figure.evidence
        assert str(figure.value) in figure.evidence
