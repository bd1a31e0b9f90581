"""Words that speak of one victim, and capitalised words that are nobody's name."""

import re
from functools import cache, lru_cache

from models.regions import load_regions
from models.vocabulary import RegionKind

_YOUNG = (
    r"siswi|siswa|santri(?:wati|wan)?|pelajar|murid|mahasiswi|mahasiswa|bocah|gadis|balita|bayi|"
    r"remaja|ABG|anak|putri|putra"
)
_RELATIVES = (
    r"ayah|bapak|ibu|mama|bunda|orang\s?tua|kakek|nenek|paman|bibi|tante|om|kakak|adik|wali|suami|istri|"
    r"mantan\s+(?:suami|istri|pacar|kekasih)|pacar|kekasih|keluarga|sepupu|tetangga|guru|dosen|mandor|majikan|"
    r"atasan|bos|ipar|(?:kakak|adik) ipar|mertua|menantu|pengasuh|pelatih|pembina|kenalan|rekan kerja"
)
FAMILY = rf"(?:{_RELATIVES})"
YOUNG = rf"(?:{_YOUNG})"
VICTIM = r"(?:korban|penyintas)"
PERSON = re.compile(
    rf"\b(?:{VICTIM}|{_YOUNG}|inisial|berinisial|samaran|disamarkan|sebut saja|panggil saja|ananda|perempuan|"
    r"wanita|ibu|ayah|istri|suami|pelaku|tersangka|terdakwa|mendiang|almarhumah?|bernama|warga|"
    r"orang\s?tua|keluarga|tante|kakak|adik|paman|kakek|nenek|TKW|TKI|PMI|pekerja migran|saksi|keponakan|"
    r"cucu)(?:nya)?\b"
    r"|\(\d{1,2} (?:tahun|thn|th)\)|\bRT\.?\s*\d"
    r"|\bbukan nama|\balias\b"
    r"|\b(?:dialami|menimpa|termuda|tertua|di antaranya|salah satu|terlapor|pelapor|"
    r"terpidana|mayat|jasad|foto|dititipkan|dipulangkan|disekap|trauma)\b"
    r"|\b(?:kasus|perkara|kisah|nasib|derita|tangis|terhadap|me\w{4,}|cabuli|perkosa|setubuhi|hamili|aniaya|"
    r"bunuh)\s+(?-i:[A-Z])"
    r"|(?-i:[A-Z])[,.]? (?:dan [A-Z] )?di\w{5,}",
    re.IGNORECASE,
)
"""A text without any of these words names no private person."""

VICTIM_WORD = re.compile(
    rf"\b(?:{VICTIM}|inisial|berinisial|bocah|gadis|balita|ananda|siswi|santriwati|"
    r"anak (?:tersebut|itu))(?:nya)?\b",
    re.IGNORECASE,
)
HARM = re.compile(
    r"\b(?:KDRT|dianiaya|diperkosa|dicabuli|disetubuhi|dilecehkan|dipukul\w*|ditelantarkan|babak belur|luka|"
    r"trauma|visum|pelecehan|pemerkosaan|perkosaan|pencabulan|penganiayaan|melapor\w*|mengadu\w*|melecehkan|memukul\w*|"
    r"terdakwa|tersangka|terlapor|pelaku)\b",
    re.IGNORECASE,
)
"""A word for what was done to a victim, or for who did it."""
SOMEBODY = re.compile(
    rf"\b(?:{VICTIM}|{YOUNG}|{FAMILY}|perempuan|wanita|lelaki|pria|pelaku|tersangka|terdakwa|terduga|terpidana|"
    r"terlapor|pelapor|saksi|ustaz|ustadz|oknum|warga|inisial|berinisial|bernama|TKW|TKI|PMI|"
    r"keponakan|cucu|teman|kawan|dititipkan|mencabuli|memperkosa|menyetubuhi|menganiaya)(?:nya)?\b",
    re.IGNORECASE,
)
"""A word for a private person, victim or not."""

_KIN = (
    r"suami|isteri|istri|anak|putri|putra|ibu|ayah|bapak|nenek|kakek|paman|bibi|tante|kakak|adik|saudara|"
    r"sepupu|orang\s?tua|keponakan|cucu|pacar|kekasih|majikan|tetangga|keluarga|mertua|menantu|guru|dosen|"
    r"mandor|atasan|teman|ipar"
)
DEEDS = (
    r"pukul|mukul|aniaya|nganiaya|perkosa|merkosa|rudapaksa|cabul|ncabul|setubuh|nyetubuh|leceh|usir|ngusir|"
    r"ancam|ngancam|telantar|nelantar|rundung|sekap|nyekap|kurung|ngurung|siram|nyiram|jual|njual|tampar|"
    r"nampar|tendang|nendang|cekik|ncekik|seret|nyeret|gilir|paksa|maksa|perdaya|nikahkan|kawinkan|bunuh|"
    r"mbunuh|adang|ngadang|visum|culik|nculik|teror|neror"
)
ONE_CASE = re.compile(
    rf"\b(?:{_KIN})(?:\s(?:kandung|tiri|angkat|perempuan|laki-laki))?(?:nya\b|\s(?:saya|mereka|kami)\b)"
    rf"|\b(?:{_KIN})\s(?:tiri|kandung)\b"
    rf"|\b(?:di|me[mn]?|ter)(?:{DEEDS})\w*"
    r"|\b(?:hamil|visum|lebam|memar|menangis|tangis\w*|melahirkan|jenazah|kematian|linglung|gemetar|dibekuk|"
    r"tersangka|terdakwa|terlapor|pelaku|saksi|khilaf|mengandung anak|menimpa|memberanikan diri|"
    r"korban (?:itu|tersebut))\b"
    rf"|\b(?:perempuan|wanita|duda|janda|pria|{YOUNG})(?:\s\w+){{0,3}}\s(?:itu|tersebut)\b",
    re.IGNORECASE,
)
"""Words for what happened to one person, or for whose relative somebody is."""


