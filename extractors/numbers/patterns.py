"""The words beside a number that tell what it is; ``before`` patterns end at the number."""

import re
from typing import Final

from extractors.numbers.words import WORD_HEAD

MONTH: Final = (
    r"(?:januari|februari|pebruari|febuari|maret|april|mei|juni|juli|agustus|september|oktober|nopember"
    r"|november|desember|jan|feb|mar|apr|jun|jul|agt|agust|ags|sept|sep|okt|nov|nop|des"
    r"|january|february|march|may|june|july|august|october|december)\b"
)
COUNTED: Final = (
    r"(?:kasus\w*|perkara|kejadian|peristiwa|insiden|tindak\w*|korban\w*|orang\w*|anak\w*|perempuan|wanita"
    r"|laki|pria|remaja|bocah|balita|bayi|siswi|siswa|pelajar|santri\w*|istri|isteri|suami|janda|ibu|laporan"
    r"|aduan|pengaduan|pelapor|pelaku\w*|tersangka\w*|terdakwa|terlapor|pengadu|penyintas|jiwa"
    r"|penelantaran|kekerasan|pencabulan|cabul|pelecehan|persetubuhan|pemerkosaan|perkosaan|penganiayaan"
    r"|perundungan|bullying|kdrt|tppo|trafficking|eksploitasi|fisik|psikis|psikologis|seksual|pembunuhan"
    r"|penculikan|aborsi|sodomi|perdagangan|pembuangan|permohonan|konsultasi|mediasi|rujukan|abh|lp"
    r"|dewasa|disabilitas|klien|pasien|warga|mahasiswi|mahasiswa|guru|ayah|dosen|pns|asn|buruh|petani|mama|spdp"
    r"|berkas|murid|pemohon|pegawai|perantau|pekerja)\b"
)
"""What a count of violence is counted in: cases, persons harmed or harming, reports, acts."""


def _before(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})\Z", re.IGNORECASE)


