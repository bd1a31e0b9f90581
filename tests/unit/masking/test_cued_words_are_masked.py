"""Sentences written for this test; the names in them are invented."""

import pytest

from models.masking import MASK, masked

IDENTIFYING = [
    ("Korban berinisial AB (13) kini didampingi UPTD PPA.", ["AB"], ["(13)", "UPTD PPA"]),
    ("Tiga korban berinisial MR, SA dan TW melapor ke Polres Lebak.", ["MR", "SA", "TW"], ["Polres Lebak"]),
    ("Pelaku dengan inisial H.K. ditangkap.", ["H.K."], ["Pelaku", "ditangkap"]),
    ("Seorang bocah berinisial R mengadu kepada ibunya.", [" R "], ["mengadu"]),
    ("Korban AB (13) tinggal bersama neneknya.", ["AB"], ["(13)"]),
    ("Tersangka KS (45) adalah ayah tiri korban.", ["KS"], ["ayah tiri"]),
    ("Siswi NA, 15 tahun, mengaku dipaksa.", ["NA,"], ["15 tahun"]),
    ("AD (16 tahun) dan temannya melapor.", ["AD"], ["16 tahun"]),
    ("Korban, Melati Ayuningtyas (12), dirawat di RSUD.", ["Melati", "Ayuningtyas"], ["(12)", "RSUD"]),
    ("Gadis bernama Kenanga Putri itu hilang sejak Senin.", ["Kenanga", "Putri"], ["Senin"]),
    ("Remaja perempuan yang bernama Sekar ditemukan selamat.", ["Sekar"], ["selamat"]),
    ("Ibu korban, Sumarni, mendatangi kantor polisi.", ["Sumarni"], ["kantor polisi"]),
    ("Menurut ayah korban Darmaji kejadian itu berulang.", ["Darmaji"], ["kejadian"]),
    ("Kepada penyidik, korban Wulandari menceritakan semuanya.", ["Wulandari"], ["penyidik"]),
    ("Rukmini (14 tahun) menjadi korban perundungan.", ["Rukmini"], ["14 tahun", "perundungan"]),
    ("Istri bernama Lestari Handayani melaporkan suaminya.", ["Lestari", "Handayani"], ["suaminya"]),
    ("Ia adalah putri dari Suparman dan Sulastri.", ["Suparman", "Sulastri"], ["putri dari"]),
    ("Seorang siswi SMPN 3 Ciruas menjadi korban.", ["3 Ciruas"], ["siswi SMPN"]),
    (
        "Siswa kelas 5 SD Negeri Sukamaju 2 itu trauma.".replace("Siswa", "Seorang siswa"),
        ["Sukamaju"],
        ["trauma"],
    ),
    ("Para santriwati di Pondok Pesantren Nurul Cahaya melapor.", ["Nurul", "Cahaya"], ["Pondok Pesantren"]),
    ("Murid SDN 7 Kota Serang itu dipukul gurunya.", [" 7 "], ["Kota Serang"]),
    ("Korban adalah warga Desa Sukajadi, Kecamatan Kibin.", ["Sukajadi"], ["Kecamatan Kibin"]),
    ("Pelaku tinggal di Kampung Baru Asih, Desa Kadubeureum.", ["Baru Asih", "Kadubeureum"], ["Pelaku"]),
    (
        "Rumah korban di Jalan Melati No.5 didatangi petugas.".replace("Rumah", "Lalu rumah"),
        ["Melati"],
        ["petugas"],
    ),
    ("Kejadian di RT 02/RW 05 itu diketahui tetangga.", ["02/RW 05"], ["tetangga"]),
    ("Bayi berinisial Z dititipkan di panti.", [" Z "], ["panti"]),
    ("Adik korban, Bagas Pratama (9), ikut diperiksa.", ["Bagas", "Pratama"], ["(9)"]),
    ("Perempuan berusia 20 itu, SM (20), melapor.", ["SM"], ["(20)"]),
    ("Terdakwa Sutrisno (52) mencabuli anak tirinya.", ["Sutrisno"], ["(52)"]),
    ("Korban berinisial 'DN' masih duduk di bangku SMP.", ["DN"], ["SMP"]),
    ("Saksi TR (17) membenarkan.", ["TR"], ["(17)"]),
    ("Anak pasangan Mulyono dan Wartini itu kini aman.", ["Mulyono", "Wartini"], ["aman"]),
]

PUBLIC = [
    "Kepala DP3AKB Kota Serang Anton Gunawan mengatakan ada 64 kasus.",
    "Kasus terbanyak di Depok (289), Kota Bekasi (120) dan Bogor (98).",
    "Angka tertinggi di NTB (52), NTT (47) dan DKI Jakarta (57).",
    "Tercatat 39 kasus dengan 55 orang korban, terdiri dari 25 kasus anak dan 14 kasus perempuan.",
    "Satgas PPA dibentuk di Desa Sukajadi dan Kelurahan Kaligandu.",
    "Program Sekolah Ramah Anak berjalan di SMPN 1 Serang.",
    "Layanan Calling Pepa diluncurkan Wakil Wali Kota Serang Nur Agis.",
    "Jumlah korban Januari hingga Oktober 2025 mencapai 1.254 orang.",
    "Pendamping korban Siti Rahma menjelaskan prosedurnya.",
    "Kuasa hukum korban, Budi Santoso, meminta keadilan.",
    "Korban Kekerasan di Kabupaten Serang Capai 157 Kasus",
    "Sebanyak 12 korban KDRT dan 5 korban TPPO didampingi P2TP2A.",
    "Menurut usia: 0-5 tahun 3 anak, 6-12 tahun 14 anak, 13-17 tahun 20 anak.",
    "KDRT (20), TPPO (12), dan ABH (5) ditangani sepanjang 2024.",
    "Kapolres Lebak AKBP Wiwin Setiawan menyebut 74 laporan.",
    "Pelajar SD 12 orang, pelajar SMP 20 orang dan pelajar SMA 8 orang.",
    "Korban dari Kecamatan Ciruas 12 orang dan Kecamatan Kibin 9 orang.",
]


@pytest.mark.parametrize(("sentence", "gone", "kept"), IDENTIFYING)
def test_identifying_words_go_and_the_rest_stays(sentence: str, gone: list[str], kept: list[str]) -> None:
    result = masked(sentence)
    assert MASK in result
    assert [word for word in gone if word in result] == []
    assert [word for word in kept if word not in result] == []


@pytest.mark.parametrize("sentence", PUBLIC)
def test_officials_agencies_places_and_counts_stay(sentence: str) -> None:
    assert masked(sentence) == sentence


@pytest.mark.parametrize("sentence", [sentence for sentence, _, _ in IDENTIFYING])
def test_masking_twice_changes_nothing_more(sentence: str) -> None:
    assert masked(masked(sentence)) == masked(sentence)
