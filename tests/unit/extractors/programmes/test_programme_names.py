"""Sentences to programme names: a name may be given in any form that the row allows."""

from datetime import date

import pytest

from extractors.document import read_document
from extractors.programmes import find_programmes
from extractors.programmes.folding import fold_name
from models.records import ArticleText

ROWS: list[tuple[str, list[str]]] = [
    # Announced by a lead noun.
    (
        "Pemkot Tegal meluncurkan aplikasi Siaga Bunda untuk melaporkan kekerasan terhadap anak.",
        ["Siaga Bunda"],
    ),
    (
        "Dinas itu meluncurkan inovasi “Kaca Mata Ibu” agar korban kekerasan cepat tertolong.",
        ["Kaca Mata Ibu"],
    ),
    (
        "Lewat program Sambang Sekolah, petugas UPTD PPA mengajarkan cara mencegah kekerasan.",
        ["Sambang Sekolah"],
    ),
    ("Warga diajak ikut gerakan Wani Matur supaya kekerasan pada perempuan tidak didiamkan.", ["Wani Matur"]),
    ("Polres membuka layanan “Curhat Puan” bagi perempuan korban KDRT.", ["Curhat Puan"]),
    (
        "Bupati mencanangkan kampanye Nagari Tanpa Tangis untuk menekan kekerasan anak.",
        ["Nagari Tanpa Tangis"],
    ),
    ("Korban kekerasan bisa menelepon hotline Halo Puan di nomor 0812000.", ["Halo Puan"]),
    ("Call center Lapor Mbak Ayu melayani pengaduan kekerasan perempuan 24 jam.", ["Lapor Mbak Ayu"]),
    (
        "DP3A menjalankan program 'Ayah Hebat Tanpa Kekerasan' di sepuluh desa.",
        ["Ayah Hebat Tanpa Kekerasan"],
    ),
    ("Inovasi Dinas PPPA bernama Basuh Luka itu mendampingi anak korban kekerasan.", ["Basuh Luka"]),
    ("Aplikasi pengaduan kekerasan anak itu diberi nama “Si Pelita”.", ["Si Pelita"]),
    ("Layanan konseling korban kekerasan tersebut dikenal dengan nama Teras Puan.", ["Teras Puan"]),
    # Acronym and expansion, either way round.
    (
        "Dinas membentuk Jaringan Ibu Peduli Anak (Jipena) untuk mencegah kekerasan di kampung.",
        ["Jipena", "Jaringan Ibu Peduli Anak"],
    ),
    (
        "DP3A meluncurkan SIGARDA (Sistem Tanggap Darurat Perempuan dan Anak) bagi korban kekerasan.",
        ["SIGARDA", "Sistem Tanggap Darurat Perempuan dan Anak"],
    ),
    (
        "Kini ada Sapu Jagat, singkatan dari Siap Peduli Jaga Anak dan Perempuan Terintegrasi, untuk "
        "korban kekerasan.",
        ["Sapu Jagat"],
    ),
    (
        "Pemprov punya Layanan Antar Jemput Korban Kekerasan (Lantera) sejak tahun lalu.",
        ["Lantera", "Layanan Antar Jemput Korban Kekerasan"],
    ),
    ("Kader Perlindungan Anak Terpadu Berbasis Masyarakat (PATBM) dilatih mencegah kekerasan.", ["PATBM"]),
    ("PATBM atau Perlindungan Anak Terpadu Berbasis Masyarakat sudah ada di tiap desa.", ["PATBM"]),
    # Known nationwide.
    ("Keluarga bisa berkonsultasi di Puspaga tanpa bayar.", ["Puspaga"]),
    ("Laporan dapat disampaikan lewat SAPA 129 atau WhatsApp.", ["SAPA 129"]),
    ("Pemkab mengejar predikat Kabupaten Layak Anak tingkat Nindya.", ["Kabupaten Layak Anak"]),
    ("Semua SD didorong menjadi sekolah ramah anak.", ["Sekolah Ramah Anak"]),
    (
        "Forum Anak Kabupaten Blora menyuarakan penolakan perkawinan dini.",
        ["Forum Anak", "Forum Anak Kabupaten"],
    ),
    (
        "Dua desa ditetapkan sebagai Desa Ramah Perempuan dan Peduli Anak (DRPPA).",
        ["DRPPA", "Desa Ramah Perempuan dan Peduli Anak"],
    ),
    ("Menteri meresmikan Ruang Bersama Indonesia di kelurahan itu.", ["Ruang Bersama Indonesia"]),
    ("Jawa Tengah menggencarkan gerakan Jo Kawin Bocah di sekolah.", ["Jo Kawin Bocah"]),
    ("Duta GenRe diajak mengampanyekan bahaya nikah dini.", ["GenRe", "Duta GenRe"]),
    (
        "Kampanye 16 Hari Anti Kekerasan terhadap Perempuan dibuka wali kota.",
        ["16 Hari Anti Kekerasan terhadap Perempuan"],
    ),
    ("Anak korban bisa menghubungi TeSA 129.", ["TeSA 129"]),
    # Task forces, spaces, community structures.
    ("Kampus membentuk Satgas PPKS setelah ada aduan pelecehan.", ["Satgas PPKS"]),
    ("Sekolah wajib punya Tim Pencegahan dan Penanganan Kekerasan (TPPK).", ["TPPK"]),
    ("Satgas Anti Bullying dibentuk di semua SMP di Kota Pati.", ["Satgas Anti Bullying"]),
    ("Gugus Tugas TPPO dikukuhkan Gubernur untuk mencegah perdagangan orang.", ["Gugus Tugas TPPO"]),
    (
        "Pemkot membangun rumah kolaborasi bagi korban. Rumah kolaborasi itu menampung aduan kekerasan "
        "perempuan. "
        "Di rumah kolaborasi ada psikolog.",
        ["rumah kolaborasi"],
    ),
    ("Posko Sahabat Puan dibuka di setiap kecamatan untuk korban kekerasan.", ["Posko Sahabat Puan"]),
    ("Rumah Curhat Perempuan diresmikan untuk mendampingi korban kekerasan.", ["Rumah Curhat Perempuan"]),
    (
        "Desa itu mendirikan Kelompok Perlindungan Anak Desa sebagai wadah warga.",
        ["Kelompok Perlindungan Anak Desa"],
    ),
    (
        "Ada juga program Polisi Cilik Goes To School untuk mencegah perundungan.",
        ["Polisi Cilik Goes To School"],
    ),
    ("Puskesmas Ramah Anak mulai diterapkan di lima kecamatan.", ["Puskesmas Ramah Anak"]),
    ("Dua dusun dideklarasikan sebagai desa bebas dari kekerasan anak.", ["desa bebas dari kekerasan anak"]),
    # Named after a verb of founding or using, or described right behind the name.
    (
        "Wali kota memperkenalkan Si Cantik, layanan jemput bola bagi perempuan korban kekerasan.",
        ["Si Cantik"],
    ),
    ("DP3A Kota Malang membuka Omah Curhat di lima kelurahan bagi korban KDRT.", ["Omah Curhat"]),
    ("Korban kekerasan dapat menghubungi Lapor Mbak Rini di nomor 0811.", ["Lapor Mbak Rini"]),
    ('Polresta meluncurkan layanan aduan "Halo Bu Polisi" khusus perempuan dan anak.', ["Halo Bu Polisi"]),
    ('Warga menyebutnya "Warung Curhat", tempat istri korban KDRT mengadu.', ["Warung Curhat"]),
    ("Gubernur meluncurkan kampanye #BeraniBicara agar korban kekerasan melapor.", ["#BeraniBicara"]),
    (
        "Pemkab Bekasi meluncurkan Gerakan Bersama Jaga Anak (Gerbang Jana) untuk menekan kekerasan.",
        ["Gerbang Jana"],
    ),
    (
        "Lewat Saber PPA atau Sapu Bersih Kekerasan Perempuan dan Anak, polisi menyisir desa.",
        ["Saber PPA", "Sapu Bersih Kekerasan Perempuan dan Anak"],
    ),
    ("Pemkot menggagas Kader Sahabat Puan atau disingkat Kasapu untuk korban kekerasan.", ["Kasapu"]),
    (
        "Program SERASI (Sekolah Ramah, Aman, Sehat dan Inklusif) diterapkan di 20 SD untuk mencegah "
        "kekerasan.",
        ["SERASI"],
    ),
    # Names in use, renamed names, and names built on a common plan.
    ("Kami punya Lentera Kasih, di situ korban kekerasan bisa bercerita.", ["Lentera Kasih"]),
    ("Program itu berganti nama menjadi Satu Pintu Puan untuk korban kekerasan.", ["Satu Pintu Puan"]),
    ("Program yang mereka namai Gandeng Tangan itu mendampingi anak korban kekerasan.", ["Gandeng Tangan"]),
    ("Jaksa Masuk Sekolah menjadi cara kejaksaan mencegah kekerasan anak.", ["Jaksa Masuk Sekolah"]),
    ("Warga merayakan 10 Hari Tanpa Kekerasan terhadap Anak.", ["10 Hari Tanpa Kekerasan terhadap Anak"]),
    ("Peluncuran Si Rindu mempercepat penanganan laporan kekerasan.", ["Si Rindu"]),
    ("Aduan kekerasan disampaikan melalui Lapor Pak Wali dan media sosial.", ["Lapor Pak Wali"]),
    ("Sambil menunggu, kami mau buat Pos Kasih Bunda untuk korban kekerasan.", ["Pos Kasih Bunda"]),
    ("Camat menetapkan gampong ramah anak di pesisir.", ["gampong ramah anak"]),
    (
        "Melalui Pusat Konsultasi Keluarga Harmonis (Puskoharmon), warga bisa konseling soal KDRT.",
        ["Puskoharmon"],
    ),
    # Not programmes: agencies, data systems, laws, generic activities, violence, events, places, speech.
    ("Data itu berasal dari Dinas Pemberdayaan Perempuan dan Perlindungan Anak (DP3A) Kota Batu.", []),
    ("UPTD Perlindungan Perempuan dan Anak (PPA) mendampingi korban.", []),
    ("Sistem Informasi Online Perlindungan Perempuan dan Anak (SIMFONI PPA) mencatat 40 kasus.", []),
    ("Undang-Undang Tindak Pidana Kekerasan Seksual (UU TPKS) mulai berlaku.", []),
    ("Kasus Kekerasan Dalam Rumah Tangga (KDRT) paling banyak dilaporkan.", []),
    ("Dinas rutin menggelar sosialisasi pencegahan kekerasan dan rapat koordinasi.", []),
    ("Korban kini ditampung di rumah aman milik pemerintah.", []),
    ("Pusat Pelayanan Terpadu Pemberdayaan Perempuan dan Anak (P2TP2A) menangani korban.", []),
    ("Peringatan Hari Anak Nasional (HAN) digelar di alun-alun.", []),
    ("“Jangan diam kalau melihat kekerasan,” kata Kepala Dinas.", []),
    (
        "Komisi Perlindungan Anak Indonesia (KPAI) menerima aduan dari Kabupaten Hulu Sungai Selatan (HSS).",
        [],
    ),
    ("Seminar bertema “Perempuan Berdaya Anak Terlindungi” diikuti 200 peserta.", []),
    ("Bunda Forum Anak menyerahkan bingkisan.", []),
    ("Bantuan program Keluarga Harapan disalurkan kepada warga miskin.", []),
    ("Polres Garut menangani Anak yang Berhadapan dengan Hukum (ABH).", []),
    ("Pelaku mengenal korban kekerasan lewat aplikasi MiChat dan media sosial Facebook.", []),
    ("Korban kekerasan dirawat di Rumah Sakit Umum Daerah Arifin Achmad.", []),
    ("Layanan UPTD PPA Kota Depok gratis bagi korban kekerasan.", []),
    ("Kelurahan Sukamaju mencatat 12 kasus kekerasan anak.", []),
    ("Pencegahan kekerasan lewat Komunikasi, Informasi dan Edukasi (KIE) di sekolah.", []),
    ("Sistem Peradilan Pidana Anak (SPPA) mewajibkan diversi.", []),
    ('Kegiatan bertajuk "Suara Anak Negeri" berlangsung di alun-alun.', []),
    ("Hotline pengaduan 0811-222-333 melayani korban kekerasan.", []),
    ("Warga melaporkan bocah bernama Budi Santoso yang jadi korban kekerasan.", []),
    ("Jaringan Pembela Perempuan Pesisir (JPPP) mengecam kekerasan seksual itu.", []),
    ("Forum Kerukunan Umat Beragama (FKUB) mendukung pencegahan kekerasan anak.", []),
    ("Satgas Gakkum mengejar pelaku kekerasan anak.", []),
    ("Kota memiliki Mal Pelayanan Publik yang menerima laporan kekerasan.", []),
    ("Pemkab menjalankan Standar Pelayanan Minimal bagi korban kekerasan.", []),
    ("Sistem Informasi Gender dan Anak mencatat 20 kasus kekerasan anak.", []),
    ("Data aplikasi Simponi PPA menunjukkan 230 kasus kekerasan.", []),
    ("Pelaku mengenal korban kekerasan seksual lewat aplikasi Kencanku.", []),
    ("Wali kota menerima Anugerah Peduli Anak karena menekan kekerasan.", []),
    ("Pusat Layanan Psikologi Universitas Indonesia mendampingi korban kekerasan.", []),
    ("Koalisi Masyarakat Peduli Perempuan mengecam kekerasan seksual.", []),
    ("Bupati membuka Musyawarah Daerah dan menyinggung kekerasan anak.", []),
    ("Polisi menghubungi Kepala Desa Sukasari setelah anak itu dianiaya.", []),
    ("", []),
]


