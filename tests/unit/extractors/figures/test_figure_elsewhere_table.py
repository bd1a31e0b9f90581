"""Numbers of other matters and their parts, audiences, absences in many words; sentences of our own."""

import pytest

from tests.unit.extractors.figures.readings import figures_of, row

CHILDREN = "Pada 2023 di Kabupaten Belu tercatat 33 kasus kekerasan terhadap anak. "
COUNTED = "33 cases 53.04 2023 - children any - exact"

LEFT_OUT = [
    pytest.param(
        "Polres Belu merilis kinerja 2023. Laporan polisi yang masuk 840, padahal 2022 hanya 910. "
        "Dari jumlah itu 300 perkara ditangani polres, sedangkan 540 perkara oleh polsek.\n"
        "Pencurian, penipuan, dan perjudian menurun.\nKekerasan terhadap anak naik 12 persen.",
        id="all reports to the police, another year's, and their parts",
    ),
    pytest.param(
        CHILDREN
        + "\nSatuan narkoba mengungkap 41 kasus sabu dengan tersangka 57 orang, 50 pria dan tujuh perempuan.",
        id="two parts that make another crime's suspects",
    ),
    pytest.param(
        CHILDREN + "\nDokter forensik melakukan otopsi. Jumlah korban yang diperiksa 640 kasus, terdiri atas "
        "orang hidup 600 kasus dan jenazah 40 kasus.",
        id="forensic examinations of anybody",
    ),
    pytest.param(
        CHILDREN + "\nMateri itu disampaikan di hadapan 80 siswa SMA.",
        id="pupils who are spoken to",
    ),
    pytest.param(
        CHILDREN + "\nDelapan perempuan membacakan puisi dan menutup acara itu.",
        id="persons busy at an event",
    ),
    pytest.param(
        CHILDREN + "\nTiga itu yang paling sering ditanyakan warga, katanya.",
        id="so many of what was just said",
    ),
    pytest.param(
        CHILDREN + "\nWarga sering mendatangi beberapa kantor untuk satu kasus.",
        id="any one case",
    ),
    pytest.param(
        CHILDREN + "\nPolres merilis pengungkapan dua perkara pencabulan. Perkara pertama terjadi di kebun. "
        "Perkara kedua terjadi di rumah.",
        id="cases shown to the press are told one by one",
    ),
    pytest.param(
        CHILDREN + "\nPeserta aksi itu ialah Bidang Kepemudaan 9 orang, sekretariat enam orang.",
        id="people that bodies sent",
    ),
    pytest.param(
        CHILDREN + "\nPencurian tahun itu 50 kasus. Penganiayaan 21 kasus.",
        id="assault beside theft",
    ),
    pytest.param(
        CHILDREN + "\nStatistik Pengunjung\nHari ini: 42\nTotal: 81230",
        id="counters of visitors",
    ),
    pytest.param(
        CHILDREN + "\nAda pula yang dicegah, semisal pengiriman 26 remaja lewat pelabuhan.",
        id="persons of one deed named as an example",
    ),
    pytest.param(CHILDREN + "\nPekerjaan itu kami bagi tiga.", id="into so many kinds"),
    pytest.param(
        CHILDREN + "\nIa meminta pencatatan disamakan agar satu kasus tidak dihitung dua kali.",
        id="any one case, of which only a wish is told",
    ),
    pytest.param(
        CHILDREN + "\n\nPada rilis itu polisi menyebut 120 kasus pencurian kendaraan dan 74 kasus narkoba.",
        id="other crimes of the same release",
    ),
]

