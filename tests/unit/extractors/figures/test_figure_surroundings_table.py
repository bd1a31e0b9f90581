"""What a count takes over from around it, and numbers that are none; sentences of our own."""

from datetime import date

import pytest

from tests.unit.extractors.figures.readings import figures_of, row

NOVEMBER = date(2024, 11, 20)
CHILDREN = "Pada 2023 di Kabupaten Belu tercatat 33 kasus kekerasan terhadap anak. "
COUNTED = "33 cases 53.04 2023 - children any - exact"

SCOPE = [
    pytest.param(
        "Kekerasan terhadap anak di Kabupaten Belu selama 2023 mencapai 40 kasus, berkurang dari tahun 2022 "
        "sebanyak 52 kasus.\nPencabulan paling sering, 21 kasus, lalu penganiayaan 19 kasus.",
        [
            "40 cases 53.04 2023 - children any - exact",
            "52 cases 53.04 2022 - children any - exact",
            "21 cases 53.04 2023 - children sexual - exact",
            "19 cases 53.04 2023 - children physical - exact",
        ],
        id="a year compared with hands nothing down",
    ),
    pytest.param(
        "Sepanjang 2023 di Kabupaten Belu ada 40 kasus kekerasan terhadap anak. Tahun 2022 jumlahnya 31 "
        "kasus.\nRapat digelar di aula.\nKata dia, kini ada gedung baru.\n"
        "Polres Belu pada tahun yang sama menerima 17 laporan kekerasan terhadap anak.",
        [
            "40 cases 53.04 2023 - children any - exact",
            "31 cases 53.04 2022 - children any - exact",
            "17 reports 53.04 2023 - children any - exact",
        ],
        id="the same year, from afar, is the one the story is about",
    ),
    pytest.param(
        "Januari-September 2024 di Kabupaten Belu ada 30 kasus kekerasan terhadap anak, periode sama "
        "tahun lalu 26 kasus. Kekerasan terhadap perempuan dalam kurun waktu yang sama mencapai 12 kasus.",
        [
            "30 cases 53.04 2024 2024-01/2024-09 children any - exact",
            "26 cases 53.04 2023 2023-01/2023-09 children any - exact",
            "12 cases 53.04 2024 2024-01/2024-09 women any - exact",
        ],
        id="the same stretch is the one counted, not the one compared with",
    ),
    pytest.param(
        "Kekerasan terhadap perempuan dan anak di Sumatera Barat pada 2023 menimpa 90 orang.\n"
        "Kepala dinas Siti di Padang, Rabu, menyebut korban anak 60 orang dan perempuan 30 orang.",
        [
            "90 victims 13 2023 - women_children any - exact",
            "60 victims 13 2023 - children any - exact",
            "30 victims 13 2023 - women any - exact",
        ],
        id="where somebody spoke is not where it is counted",
    ),
    pytest.param(
        "Kekerasan terhadap perempuan dan anak di Kabupaten Belu tahun 2023 berjumlah 44 kasus. Sebanyak "
        "24 kasus di antaranya kekerasan seksual.\nMenurut kecamatan, Lasiolat 12 kasus, Raihat 7 kasus dan "
        "Lamaknen 5 kasus.",
        [
            "44 cases 53.04 2023 - women_children any - exact",
            "24 cases 53.04 2023 - women_children sexual - exact",
            "12 cases 53.04.17 2023 - women_children any - exact",
            "7 cases 53.04.03 2023 - women_children any - exact",
            "5 cases 53.04.01 2023 - women_children any - exact",
        ],
        id="districts divide the whole, though they add up to one of its kinds",
    ),
    pytest.param(
        "UPTD PPA Kabupaten Belu mendampingi 30 korban kekerasan pada 2023. Dua kasus titipan dari kabupaten "
        "tetangga ikut ditangani.",
        [
            "30 victims 53.04 2023 - women_children any - exact",
            "2 cases 53.04 2023 - women_children any other exact",
        ],
        id="cases entrusted by the regency next door",
    ),
    pytest.param(
        "Lembaga Bantuan Hukum (LBH) Nusa di Kabupaten Belu menerima 30 aduan KDRT sepanjang 2023.",
        ["30 reports 53.04 2023 - all domestic - exact"],
        id="a service in an office's name is no breakdown",
    ),
    pytest.param(
        "Sepanjang 2023 polisi di Kabupaten Belu mengungkap 15 kasus perdagangan orang. Sebanyak 20 orang "
        "ditetapkan sebagai tersangka TPPO.\nPetugas menyelamatkan 64 korban.\nWarga mengecam eksploitasi.",
        [
            "15 cases 53.04 2023 - all trafficking - exact",
            "20 perpetrators 53.04 2023 - all trafficking - exact",
            "64 victims 53.04 2023 - all trafficking - exact",
        ],
        id="one word for another kind does not change what a story is about",
    ),
    pytest.param(
        CHILDREN + "Menurut jenjang, 20 korban merupakan siswa SD, 9 siswa SMP dan empat siswa SMA.",
        [
            COUNTED,
            "20 victims 53.04 2023 - children any education exact",
            "9 victims 53.04 2023 - children any education exact",
            "4 victims 53.04 2023 - children any education exact",
        ],
        id="pupils of schools are persons, not schools",
    ),
    pytest.param(
        "Selama 2023 di Kabupaten Belu ada 38 korban kekerasan terhadap anak. Sebanyak 25 dari 38 korban "
        "masih duduk di bangku SD.",
        [
            "38 victims 53.04 2023 - children any - exact",
            "25 victims 53.04 2023 - children any education exact",
        ],
        id="what follows a part of a number speaks of the part",
    ),
    pytest.param(
        "Kekerasan terhadap perempuan dan anak di Kalimantan Timur selama 2023 ada 506 kasus. Disusul Kutai "
        "Kartanegara (Kukar) 83 kasus dengan 95 korban, Balikpapan 77 kasus dengan 77 korban.",
        [
            "506 cases 64 2023 - women_children any - exact",
            "83 cases 64.02 2023 - women_children any - exact",
            "95 victims 64.02 2023 - women_children any - exact",
            "77 cases 64.71 2023 - women_children any - exact",
            "77 victims 64.71 2023 - women_children any - exact",
        ],
        id="a place's short form in brackets is no place of the whole list",
    ),
    pytest.param(
        "Kekerasan terhadap anak di Kota Semarang belum surut. Tahun ini, baru Januari dan Februari, sudah "
        "38 korban.",
        ["38 victims 33.74 2024 2024-01/2024-02 children any - exact"],
        id="two months taken together are one stretch",
    ),
    pytest.param(
        "Kekerasan terhadap anak di Kota Semarang selama 2023 mencapai 90 kasus. Pedurungan menempati urutan "
        "pertama dengan 24 kasus.",
        [
            "90 cases 33.74 2023 - children any - exact",
            "24 cases 33.74.06 2023 - children any - exact",
        ],
        id="a district without the word, by its place in the order",
    ),
    pytest.param(
        "Korban kekerasan terhadap perempuan dan anak di Kalimantan Utara pada 2023 berjumlah 244 orang.\n"
        "Tana Tidung paling kecil, tiga orang.\nPerempuan 203 orang, laki-laki 41 orang.",
        [
            "244 victims 65 2023 - women_children any - exact",
            "3 victims 65.04 2023 - women_children any - exact",
            "203 victims 65 2023 - women any - exact",
            "41 victims 65 2023 - men any - exact",
        ],
        id="what adds up to the whole is of the whole, not of the place named last",
    ),
    pytest.param(
        "Hampir 300 Anak di Kota Semarang Alami Kekerasan\n\n"
        "Sepanjang 2023 pemerintah Kota Semarang menerima laporan 293 anak korban kekerasan.",
        ["293 victims 33.74 2023 - children any - exact"],
        id="a headline rounds what the story counts",
    ),
    pytest.param(
        "26 Anak di Kota Semarang Jadi Korban Kekerasan\n\n"
        "Sepanjang 2023 pemerintah Kota Semarang mencatat 26 kasus kekerasan terhadap anak.",
        ["26 cases 33.74 2023 - children any - exact"],
        id="a headline says in another unit what the story counts",
    ),
    pytest.param(
        "Sepanjang 2023 di Kota Semarang ada 64 kasus kekerasan terhadap anak, setahun kemudian 51 kasus.",
        [
            "64 cases 33.74 2023 - children any - exact",
            "51 cases 33.74 2024 2024-01/2024-11 children any - exact",
        ],
        id="a word of time does not cut a clause",
    ),
]