def _names(text: str) -> list[set[str]]:
    document = read_document(ArticleText(id="x", text=text, published=date(2025, 6, 1)))
    return [
        {fold_name(form) for form in (record.name, *record.aliases)} for record in find_programmes(document)
    ]


FURTHER: list[tuple[str, list[str]]] = [
    # Posts that take victims in, calls and pledges, names with 'Ibu' and numerals behind them.
    ("Korban kekerasan ditampung di Rumah Teduh Bahari sampai pulih.", ["Rumah Teduh Bahari"]),
    ("Posko Lentera di pelabuhan menerima laporan perdagangan orang.", ["Posko Lentera"]),
    ("Gubernur meneken Piagam Kampus Aman bagi Perempuan.", ["Piagam Kampus Aman bagi Perempuan"]),
    ("Forum itu diberi nama Lingkar Ibu Siaga dan mendampingi korban kekerasan.", ["Lingkar Ibu Siaga"]),
    ("Hotline Sahabat Puan 24 jam dibuka untuk korban kekerasan.", ["Sahabat Puan"]),
    ("Relawan yang menamakan diri Kawan Bocah mengunjungi anak korban kekerasan.", ["Kawan Bocah"]),
    ("Namanya Lingkar Asuh Ibu dan Anak Desa, disingkat Lingasa, kata dinas soal kekerasan.", ["Lingasa"]),
    ("Mereka menjaga anak dan perempuan korban kekerasan. Namanya Tim Rangkiang.", ["Tim Rangkiang"]),
    ("Anak memiliki ruang menyampaikan pendapat soal kekerasan.", []),
    ("Kesimpulan Rumah Puan Bahari (RPB) setelah menghitung kasus kekerasan: naik.", []),
    ("Santi, begitu ia disapa, mendampingi korban kekerasan.", []),
    # Whose officer speaks is an organisation; numbers, letters and awards are no names.
    ("Ketua Solidaritas Perempuan Anging (SPA) mengatakan kekerasan seksual naik.", []),
    ("Menurut Koordinator Sanggar Suara Perempuan (SSP), kekerasan seksual naik.", []),
    ("Hubungi nomor pengaduan 0812-3456-XXXX bila melihat kekerasan.", []),
    ("Ketua RT dan RW diminta mencegah kekerasan anak.", []),
    ("Dapat Piala Layak Anak, Kota Tegal Malah Banyak Kekerasan", []),
    # Channels by their nouns.
    ("Polisi membuka kanal aduan Kinanti Wengi bagi korban kekerasan.", ["Kinanti Wengi"]),
    ("Kampus membuat kanal lapor Nirmala bagi korban kekerasan seksual.", ["Nirmala"]),
    ("Korban kekerasan dapat mengirim pesan lewat WA Curhat Uni sampai malam.", ["Curhat Uni"]),
    ("Ketua satgas, Wa Siti Rahmania, menyebut enam laporan kekerasan.", []),
    # Expansions behind a comma, across commas, behind 'nama itu'.
    ("Dinas mengaktifkan Sikra, Siaga Kampung Ramah Anak, di 45 kelurahan.", ["Sikra"]),
    ("Warga memasang nomor aduan URAT, Unit Respons Aduan Terpadu, bagi korban kekerasan.", ["URAT"]),
    (
        "Dinas memperluas inovasi SALAM IBU atau Sahabat Layanan Aman Masyarakat, Istri dan Bayi, "
        "Untuk Semua.",
        ["SALAM IBU"],
    ),
    (
        "Kabupaten memperkenalkan Gemilang. Nama itu singkatan dari Gerakan Melindungi Anak "
        "Ulang Nilai Gotong.",
        ["Gemilang"],
    ),
    # A room is no part of a name, the public space is.
    (
        "Rapat Gugus Tugas Kota Layak Anak di Ruang Kartini membahas kekerasan.",
        ["Gugus Tugas Kota Layak Anak"],
    ),
    # Places.
    ("Di Sukamulya, relawan mengajari warga mencegah kekerasan anak.", []),
    ("Sekolah diminta membuka kelas orang tua untuk mencegah kekerasan.", []),
]


