"""Whom a number counts where order, contrast, parts or later sentences tell it; sentences for the tests."""

import pytest

from tests.unit.extractors.figures.readings import figures_of

CASES = [
    pytest.param(
        "Selama 2024 di Kota Solok tercatat 37 anak jadi korban kekerasan, 22 di antaranya perempuan.",
        "37 children, 22 girls",
        id="females among children are girls",
    ),
    pytest.param(
        "Dari 18 kasus KTA di Kota Solok selama 2024, korban perempuannya 16 orang, laki-laki 2.",
        "18 children, 16 girls, 2 boys",
        id="the sexes of a small total of children too",
    ),
    pytest.param(
        "Dari 44 kasus kekerasan terhadap anak di Kota Palu tahun 2024, 30 kasus korbannya perempuan.",
        "44 children, 30 girls",
        id="females taken out of a number of children are girls",
    ),
    pytest.param(
        "Selama 2024, ada 9 anak laki-laki korban sodomi dan 14 anak perempuan korban pencabulan di Kota "
        "Palu. Seluruhnya 23 korban.",
        "9 boys, 14 girls, 23 children",
        id="boys and girls together are children",
    ),
    pytest.param(
        "KEKERASAN ANAK DI KOTA PALU\nJumlah laporan 2024: 44\nSelesai: 30\nBerjalan: 14",
        "44 children, 30 children, 14 children",
        id="a list without prose is under its first line",
    ),
    pytest.param(
        "Korban kekerasan di Kota Palu tahun 2024 terbagi dua kelompok, perempuan dan anak. Di "
        "kelompok pertama "
        "tercatat 5 kasus KDRT dan 2 kasus psikis. Kelompok kedua lebih ramai: 9 kasus seksual, 4 fisik.",
        "5 women, 2 women, 9 children, 4 children",
        id="two groups named together, told one after the other",
    ),
    pytest.param(
        "Data kekerasan perempuan dan anak Kota Palu menunjukkan pada 2024 korbannya enam anak dan sembilan "
        "perempuan dewasa.",
        "6 children, 9 women",
        id="the people right at the number are those counted",
    ),
    pytest.param(
        "Semua korban perdagangan orang yang diselamatkan di Kota Palu perempuan. Mereka berjumlah 16 orang.",
        "16 women",
        id="what is said of all the victims of trafficking too",
    ),
    pytest.param(
        "DP3A Kota Palu menerima 14 laporan KDRT sampai Oktober 2024 dengan 20 korban. Rinciannya "
        "16 perempuan "
        "dewasa dan empat anak.",
        "14 women_children, 20 women_children, 16 women, 4 children",
        id="victims and their cases take the people of the parts",
    ),
    pytest.param(
        "Kekerasan pada anak di Kota Palu pada 2024 menyentuh 71 kasus. Korban perempuan 58 orang "
        "dan laki-laki "
        "17 orang.",
        "71 children, 58 girls, 17 boys",
        id="the sexes of the children of as many cases",
    ),
    pytest.param(
        "Kasus kekerasan anak di Kota Solok bertambah ke 18 kasus tahun 2024, sementara perempuan "
        "menyusut ke 9 dari 15.",
        "18 children, 9 women, 15 women",
        id="women set against children are no girls",
    ),
    pytest.param(
        "Di Kota Palu kekerasan menimpa 18 anak dan 12 perempuan pada 2024. Setahun lalu, "
        "jumlahnya 25 dan 10.",
        "18 children, 12 women, 25 children, 10 women",
        id="bare numbers go through the list before them again",
    ),
    pytest.param(
        "Kekerasan terhadap perempuan dan anak di Kota Palu pada 2024 masing-masing sebanyak 40 "
        "dan 28 kasus.",
        "40 women, 28 children",
        id="women and children named first, then counted in order",
    ),
    pytest.param(
        "Kekerasan fisik mendominasi kasus perempuan, kekerasan seksual mendominasi kasus anak. "
        "Dinas di Kota "
        "Palu mencatat yang pertama 21 kasus dan yang kedua 37 kasus pada 2024.",
        "21 women, 37 children",
        id="ordinals go back to the two named before",
    ),
    pytest.param(
        "Untuk anak, pencabulan 5 kasus dan penganiayaan 3 kasus; untuk perempuan, KDRT 7 kasus "
        "dan perkosaan 2 "
        "kasus di Kota Palu pada 2024.",
        "5 children, 3 children, 7 women, 2 women",
        id="people named ahead of the kinds lead their clause",
    ),
    pytest.param(
        "Korban di Kota Palu tahun 2024 terdiri atas 201 anak dan 144 perempuan dewasa. Palu "
        "Timur tertinggi, 98; "
        "Palu Barat 61.",
        "201 children, 144 women, 98 women_children, 61 women_children",
        id="after women and children places count both",
    ),
    pytest.param(
        "UPTD PPA Kota Palu pada 2024 mendampingi 80 korban: perempuan 60 orang (anak 40, dewasa "
        "20) dan laki-laki 20 orang.",
        "80 women_children, 60 women, 40 girls, 20 women, 20 men",
        id="children among females are girls",
    ),
    pytest.param(
        "Pencabulan anak marak di Kota Palu, 24 kasus pada 2024. Di luar itu KDRT 30 kasus, "
        "penelantaran 4 kasus.",
        "24 children, 30 all, 4 all",
        id="children named for one kind are not those of other kinds",
    ),
    pytest.param(
        "Di Kota Palu pada 2024 ada 50 korban kekerasan, separuhnya anak. Kekerasan seksual 20 "
        "orang, fisik 30.",
        "50 all, 20 all, 30 all",
        id="a share is nobody's count",
    ),
    pytest.param(
        "Polresta Palu mencatat 15 perkara pencabulan pada 2024. Semua korbannya masih anak di bawah umur.",
        "15 children",
        id="the next sentence says who they all are",
    ),
    pytest.param(
        "Polresta Palu mencatat 8 perkara kekerasan seksual tahun 2024, korbannya 15 anak.",
        "8 children, 15 children",
        id="cases count those whom they struck",
    ),
    pytest.param(
        "Angka KDRT berikut kekerasan terhadap anak di Kota Palu menurun. Pada 2024 tercatat 70 kasus.",
        "70 women_children",
        id="violence of the home beside that against children is both",
    ),
    pytest.param(
        "Penelantaran anak di Kota Palu nol kasus pada 2024. Padahal tahun lalu masih 5.",
        "0 children, 5 children",
        id="another year may have had more of the same",
    ),
    pytest.param(
        "Polda mengungkap 96 kasus TPPO di Kota Palu sepanjang 2024. Korbannya beragam, pria "
        "dewasa ada, perempuan "
        "ada, anak-anak pun ada.",
        "96 all",
        id="men, women and children are everybody",
    ),
    pytest.param(
        "Sepanjang 2024 tercatat 88 kasus kekerasan terhadap kaum hawa di Kota Palu.",
        "88 women",
        id="other words for women",
    ),
    pytest.param(
        "Jumlah pelajar yang menjadi korban pelecehan di Kota Palu pada 2024 mencapai 14 orang.",
        "14 children",
        id="pupils who are the victims are children",
    ),
    pytest.param(
        "UPTD PPA Kota Palu mendampingi 60 korban pada 2024. Menurut pekerjaan, pelajar 35 orang, "
        "ibu rumah "
        "tangga 25 orang.",
        "60 women_children, 35 women_children, 25 women_children",
        id="pupils in a list of occupations keep the total's people",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_figures_are_of_the_people_that_the_passage_tells(text: str, expected: str) -> None:
    assert ", ".join(f"{one.value} {one.population.value}" for one in figures_of(text)) == expected
