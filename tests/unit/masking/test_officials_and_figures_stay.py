"""Sentences about officials, agencies, figures and programmes; masking must not touch them."""

import json
from pathlib import Path

import pytest

from models.masking import masked

GOLD = Path(__file__).parents[2] / "gold" / "open"

PUBLIC = [
    "Kepala DP3AKB Kota Serang, Anthon Gunawan, mengatakan ada 23 kasus pada 2020.",
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