@lru_cache(maxsize=64)
def of_one_case(sentence: str) -> bool:
    """Whether the sentence says what happened to one person, or whose relative somebody is."""
    return ONE_CASE.search(sentence) is not None


GRADE = (
    r"(?:[Dd]r\.?|Prof\.?|Ustad[zh]?|Ust\.|KH\.?|Ns\.|"
    r"Brip(?:da|ka|tu|pol)|Aip(?:da|tu)|Kopda|Serda|Sertu|Pratu)"
)
"""A degree or rank that a relative may bear: it is no office."""
ADDRESS = (
    r"(?:[Pp]ak|[Bb]u|[Mm]bah|[Mm]ak|[Mm]ang|[Tt]eh|[Kk]ang|[Nn]eng|"
    r"[Oo]pa|[Oo]ma|[Bb]ang|[Mm]bak|[Cc]ak|[Ww]ak)"
)
"""What neighbours say before a name."""

_COMMON = """
menurut ujarnya katanya ungkap tutur jelas
ada adalah agar agustus akan akibat aksi aku alami alhamdulillah allah alquran aman anak anaknya anggota
angka antara apa apabila aplikasi april arisan asal asusila atas atau awal ayah ayahnya ayo baca bahkan
bahwa bakal balai bali banjir banyak barat baru batal bebas begal begini belum bencana bentuk berani
berdasarkan beri berita besok bila bisa bocah buddha bukan bukti bulan buruh cabul call cari cegah center
cerita covid cuma dalam damai dan dapat dari daring data dekat demi dengan depan desa desak desember
dewan di dia diduga dinas direktorat disabilitas dokter dua duka dukungan dusun edukasi eksploitasi empat
enam entah era erupsi facebook februari fisik forum gadis gara gelar gempa gerakan google gugatan guna
guru hadir hak hak-hak hakim hamil hanya hari harus hasil hindu hingga hotline hukum ia ibu ibunda ibunya
idul ikut imbau indonesia ini instagram institut investasi islam istri itu jadi jaksa jalan jalani jangan
januari jawa jelang jenis jika jiwa judi juga juli jumat jumlah juni kabupaten kabur kakek kala
kalimantan kami kamis kampung kampus kantor karena kasus kata katolik kdrt kebakaran kecamatan kecelakaan
kejahatan kejaksaan kekerasan keluarga kelurahan kematian kembali kementerian kepada kepala kepolisian
kepulauan kerap kerja kesehatan ketika ketua kini kisah kita klinik komisariat komisi komnas konflik
korban kota kristen kuasa kurang lagi lahir lain laka lalu lama langsung lapor laporan lawan layak
layanan lebaran lebih lembaga lewat libur lima longsor luar luka lupa lurah madrasah mafia mahkamah maka
malah malu maluku mana maret masih masuk masyarakat mau media mei melalui mereka meski minggu minim minta
muda mulai mungkin namun narkoba nasib nasional natal negara negeri nenek november nusa nyaris oktober
oleh online orang orangtua organisasi pacar pada padahal pakai paksa paman papua para pasal pasca peduli
pegawai pelajar pelaku pelayanan pelecehan pembunuhan pemda pemerintah pemerkosaan pemkab pemkot pemprov
pemulihan penanganan pencabulan pendamping pendampingan pendidikan penelantaran peneliti pengadilan
pengaduan penganiayaan penipuan perang perdagangan perempuan perkosaan perlindungan perlu pernah
persetubuhan perundungan pesantren pinjol polda polisi polres polresta polri polsek pondok posko pria
program provinsi psikis psikolog pulih puluhan pusat puskesmas rabu ramadan ramadhan ramah rata ratusan
rawan remaja resmi ribuan rsud ruang rumah saat sabtu sahabat saja saksi salah salinan sampai sang sangat
santri sapa saran sarjana satgas satu save saya sebab sebagai sebagian sebanyak sebelum sebuah sebut
sedangkan segera sejak sejumlah sekitar sekolah seksual selain selama selasa selatan seluruh semakin
sementara semua senin seorang seperti september seribu serta setelah setiap shelter siaga siap siapa
siaran sidang sisanya sistem siswa siswi situasi soal solusi sosial stop suami suara sudah sulawesi sulit
sumatera surat tabrakan tahun tak takut tambah tanah tanpa tapi target tega tegas telah telegram teman
tempat tenaga tengah tenggara tentang terhadap terkait terus tetangga tewas tidak tiga tiktok tim timur
tinggi tingkat tipu tolak total trafik trauma tren triwulan tsunami tuhan tujuh tunggu turun twitter uang
ujar undang undang-undang unit universitas untuk upaya usai usia utara vonis wajib wakil waktu wali
wanita warga waspada whatsapp wilayah yaitu yakni yang yayasan youtube
aborsi bersama bhabinkamtibmas babinsa bullying campak catcalling cerai
curanmor curas curat demam dispensasi gizi grooming gugat materi reskrim rp satreskrim
harta hoaks incest isbat judi klitih kontrasepsi malaria mutilasi narkotika nikah penyakit perceraian pidana
pornografi prostitusi rabies radikalisme sextortion sodomi stalking stunting talak tawuran terorisme tindak
trafficking waris
aniaya bunuh cabuli culik gagahi hamili kandung lecehkan nikahi perdaya perkosa pukuli rudapaksa sekap
setubuhi siksa tiri
"""
_OFFICE = """
advokat aipda ajun akbp akp aktivis analis anggota brigjen bripka bupati camat deputi direktur
dirreskrimum dr gubernur hakim humas inspektur ipda iptu irjen jaksa jenderal juru kabag kabareskrim
kabid kades kadis kajari kajati kanit kapolda kapolres kapolresta kapolrestabes kapolsek kasat
kasatreskrim kasi kasubag kejari kepala ketua kombes komisaris komisioner kompol konselor koordinator
lurah manajer menteri panitera pembina pendamping pengacara penjabat pj plh plt presiden prof profesor
psikolog sekretaris staf wakil wali walikota
"""
_ABBREVIATIONS = """
abg abh ad aids am apbd asn ayo bap bapas bk bkkbn bnn bpjs bps bumn cctv dinsos diy dki dp dpo dpr dprd
gor ham hiv hoc hp hut ikm ims iud jpu kb kbg kbgo kdrt kekb kia kk kla kpad kpai kppa kpppa kpu kta ktd
ktp ktpa kua kuhp lbh lgbt lks lpa lpsk lsm ma mabes man mi mpr mts mui nik nkri npwp ntb ntt oki oku
paud pbb pdt pekka phk pkh pkk pls pmi pmks pn pns polri poso pp ppa ppks pppa ppt pt puspa ri rs rsu
rsud rt ruu rw sapa satpol sd sdm sdn sk skb skpd slb sma sman smk smkn smp smpn sop spd spg spkt spp
sppa tbc tik tk tka tki tkw tni tp tpks tppo tv ugm ui umkm upt uptd usb uu vcs ve visum wa wcc wib wit
wita wna wni zoom
"""

