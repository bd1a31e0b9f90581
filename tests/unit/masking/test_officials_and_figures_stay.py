"""Sentences about officials, agencies, figures and programmes; masking must not touch them."""

import json
from pathlib import Path

import pytest

from models.masking import masked

GOLD = Path(__file__).parents[2] / "gold" / "open"

PUBLIC = [
    "Kepala DP3AKB Kota Serang, Anthon Gunawan, mengatakan ada 23 kasus pada 2020.",
    "Dinas Pengendalian Penduduk dan Keluarga Berencana (DPPKB) mencatat 12 korban.",
    "Dinas Perlindungan Anak dan Keluarga Berencana, menurut kepalanya, mendampingi 7 korban.",
    "Penerima Program Keluarga Harapan mendapat penjelasan tentang hak korban.",
    "Sebanyak 12 korban di Kecamatan Ciruas didampingi UPTD PPA.",
    "Kasus terbanyak di Kota Serang (12), Cilegon (7), dan Pandeglang (5).",
    "Menurut Ratna Dewi, korban kekerasan seksual sering memilih diam.",
    "Kapolres Serang AKBP Wiwin Setiawan menyebut 45 perkara.",
    "Forum Anak Banten dan Puspaga Kota Cilegon menggelar sosialisasi.",
    "Program Desa Ramah Perempuan dan Peduli Anak diluncurkan di Kabupaten Lebak.",
    "Aplikasi bernama LINDUNGI diluncurkan untuk korban kekerasan.",
    "Layanan SAPA 129 menerima 1.254 aduan sepanjang 2023.",
    "Sebanyak 40 siswa SMPN 2 Serang mengikuti sosialisasi antiperundungan.",
    "Lembaga Perlindungan Saksi dan Korban (LPSK) menerima 537 permohonan.",
    "Kekerasan fisik 20 kasus, psikis 79 kasus, dan penelantaran 4 kasus.",
    "Jumlah korban perempuan 103 orang dan anak 157 orang.",
    "Dari 158 kasus, korban anak perempuan 98 orang.",
    "Korban KDRT pada 2022 mencapai 134 orang di Kota Bandung.",
    "Ketua P2TP2A Kabupaten Tangerang, Rita Handoko, meminta warga melapor.",
    "Satgas PPA Kelurahan Cipare dibentuk pada 12 Mei 2021.",
    "Kota Layak Anak menjadi target Pemerintah Provinsi Banten.",
    "UPTD PPA di Jalan Veteran Nomor 5 siap melayani korban.",
    "Bupati Serang Ratu Tatu Chasanah meresmikan rumah aman.",
    "Korban Perdagangan Orang di NTT Naik Jadi 27 Kasus",
    "Jumlah Korban Kekerasan Anak di Banten Meningkat",
    "Komnas Perempuan mencatat 3.442 pengaduan pada 2024.",
    "Pendamping korban, Siti Aminah, menyebut ada 14 laporan.",
    "Psikolog anak Kartika Sari menilai penanganan korban belum merata.",
    "Data SIMFONI PPA menunjukkan 465 kasus di Jawa Barat.",
    "Kecamatan Cipocok Jaya 7 kasus, Taktakan 4 kasus, Walantaka nihil.",
    "Korban terbanyak berasal dari Kabupaten Lebak.",
    "Sekolah Ramah Anak sudah diterapkan di 32 SMP negeri.",
    "Kepala Desa Cikolelet, Ojat Darojat, membentuk satgas perlindungan anak.",
    "PATBM Desa Sukajaya aktif sejak 2019.",
    "Menteri PPPA Arifah Fauzi meluncurkan Ruang Bersama Indonesia.",
    "Ibu Gubernur hadir dalam kampanye 16 Hari Anti Kekerasan terhadap Perempuan.",
    "Pelaku kekerasan terhadap anak 21 orang, di antaranya 6 tersangka.",
    "Anak korban kekerasan berusia 13-17 tahun ada 56 orang.",
    "Polda Metro Jaya menangani 2.187 kasus sepanjang Januari–Oktober 2025.",
    "Jaksa Agung meminta korban mendapat restitusi.",
    "Direktur LBH APIK Jakarta, Uli Pangaribuan, memaparkan 1.321 pengaduan.",
    "Anak dari Kabupaten Serang mendominasi, yakni 34 kasus.",
    "Program ini lahir pada 12 Mei 2020 dan menjangkau 155 desa.",
    "Korban di Cilegon naik dari 34 menjadi 51 orang.",
    "Gerakan Berani Lapor digagas DP3A Kota Tangerang Selatan.",
    "Hotline UPTD PPA 0811-1234-567 melayani korban 24 jam.",
    "Kabid Perlindungan Anak DP3A, Yusuf Maulana, mendampingi 3 korban.",
    "“Korban harus berani melapor,” kata Nurlaila, Kepala UPTD PPA Lebak.",
    "Kasus AKBP Condro Sasongko menangani 12 perkara anak.",
    "Ketua TP PKK Banten, Tinawati, mengajak ibu-ibu melapor.",
    "Kota Serang 45 kasus, Kota Cilegon 30 kasus, dan Kabupaten Lebak 12 kasus anak.",
    "Angka perkawinan anak di Kecamatan Cikeusal 23 kasus.",
    "Korban usia 0-5 tahun 3 orang, 6-12 tahun 14 orang, 13-17 tahun 39 orang.",
    "Anak korban didampingi pekerja sosial Dinas Sosial Kota Tangerang.",
    "Kasi PPA DKBP3A Kabupaten Serang, Iin Adillah, menyebut korban terbanyak dari Kragilan.",
    "Duta Anak Kota Serang Alya Zahra mengajak pelajar menolak perundungan.",
    "Ketua Komnas PA Arist Merdeka Sirait meminta pelaku dihukum berat.",
    "Wali Kota Cilegon Helldy Agustian meluncurkan Call Center 112 bagi korban.",
    "Tersangka 14 orang, korban 17 anak, kata Kasat Reskrim AKP David Adhi Kusuma.",
    "Menurut Kepala DP2KBP3A, Nina Herlina, ada 5 anak korban di Kecamatan Pabuaran (3) dan Baros (2).",
    "Sosialisasi di SMAN 1 Kragilan diikuti 120 siswa.",
    "Pondok Pesantren Ramah Anak dideklarasikan Kementerian Agama.",
    "Bupati Pandeglang Irna Narulita menyebut Kelurahan Ramah Perempuan.",
    "KDRT (12), pelecehan (7), dan TPPO (3) mendominasi laporan perempuan.",
    "Dinas mencatat jumlah kekerasan pada perempuan 27 kasus dan anak 61 kasus di 2021.",
    "Layanan Puspaga Kelurahan Sukasari menjangkau 300 keluarga.",
    "Ibu Kota Nusantara mencatat 2 kasus kekerasan anak.",
    "Advokat LBH Apik Banten, Dwi Putri, mendampingi korban di PN Serang.",
    "Polres Lebak menerima laporan 8 perempuan korban KDRT.",
    "Desa Sukamanah, Desa Kadu, dan Desa Muara menjadi desa percontohan DRPPA.",
    "Komisioner KPAI Retno Listyarti mencatat 18 kasus di satuan pendidikan.",
    "Anak-anak di Papua (12) dan Maluku (7) menjadi korban terbanyak menurut KPAI.",
    "AKP Indik Rusmono menyebut 27 anak menjadi korban sepanjang 2022.",
    "Anak berhadapan dengan hukum 14 orang, kata Kasi Pidum Kejari Serang Edwar.",
    "Plt Kepala UPTD PPA, Hendry Gunawan, mengatakan korban didampingi psikolog.",
    "Dinas Sosial mendata 18 korban TPPO asal Kecamatan Tirtayasa.",
    "Menurut Irna, korban anak laki-laki 31 orang pada 2023.",
    "Kejadian di rumah tangga 45 kasus, sekolah 12 kasus, tempat kerja 3 kasus.",
    "Satgas PPA Kecamatan Taktakan dikukuhkan Camat Mamat Rahmat.",
    "Kabupaten Serang 67, Kota Serang 45, Kabupaten Lebak 39 korban anak.",
    "Aktivis perempuan Banten, Uday Suhada, mendesak aparat menindak pelaku.",
    "Rapat di Aula Kelurahan Sumurpecung membahas 5 kasus anak.",
    "Pelaku anak usia 12 tahun tidak ditahan sesuai UU SPPA.",
    "Sekda Banten Al Muktabar membuka Rakor Perlindungan Perempuan dan Anak.",
    "Kasus perundungan di SMP Negeri se-Kota Serang 12 kasus.",
    "Korban kekerasan di Jalan Raya Serang–Jakarta nihil.",
    "Ibu Atalia Praratya, Ketua TP PKK, meresmikan Sekoper Cinta.",
    "Kepala Dinas P3A Dalduk KB, Dra. Hj. Siti Ma'ani Nina, M.Si, menyebut 1.031 kasus.",
    "Program Jaksa Menyapa hadir di SMAN 4 Cilegon untuk pelajar.",
    "Kampung Anti Kekerasan diluncurkan di Kelurahan Lontar.",
    "Ketua LPA Banten Hendry Gunawan mencatat 72 anak korban kekerasan seksual.",
    "Sejumlah 23 perempuan korban KDRT mendapat layanan di Rumah Aman Kota Tangerang.",
]


@pytest.mark.parametrize("sentence", PUBLIC)
def test_public_sentences_are_unchanged(sentence: str) -> None:
    assert masked(sentence) == sentence


def test_there_are_forty_sentences() -> None:
    assert len(PUBLIC) >= 40


def test_no_evidence_of_the_open_gold_loses_a_word() -> None:
    changed = []
    for path in sorted(GOLD.glob("*.json")):
        article = json.loads(path.read_text("utf-8"))
        for kind in ("figures", "programmes", "trends"):
            changed += [
                one["evidence"] for one in article[kind] if masked(one["evidence"]) != one["evidence"]
            ]
    assert changed == []