def _after(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


PERCENT: Final = _after(r"\s?(?:%|persen|prosen|per\s?sen\b|percent)")

MONEY_AFTER: Final = _after(
    r"\s?(?:ribu|juta|miliar|milyar|triliun)?\s?(?:rupiah|dolar|dollar|usd|ringgit|euro)\b"
)
MONEY_BEFORE: Final = _before(
    r"(?:\brp|\bidr|\busd|\$|€)[ .]{0,2}"
    r"|\b(?:denda|anggaran|dana|senilai|seharga|uang|biaya|ongkos)\s(?:\w{1,12}\s){0,2}"
)

TIME_SPAN: Final = _after(
    rf"[ \u00a0-]{{0,2}}(?:(?:tahun|thn|th)(?:an)?\b(?!\s(?:19|20)\d\d)|(?:bulan|bln)(?:an)?\b(?!\s{MONTH})"
    r"|(?:hari|jam|menit|detik|minggu|pekan|malam|dekade|dasawarsa|windu|abad|triwulan|kuartal|kwartal|caturwulan|semester)(?:an)?\b|(?:hours?|days?|weeks?|months?)\b)"
)
THIS_TIME: Final = _after(r"\s(?:tahun|bulan|hari|pekan|minggu)\s(?:ini|lalu|kemarin|sebelumnya)\b")
AGE_BEFORE: Final = _before(
    r"\b(?:ber)?(?:usia|umur)(?:nya)?[ :(]{1,3}"
    r"(?:(?:di\s(?:bawah|atas)|antara|sekitar|rata-rata|mulai|dari|kurang|lebih|hingga|sampai|masih|baru|sudah)\s){0,3}"
)
# 'HST (24)' may be a regency with its count; three letters are a person's only after a word for one.
INITIALS_BEFORE: Final = re.compile(
    r"(?:(?i:\b(?:ber)?inisial|\bbernama|\bsebut\ssaja)\b[^.\n]{0,24}[,(]\s?"
    r"|(?<![\w(/])(?!(?:SD|TK|MI|MA|PT|S1|S2|RT|RW)\b)[A-Z]\.?[A-Z]?\.?\s?\(\s?"
    r"|(?i:\b(?:korban|pelaku|tersangka|terduga|pria|lelaki|wanita|perempuan|remaja|siswi|siswa|bocah|ayah|paman|kakek"
    r"|oknum|guru|seorang|anak|santri|pemuda|pemudi))\s[A-Z]{3,4}\s?\(\s?)\Z"
)
DAY_AFTER: Final = _after(rf"(?:\s?[-\u2013]\s?\d{{1,2}})?\s?{MONTH}")
MONTH_BEFORE: Final = _before(rf"\b{MONTH}[ :(]{{1,3}}")
YEAR_AFTER: Final = re.compile(r",?\s(?:19|20)\d\d\b")
DAY_BEFORE: Final = _before(
    r"\b(?:tanggal|tgl\.?|senin|selasa|rabu|kamis|jum'?at|sabtu)[ ,]{1,2}"
    r"(?:(?:pagi|siang|sore|malam)[ ,]{1,2})?\(?"
)
CLOCK_BEFORE: Final = _before(r"\b(?:pukul|jam)\s")
CLOCK_AFTER: Final = re.compile(r"\s?(?:[-\u2013]\s?\d{1,2}[.:]\d\d\s?)?(?:WIB|WITA|WIT|Wib|Wita|Wit)\b")
PHONE_BEFORE: Final = _before(
    r"\b(?:telp|telepon|telpon|hp|wa|whatsapp|hotline|call\s?cent(?:er|re)|kontak|hubungi|(?:me)?lapor(?:kan)?|operator|saluran|nomor|sapa|darurat|layanan|line)"
    r"[ .:()-]{1,4}(?:(?:di|nomor|ke|no\.?)\s){0,2}"
)
PHONE_NUMBERS: Final = frozenset(
    {110, 111, 112, 113, 115, 117, 118, 119, 122, 129, 171, 1500771, 150771, 14045}
)
ADDRESS_BEFORE: Final = _before(
    r"\b(?:rt|rw|blok|gang|gg|lantai|lt|km|kode\s?pos|kav|kavling|pintu|kamar)[ .:/]{0,3}"
    r"|\b(?:jl|jln|jalan)\b[^,\n]{0,30}|\b(?:nomor|no)[ .:]{1,3}"
)
NAME_BEFORE: Final = _before(
    r"\b(?:kelas|(?:sd|smp|sma|smk|mts|mi|ma|slb|tk)\s?n(?:egeri)?|negeri|tahap|gelombang|jilid|sesi|edisi|versi|tipe"
    r"|golongan|dapil|kodim|zona|jalur|tol|komisi"
    r"|triwulan|tri wulan|semester|kuartal|caturwulan|tw|covid|panti|seri"
    r"|kompi|yonif|satgas|roda|vol\.?|volume|liga|piala|formula|generasi|agenda)[ .-]{1,2}(?:ke[- ])?"
)
SCHOOL_BEFORE: Final = re.compile(r"\b(?:SD|SMP|SMA|SMK|MTs|MI|MA|SLB|TK)\s\Z")
RANK_BEFORE: Final = _before(
    r"\b(?:peringkat|ranking|rangking|urutan|nomor urut|posisi|top|ulang tahun|hari jadi|angkatan"
    r"|minggu|tahun)\s(?:ke[- ]?\s?)|\b(?:hari|hut|milad|haul)\s(?:[^.,\n]{1,25}\s)?ke[- ]\s?"
    r"|\b(?:peringkat|ranking|rangking|urutan|nomor urut|posisi|top)\s"
)
RANK_AFTER: Final = _after(
    r"\s(?:besar|teratas|tertinggi|terbanyak|terbesar|terendah|terbawah|terparah)\b(?!\s(?:kasus|di\s))"
)
MEASURE: Final = _after(
    r"[ -]?(?:km|kilometer|meter|cm|mm|m2|hektar\w*|ha|kg|kilogram|gram|gr|ton|liter|derajat|°"
    r"|kali|x lipat|lipat|poin|halaman|lembar|butir|botol|batang|ekor|watt|volt|gb|mb|knot"
    r"|jilid|eksemplar|layar|putaran|babak)\b"
)
# Lower case on purpose: 'Depok 12 Kota Bogor 9' in a flattened table is two counts.
OTHER: Final = re.compile(
    r"\s(?:(?:orang|buah|unit)\s)?(?:kecamatan|kelurahan|desa|gampong|nagari|kampung|dusun|kabupaten|kab|kota|provinsi|daerah|wilayah"
    r"|titik|lokasi|negara|pulau|distrik|sekolah|madrasah|pesantren|ponpes|kampus|universitas|puskesmas|klinik|faskes|kelompok|macam|bentuk|kesatuan|segmen|pintu|pos"
    r"|fasyankes|lembaga|organisasi|instansi|kementerian|polres|polsek|polda|posko|pasal|pilar|klaster|kluster|indikator"
    r"|hal|faktor|langkah|tahap(?!\s(?:satu|dua|ii?|1|2)\b)|tahapan|cara|jenis|kategori|aspek|sektor|bidang|program|kegiatan|kamar"
    r"|ruang|ruangan|gedung|mobil|motor|kendaraan|perusahaan|stasiun|fakultas|sisi|bahasa|peserta|petugas|personel"
    r"|personil|kader|relawan|psikolog|konselor|penyuluh|fasilitator|narasumber|kepala keluarga|kk|penduduk"
    r"|rekomendasi|tuntutan|strategi|upaya|penghargaan|suara|kursi|fraksi|paket|armada"
    r"|elemen|unsur|komponen|alasan|prinsip|dimensi|target|misi|isu|tema|materi|modul|kelas"
    r"|instrumen|aplikasi|inovasi|regulasi|perda|raperda)\b"
    r"|\s(?:Kecamatan|Kelurahan|Desa|Kabupaten|Kota|Provinsi|kab|Kab)/(?:\w+)"
    r"|\s(?:Kecamatan|Kelurahan|Desa|Kabupaten|Provinsi|Distrik|Puskesmas)\b(?!\s[A-Z])"
    r"|\s[Uu]nit\b|\s(?:UPTD|UPT|OPD|RSUD|RS|KUA|DPC|DPD|SMP|SMA|SD|SMK|SKPD)\b(?!\s\d)"
)
YEAR_BEFORE: Final = _before(
    r"\b(?:tahun|thn|th|sepanjang|selama|pada|di|dalam|hingga|sampai|sejak|dari|medio|awal|akhir|pertengahan|periode|antara"
    rf"|untuk|tahunan|catahu|ke|per|{MONTH})[ .(]{{1,2}}"
)
COUNT_BEFORE: Final = _before(
    r"\b(?:sebanyak|sejumlah|mencapai|tercatat|terdata|terdapat|menjadi|sekitar|berjumlah|menembus|menyentuh"
    r"|menangani|menerima|lebih dari|hampir|kurang lebih)[ :]{1,2}"
)
COUNTED_AFTER: Final = _after(rf"\s?{COUNTED}")
PEOPLE_AFTER: Final = _after(r"\s?(?:kasus|korban|orang|laporan|perkara|aduan)\b")
RATIO_AFTER: Final = _after(
    r"\s(?:dari|di antara)\s(?:\d|10|100|[a-z]{3,9})\s(?:perempuan|anak|wanita|remaja|laki)"
)
AGAINST_AFTER: Final = _after(r"\s(?:berbanding|banding)\s")
OF_TEN: Final = _after(
    r"\sdari\s(?:setiap\s|tiap\s)?(?:10|sepuluh|100|seratus)\s(?:kasus|korban|orang|perkara|pelaku|laporan)\b"
)
OF_TEN_BEFORE: Final = _before(r"\b(?:[1-9]|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)\sdari\s")
TEN: Final = _after(r"\s(?:kasus|korban|orang|perkara|pelaku|laporan)\b")
RATIO_BEFORE: Final = _before(
    r"\b(?:\d|satu|dua|tiga|empat)\s(?:dari|di antara)\s|(?<![\w.])(?:1|satu)\s(?:berbanding|banding)\s"
)
RATIO_WHO: Final = _after(r"\s(?:perempuan|anak|wanita|remaja|laki)")
CAMPAIGN_DAYS: Final = re.compile(r"\s(?:HAKTP|HAKtP|HAKP|Days\b|Hari\sAnti)")
TIMES: Final = re.compile(r"\s?[xX×]\s?\d")
SCORE_BEFORE: Final = _before(
    r"\b(?:skor|nilai|indeks|bobot|poin|rating|ext\.?)(?:nya)?\s(?:rata-rata\s|minimal\s)?"
)
IDIOM_AFTER: Final = _after(r"\suang\b")
IDIOM_BEFORE: Final = _before(r"\bsetali\s")
NOTHING_BEFORE: Final = _before(r"\b(?:dari|titik|kilometer|km|ke)\s")
_SAID: Final = rf"(?:\d|\b(?:{WORD_HEAD})\b|\b(?:belas|puluh|ratus)\b)"
SEVERAL_BEFORE: Final = _before(
    rf"{_SAID}\s?{COUNTED}[^.;\n]{{0,30}}?(?:,|\b(?:dan|serta|plus|lalu|ditambah)\b)\s"
)
COUNTS_BEFORE: Final = _before(
    rf"{_SAID}[^.\n]{{1,70}}(?<!\bsebagai)(?<!\boleh)(?<!\badalah)(?<!\bdari)(?<!\bdengan)(?<!\bbagi)(?<!\buntuk)(?<!\bper)\s"
)
LIST_BEFORE: Final = re.compile(r"(?:^|\n)[ \t\u2022*-]{0,8}\Z")
LIST_AFTER: Final = re.compile(r"(?:[.)]\s?|\s?[:.)\u2013-]\s|\s:)(?=[A-Za-z“\"(])")
CAPITAL_BEFORE: Final = re.compile(r"\b[A-Z][a-z]+\s\Z")
CAPITAL_AFTER: Final = re.compile(r"\s[A-Z][a-z]+")
MID_SENTENCE: Final = re.compile(r"[a-z0-9,;]\s\Z")
DOUBLED: Final = re.compile(r"-(?:an\b)?\w*nya\b")
ONE_BEFORE: Final = _before(
    r"\b(?:masing-masing|hanya|cuma|baru|sebanyak|ada|dan|serta|yakni|yaitu|tinggal|terdapat|tercatat|sisanya|lalu|kemudian"
    r"|minimal|setidaknya|sedikitnya|ditambah|plus|laki|perempuan|anak|korban|fisik|psikis|seksual|lainnya)\s|[:|,(\u2013]\s?"
)
ONE_AT: Final = _after(
    r"\s(?:di|dari|pada|dalam|oleh|karena|berupa|masih|sudah|telah|belum)\s(?!antara)|\s(?:di|ter)(?!a)\w{4,}\b"
)
LISTED_BEFORE: Final = _before(rf"{_SAID}[^.\n]{{1,40}}(?:,|\b(?:dan|serta|sedangkan|lalu))\s")
AFTER_A_LIST: Final = _before(rf"{_SAID}[^.\n]{{1,46}}[.;]\s")
ONE_AFTER: Final = _after(r"\s*(?:di antaranya|lagi|lainnya|saja|lain)\b")
CLAUSE_END: Final = re.compile(r"\s*(?:[.,;|)]|$|\n)")
ONE_NEVER: Final = _before(r"(?:\bsalah|\bnomor|\bper|\bsatu|-)\s?")
NONE_AFTER: Final = _after(
    r"\s*(?:[.,;|)“”\"]|\Z|\n|(?:\w+\s){0,2}(?:kasus|laporan|aduan|pengaduan|korban|perkara)(?:nya)?\b)"
)
