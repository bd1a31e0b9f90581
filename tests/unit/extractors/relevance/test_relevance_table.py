"""Short texts of all kinds: about the problem, or only beside it."""

import pytest

from extractors.document import read_document
from extractors.relevance import is_relevant, judge_relevance
from models.records import ArticleText

RELEVANT: list[str] = [
    "DP3A mencatat 64 kasus kekerasan terhadap perempuan dan anak sampai Agustus. Kekerasan fisik paling "
    "banyak, "
    "disusul psikis. Kepala dinas meminta warga tidak takut melapor.",
    "Laporan KDRT di kecamatan itu nihil sepanjang tahun. Camat menyebut penyuluhan rutin bersama UPTD "
    "PPA berhasil.",
    "Komnas Perempuan merilis catatan tahunan: pengaduan kekerasan berbasis gender online naik dua kali "
    "lipat. "
    "Lembaga itu mendesak pemulihan korban diprioritaskan.",
    "Bupati melantik satgas perlindungan perempuan dan anak di 20 desa. Anggota satgas bertugas menerima "
    "aduan warga "
    "dan mendampingi korban kekerasan ke layanan terdekat.",
    "Aplikasi pengaduan baru milik pemkot memudahkan anak melaporkan perundungan di sekolah. Operator "
    "siaga 24 jam dan "
    "laporan diteruskan kepada psikolog.",
    "Pegiat perlindungan anak menilai hukuman saja tidak cukup. Keluarga, sekolah, dan tetangga perlu "
    "tahu cara mencegah "
    "kekerasan seksual terhadap anak.",
    "Polres menggelar sosialisasi pencegahan kekerasan seksual di tiga SMA. Kanit PPA menjelaskan cara "
    "melapor dan hak korban.",
    "Rilis akhir tahun Polres: dari 610 perkara pidana, Unit PPA menangani 58 kasus, yakni persetubuhan "
    "anak 24, KDRT 22, "
    "dan pencabulan 12.",
    "LBH mendampingi 41 perempuan korban kekerasan selama setahun. Hanya sembilan perkara yang sampai ke "
    "pengadilan.",
    "Kota ini meraih penghargaan Kota Layak Anak kategori Nindya. Wali kota berjanji menambah ruang aman "
    "bagi anak dan "
    "layanan bagi korban kekerasan.",
    "Rumah aman milik provinsi menampung 30 perempuan dan anak korban kekerasan tahun ini. Pengelola "
    "kekurangan psikolog.",
    "Perkawinan anak masih tinggi di pesisir. Dinas pemberdayaan perempuan bersama penghulu sepakat "
    "menolak mengawinkan "
    "anak di bawah 19 tahun dan memberi edukasi remaja.",
    "Sepanjang semester pertama polisi mengungkap 12 kasus TPPO dengan 31 korban perempuan. Gubernur "
    "membentuk gugus tugas "
    "pencegahan perdagangan orang.",
    "Guru besar itu mengingatkan korban kekerasan dalam rumah tangga sering kembali kepada pelaku karena "
    "alasan ekonomi. "
    "Negara, katanya, harus menyediakan pendampingan.",
    "Anggota DPRD mengusulkan tambahan anggaran untuk penanganan korban kekerasan perempuan dan anak "
    "karena UPTD PPA hanya "
    "punya satu mobil.",
    "Mahasiswa berunjuk rasa menuntut kampus menuntaskan kasus kekerasan seksual dan membentuk satgas. "
    "Mereka mencatat "
    "sembilan laporan yang tidak ditangani.",
    "Kasus perundungan di sekolah dasar meningkat menjadi 19 laporan. Dinas pendidikan dan DP3A melatih "
    "guru mendampingi "
    "korban.",
    "Forum Anak menyampaikan suara anak kepada bupati: hentikan kekerasan, hentikan perkawinan dini, "
    "sediakan tempat bermain.",
    "Perempuan penyandang disabilitas lebih rentan mengalami kekerasan seksual. Organisasi itu "
    "mendampingi 14 korban tahun "
    "lalu dan meminta polisi menyediakan juru bahasa isyarat.",
    "Pelaku pencabulan anak kembali ditangkap. Dengan demikian sudah 18 kasus kekerasan seksual terhadap "
    "anak yang ditangani "
    "Polres tahun ini, naik dari 11 kasus tahun lalu. Kapolres mengajak orang tua lebih waspada.",
]

