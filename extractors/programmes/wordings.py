"""Nouns, verbs and small words around the names of programmes.

Source: general Indonesian usage for services, groups, places and campaigns; wider
than the lead nouns of ``cues``, because here the sentence's structure decides.
"""

import re

from extractors.programmes.folding import word_set

DEFINING = (
    r"aplikasi|layanan|pelayanan|program|inovasi|gerakan|kampanye|hotline|call cent(?:er|re)|"
    r"nomor (?:aduan|pengaduan|lapor|darurat|whats\s?app|wa|telepon|khusus|layanan)|kanal|saluran|jalur|"
    r"posko|pos|gardu|selter|shelter|rumah (?:singgah|aman|perlindungan|curhat|konseling|belajar|aduan|"
    r"pemulihan)|wadah|forum|komunitas|jejaring|jaringan|kelompok|paguyuban|perkumpulan remaja|lingkar|"
    r"lingkaran|satgas|satuan tugas|gugus tugas|tim|regu|pasukan|barisan|siaran|sandiwara|podcast|patroli|"
    r"ronda|kegiatan|kendaraan|mobil|motor|perahu|bus|gerobak|kelas|sekolah|kursus|ruang(?:an)?|bilik|"
    r"sudut|pojok|sentra|pusat|klinik|warung|kedai|gerai|loket|tempat|konseling|pendampingan|jemput bola|"
    r"kunjungan|skema|kebijakan|strategi|sistem|mekanisme|platform|portal|laman|situs|chat\s?bot|akun|"
    r"tagar|ikrar|deklarasi|komitmen|semboyan|relawan \w+|kader \w+|agen \w+|duta \w+|pendamping \w+|"
    r"ajakan|seruan|gagasan|metode|sebutan|perkumpulan (?:para|ibu|bapak|istri|suami|mama)|kumpulan|"
    r"rombongan|"
    r"kesepakatan|larangan|aturan|meja|kotak|kartu|stiker|gelang|bangku|tenda|pengajian|arisan|teater|lakon|"
    r"modul|pertunjukan|kebiasaan|tradisi|siswa terlatih|orang tua asuh|ibu-ibu|bapak-bapak|pos kamling|"
    r"terobosan|rumah(?! sakit| warga|"
    r" korban| pelaku)"
)
"""What an apposition or 'adalah' calls a programme; 'lembaga', 'dinas', 'yayasan' call an office."""
KINDS_OF_PROGRAMME = (
    r"program|inovasi|layanan|gerakan|kampanye|komunitas|aplikasi|kanal|terobosan|saluran|posko|satgas|"
    r"relawan|kelompok|kegiatan unggulan|inisiatif|topik"
)
CALLING = (
    r"bernama|menyebut(?:nya| diri(?: mereka)?)?|disebut(?:nya)?|di sebut|diberi nama|dinamai|dinamakan|"
    r"disapa|dijuluki|berjuluk|bertajuk|dikenal (?:sebagai|dengan nama|dengan sebutan)|dengan nama|"
    r"dengan sebutan|panggil saja"
)
BUILDING = (
    r"meluncurkan|memperkenalkan|mengenalkan|membentuk|menggagas|merintis|menghadirkan|mencanangkan|"
    r"menginisiasi|mengembangkan|menghidupkan(?: kembali)?|mengaktifkan(?: kembali)?|memperkuat|"
    r"memperluas|menjalankan|menggulirkan|lewat|melalui"
)
OPENERS = word_set(
    "adapun khusus itu ini lewat melalui selain ada kini sementara namun untuk dengan juga kemudian lalu "
    "sedangkan sebab karena begitu demikian sekarang terbaru yang program kepala seperti bahkan apalagi "
    "misalnya misal yakni yaitu serta dan tetapi tapi pada dari di ke oleh saat ketika setelah sebelumnya "
    "hingga sampai selama sepanjang per usai seusai menjelang kala tatkala akhir awal pertengahan kelak "
    "nanti "
    "lantas giliran maka andai meski walau para sang si-sang berkat agar supaya guna demi menyusul "
    "sejak bila jika kalau dulu dahulu nama namanya inilah itulah sebut hanya hadirnya hadirlah kehadiran "
    "berbekal bermodal"
)
CARING = word_set(
    "jaga penjaga sahabat peduli siaga sayang curhat kawan teman ramah lapor aman lindung emak "
    "mama bunda mamak bapak ayah abah bibi paman nenek kakek ibu anak aneuk budak nona srikandi kartini "
    "polisi guru kampung kampong nagari dusun"
)
CARE = CARING - word_set("anak ibu bapak guru kampung kampong nagari dusun polisi paman nenek kakek")
"""Those of them that are not everyday subjects or objects."""
PLAIN = word_set(
    "melalui lewat yang dan di ke dari untuk bagi dengan dalam pada oleh ini itu tersebut kepada "
    "sebagai adalah agar "
    "telah sudah akan belum tidak bisa dapat harus juga saja lebih sangat para seluruh semua setiap "
    "korban pelaku tersangka kasus kekerasan seksual kdrt pelecehan pencabulan hukum warga masyarakat "
    "perlindungan pencegahan penanganan pemberdayaan pendampingan pengaduan pelayanan layanan bimbingan "
    "pelatihan sosialisasi penyuluhan edukasi konseling psikologi psikolog pemerintah dinas kepala desa "
    "daerah kabupaten kota provinsi kecamatan kelurahan nasional kerja pokok prioritas unggulan utama baru "
    "tahun bulan hari keluarga berencana perempuan wanita remaja orang pihak kader petugas rumah tangga "
    "sekolah usia dini kandung tiri tua sebaya pernikahan perkawinan hak kesehatan sosial bersama darurat "
    "peran partisipasi kapasitas koordinasi sinergi kolaborasi komitmen kerjasama pola asuh ketahanan "
    "terhadap serta atau tanpa seperti ada laporan data media online daring telepon hotline satu dua tiga "
    "beberapa tim forum jejaring jaringan relawan kelompok sistem anggaran advokasi penguatan tumbuh "
    "kembang asuh budaya aksi nyata semacam bentuk berbagai antara lain bahwa hal kampus pendidikan "
    "predikat kartu wilayah lembaga laki-laki istri suami kebijakan pengasuhan pemenuhan peningkatan nomor"
)

