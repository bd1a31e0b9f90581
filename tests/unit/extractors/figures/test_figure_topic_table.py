"""Whom a passage is about until the text turns to others; sentences written for the tests."""

import pytest

from tests.unit.extractors.figures.readings import figures_of

CASES = [
    pytest.param(
        "DP3A Kota Metro menangani 90 kasus kekerasan terhadap perempuan dan anak selama 2023.\n\n"
        "Pada anak, pencabulan 31 kasus, fisik 17 kasus.\n\n"
        "Ceritanya lain di lajur perempuan. KDRT 14 kasus, psikis 7 kasus.",
        "90 women_children, 31 children, 17 children, 14 women, 7 women",
        id="a column named in a sentence without numbers",
    ),
    pytest.param(
        "DP3A Kota Metro menangani 90 kasus kekerasan terhadap perempuan dan anak selama 2023.\n\n"
        "Lalu bagaimana dengan kelompok anak? Petugas menghela napas. Pencabulan mencapai 25 kasus.",
        "90 women_children, 25 children",
        id="a sentence aside does not end the passage",
    ),
    pytest.param(
        "UPTD PPA Kota Metro menangani 86 kasus sepanjang 2023, anak 58 kasus dan perempuan 28 kasus.\n\n"
        "Kekerasan seksual paling menyita tenaga, 34 kasus.\n\n"
        "Kekerasan fisik mengekor, 12 kasus. Lalu psikis 7, penelantaran 5.",
        "86 women_children, 58 children, 28 women, 34 children, 12 children, 7 children, 5 children",
        id="kinds of several paragraphs that together make up a part",
    ),
    pytest.param(
        "Kekerasan terhadap anak di Kota Metro selama 2023 berjumlah 40 kasus.\n\n"
        "Bila perempuan ikut dihitung, kekerasan terhadap perempuan dan anak pada 2023 ada 95 kasus.\n\n"
        "Kekerasan psikis menyumbang 21 kasus dari angka tersebut.",
        "40 children, 95 women_children, 21 women_children",
        id="the whole may be told after a part",
    ),
    pytest.param(
        "WCC Kota Metro mendampingi 30 kasus kekerasan terhadap perempuan pada 2023.\n\n"
        "Kekerasan dalam pacaran 11 kasus. Anak-anak kita gampang main tangan. "
        "Juli 5 kasus, Agustus 6 kasus.",
        "30 women, 11 women, 5 women, 6 women",
        id="children of whom somebody speaks in passing are not counted",
    ),
    pytest.param(
        "Di Kota Metro selama 2023 ada 60 kasus kekerasan terhadap perempuan dan anak.\n\n"
        "- Anak: fisik 5, psikis 4, seksual 18.\n"
        "- Perempuan: fisik 7, psikis 2, seksual 4.",
        "60 women_children, 5 children, 4 children, 18 children, 7 women, 2 women, 4 women",
        id="each line has its own people",
    ),
    pytest.param(
        "Kekerasan terhadap perempuan dan anak di Kota Metro menurut polisi.\n\n"
        "Persetubuhan anak pada 2022 ada 38 kasus.\n\n"
        "Perkosaan pada 2022 ada 12 kasus.",
        "38 children, 12 women_children",
        id="another kind goes back to the people of the article",
    ),
    pytest.param(
        "KPPAD Kota Metro: 40 Anak Jadi Korban pada 2023.\n\n"
        "Sebanyak 40 anak menjadi korban kekerasan di Kota Metro selama 2023.\n\n"
        "Pada 2023 lembaga itu mendampingi 75 kasus. Dari jumlah itu kekerasan terhadap anak 40 kasus, KDRT "
        "20 kasus, dan kekerasan terhadap perempuan 15 kasus.",
        "40 children, 75 women_children, 40 children, 20 women_children, 15 women",
        id="a number larger than the part told first, made up of both",
    ),
    pytest.param(
        "Di Kota Metro selama 2023 ada 46 kasus kekerasan terhadap anak.\n\n"
        "Korban perempuannya 37, korban laki-lakinya sembilan. Rumah menjadi lokasi 29 kasus.",
        "46 children, 37 girls, 9 boys, 29 children",
        id="after a list by sex the rest speaks of both again",
    ),
    pytest.param(
        "Potret kekerasan perempuan anak di Kota Metro pada 2023 adalah 61 kasus.",
        "61 women_children",
        id="women children, without a word between",
    ),
    pytest.param(
        "Di Kota Metro selama 2023 ada 46 korban kekerasan terhadap perempuan dan anak.\n\n"
        "Anak lebih dari sepertiganya, dan ini usia korban:\n"
        "- 6-12 tahun: 14 orang\n- 13-17 tahun: 10 orang\n- 18-25 tahun: 22 orang",
        "46 women_children, 14 women_children, 10 women_children, 22 women_children",
        id="a share named above a list is not its people",
    ),
    pytest.param(
        "Selama 2023 terdapat 256 kasus kekerasan terhadap perempuan dan anak di Kota Metro. Korban anak "
        "mencapai 158 kasus. Sisanya, 98 kasus, dialami perempuan dewasa.",
        "256 women_children, 158 children, 98 women",
        id="whom is told behind a number between commas",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_whom_a_passage_counts(text: str, expected: str) -> None:
    found = figures_of(text)
    assert ", ".join(f"{figure.value} {figure.population.value}" for figure in found) == expected


KINDS = [
    pytest.param(
        "Di Kota Metro selama 2023 ada 60 kasus kekerasan terhadap anak, fisik 31 kasus, 29 lainnya seksual.",
        "60 any, 31 physical, 29 sexual",
        id="those that are left are no other kind",
    ),
    pytest.param(
        "Unit PPA Kota Metro pada 2023 menangani lima kasus, seluruhnya berupa pencabulan anak.",
        "5 sexual",
        id="the kind of all of them after a comma",
    ),
    pytest.param(
        "LBH Kota Metro pada 2023 menerima kekerasan semasa pacaran 17 kasus, penganiayaan oleh suami 12 dan "
        "pengabaian 11 kasus.",
        "17 other, 12 domestic, 11 neglect",
        id="kinds by who did it, when and what was left undone",
    ),
    pytest.param(
        "Pada 2023 Polres Metro menangani 40 perkara. KDRT menyumbang 11 kasus, dan semuanya didamaikan.\n\n"
        "Ada pula pencabulan dengan korban anak. Dari 11 kasus, lima kasus sudah P21.",
        "40 any, 11 domestic, 11 sexual, 5 sexual",
        id="an equal number of another kind is another number",
    ),
    pytest.param(
        "DP3A Kota Metro menangani 58 kasus kekerasan terhadap perempuan dan anak pada 2023. "
        "Sebanyak 37 kasus berupa kekerasan seksual.",
        "58 any, 37 sexual",
        id="the one kind that they consist of",
    ),
    pytest.param(
        "DP3A Kota Metro menangani 58 kasus kekerasan terhadap perempuan dan anak pada 2023. "
        "Sebanyak 37 kasus berupa kekerasan seksual, fisik, dan psikis.",
        "58 any, 37 any",
        id="several kinds that they consist of",
    ),
    pytest.param(
        "Pada 2023 ada 256 kasus kekerasan terhadap perempuan dan anak di Kota Metro. Yang terbanyak, 98 "
        "kasus, adalah kekerasan fisik, sedangkan yang lain, 60 kasus, kekerasan psikis.",
        "256 any, 98 physical, 60 psychological",
        id="the clause goes on behind a number between commas",
    ),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_which_kind_is_counted(text: str, expected: str) -> None:
    found = figures_of(text)
    assert ", ".join(f"{figure.value} {figure.violence.value}" for figure in found) == expected