NONE = [
    pytest.param("Idealnya satu penyidik memegang tiga perkara.", id="what one officer handles"),
    pytest.param("Tidak ada satu pun kecamatan yang nihil.", id="none that is clear"),
    pytest.param("Satu kasus pun tetap dianggap banyak.", id="any one case"),
    pytest.param("Kalau SDM, dinas mengajukan 12 orang.", id="staff asked for"),
    pytest.param("Tujuh dari 10 siswa enggan melapor.", id="seven in ten"),
    pytest.param("Gempa bulan itu melukai 26 orang.", id="struck by an earthquake"),
    pytest.param("Wabah malaria menyerang 317 orang.", id="struck by a disease"),
]


@pytest.mark.parametrize(("text", "expected"), SCOPE)
def test_a_count_takes_over_what_the_story_tells(text: str, expected: list[str]) -> None:
    assert [row(figure) for figure in figures_of(text, published=NOVEMBER)] == expected


@pytest.mark.parametrize("sentence", NONE)
def test_numbers_beside_a_count_are_no_figures(sentence: str) -> None:
    assert [row(figure) for figure in figures_of(CHILDREN + sentence)] == [COUNTED]


def test_persons_after_an_earthquake_are_counted() -> None:
    text = CHILDREN + "Di antaranya 12 korban melapor pascagempa."
    assert [row(figure) for figure in figures_of(text)] == [
        COUNTED,
        "12 victims 53.04 2023 - children any - exact",
    ]
