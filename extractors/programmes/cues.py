"""Words that announce, describe or rule out a programme's name.

Source: the definition in docs/codebook.md (named initiatives; not agencies, data
systems, laws or generic activities), worded with the vocabulary of regional news.
"""

import re

from extractors.programmes.folding import word_set

# A lead noun says that a name follows; the noun itself is seldom part of it.
LEAD = (
    r"kkn tematik|sub\s?program|program(?:nya)?|inovasi(?:nya)?|terobosan|aplikasi(?:nya)?|layanan|"
    r"gerakan|kampanye|"
    r"hotline|"
    r"(?:call|wa|whats\s?app)[\s-]?cent(?:er|re)|kontak center|proyek perubahan|platform|aksi|inisiatif|"
    r"(?:kanal|saluran|jalur|kontak|formulir|pesan|layanan|pos) (?:aduan|pengaduan|lapor|laporan|"
    r"pelaporan|konsultasi|"
    r"konseling|curhat|darurat)|formulir|(?-i:WA)|whats\s?app|tagar|tanda pagar|ikrar|skema|"
    r"nomor (?:whats\s?app|wa|telepon|siaga|darurat|lapor|khusus|layanan|kontak|aduan|"
    r"pengaduan)|kebijakan|fitur|tombol|kode qr|podcast|siniar|sandiwara radio|kanal youtube|konsep|"
    r"jalur pengaduan(?: cepat)?|sistem aplikasi|chat\s?bot"
)
# Words that may stand between a lead noun and the name.
BETWEEN = (
    r"(?:aduan|pengaduan|konseling|digital|unggulan|baru|bernama|berupa|khusus|edukasi|daerah|terpadu|"
    r"mobile|online|"
    r"daring|pelaporan|darurat|inovatif|inovasi|program|gerakan|andalan|yaitu|yakni|cepat|publik|"
    r"bertajuk|layanan|keliling|radio|rutin|remaja|warga|sekolah|bersama|bulanan|mingguan|kemitraan|lokal|"
    r"aplikasi|kampanye|pendampingan|pencegahan|sosial|prioritas)"
)
FOUNDING = (
    r"meluncurkan|luncurkan|memperkenalkan|mengenalkan|meresmikan|membuka|membentuk|membangun|menyiapkan|"
    r"mendirikan|"
    r"menggagas|merintis|menghadirkan|mencanangkan|menginisiasi|mengembangkan|menciptakan|"
    r"mendeklarasikan|mengukuhkan|"
    r"menggencarkan|melahirkan|menghidupkan|me-?launching|dibentuk|dibentuklah|menggulirkan|"
    r"menyediakan|mengaktifkan(?: kembali)?|menghidupkan kembali|"
    r"mengampanyekan|mengkampanyekan|dirintis|digagas|terbaru|paling baru|lebih baru(?: yakni|"
    r" yaitu)?|digulirkan|dijalankan|diluncurkan|dihadirkan|dihidupkan|"
    r"peluncuran|peresmian|pencanangan|(?:soft )?launching|pembentukan|pengukuhan|pendirian|"
    r"(?:mau|akan|ingin|hendak|bakal) (?:buat|bikin)|"
    r"diperkenalkan|dicanangkan|memperkenalkan kembali|hadir|hadirlah"
)
USING = (
    r"lewat|melalui|menghubungi|hubungi|punya|memiliki|mempunyai|menjalankan|menerapkan|mengandalkan|"
    r"membuat|bikin|mencontohkan|memanfaatkan|ada|mengikuti|memperkuat|memperluas|menelepon|telepon|"
    r"mengunduh|unduh|mengoperasikan|"
    r"menggalakkan|mengadopsi|meniru|mereplikasi|mengusung|buah dari|berkat|tergabung dalam|"
    r"(?:whats\s?app|(?-i:WA)|chat|sms|lapor|melapor|mengadu|curhat|menghubungi) (?:ke|lewat|melalui)|"
    r"bergabung (?:dalam|dengan|ke)|(?:terhimpun|tergabung|terlibat) (?:dalam|di)|"
    r"menjadi (?:bagian|anggota)(?: dari)?|dimotori|menutup|memaparkan"
)
DESCRIBED_AFTER = re.compile(
    r"^[”\"’']?\s*,\s*(?:(?:yakni|yaitu|sebuah|sebagai|suatu)\s+)?(?:layanan|aplikasi|program|inovasi|"
    r"gerakan|tempat|wadah|rumah|"
    r"sistem|saluran|kanal|posko|ruang|kampanye|forum|komunitas|tim)\b|"
    r"^[”\"’']?\s*(?:\([^)]{2,40}\)\s*)?(?:di|melalui|lewat)\s+"
    r"(?:nomor|telepon|whats\s?app|wa)\b",
    re.IGNORECASE,
)
# A head noun is the first word of the name itself.
HEAD = (
    r"gerakan|layanan|sistem|satgas|satuan tugas|gugus tugas|tim gugus|tim satgas|tim reaksi cepat|posko|"
    r"pos|pojok|"
    r"pusat|rumah|"
    r"ruang|sekolah|kelas|taman|kampung|kelompok|komunitas|forum|shelter|selter|kafe|sanggar|balai|"
    r"mobil|motor|"
    r"relawan|duta|jejaring|kader|desa|kelurahan|kecamatan|nagari|gampong|deklarasi|komitmen|sosialisasi|"
    r"care center|call center|unit layanan|edukasi|sahabat|bunda|"
    r"safe house|women crisis center|paralegal|pendopo|klinik|pasukan|tim|barisan|saung|gerai|omah|"
    r"saluran|jaksa|polisi|pelopor|agen|geng|aliansi|warung|kotak|kedai|bilik|gerobak|lapak|teras|griya|"
    r"gardu|becak|bus|perahu|angkot|ojek|kapal|sepeda|celengan|kartu|meja|teater|wisma|tongkonan|honai|"
    r"lamin|pondok|baruga|bale|lorong|ronda|dapur|polwan|laskar|garda|brigade|bengkel|lumbung|zona|"
    r"kawasan|sudut|telepon|detektif|patroli|piagam|ikrar|"
    r"maklumat|pakta"
)
NAMING = (
    r"bernama|(?:menyebut|menamai|menamakan) diri(?:nya| mereka)?|menamai(?:nya)?|menamakannya|"
    r"memberi(?:nya)? nama(?: \w+nya)?|(?:menamai|menyebut|menjuluki|memberi nama)(?:kan)? (?:program|"
    r"gerakan|"
    r"kegiatan|layanan|tempat|kelompok|rumah|komunitas|tim|inovasi|aplikasi)(?:nya| itu| ini| tersebut)|"
    r"mengusung nama|memakai nama|dilabeli|"
    r"(?:populer|akrab|kondang|tenar) dengan (?:nama|sebutan)|"
    r"namanya (?:nanti|kelak|kini|sekarang|resmi)|"
    r"(?:akrab|biasa|kerap|lazim|lebih dikenal|populer) (?:disebut|dinamai|sebagai)|"
    r"panggil saja|disapa|menyebutnya|disebutnya|diberi nama|"
    r"dinamai|dinamakan|namanya|dengan nama|berjuluk|dijuluki|"
    r"berlabel|"
    r"dikenal (?:dengan|sebagai)(?: (?:nama|istilah|sebutan))?|yang disebut(?: (?:dengan|sebagai))?|"
    r"disebut dengan|"
    r"(?:dengan|punya|memakai) (?:sebutan|istilah|nama)|disingkat(?: menjadi)?|akronim(?:nya)?|"
    r"singkatan(?:nya)?|ber(?:ganti|ubah|tukar) nama(?:nya)? (?:menjadi|jadi)|"
    r"di(?:ganti|ubah) namanya menjadi|"
    r"(?:mereka|kami|kita|warga|dinas|pihaknya) (?:namai|namakan|beri nama|sebut)|diberi (?:sebutan|label|"
    r"tajuk|judul)|bersandi|bertitel"
)
STANDS_FOR = (
    r"(?:yang )?(?:merupakan |adalah |sendiri |itu |ini )?(?:kependekan|singkatan|akronim|kepanjangan|"
    r"akronimnya)"
    r"(?: dari| untuk)?|ringkasnya|pendeknya|singkatnya|"
    r"dipanjangkan (?:menjadi|jadi)|(?:yang )?kepanjangannya(?: adalah)?|panjangnya|alias|artinya|"
    r"(?:yang |atau |lalu |kemudian )?(?:biasa |kerap |lazim )?"
    r"disingkat(?: menjadi| jadi| dengan)?|(?:yang )?(?:akrab |biasa |kerap |lebih |populer )?"
    r"(?:disebut|dikenal|"
    r"disapa)(?: dengan| sebagai)?(?: nama| sebutan)?|atau"
)
LAUNCH = re.compile(
    r"me-?\s?launching|di-?\s?launching|launching|meluncur|luncurkan|peluncuran|meresmikan|diresmikan|"
    r"peresmian|"
    r"dikukuhkan|pengukuhan|mengukuhkan|mendeklarasikan|dideklarasikan|pencanangan|dicanangkan|mencanangkan|"
    r"resmi (?:berdiri|dibuka|dibentuk|beroperasi|hadir)|meneken|diteken|menandatangani|penandatanganan|"
    r"mengikrarkan|diikrarkan|melansir|baru (?:saja )?(?:dibentuk|dibuka|dirilis|"
    r"diluncurkan)|"
    r"memperkenalkan|diperkenalkan|merilis|dirilis|soft launching",
    re.IGNORECASE,
)
NEWLY_SET_UP = re.compile(
    r"\b(?:resmi (?:punya|memiliki|membentuk|membuka)|(?:kini|sekarang) (?:\w+ )?resmi|"
    r"baru (?:saja )?(?:dikukuhkan|dilantik|"
    r"berdiri|punya|memiliki)|melantik|dilantik|penyematan|gunting\w*|pita|menyerahkan|diserahkan|"
    r"diangkat sebagai|"
    r"dioperasikan mulai|bekerja mulai hari ini|mulai (?:hari|pekan|bulan|senin|selasa|rabu|kamis|jumat|"
    r"sabtu|"
    r"minggu)(?: ini)?|(?:membubuhkan )?tanda tangan|mengawali|diberlakukan(?:lah)?|penabuhan|serah terima|"
    r"menerima sk|melepas|yang baru lahir|perdana)\b",
    re.IGNORECASE,
)
"""Signs that what the sentence names begins on the day told of."""
SET_UP = re.compile(
    r"\b(?:mendirikan|membentuk|membuka|menggagas|dibentuk|dibuka|didirikan|terbentuk)\b", re.IGNORECASE
)
ON_A_DAY = re.compile(
    r"\b(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)\b|\(\d{1,2}/\d{1,2}|hari ini|kemarin", re.IGNORECASE
)
LAUNCHED_AFTER = re.compile(
    r"^\W{0,3}(?:\s*(?:itu|ini|kini|pun|resmi|mulai|telah|sudah|baru|saja)){0,3}\s*(?:diresmikan|dibuka|"
    r"diluncurkan|dibentuk|"
    r"dikukuhkan|dicanangkan|didirikan|hadir|dihadirkan|beroperasi|lahir|digagas|diperkenalkan)\b",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"\b(?:anak|bocah|pria|wanita|perempuan|lelaki|laki-laki|gadis|pemuda|remaja|siswa|siswi|pelajar|"
    r"warga|korban|pelaku|"
    r"tersangka|terduga|orang|suami|istri|ibu|bapak|ayah|guru|seseorang|oknum|kakek|dukun|"
    r"teman)(?:nya)?\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
THING = re.compile(
    r"\b(?:aplikasi|layanan|program|inovasi|gerakan|sistem|posko|hotline|saluran|forum|komunitas|"
    r"kampanye|tempat|wadah|tim|satgas|unit|kelompok|relawan|kader|kelas|klinik|ruang|barisan|pasukan|regu|"
    r"laskar|brigade|rumah|pos\b|selter|shelter|bilik|mobil|motor|kanal|nomor|jalur|jaringan|jejaring|"
    r"lingkar|"
    r"sekolah|ikrar|skema|platform|akun|laman|situs)",
    re.IGNORECASE,
)
PLAN = re.compile(
    r"\b(?:akan|bakal|berencana|rencana(?:nya)?|merencanakan|hendak|segera (?:punya|memiliki|dibentuk|"
    r"membentuk|hadir|"
    r"diluncurkan|dibuka|beroperasi|melahirkan)|(?:sedang |tengah |masih )?(?:disiapkan|menyiapkan|"
    r"dirancang|merancang|"
    r"digodok|dimatangkan|dirampungkan|dipersiapkan|mempersiapkan)|bercita-cita|cita-cita|impian|berjuang|"
    r"tekad|"
    r"target(?:kan|nya)?|ditargetkan|berupaya (?:menjadi|mewujudkan)|ingin (?:memiliki|menjadi|punya|"
    r"mewujudkan|"
    r"membentuk|seluruhnya|semua)|agar (?:\w+ )?(?:menjadi|meraih)|diharapkan (?:\w+ )?(?:ada|terbentuk|"
    r"memiliki)|"
    r"ke depan(?:nya)?|mewujudkan|persiapan|diusulkan|mengusulkan|usul(?:an|kan)?|(?:tahun|bulan|pekan|"
    r"minggu|"
    r"semester|triwulan) depan|besok|lusa|nantinya|kelak|mengincar|mengejar|membidik|menuju|"
    r"belum (?:punya|memiliki|ada|"
    r"terbentuk)|mendesak|didesak|diminta (?:membentuk|membuat|punya|menyiapkan)|"
    r"(?:di)?wajib(?:kan)? (?:punya|memiliki|"
    r"membentuk)|calon nama(?:nya)?|menggenjot|mendambakan|bila disetujui|jika disetujui)\b",
    re.IGNORECASE,
)
ATTENDED = re.compile(
    r"\b(?:dihadiri|hadir(?:nya)?|peserta(?:nya)?|undangan|diikuti|masing-masing \d+ orang|\d+ orang|"
    r"mengirim|perwakilan|"
    r"utusan|fasilitator|ditunjuk mengetuai)\b",
    re.IGNORECASE,
)
"""Programmes that are only present at an event; nothing is said of their work."""
LONG_AGO = re.compile(
    r"\b(?:tahun lalu|tahun kemarin|sejak (?:tahun )?20\d\d|(?:pada|tahun) 20\d\d lalu|sebelumnya|"
    r"sudah lama|pernah|"
    r"belum lama ada|beberapa (?:tahun|bulan) (?:lalu|silam))\b",
    re.IGNORECASE,
)
BUILD = re.compile(
    r"\b(?:membangun|menyiapkan|dirikan|mendirikan|membentuk|bentuk|menghadirkan|hadirkan|meluncurkan|"
    r"luncurkan|"
    r"mengembangkan|memiliki|membuka|menginisiasi|menggagas|dihadirkan|disiapkan|dibangun)\b",
    re.IGNORECASE,
)
TOPIC = re.compile(
    r"perempuan|wanita|\bpuan\b|curhat|\banak|remaja|kekerasan|lapor|sahabat|\bsapa\b|peduli|ramah|"
    r"\bstop\b|cegah|lindung|"
    r"perkawinan|kawin|nikah|pengaduan|\baduan|\baman|\bibu\b|keluarga|bully|perundung|ejek|"
    r"perdagangan orang|"
    r"gender|korban|"
    r"\bberani\b|\bspeak|seksual|tppo|konseling|orang ?tua|pengasuhan|pornografi|\bppa\b|\bppks\b|\bppkpt\b",
    re.IGNORECASE,
)
CARING_NAME = (
    r"\b(?:jaga|kawal|kawan|kanca|konco|teman|mitra|sobat|sayang|kanyaah|nyaah|asih|kinasih|tresna|welas|"
    r"lindong|lindung|benteng|payung|perisai|tameng|peluk|dekap|rangkul|siaga|tanggap|curhat|curhatan|bicara|"
    r"cerita|dengar|suara|wadul|sambat|tegur|pulih|teduh|tenteram|ayem|rukun|harmoni|mama|mace|mamak|emak|"
    r"inang|inong|boru|bunda|bundo|padusi|inaq|ina|nona|srikandi|kartini|ibu|ayah|bapak|ompung|oma|opa|budak|"
    r"aneuk|bocah|ade|tunda|merdeka|harapan|tanpa|tolak|lawan|henti|berani|antikekerasan|bebas|dedek|nak|"
    r"mbak|"
    r"mbok|simbok|teteh|ayuk|uni|daeng|puan|ninik|lentera|pelita|pelukan|pelangi|perahu|senyum|tangguh)\b"
)
"""Women, children, friends and care in Indonesian and its sister languages."""
AGENCY = re.compile(
    r"^(?:(?:kepala|ketua|plt|kadis|kabid) )?(?:dinas|din(?:sos|kes)|badan|biro|bagian|bidang|seksi|"
    r"subdit|direktorat|"
    r"deputi|asisten|asdep|kementerian|kementrian|kemen\w*|unit pelaksana|unit pelayanan|"
    r"unit perlindungan|unit ppa|"
    r"unit reserse|uptd?|upt\b|uppa|p2tp2a|tim (?:resmob|opsnal|inafis|penyidik|jatanras|reskrim|"
    r"kuasa|hukum|medis|dokter|sar|gabungan|"
    r"buser|puma|tabur|jaksa|pembina|ahli|advokasi|uptd?|ppa|unit|polres\w*|polda|polsek|pendamping|"
    r"dp\w*|dinas)|pusat pelayanan terpadu|pusat layanan terpadu|ppt\b|polres\w*|"
    r"polda|polsek|"
    r"polri|mabes|bareskrim|satuan reserse|satreskrim|sat reskrim|komisi|komnas|kpai\w*|kpad\b|kppad|"
    r"lpa\b|lembaga|"
    r"lpsk|lbh|lsm|yayasan|universitas|unversitas|institut|fakultas|politeknik|pengadilan|kejaksaan|kejari|"
    r"pemerintah|pemkab|pemkot|pemprov|dprd?\b|rumah sakit|rs\w? |rsud|puskesmas|kantor|mahkamah|tni|kodim|"
    r"women crisis|wcc|rumah perempuan|ikatan|himpunan|aliansi|persatuan|organisasi|asosiasi|"
    r"tim redaksi|"
    r"tim penggerak|tp pkk|pkk\b|dharma|bhayangkari|forkopim\w*|forum koordinasi|forum komunikasi|"
    r"forum group|"
    r"dp\d\w*|d?pppa\w*|dp2\w*|dsp3a|bp\w*pp\w*|dinas\w*|kadinas|mui\b|nu\b|fatayat|aisyiyah|muslimat|"
    r"bpjs|bps|"
    r"pemuda ansor|pramuka|pemuda pancasila|karang taruna|osis\b|unit layanan|satpol|satuan polisi|"
    r"badan pusat|komite nasional|dewan|majelis|world vision|unicef|plan international|"
    r"save the children|organi[sz]ation|pt |pd |cv |pusat kesehatan|ruang pelayanan khusus|rumah penitipan|"
    r"rumah perlindungan|rumah aman|pusat krisis|puspem|balai (?:kota|desa|besar|pemasyarakatan|wartawan)|"
    r"ruang(?:an)? unit|solidaritas|perkumpulan|perserikatan|paguyuban|sanggar suara|lingkar studi|lingkaran|"
    r"jaringan (?:peduli|perempuan|advokasi|aktivis|kerja|nasional|solidaritas)|"
    r"kelompok perjuangan|social analysis|migrant|koalisi|federasi|perhimpunan|serikat|gabungan organisasi|"
    r"forum kerukunan|forum umat|kelompok kerja|kelompok tani|kelompok studi|pusat pengembangan|pusat studi|"
    r"pusat kajian|pusat penelitian|gerakan mahasiswa|gerakan pramuka|gerakan pemuda|"
    r"gow\b|kohati|kopri\b|pmii\b|hmi\b|gmni\b|bkkbn|bapas\b|lapas\b|rutan\b|"
    r"rumah tahanan|damkar|diskominfo|disdik\w*|bappeda\w*|bapperida|inspektorat|ditres\w*|"
    r"sat(?:uan)? binmas|babinsa|bhabinkamtibmas|linmas|"
    r"wahana visi|un women|unfpa|jaringan masyarakat sipil|forum pengada|organisasi perangkat|pusat layanan "
    r"psikologi|persit|panti (?:sosial|asuhan)|sekolah (?:dasar|menengah|tinggi|luar biasa)|rumah ibadah$|"
    r"divisi|departemen|cabang|spkt|pspkt|sentra pelayanan|ruang(?:an)? (?:spkt|pusat|sidang|kerja|rapat|"
    r"unit|ppa)|"
    r"(?:sd|smp|sma|smk|sdn|smpn|sman|smkn|mts|mtsn|man|slb)\b)",
    re.IGNORECASE,
)
SYMFONI = re.compile(r"s[iy][mn][fp]h?oni", re.IGNORECASE)
DATA_SYSTEM = re.compile(
    SYMFONI.pattern + r"|sistem informasi (?:online perlindungan|(?:\w+ ){0,3}(?:gender|data|pencatatan|"
    r"kekerasan|statistik|penelusuran|kriminal))|pusiknas|dapodik|\bcatahu\b|\bsnphar\b|\bsphpn\b|"
    r"catatan tahunan",
    re.IGNORECASE,
)
LAW = re.compile(
    r"^(?:uu|ruu|undang|perda|perdes|perwa\w*|perb[uo]\w*|pergub|perpres|permen\w*|peraturan|pasal|kuhp|"
    r"kuhap|"
    r"keputusan|instruksi|surat|nota|mou|perjanjian|sk |se |inpres|konvensi|rencana aksi|rad )\b",
    re.IGNORECASE,
)
EVENT = re.compile(
    r"^(?:mall?\b|standar|prosedur|sop\b|kartu (?:indonesia|tanda|keluarga|identitas)|akta|tenaga ahli|"
    r"anugerah|penghargaan|piagam penghargaan|parahita|satya ?lancana|"
    r"dana (?:alokasi|desa|dekonsentrasi)|dak\b|"
    r"apbd\b|"
    r"rapat|rakor|hari (?!anti)|hut|seminar|workshop|webinar|pelatihan|bimtek|bimbingan teknis|"
    r"musrenbang|musda|"
    r"operasi|focus|fgd|musyawarah|pertemuan|peringatan|lokakarya|raker|rakornas|sarasehan|pameran|bazar|"
    r"training|kuliah|kegiatan|acara|dialog|diskusi|konferensi|kongres|festival|lomba|piala|liga|upacara|"
    r"apel|jambore|"
    r"jumpa|"
    r"pemilu|pilkada|advokasi dan|monitoring|pembukaan|penutupan|simposium|talk|hotel|gedung|aula|"
    r"auditorium|halaman|pasar|stadion|terminal|pelabuhan|bandara|alun-alun|lapangan|"
    r"dermaga|museum|mal|plaza|rumah (?:dinas|jabatan)|kompleks|gor\b|ballroom|jalan|"
    r"jl|kantor|"
    r"kabid|kasi|kasubdit|kadis|kadinas|plt|pj|plh|sekda|sekretaris|humas|bupati|wali ?kota|gubernur|"
    r"wakil|ketua|menteri|presiden|kapol\w*|kasat|kanit|akbp|akp|ipt?u|ipda|"
    r"kompol|"
    r"bulan |tahun|(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)(?! (?:curhat|bebas|tanpa|peduli|bersama|"
    r"berani|sapa|"
    r"sayang|aman|ramah|cerita|dengar|anti|stop|jaga|tanpa))|januari|februari|maret|april|mei|juni|juli|"
    r"agustus|"
    r"september|oktober|november|desember|corona|covid|kelurahan \w+$|kecamatan \w+$|desa \w+$|nagari \w+$|"
    r"kampung \w+$|gampong \w+$|kota \w+$|kabupaten \w+$|provinsi)\b",
    re.IGNORECASE,
)
CATEGORY = re.compile(
    r"^(?:anti[ -]?kekerasan (?:terhadap|pada|seksual)|survei|suku|penilaian|program penilaian|indeks|"
    r"riset|penelitian|sensus|kekerasan|korban|kasus|"
    r"kdrt|tindak pidana|tppo|anak (?:yang|berhadapan|korban|membutuhkan|"
    r"memerlukan|binaan)|"
    r"pelecehan|pencabulan|persetubuhan|pemerkosaan|perkosaan|penelantaran|eksploitasi|trafficking|"
    r"pernikahan|"
    r"perkawinan|perdagangan|hak |psikis|fisik|seksual|perempuan|restorative|daftar pencarian|"
    r"jaksa(?! masuk| sahabat| peduli| jaga)|"
    r"orang (?!tua)|pekerja|"
    r"nomor|sistem peradilan|laporan polisi|crime|asi|stunting|narkoba)",
    re.IGNORECASE,
)
OFF_TOPIC = re.compile(
    r"vaksin|imunisasi|stunting|sembako|pangan|tani|ternak|nelayan|wisata|umkm|pajak|jkn|bpjs|"
    r"ketahanan pangan|"
    r"hidup sehat|\bsarjana|kamisan|gakkum|pamtas|tambang|covid|pandemi|judi\b|"
    r"keluarga lansia|sekolah lansia|posyandu|posbindu|tinder|litmatch|\bbigo\b|\bomi\b|"
    r"makan bergizi|mbg\b|bedah rumah|listrik|narkoba|bersinar|lalu lintas|tilang|sepak ?bola|pemilu|"
    r"pilkada|haji|"
    r"restorative|bank|kredit|bansos|keluarga harapan|pkh\b|blt\b|indonesia pintar|beasiswa|"
    r"merdeka belajar|adiwiyata|"
    r"bebas iklan|michat|whats\s?app|\bwa\b|facebook|tik\s?tok|instagram|telegram|\bzoom\b|android|"
    r"play\s?store|"
    r"^(?:program |layanan |aplikasi )?(?:kb|csr|kerja(?: \w+)*|prioritas|nasional|pemerintah|kesehatan|"
    r"psikolog\w*|konseling|pengaduan|"
    r"posko (?:pengaduan|aduan|layanan)|perlindungan|pendampingan|hukum|keluarga|sosial|online)$|google|"
    r"youtube|berita|kompas ?tv|jakarta pusat|magister|studi|pascasarjana|televisi|"
    r"komputer",
    re.IGNORECASE,
)
SLOGAN = re.compile(
    r"\b(?:tema(?:nya)?|bertema(?:kan)?|mengusung tema|bertajuk|judul|berjudul|slogan(?:nya)?|selogan|"
    r"moto|motto|"
    r"semboyan|tagline|spanduk|berbunyi|bertuliskan|bertulis|tulisan|lagu|film|buku|materi|topik|seminar|"
    r"webinar|"
    r"membahas|mengupas|visi|misi|membacakan|"
    r"diskusi|workshop|lokakarya|pelatihan|talkshow|dialog|rapat)\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
GENERIC_MODIFIER = word_set(
    "aman perlindungan sakit tangga makan ibadah dinas jabatan singgah penampungan publik tahanan "
    "sidang kerja rapat gawat layanan pelayanan konseling warga korban pelaku perempuan anak keluarga "
    "sendiri dasar menengah negeri swasta kelas tamu tunggu kosong duka kontrakan kos ini itu tersebut "
    "yang di ke dan bersama hukum adat kita kami mereka pribadi lingkup aduan pengaduan khusus terpadu "
    "penitipan tinggal susun baca belajar isolasi bersalin pintar tangganya sehat sosial umum inklusif "
    "orang terbuka gerak digital daring kota desa penduduk binaan tua bagi untuk"
)
HARM_BEFORE = re.compile(
    r"\b(?:pelaku|tersangka|terdakwa|berkenalan|kenalan|perkenalan|mengenal|dikenal(?:nya)?|prostitusi|"
    r"muncikari|"
    r"mucikari|open bo|dijual|dijajakan|ditawarkan|menjajakan|menawarkan)\b[^.\n]{0,60}"
    r"\b(?:lewat|melalui|di|dari|pakai|menggunakan|via)\s+(?:sebuah\s+)?(?:aplikasi|platform)?\s*$",
    re.IGNORECASE,
)
"""A platform that offenders used, not one that helps."""
PROTESTS_AFTER = re.compile(
    r"^[”\"’']?\s*(?:\([^()\n]{2,60}\)\s*)?(?:\w+\s+){0,2}?(?:mengecam|mendesak|mengutuk|menyesalkan|"
    r"menuntut|"
    r"menilai|meneliti|mengkaji|menyoroti)\b"
)
"""What associations do and programmes do not."""