@pytest.mark.parametrize(("text", "wanted"), FURTHER)
def test_names_found_further(text: str, wanted: list[str]) -> None:
    found = _names(text)
    assert len(found) == len(wanted)
    assert all(any(fold_name(name) in names for names in found) for name in wanted)


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_names_found(text: str, wanted: list[str]) -> None:
    found = _names(text)
    if not wanted:
        assert found == []
        return
    assert len(found) == 1
    assert found[0] & {fold_name(form) for form in wanted}


INTRODUCED = [
    (
        "Korban kekerasan kini dapat memakai Halo Ntina, nomor aduan yang aktif sehari semalam.",
        ["Halo Ntina"],
    ),
    ("Lamin Pulih adalah rumah singgah bagi perempuan korban kekerasan.", ["Lamin Pulih"]),
    ("Itu Kareta Wadul, kendaraan layanan keliling untuk korban KDRT.", ["Kareta Wadul"]),
    ("Remaja ramai memakai tagar #AniNgomong soal kekerasan seksual.", ["#AniNgomong"]),
    ("Kader perlindungan anak itu menyebut diri Inang Panjaga.", ["Inang Panjaga"]),
    ("Polsek menjalankan program sahabat emak pasar untuk mencegah KDRT.", ["sahabat emak pasar"]),
    ("Dinas menggulirkan Becak Ungu, kelas keliling bagi calon pengantin.", ["Becak Ungu"]),
    (
        "Inovasi untuk anak:\n1. RONDA EMAK – pos kamling penerima aduan KDRT\n2. Duta Cakap",
        ["RONDA EMAK", "Duta Cakap"],
    ),
    (
        "Anak korban dibantu Sobat Kuala dan Kawan Muara, dua komunitas penyintas kekerasan.",
        ["Sobat Kuala", "Kawan Muara"],
    ),
    ("Kekerasan dicegah lewat PANDU, singkatan dari pantau dan dukung ibu.", ["PANDU"]),
    ("Warga mengeluhkan kekerasan di Gedung Mawar, tempat acara itu dilangsungkan.", []),
    ("Kasus kekerasan itu, kata Suryani, tim dinas masih mendalaminya.", []),
    ("Menurutnya, gerakan itu menekan angka kekerasan terhadap anak.", []),
    ("Disampaikan melalui Kabid Perlindungan Anak Ratna Sari, kasus kekerasan masih ada.", []),
]


@pytest.mark.parametrize(("text", "wanted"), INTRODUCED)
def test_names_that_the_sentence_explains(text: str, wanted: list[str]) -> None:
    found = _names(text)
    assert len(found) == len(wanted)
    assert all(any(fold_name(name) in names for names in found) for name in wanted)


def test_a_quoted_name_right_behind_another_is_the_same_programme() -> None:
    text = (
        "Dinas PPPA berencana membangun rumah curhat untuk korban kekerasan terhadap perempuan. “Kami ingin"
        " memiliki Rumah Curhat ‘Teman Setia’ yang menjadi tempat pendampingan,” kata kepala dinas."
    )
    document = read_document(ArticleText(id="x", text=text, published=date(2025, 3, 4)))
    (record,) = find_programmes(document)
    assert {fold_name(form) for form in (record.name, *record.aliases)} >= {"rumah curhat", "teman setia"}
