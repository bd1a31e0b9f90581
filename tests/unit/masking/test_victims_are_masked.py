"""Sentences that name victims, their families, homes and schools; what must not survive."""

import pytest

from models.masking import MASK, identifying_spans, masked

VICTIMS = [
    ("Korban berinisial AB (14) didampingi UPTD PPA.", ["AB"]),
    ("Korban, sebut saja Melati (13), kini dirawat.", ["Melati"]),
    ("Bunga (bukan nama sebenarnya) baru berani bercerita kepada gurunya.", ["Bunga"]),
    ("Korban bernama Rina Puspita dijemput ibunya.", ["Rina", "Puspita"]),
    ("Polisi menyebut korban Rina Puspita mengalami trauma.", ["Rina", "Puspita"]),
    ("Korban, Nurhayati, mengaku dipukul suaminya.", ["Nurhayati"]),
    ("Seorang siswi, SN (12), diantar keluarganya ke Polres Serang.", ["SN"]),
    ("Siswi SMPN 3 Ciruas itu melapor ke polisi.", ["SMPN 3", "3 Ciruas"]),
    ("Ibu korban, Sumiati, melapor ke Polresta Serang Kota.", ["Sumiati"]),
    ("Ayah kandung korban bernama Karsono sudah ditahan.", ["Karsono"]),
    ("Gadis itu anak dari Suherman dan Maryati.", ["Suherman", "Maryati"]),
    ("Bayi itu putri pasangan Dedi Kurnia dan Lilis Suryani.", ["Dedi", "Kurnia", "Lilis", "Suryani"]),
    ("Korban adalah warga Desa Sukaraja, Kecamatan Ciruas.", ["Sukaraja"]),
    ("Korban tinggal di Kampung Cibeureum RT 03/RW 05.", ["Cibeureum", "03", "05"]),
    ("Rumah korban di Jalan Melati No. 12 dijaga warga.", ["Melati"]),
    ("Korban lahir di Serang pada 12 Mei 2011.", ["12 Mei 2011", "2011"]),
    ("Santriwati Pondok Pesantren Nurul Falah itu hamil.", ["Nurul", "Falah"]),
    ("Bocah berusia 9 tahun asal Dusun Karanganyar itu trauma.", ["Karanganyar"]),
    ("Penyintas bernama Dewi Lestari mendirikan kelompok dukungan.", ["Dewi", "Lestari"]),
    ("Korban berinisial R, S, dan T masih satu sekolah.", [" R,", " S,", " T "]),
    ("Pelaku tega mencabuli anak tirinya, N (11), sejak 2021.", [" N "]),
    ("Korban K.S. (15) sudah dua kali diperiksa.", ["K.S"]),
    ("Seorang anak perempuan, Putri (8), ditemukan menangis.", ["Putri"]),
    (
        "Korban yang bernama lengkap Siti Nur Aisyah binti Jamal dimakamkan kemarin.",
        ["Siti", "Aisyah", "Jamal"],
    ),
    ("Korban Sri Wahyuni, 35 tahun, melapor pada Senin.", ["Sri", "Wahyuni"]),
    ("Polisi menjemput M (16) siswi kelas X SMK Negeri 2 Rangkasbitung.", [" M ", "2 Rangkasbitung"]),
    ("Mendiang Ratnasari menjadi korban KDRT suaminya.", ["Ratnasari"]),
    ("Ananda Fitri kini tinggal bersama neneknya.", ["Fitri"]),
    ("Kakek korban, Mbah Sarmin (70), tak kuasa menahan tangis.", ["Sarmin"]),
    ("Keluarga korban yang tinggal di Perumahan Griya Asri Blok C pindah.", ["Griya", "Asri"]),
    ("Yuliana, korban KDRT, mengaku takut pulang.", ["Yuliana"]),
    ("Nabila yang menjadi korban perundungan pindah sekolah.", ["Nabila"]),
    ("Remaja putri berinisial 'DW' itu ditolong tetangga.", ["DW"]),
    ("Dua korban, AN (13) dan RS (14), dibawa ke rumah aman.", ["AN (", "RS"]),
    ("Korban bersekolah di SD Negeri Cikande 4.", ["Cikande"]),
    ("Korban duduk di kelas VI SDN Margahayu 2.", ["Margahayu"]),
    ("Seorang siswi MTs Al Hidayah mengaku dilecehkan.", ["Al Hidayah", "Hidayah"]),
    ("Suami korban, Bagus Prakoso, ditetapkan sebagai tersangka.", ["Bagus", "Prakoso"]),
    ("Ibunya, Wartini, baru tahu ketika korban muntah-muntah.", ["Wartini"]),
    ("Bocah perempuan berusia 7 tahun warga Kelurahan Unyur dicabuli tetangganya.", ["Unyur"]),
    ("Korban dijemput di rumahnya di Gang Mawar, Kelurahan Cipare.", ["Mawar", "Cipare"]),
    ("Ia adalah Intan (nama samaran), gadis 15 tahun.", ["Intan"]),
    ("Panggil saja dia Kenanga, korban perdagangan orang.", ["Kenanga"]),
    ("Korban atas nama Lestari Handayani sudah divisum.", ["Lestari", "Handayani"]),
    ("Tersangka adalah ayah tiri korban, Wagiman (48).", ["Wagiman"]),
    ("Siti Khadijah (korban) hadir di persidangan.", ["Siti", "Khadijah"]),
    ("Mahasiswi Universitas Tirtamaya berinisial LK melapor.", ["Tirtamaya", "LK"]),
    ("Balita 3 tahun di Lingkungan Kebonjati itu meninggal.", ["Kebonjati"]),
    ("Orang tua korban, Pak Darma, meminta keadilan.", ["Darma"]),
    ("Korban Anisa dan kakaknya dibawa ke Puskesmas.", ["Anisa"]),
    ("Pelajar berinisial F.A. diancam pacarnya.", ["F.A"]),
    ("Paman korban berinisial YS diamankan.", ["YS"]),
    ("Gadis asal Desa Tegalwangi itu disekap tiga hari.", ["Tegalwangi"]),
    ("Korban diketahui bernama Mutiara.", ["Mutiara"]),
    ("Anak korban bernama Dimas menyaksikan kejadian.", ["Dimas"]),
    ("Adik korban, Rafa (6), juga dipukul.", ["Rafa"]),
    ("Jenazah Kartika, korban kekerasan suaminya, diautopsi.", ["Kartika"]),
    ("Korban kelahiran 3-4-2010 itu yatim piatu.", ["3-4-2010"]),
    (
        "Siswi SMA Negeri 5 Tangerang, Putri Maharani, diancam lewat media sosial.",
        ["Putri", "Maharani", "5 "],
    ),
    ("Istri yang menjadi korban, Eka Safitri (29), dirawat.", ["Eka", "Safitri"]),
    ("KORBAN berinisial NA dirujuk ke RSUD.", ["NA "]),
    ("Korban merupakan santri Ponpes Darul Ikhlas.", ["Darul", "Ikhlas"]),
    ("Pria itu mencabuli Zahra (10), anak tetangganya.", ["Zahra"]),
    ("Korban, warga RT 04 RW 02 Kelurahan Sumur Pecung, melapor.", ["04", "02", "Sumur", "Pecung"]),
    ("Rani Tertunduk: Korban Rani Minta Keadilan Ditegakkan", ["Korban Rani"]),
]
REPEATED = [
    ("Korban bernama Salsabila. Salsabila kini dirawat, kata Kapolres.", "Salsabila"),
    ("Seorang siswi berinisial WN melapor. Menurut polisi, WN diancam.", "WN"),
    ("Korban Rina Puspita dirawat. Kepala UPTD PPA menjenguk Rina di rumahnya.", "Rina"),
    ("Korban berinisial AB. Ia tinggal di Kampung Cikareo bersama neneknya.", "Cikareo"),
    ("Bocah itu trauma. Sehari-hari ia sekolah di SDN Pasirwaru.", "Pasirwaru"),
]


