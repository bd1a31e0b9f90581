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
VICTIMS += [
    ("Korban SR, 17 tahun, dicekoki minuman keras.", ["SR"]),
    ("Perempuan berinisial DA (27) itu tewas di kontrakannya di Kelurahan Kaligandu.", ["DA", "Kaligandu"]),
    (
        "Nama korban adalah Yessi Anggraini, warga Perumahan Banten Indah Permai.",
        ["Yessi", "Anggraini", "Indah"],
    ),
    ("Peristiwa itu menimpa Wulan (12), siswi kelas 6 SD di Kasemen.", ["Wulan"]),
    ("Ayah Wulan, Sarijo, mengaku geram atas perlakuan kepala sekolah terhadap korban.", ["Wulan", "Sarijo"]),
    ("Ibu dari korban yang bernama Juminten sempat pingsan.", ["Juminten"]),
    ("Menurut keterangan Tuti, ibu korban, kejadian bermula pada Maret.", ["Tuti"]),
    ("Menurut Tuti selaku ibu korban, kejadian bermula pada Maret.", ["Tuti"]),
    ("Sumarni (40), ibu korban, melaporkan kejadian itu ke Polsek Ciruas.", ["Sumarni"]),
    ("Korban yang akrab disapa Nisa itu periang.", ["Nisa"]),
    ("Korban bersama orang tuanya tinggal di Link. Ciwaduk, RT 002/004, Cilegon.", ["Ciwaduk", "002"]),
    ("Si korban, Ayu, kini mondok di Pesantren Al-Mubarok.", ["Ayu", "Mubarok"]),
    ("Siswa berinisial MRA (15) dari SMK Bina Insani dikeroyok.", ["MRA", "Bina Insani"]),
    ("Anak malang bernama Galih itu baru berusia 5 tahun.", ["Galih"]),
    ("“Anak saya, Citra, dipukul gurunya,” kata Hasanah, ibu korban.", ["Citra", "Hasanah"]),
    ("Kejadian dialami Lia Amelia (19), mahasiswi Untirta.", ["Lia", "Amelia"]),
    ("Sulastri menjadi korban kekerasan suaminya, Parjo.", ["Sulastri", "Parjo"]),
    ("Polisi mengidentifikasi korban sebagai Maya Sari (24).", ["Maya", "Sari"]),
    ("Pelapor yang juga ibu korban, NN (38), datang ke SPKT.", ["NN"]),
    ("Korban pencabulan itu, IP (9) dan adiknya, FZ (6), dititipkan di rumah aman.", ["IP", "FZ"]),
    ("Korban AP diduga diperkosa oleh paman sendiri.", ["AP"]),
    ("Seorang bocah inisial P (10) di Kampung Cigadung menjadi korban.", [" P ", "Cigadung"]),
    ("Bocah malang itu adalah putri kedua dari pasangan Rudi Hartono dan Yeni.", ["Rudi", "Hartono", "Yeni"]),
    ("Korban Ny. S (32) mengalami luka lebam.", [" S "]),
    (
        "TKW asal Desa Cikeusal, Kabupaten Serang, Eti binti Kosim, disiksa majikan.",
        ["Cikeusal", "Eti", "Kosim"],
    ),
    ("Suharti, 45, warga Jalan Kenari 7, korban penganiayaan suaminya, melapor.", ["Suharti", "Kenari"]),
    ("Jasad korban dimakamkan di TPU Desa Pamarayan.", ["Pamarayan"]),
    ("Siswi kelas 8 itu bersekolah di SMP Islam Terpadu Raudhatul Jannah.", ["Raudhatul", "Jannah"]),
    ("Perempuan muda itu bernama Dian Permata.", ["Dian", "Permata"]),
    ("Pelaku merupakan ayah kandung korban, yaitu AS (41) warga Kp. Babakan.", ["AS", "Babakan"]),
    ("Guru ngaji itu mencabuli tiga muridnya, yakni A, B, dan C.", ["A,", "B,", "C."]),
    ("Gadis 14 tahun di Desa Curug Agung diperkosa tetangganya.", ["Curug", "Agung"]),
    ("Menurut Kapolsek, N ditemukan di kebun. Korban N kemudian dibawa ke puskesmas.", [" N "]),
    ("korban atas nama SITI ROHMAH, perempuan, 21 tahun", ["SITI", "ROHMAH"]),
    ("Istri pelaku, Neneng, juga kerap dipukul dan menjadi korban KDRT.", ["Neneng"]),
    ("Korban mengaku bernama Sinta.", ["Sinta"]),
    ("Tiara, bocah 8 tahun itu, kini dirawat neneknya.", ["Tiara"]),
    ("Kasus yang menimpa Nurul Aini, siswi SMAN 1 Pandeglang, viral.", ["Nurul", "Aini", "1 Pandeglang"]),
    ("Tante korban bernama Rohayati menemukan pesan itu.", ["Rohayati"]),
    ("Korban beralamat di Komplek Taman Ciruas Permai Blok A5 No. 3.", ["Taman", "A5"]),
    ("Warga menemukan korban, remaja 16 tahun bernama Fadilah, di tepi sungai.", ["Fadilah"]),
    ("Tangis Komariah pecah saat melihat anaknya, Bayu (4), terbaring di RSUD.", ["Bayu"]),
    ("Korban, perempuan asal Kampung Pasir Kadu RT 01 RW 02, sedang hamil lima bulan.", ["Pasir Kadu", "01"]),
    ("Sang ibu, Yayah Rokayah, tidak terima anaknya menjadi korban.", ["Yayah", "Rokayah"]),
    ("“Saya dipukul,” kata Marlina, korban KDRT asal Cilegon.", ["Marlina"]),
    ("Korban HN saat itu pulang dari SMPN 1 Baros.", ["HN", "1 Baros"]),
    ("Dari hasil pemeriksaan, TI mengaku sudah tiga kali mencabuli keponakannya, SL (8).", ["SL"]),
    ("Korban yakni anak pasangan Mulyadi-Suryati.", ["Mulyadi", "Suryati"]),
    (
        "Lima santriwati berinisial AA, BB, CC, DD, dan EE melapor ke Polda Banten.",
        ["AA", "BB", "CC", "DD", "EE"],
    ),
    (
        "Alfiyah (bukan nama asli), penyintas asal Desa Bojongsari, membagikan kisahnya.",
        ["Alfiyah", "Bojongsari"],
    ),
    (
        "Korban bekerja sebagai ART di rumah majikannya di Jalan Cendrawasih Raya Blok D2.",
        ["Cendrawasih", "D2"],
    ),
    ("Putri sulung korban, Nadia, melihat kejadian itu.", ["Nadia"]),
    ("Suami Eni, Jumadi, dijerat UU PKDRT. Eni adalah korban.", ["Eni", "Jumadi"]),
    ("Kejadian bermula saat korban Dea Ananda pulang sekolah.", ["Dea", "Ananda"]),
    ("Seorang pelajar SMA berinisial 'KA' di Kota Serang dirundung.", ["KA"]),
    ("Ketiga korban, masing-masing D (7), E (8), dan F (9), tinggal bertetangga.", ["D (", "E (", "F ("]),
    ("Menurut tetangga korban, Iis, keributan sering terdengar.", ["Iis"]),
    ("Kakak dari korban berinisial ML yang pertama kali curiga.", ["ML"]),
    ("Ia sekolah di MTsN 2 Pandeglang, kata paman korban.", ["2 Pandeglang"]),
    ("Korban kini kembali ke kampung halamannya di Nagari Sungai Batang.", ["Sungai Batang"]),
    ("Anak berusia 6 tahun itu lahir pada 4 Januari 2015.", ["4 Januari 2015"]),
    ("Bocah SD korban sodomi, Rehan, mengalami trauma berat.", ["Rehan"]),
    ("Polisi: Korban Vina Dewi Alami Luka di Kepala", ["Vina"]),
    ("Ayah bejat itu menghamili putrinya, Melani (15).", ["Melani"]),
    ("Gadis difabel berinisial T.R. di Dusun Sidomulyo diperkosa.", ["T.R", "Sidomulyo"]),
    (
        "Mahasiswi berinisial PQ, 20 tahun, Fakultas Hukum Universitas Sukamakmur, melapor.",
        ["PQ", "Sukamakmur"],
    ),
    ("Korban tercatat sebagai siswi SMK Kesehatan Mitra Husada.", ["Mitra", "Husada"]),
    ("Rumah orang tua korban berada di Perum Persada Blok F12/8.", ["Persada", "F12"]),
    ("Bayi malang tersebut, Aldi, berusia 10 bulan.", ["Aldi"]),
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
