"""What counts and what does not: words for counting, things counted beside, rates, fears, permits, tables."""

from datetime import date

import pytest

from tests.unit.extractors.figures.readings import figures_of, row

CHILDREN = "Pada 2023 di Kabupaten Belu tercatat 33 kasus kekerasan terhadap anak. "
COUNTED = "33 cases 53.04 2023 - children any - exact"

FOUND = [
    pytest.param(
        "Sepanjang 2024, Rumah Sakit Umum di Kabupaten Ende merawat 31 pasien korban kekerasan. "
        "Yang perempuan dewasa 19, anak 12.",
        [
            "31 victims 53.08 2024 - women_children any - exact",
            "19 victims 53.08 2024 - women any - exact",
            "12 victims 53.08 2024 - children any - exact",
        ],
        id="patients are victims",
    ),
    pytest.param(
        "Kekerasan terhadap anak di Kabupaten Alor tahun 2023 ada 52 kasus. "
        "Tiga puluh empatnya kekerasan seksual.",
        [
            "52 cases 53.05 2023 - children any - exact",
            "34 cases 53.05 2023 - children sexual - exact",
        ],
        id="a number word with -nya counts a part",
    ),
    pytest.param(
        "Kejaksaan Negeri Dompu menerima 44 SPDP perkara perlindungan anak selama 2023, "
        "naik dari 39 SPDP pada 2022.",
        [
            "44 cases 52.05 2023 - children any - exact",
            "39 cases 52.05 2022 - children any - exact",
        ],
        id="notices of investigation count cases",
    ),
    pytest.param(
        "Sepanjang 2024 di Kabupaten Sumba Barat ada 40 kasus kekerasan terhadap perempuan dan anak. "
        "Loli 14, Lamboya 9. Tana Righu nihil.",
        [
            "40 cases 53.12 2024 - women_children any - exact",
            "14 cases 53.12.10 2024 - women_children any - exact",
            "9 cases 53.12.12 2024 - women_children any - exact",
            "0 cases 53.12.04 2024 - women_children any - exact",
        ],
        id="bare numbers of districts, and a nihil",
    ),
    pytest.param(
        "Satgas PPKS kampus itu di Kota Palu menerima 20 laporan kekerasan seksual sepanjang 2023. "
        "Pelapornya 15 mahasiswi, empat dosen dan satu pegawai.",
        [
            "20 reports 72.71 2023 - all sexual - exact",
            "15 reports 72.71 2023 - women sexual - exact",
            "4 reports 72.71 2023 - women sexual work exact",
            "1 reports 72.71 2023 - women sexual work exact",
        ],
        id="those who report, by what they are",
    ),
    pytest.param(
        "Polres Ngada menangani 212 kasus pencurian, 90 kasus narkoba dan 31 kasus perjudian selama 2023. "
        "Pada tahun yang sama persetubuhan anak 17 kasus.",
        ["17 cases 53.09 2023 - children sexual - exact"],
        id="one kind of violence in a release about crimes",
    ),
    pytest.param(
        "Kekerasan terhadap anak di Kabupaten Bone tahun 2023 ada 30 kasus: Januari lima, "
        "Februari dan Maret masing-masing enam, April tiga.",
        [
            "30 cases 73.08 2023 - children any - exact",
            "5 cases 73.08 2023 2023-01/2023-01 children any - exact",
            "6 cases 73.08 2023 2023-02/2023-02 children any - exact",
            "6 cases 73.08 2023 2023-03/2023-03 children any - exact",
            "3 cases 73.08 2023 2023-04/2023-04 children any - exact",
        ],
        id="each of two months, then one that stands alone",
    ),
    pytest.param(
        "Kepala Dinas P3A Kota Bima membuka rekap kekerasan yang dilaporkan warga kepada petugas sepanjang "
        "tahun 2023, Senin siang.\n\nKorban menurut kecamatan\nRaba   11\nMpunda   8\nAsakota   6",
        [
            "11 victims 52.72.04 2023 - all any - exact",
            "8 victims 52.72.05 2023 - all any - exact",
            "6 victims 52.72.03 2023 - all any - exact",
        ],
        id="the line above a list names what it counts",
    ),
]

NOT_COUNTED = [
    pytest.param("Rata-rata tiga kasus sebulan.", id="a rate"),
    pytest.param("Setiap bulan ada dua aduan.", id="a rate said before"),
    pytest.param("Kepala dinas khawatir tahun depan tembus 40 kasus.", id="a fear"),
    pytest.param("Satu korban bisa mengalami lebih dari satu bentuk kekerasan.", id="any one"),
    pytest.param("Dari 69 desa, baru 21 yang punya relawan.", id="villages"),
    pytest.param("Dari sembilan aturan yang diminta, baru tiga yang terbit.", id="rules"),
    pytest.param("Menurutnya 7 dari 10 korban mengenal pelakunya.", id="seven of ten"),
    pytest.param("Ada kenaikan delapan kasus.", id="a rise"),
    pytest.param("Anggota forum, Sinta (16), meminta aduan dibuka.", id="the age of a named person"),
    pytest.param("Pengadilan Agama menerima 87 permohonan dispensasi kawin.", id="permits to marry"),
    pytest.param("Kegiatan itu melibatkan 120 pelajar.", id="an audience"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_every_count_is_found(text: str, expected: list[str]) -> None:
    assert [row(figure) for figure in figures_of(text, published=None)] == expected


@pytest.mark.parametrize("sentence", NOT_COUNTED)
def test_what_is_no_count_of_violence(sentence: str) -> None:
    found = [row(figure) for figure in figures_of(CHILDREN + sentence, published=date(2024, 1, 9))]
    assert found == [COUNTED]