FOUND = [
    pytest.param(
        "Sepanjang 2023 di Nusa Tenggara Timur ada 20 kasus perdagangan orang. Kabupaten Belu 12 kasus, "
        "Kabupaten Alor delapan kasus, adapun Ende dan Sikka kosong.",
        [
            "20 cases 53 2023 - all trafficking - exact",
            "12 cases 53.04 2023 - all trafficking - exact",
            "8 cases 53.05 2023 - all trafficking - exact",
            "0 cases 53.08 2023 - all trafficking - exact",
            "0 cases 53.07 2023 - all trafficking - exact",
        ],
        id="places that are empty in a list of counts",
    ),
    pytest.param(
        "Sepanjang 2023 di Nusa Tenggara Timur ada 20 kasus perdagangan orang. Kabupaten Belu 12 kasus dan "
        "Kabupaten Alor delapan kasus. Sumba Timur tidak mencatat satu kasus pun.",
        [
            "20 cases 53 2023 - all trafficking - exact",
            "12 cases 53.04 2023 - all trafficking - exact",
            "8 cases 53.05 2023 - all trafficking - exact",
            "0 cases 53.11 2023 - all trafficking - exact",
        ],
        id="an office that recorded not one",
    ),
    pytest.param(
        "Pada 2023 di Kabupaten Belu kekerasan psikis menimpa 9 anak, 4 perempuan, "
        "dan seorang laki-laki dewasa.",
        [
            "9 victims 53.04 2023 - children psychological - exact",
            "4 victims 53.04 2023 - women psychological - exact",
            "1 victims 53.04 2023 - men psychological - exact",
        ],
        id="one person at the end of a list",
    ),
    pytest.param(
        "Korban kekerasan di Kabupaten Belu pada 2023 sebanyak 30 orang, yaitu 18 perempuan dewasa "
        "berbanding 12 anak.",
        [
            "30 victims 53.04 2023 - women_children any - exact",
            "18 victims 53.04 2023 - women any - exact",
            "12 victims 53.04 2023 - children any - exact",
        ],
        id="one number against another",
    ),
    pytest.param(
        "Kekerasan terhadap anak di Kabupaten Belu 40 kasus pada 2021. "
        "Sempat berkurang, 31 kasus, pada 2022.",
        [
            "40 cases 53.04 2021 - children any - exact",
            "31 cases 53.04 2022 - children any - exact",
        ],
        id="behind a comma stands what was left",
    ),
    pytest.param(
        CHILDREN + "Tujuh darinya dicabuli.",
        [COUNTED, "7 cases 53.04 2023 - children sexual - exact"],
        id="so many of them",
    ),
    pytest.param(
        "Sepanjang 2023 di Nusa Tenggara Timur ada 20 kasus perdagangan orang. Kabupaten Belu 12 kasus. "
        "Alor dan Sikka muncul berikutnya, empat kasus di tiap kabupaten.",
        [
            "20 cases 53 2023 - all trafficking - exact",
            "12 cases 53.04 2023 - all trafficking - exact",
            "4 cases 53.05 2023 - all trafficking - exact",
            "4 cases 53.07 2023 - all trafficking - exact",
        ],
        id="so many in each place, said afterwards",
    ),
    pytest.param(
        "Kekerasan terhadap anak di Kabupaten Belu pada 2023 mencapai 40 kasus. "
        "Polisi menyatakan P21 untuk 9 kasus pencabulan dan 6 kasus penganiayaan.",
        [
            "40 cases 53.04 2023 - children any - exact",
            "9 cases 53.04 2023 - children sexual status exact",
            "6 cases 53.04 2023 - children physical status exact",
        ],
        id="a status said before a list governs it",
    ),
    pytest.param(
        "Kekerasan terhadap anak di Kabupaten Belu pada 2023 mencapai 40 kasus. "
        "Pacar pelakunya dalam 18 kasus.",
        [
            "40 cases 53.04 2023 - children any - exact",
            "18 cases 53.04 2023 - children any perpetrator exact",
        ],
        id="one word tells the part",
    ),
    pytest.param(
        "Kekerasan terhadap perempuan di Kabupaten Belu pada 2023 ada 12 kasus. "
        "Kedua belas korban kini tinggal bersama orang tua.",
        [
            "12 cases 53.04 2023 - women any - exact",
            "12 victims 53.04 2023 - women any - exact",
        ],
        id="as many victims as cases",
    ),
]


@pytest.mark.parametrize("text", LEFT_OUT)
def test_other_matters_are_no_figures(text: str) -> None:
    assert [row(figure) for figure in figures_of(text) if row(figure) != COUNTED] == []


@pytest.mark.parametrize(("text", "rows"), FOUND)
def test_figures_in_other_wordings(text: str, rows: list[str]) -> None:
    assert [row(figure) for figure in figures_of(text)] == rows