_VERB = re.compile(
    r"(?:Me[mnlr]|Ber(?!na|th|li)|Ter|Pe[mnlr]|Di(?=[bcdfgjklmpst])|Ke|Se)\w{4,}|\w{3,}(?:kan|nya)"
)
_COUNTED = re.compile(
    r"(?:\b(?:\d[\d.]*|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|puluh|belas|puluhan|belasan|ratusan|ribuan|"
    r"para|seluruh|semua|sejumlah|beberapa|banyak|jumlah|total|data|setiap|tiap)\s+(?:orang\s+|anak\s+)?)$",
    re.IGNORECASE,
)

NOT_NAMES = frozenset(_COMMON.split())
OFFICES = frozenset(_OFFICE.split())
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
MONTHS = r"Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Nopember|Desember"


def is_word(token: str, *, headline: bool) -> bool:
    """Whether a capitalised token is an ordinary word, an office or an abbreviation, not a name."""
    plain = token.rstrip(".").casefold()
    if plain in NOT_NAMES or plain in OFFICES or (token.isupper() and plain in ABBREVIATIONS):
        return True
    return headline and _VERB.fullmatch(token) is not None


def is_headline(sentence: str) -> bool:
    """Whether nearly all longer words have capitals, so that they give no name away."""
    words = [word for word in re.findall(r"[^\W\d_]+", sentence) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= 4 and not sentence.endswith(".") and capitals >= 0.8 * len(words)


def counted(text: str, position: int) -> bool:
    """Whether the noun that begins at ``position`` is one of many: 'dua belas korban'."""
    return _COUNTED.search(text, max(0, position - 40), position) is not None


@cache
def area_names() -> frozenset[str]:
    """Names of all regions down to the kecamatan, without capitals."""
    return frozenset(entry.short_name.casefold() for entry in load_regions())


@cache
def region_names() -> frozenset[str]:
    """Names of provinces, kabupaten and kota without capitals; kecamatan are given names too often."""
    return frozenset(
        entry.short_name.casefold() for entry in load_regions() if entry.kind is not RegionKind.KECAMATAN
    )