@pytest.mark.parametrize(("sentence", "hidden"), VICTIMS)
def test_nothing_that_identifies_a_victim_survives(sentence: str, hidden: list[str]) -> None:
    shown = masked(sentence)
    assert MASK in shown
    assert [word for word in hidden if word in shown] == []


@pytest.mark.parametrize(("text", "hidden"), REPEATED)
def test_once_named_is_masked_throughout(text: str, hidden: str) -> None:
    assert hidden not in masked(text)


def test_there_are_sixty_sentences() -> None:
    assert len(VICTIMS) >= 60


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in VICTIMS])
def test_spans_lie_in_order_inside_the_text(sentence: str) -> None:
    spans = identifying_spans(sentence)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(set(edges))
    assert 0 <= edges[0] < edges[-1] <= len(sentence)


def test_an_officials_name_stays_beside_a_masked_victim() -> None:
    text = "Kepala UPTD PPA Kota Serang, Irna Rustika, mendampingi korban berinisial AB (14)."
    assert masked(text) == (
        f"Kepala UPTD PPA Kota Serang, Irna Rustika, mendampingi korban berinisial {MASK} (14)."
    )


def test_a_namesake_in_office_stays() -> None:
    text = "Korban bernama Putri. Kepala DP3A, Putri Handayani, menjenguknya."
    assert masked(text) == f"Korban bernama {MASK}. Kepala DP3A, Putri Handayani, menjenguknya."
