"""Whom a number counts, by the order of decision 160; sentences written for the tests."""

import pytest

from tests.unit.extractors.figures.readings import figures_of

CASES = [
    pytest.param(
        "UPTD PPA Kota Metro menangani 60 kasus kekerasan terhadap perempuan dan anak selama 2023. "
        "Dari 60 kasus itu, 41 kasus menimpa anak. Sebanyak 25 di antaranya pencabulan, 9 perundungan, "
        "dan 7 penelantaran.",
        "60 women_children, 41 children, 25 children, 9 children, 7 children",
        id="a list that adds up to a part belongs to the part",
    ),
    pytest.param(
        "UPTD PPA Kota Metro mendampingi 90 perempuan dan anak sepanjang 2023, yaitu 61 anak dan 29 "
        "perempuan dewasa.\n\nKekerasan seksual paling banyak menimpa anak, 30 orang. Psikis 21 orang, "
        "sisanya penelantaran 10 orang.",
        "90 women_children, 61 children, 29 women, 30 children, 21 children, 10 children",
        id="two sentences that together add up to a part belong to the part",
    ),
    pytest.param(
        "UPTD PPA Kota Metro mendampingi 90 korban kekerasan terhadap perempuan dan anak sepanjang 2023.\n\n"
        "Dari total itu, 61 orang di antaranya adalah anak.\n\n"
        "Korban terbanyak dari Kecamatan Metro Pusat, 33 orang, disusul Metro Timur 20 orang.",
        "90 women_children, 61 children, 33 women_children, 20 women_children",
        id="a list of places in a new paragraph goes back to the total",
    ),
    pytest.param(
        "UPTD PPA Kota Metro mendampingi 90 korban kekerasan terhadap perempuan dan anak sepanjang 2023.\n\n"
        "Dari total itu, 61 orang di antaranya adalah anak.\n\n"
        "Korban berasal dari Kecamatan Metro Pusat 33 orang, Metro Timur 20 orang, Metro Barat 8 orang.",
        "90 women_children, 61 children, 33 children, 20 children, 8 children",
        id="unless the places add up to the part",
    ),
    pytest.param(
        "Polres Metro mencatat 24 kasus kekerasan terhadap anak selama 2023.\n\n"
        "Sementara KDRT tercatat 13 kasus pada 2023, sedangkan 2022 ada 17 kasus KDRT.",
        "24 children, 13 all, 17 all",
        id="violence between spouses does not take the children of the paragraph before",
    ),
    pytest.param(
        "Polres Metro mencatat 24 kasus kekerasan terhadap anak selama 2023, terdiri dari pencabulan "
        "14 kasus, KDRT 7 kasus dan penelantaran 3 kasus.",
        "24 children, 14 children, 7 children, 3 children",
        id="in a list of the children's cases it does",
    ),
    pytest.param(
        "Di Kota Metro selama 2023 ada 44 korban kekerasan terhadap perempuan dan anak (anak 30, dewasa 14).",
        "44 women_children, 30 children, 14 women",
        id="adults beside children in a total of both are women",
    ),
    pytest.param(
        "Di Kota Metro selama 2023 ada 80 korban kekerasan terhadap perempuan dan anak. Korban laki-laki "
        "19 orang, dan semuanya anak.",
        "80 women_children, 19 boys",
        id="males of whom all are said to be children are boys",
    ),
    pytest.param(
        "DP3A Kota Metro menangani 70 kasus kekerasan terhadap perempuan dan anak selama 2023. "
        "Kekerasan terhadap anak 40 kasus, penelantaran 17 kasus, dan TPPO 13 kasus.",
        "70 women_children, 40 children, 17 women_children, 13 women_children",
        id="a kind named by whom it strikes is not what its neighbours share",
    ),
    pytest.param(
        "Satgas di Kota Tarakan menyelamatkan 90 korban perdagangan orang selama 2023. Perempuan dewasa 30 "
        "orang, laki-laki dewasa 50 orang, dan anak-anak 10 orang.",
        "90 all, 30 women, 50 men, 10 children",
        id="women, men and children together are everyone",
    ),
    pytest.param(
        "Di Kota Metro seorang perempuan memeluk berkas anaknya. Perempuan itu datang sendiri.\n\n"
        "Dinas Sosial mencatat 40 kasus kekerasan selama 2023.",
        "40 all",
        id="one person of a story is no topic",
    ),
    pytest.param(
        "Data dibuka pada Hari Perempuan Internasional di hadapan organisasi perempuan Kota Metro. "
        "Selama 2023 ada 40 kasus kekerasan.",
        "40 all",
        id="a day and an association are no topic",
    ),
    pytest.param(
        "Kekerasan terhadap perempuan di Kota Metro meningkat. Selama 2023 ada 40 kasus kekerasan.",
        "40 women",
        id="women of whom the violence is said are one",
    ),
    pytest.param(
        "P2TP2A Kota Metro menangani 40 kasus kekerasan selama 2023.",
        "40 women_children",
        id="a unit that takes in women and children and nobody else",
    ),
    pytest.param(
        "Polres Metro mencatat 40 kasus kekerasan selama 2023, kata Kanit PPA.",
        "40 all",
        id="the police count everyone",
    ),
    pytest.param(
        "Rumah Sakit Ahmad Yani Kota Metro menerima 40 korban kekerasan selama 2023, sebagian dari P2TP2A.",
        "40 all",
        id="so does a hospital",
    ),
    pytest.param(
        "Polres Metro menangani 50 kasus kekerasan anak pada 2023. Kekerasan terhadap perempuan ada 19 "
        "kasus, dua belas di antaranya KDRT.",
        "50 children, 19 women, 12 women",
        id="what is among a number belongs to that number",
    ),
    pytest.param(
        "Di Kota Metro selama 2023 ada 80 korban kekerasan terhadap perempuan dan anak. Menurut umur, balita "
        "atau 0-5 tahun 12 orang, 6-12 tahun 30 orang.",
        "80 women_children, 12 women_children, 30 women_children",
        id="beside ages in years a word for the youngest is an age",
    ),
    pytest.param(
        "Di Kota Metro selama 2023 ada 80 kasus kekerasan terhadap perempuan dan anak. "
        "Korban balita 12 orang.",
        "80 women_children, 12 children",
        id="alone it is children",
    ),
    pytest.param(
        "Perlindungan perempuan dan anak di Kota Tarakan belum merata.\n\nSatgas mengungkap 14 kasus "
        "perdagangan orang selama 2023.",
        "14 all",
        id="trafficking does not take the people of the headline",
    ),
    pytest.param(
        "Dinas di Kota Metro mendampingi 39 anak pada 2023: yang menjadi korban 26 anak, yang menjadi saksi "
        "13 anak.\n\nPelaku dewasa dalam perkara itu 22 orang.",
        "39 children, 26 children, 13 children, 22 children",
        id="adult offenders take the population of their victims",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_whom_the_numbers_count(text: str, expected: str) -> None:
    found = figures_of(text)
    assert ", ".join(f"{figure.value} {figure.population.value}" for figure in found) == expected


UNITS = [
    pytest.param(
        "Di Kota Metro selama 2023 ada 36 anak menjadi pelaku tindak pidana kekerasan.",
        "36 perpetrators",
        id="children who did it",
    ),
    pytest.param(
        "Di Kota Metro selama 2023 ada 36 anak menjadi korban kekerasan.",
        "36 victims",
        id="children to whom it was done",
    ),
    pytest.param(
        "Di Kota Metro selama 2023 tercatat 41 kasus kekerasan terhadap anak.\n\nPelakunya orang dekat. "
        "Pacar korban 18 orang, tetangga 9 orang, ayah tiri 6 orang.",
        "41 cases, 18 perpetrators, 9 perpetrators, 6 perpetrators",
        id="who they are to the victim tells those who did it",
    ),
    pytest.param(
        "Di Kota Metro selama 2023 tercatat 41 kasus kekerasan terhadap anak. Kecamatan Metro Pusat "
        "30 kasus, Metro Timur 11 kasus, Metro Barat nihil laporan.",
        "41 cases, 30 cases, 11 cases, 0 cases",
        id="no report in a list of cases is no case",
    ),
]


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_what_the_numbers_count(text: str, expected: str) -> None:
    found = figures_of(text)
    assert ", ".join(f"{figure.value} {figure.unit}" for figure in found) == expected