PERSON_TITLE = re.compile(
    r"\b(?:koordinator|manajer|manager|kepala|direktur|direktris|staf|kasubdit|kabid|ketua|wakil ketua|"
    r"sekretaris|sekjen|juru bicara|jubir|aktivis|pendiri|pengurus|pimpinan|peneliti|advokat|pengacara|"
    r"divisi|"
    r"presidium|dewan)(?: umum| eksekutif| harian| pelaksana| divisi \w+| bidang \w+)?\s+(?:program\s+)?$",
    re.IGNORECASE,
)
"""Before the name of an organisation: 'Ketua Solidaritas Perempuan', not before a task force or a post."""
POST = re.compile(
    r"(?:rumah|posko|pos|ruang|bilik|shelter|selter|griya|omah|sanggar|klinik|pojok|saung|teras|gerai|kedai|"
    r"warung|pendopo|sudut|loket|mobil|motor|perahu|bus|gerobak|becak|tenda|kelas|sekolah|taman|kotak|"
    r"celengan|"
    r"pondok|lapau|lepau|bale|tongkonan|lamin|uma|baruga|gazebo|wisma|hotline|kanal|meja|bangku|gubuk|joglo|"
    r"studio|kafe|angkringan|rumoh|huma|lopo|honai|balai|gardu|kapal|barak|asrama|halte|lorong)\s",
    re.IGNORECASE,
)
RECEIVES = re.compile(
    r"\b(?:(?:di|me)(?:nampung|tampung)|dititip\w*|diungsikan|ditempatkan|diinapkan|dirujuk|mengadu|"
    r"(?:me)?lapor|"
    r"(?:pe)?ngaduan|aduan|curhat|konsultasi|konseling|mendampingi|didampingi|pemulihan|berlindung|"
    r"menginap|bermalam|singgah|"
    r"mengantar|menjemput|mendengar(?:kan)?|bercerita|memulihkan|"
    r"menerima (?:laporan|korban))\b",
    re.IGNORECASE,
)
IN_USE = re.compile(
    r"\b(?:melalui|lewat|dengan|dalam|menjalankan|menggencarkan|mengenalkan|mengembangkan|memiliki|punya|"
    r"menggagas|menggelar|"
    r"mengandalkan|menerapkan|mengoperasikan|mengoptimalkan|memaksimalkan|mengaktifkan|menggerakkan|"
    r"memperkuat|memperluas|menghidupkan|menggulirkan|merintis|mendirikan|melansir|didukung|dilengkapi|"
    r"berkat|"
    r"menginisiasi|membuat|membentuk|membuka|menyediakan|menghadirkan|memanfaatkan|mengusung|ada|"
    r"tersedia)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
OWNING = re.compile(
    r"punya|memiliki|mempunyai|membuat|bikin|mencontohkan|mengandalkan|menjalankan|menerapkan|menggalakkan|"
    r"mengoperasikan|mengadopsi|mereplikasi",
    re.IGNORECASE,
)

SOURCE_OF = re.compile(
    r"\b(?:menurut|catatan|data|kesimpulan|temuan|hasil (?:pantauan|pendataan|survei|riset)|versi|pantauan|"
    r"kajian|riset|pernyataan|siaran pers|keterangan)(?:\s+(?:dari|oleh|milik))?\s+[“\"'‘`«]?$",
    re.IGNORECASE,
)
"""Before the name of who counts and states: an organisation."""