IRRELEVANT: list[str] = [
    "Pria berinisial RS (44) diringkus karena mencabuli keponakannya yang berusia 12 tahun. Pelaku "
    "mengaku khilaf. Polisi "
    "menyita barang bukti berupa baju korban. Ia terancam hukuman 15 tahun penjara.",
    "Polisi menangkap pemuda yang menganiaya pacarnya di kamar kos. Korban luka di wajah dan sudah "
    "menjalani visum. Tersangka "
    "dijerat pasal penganiayaan.",
    "Bayi perempuan ditemukan warga di teras masjid. Polsek masih memburu orang tuanya dan memeriksa "
    "saksi-saksi di sekitar TKP.",
    "Terdakwa pemerkosaan divonis sembilan tahun oleh majelis hakim. Jaksa penuntut umum menyatakan "
    "banding atas putusan itu.",
    "Seorang ibu rumah tangga dibunuh perampok di rumahnya. Tim gabungan membekuk dua tersangka di luar "
    "kota.",
    "Oknum kepala sekolah dilaporkan ke polisi karena diduga melecehkan siswi. Laporan polisi itu "
    "bernomor LP/B/21. Penyidik "
    "akan memanggil terlapor pekan ini.",
    "Pengadilan Agama menerima 1.204 perkara cerai gugat selama setahun. Judi daring dan ekonomi menjadi "
    "penyebab utama.",
    "Hingga Mei, 46 pasangan mengajukan dispensasi nikah ke Pengadilan Agama. Sebagian besar pemohon "
    "berusia 17 tahun.",
    "Timnas putri Indonesia menahan imbang lawannya 2-2. Dua gol dicetak pemain depan pada babak kedua "
    "pertandingan itu.",
    "Petinju perempuan asal kota ini menyabet medali perak di kejuaraan Asia. Pelatih menilai pukulannya "
    "makin tajam.",
    "Vaksin HPV diberikan kepada 3.000 siswi kelas lima. Puskesmas mendatangi sekolah untuk imunisasi "
    "anak sampai Jumat.",
    "Kasus campak pada anak naik menjadi 72 kasus. Dinas kesehatan meminta orang tua melengkapi "
    "imunisasi balita.",
    "DBD menyerang 133 warga sejak Januari, separuhnya anak-anak. Kecamatan Timur mencatat kasus terbanyak.",
    "Angka stunting turun tiga persen. Pemkab membagikan telur dan susu kepada ibu hamil dan balita.",
    "KPU menyebut keterwakilan perempuan di DPRD baru 22 persen. Partai menyatakan sulit mencari calon.",
    "Pilkada serentak berjalan lancar. Perolehan suara dua pasangan calon hanya terpaut 400 suara.",
    "Operasi Patuh menjaring 900 pengendara tanpa helm. Polisi juga menilang pelajar yang mengendarai motor.",
    "Truk menabrak angkutan desa, seorang anak meninggal. Sopir truk diamankan di Mapolres.",
    "Sepanjang tahun Polres menangani 1.320 tindak pidana. Pencurian mendominasi, disusul penipuan dan "
    "narkoba. Kapolres "
    "menyebut kriminalitas turun lima persen.",
    "Curanmor meningkat menjadi 84 kasus. Warga diminta memasang kunci ganda.",
    "APBD perubahan disahkan Rp 2,1 triliun. Infrastruktur jalan mendapat porsi terbesar.",
    "Bansos beras disalurkan kepada 8.000 keluarga. Dinas sosial mendata ulang penerima bantuan.",
    "Ratusan anak yatim menerima santunan pada bulan Ramadan. Acara ditutup dengan buka puasa bersama.",
    "Peragaan busana karya perajin perempuan memeriahkan ulang tahun kota. Penjualan kain naik dua kali "
    "lipat.",
    "Anak-anak SD belajar menanam padi bersama petani. Kegiatan ini bagian dari kurikulum muatan lokal.",
    "Gempa berkekuatan 5,4 mengguncang pulau itu. Perempuan dan anak mengungsi ke bukit.",
    "Penyanyi perempuan itu merilis album baru dan menggelar konser di tiga kota.",
    "Harga cabai naik menjelang Lebaran. Ibu rumah tangga mengurangi belanja.",
    "Perkelahian antarpelajar menewaskan seorang siswa. Polisi menangkap lima remaja dan menyita celurit.",
    "Polisi membongkar judi daring yang melibatkan ibu rumah tangga. Tersangka mengaku meraup Rp 5 juta "
    "sehari.",
    "Kanit PPA Polres mengatakan pelaku pencabulan terhadap siswi SMP berinisial D (14) sudah ditahan. "
    "UPTD PPA mendampingi "
    "korban selama pemeriksaan. Tersangka A (29) dijerat Undang-Undang Perlindungan Anak.",
    "Dinas PPPA mengecam perbuatan ayah yang menyiksa anak kandungnya. Pelaku ditangkap di rumahnya, "
    "Senin malam, dan mengaku "
    "kesal. Korban kini dirawat di rumah sakit.",
    "Polda menangkap dua perekrut yang hendak mengirim perempuan muda ke luar negeri. Keduanya dijerat "
    "pasal tindak pidana "
    "perdagangan orang. Korban dijemput keluarganya.",
    "",
]


@pytest.mark.parametrize(
    ("text", "wanted"), [*((text, True) for text in RELEVANT), *((text, False) for text in IRRELEVANT)]
)
def test_kind_of_text(text: str, wanted: bool) -> None:
    probability = judge_relevance(read_document(ArticleText(id="x", text=text)))
    assert is_relevant(probability) is wanted, probability
