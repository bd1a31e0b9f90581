"""Words that restrict a count along one further dimension (codebook: breakdown).

Two tables: what announces a dimension for a whole list ('menurut pekerjaan'),
and what one item of such a list looks like ('buruh', 'SD', 'P21').
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from extractors.figures.spacing import spaced, spaced_words
from extractors.words import WordPattern, Words


class Dimension(StrEnum):
    """The kinds of breakdown; the value is the word before the colon."""

    TYPE = "type"
    AGE = "age"
    PLACE = "place"
    EDUCATION = "education"
    PERPETRATOR = "perpetrator"
    STATUS = "status"
    WORK = "work"
    MARITAL = "marital"
    SERVICE = "service"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakdownWord:
    """One word that belongs to a dimension; ``lead`` marks words that announce a list."""

    start: int
    end: int
    dimension: Dimension
    word: str
    lead: bool


_LEADS: tuple[tuple[Dimension, str], ...] = (
    (
        Dimension.AGE,
        r"(?:menurut|berdasar\w*|dari(?: segi| sisi)?|kelompok|rentang|soal|kategori|lalu|tentang"
        r"|sebaran) (?:kelompok )?(?:usia|umur)|(?:usia|umur)(?:nya)? (?:mereka|korban|para|pelaku"
        r"|perempuan)|(?<!di\s)\bumur\b(?= (?:korban|para|pelaku))|\bsegi (?:usia|umur)"
        r"|dilihat (?:dari )?(?:usia|umur)\w*|dilihat umurnya",
    ),
    (
        Dimension.PLACE,
        r"tempat (?:kejadian|terjadi\w*|kekerasan|peristiwa)(?:nya)?|lokasi(?: kejadian(?:nya)?)?"
        r"|\btkp\b|ranah (?:kejadian|privat|publik|domestik)|lingkup kejadian|tempatnya",
    ),
    (
        Dimension.EDUCATION,
        r"(?:tingkat|jenjang|latar|menurut|status) pendidikan|pendidikan(?:nya)? (?:korban|pelaku"
        r"|terakhir)|latar belakang pendidikan|berdasar\w* pendidikan",
    ),
    (
        Dimension.PERPETRATOR,
        r"hubungan(?:nya)? (?:dengan )?(?:korban|pelaku)|(?:pelaku|terlapor)(?:nya)? (?:paling"
        r"|terbanyak|kebanyakan|didominasi|utama|adalah|ialah|yang|menurut|berdasar\w*|antara|mayoritas)"
        r"|relasi (?:dengan )?(?:korban|pelaku)|status pelaku|dari (?:sisi|segi) pelaku"
        r"|kategori pelaku|hubungannya",
    ),
    (
        Dimension.WORK,
        r"(?:menurut|jenis|berdasar\w*|status|dari (?:segi|sisi)|untuk)?\s?(?:pekerjaan"
        r"|profesi)(?:nya)?(?: (?:korban|pelaku|atau profesi))*",
    ),
    (Dimension.MARITAL, r"status (?:per)?(?:kawinan|nikahan|nikah|kawin)"),
    (
        Dimension.SERVICE,
        r"(?:jenis|bentuk|macam|menurut|berdasar\w*|dari (?:sisi|segi)) (?:pe)?layanan"
        r"|(?:pe)?layanan (?:yang )?(?:diberikan|diakses|diterima|paling)"
        r"|(?:pe)?layanan(?:nya)? (?:meliputi|berupa|terdiri|mencakup)|bentuk (?:pendampingan"
        r"|penanganan)",
    ),
    (
        Dimension.STATUS,
        r"status (?:penanganan|perkara|kasus|hukum|laporan)|(?:perkembangan|tahap\w*|progres\w*"
        r"|proses) (?:penanganan|kasus|perkara)(?:nya)?|penyelesaian(?:nya)?",
    ),
)

_ITEMS: tuple[tuple[Dimension, str], ...] = (
    (
        Dimension.STATUS,
        r"\bp\.?\s?-?21\b|\bsp\.?3\b|\bsp2hp\b|\bsp2lid\b|sidik\b|\bpenyidikan\b|\b(?:pro)?lidik\b"
        r"|berkas(?:nya)? (?:\w+ ){0,2}lengkap"
        r"|\w{0,12}(?:s|ny)elidik\w*|\bdiselidiki\b|inkr?acht|berkekuatan hukum tetap|dimediasi"
        r"|\bmediasi\b"
        r"|restorat\w+ justice|\brj\b|\bdi-?rj|\bjpu\b|kejaksaan|tahap (?:ii|dua|2|i|1|satu)\b"
        r"|dilimpahkan|pelimpahan|limpahkan|\badr\b|diversi|vonis|divonis|diputus|putusan|sidang"
        r"|persidangan|disidangkan"
        r"|(?:sudah|telah|masih|belum|tengah|sedang|dalam|di) (?:\w+ ){0,2}(?:selesai|rampung|tuntas"
        r"|proses\w*|berproses|ditangani polisi|berjalan|diproses|lengkap)|masih dalam penanganan"
        r"|(?:di|ter)?selesai(?:kan|nya)?|berproses(?: hukum)?|proses (?:hukum|persidangan|pengadilan"
        r"|sidik|lidik)|(?:di)?proses hukum|ranah hukum|jalur hukum|dihentikan|dicabut"
        r"|pencabutan laporan|cabut laporan|damai|secara (?:adat|kekeluargaan)|kekeluargaan"
        r"|\bdpo\b|buron\w*|dirujuk|rujukan|rujuk|ditutup|henti lidik|pro justi[ct]ia"
        r"|lapor(?:kan)? (?:ke )?polisi|dilaporkan ke polisi|terungkap|ditindaklanjuti"
        r"|belum (?:selesai|rampung|tuntas|lengkap|terungkap)|tunggakan|ditahan|diserahkan|in process"
        r"|berlanjut ke|naik ke|masuk (?:ranah|tahap)|terminasi|dikembalikan"
        r"|petunjuk jaksa|menunggu (?:putusan|hasil|petunjuk|sidang)|pembuktian"
        r"|(?:tahap|proses|upaya|mengajukan|menempuh|masih) banding|kasasi"
        r"|\bbanding\b(?= ?[,.;)])|kelar|beres\b|menggantung|mangkrak|meja jaksa"
        r"|di (?:tangan )?(?:jaksa|penyidik|kejaksaan|pengadilan|kepolisian)"
        r"|(?:di)?kirim(?:kan)? ke (?:jaksa|kejaksaan|pengadilan)|\brampung\b|(?:di|ter)?tuntas(?:kan)?\b"
        r"|gugur|kedaluwarsa|tertunda|mandek|macet|bergulir|dieksekusi"
        r"|(?<=lainnya\s)belum\b|(?<=sisanya\s)belum\b|meja hijau"
        r"|(?:masuk|ke|sampai|(?:sudah|telah|masih) di) "
        r"(?:pengadilan|meja hijau|kejaksaan|polisi|kepolisian|polres\w*|polda)"
        r"|(?:lanjut|diteruskan|teruskan) ke|diteruskan|diadili|(?:di|pe|pen)tuntut\w*|ditolak|ditelaah"
        r"|dipecat|diberhentikan|(?:masih )?(?:kabur|diburu|dikejar)"
        r"|jalur (?:keluarga|adat)|keadilan restoratif|restoratif|denda adat",
    ),
    (
        Dimension.SERVICE,
        r"rumah (?:aman|perlindungan|singgah)|shelter|(?:pen)?dampingan(?: (?:hukum|psikolog\w*|medis"
        r"|kesehatan|sosial))?|didampingi|bantuan hukum|konseling|konsultasi(?! (?:keluarga|rumah))"
        r"|visum|rawat (?:inap|jalan)|dirawat|ditampung|penampungan|panti"
        r"|reha?bilitasi(?: (?:sosial|psikologis|medis|kesehatan))?|reintegrasi(?: sosial)?"
        r"|pemulangan|(?:pe)?layanan (?:pengaduan|kesehatan|hukum|psikologis|medis|rehabilitasi"
        r"|psikolog)|penegakan (?:dan bantuan )?hukum|penjangkauan|home\s?visit|pemulihan"
        r"|psikoedukasi|asesmen|pemenuhan hak|restitusi|tokoh agama|hotline|call center"
        r"|datang langsung|outreach",
    ),
    (
        Dimension.PLACE,
        r"(?:di )?(?:dalam )?(?:lingkup |lingkungan )?(?:rumah tangga|rumah\b(?! (?:sakit"
        r"|aman|perlindungan|singgah|perempuan))|keluarga\b)|fasilitas umum|\bfasum\b|tempat (?:umum"
        r"|kerja|lain\w*|tinggal)|ruang publik|(?:di )?(?:\blingkungan )?sekolah\b|hotel"
        r"|kos(?:\s?-\s?kosan|an)?\b|kontrakan|penginapan|media sosial|\bmedsos\b|dunia maya"
        r"|\bdaring\b|kampus|perguruan tinggi|pesantren|ponpes|lembaga pendidikan(?: \w+)?|kebun"
        r"|(?:di )?ranah (?:personal|komunitas|negara)|\bluring\b|jalan(?: raya)?\b"
        r"|luar rumah(?: tangga)?|\bkdlk\b|transportasi \w+|daerah bencana"
        r"|alat transportasi|tempat wisata|lokasi lain\w*|gubuk|semak|angkutan umum|panti|\brt\b",
    ),
    (
        Dimension.EDUCATION,
        r"\b(?:paud|tk|sd|mi|smp|mts|sltp|sma|smk|slta|ma|sd\s?/\s?mi|d1|d3|s1|s2|s3|sarjana|diploma)\b"
        r"|perguruan tinggi|(?:belum|tidak|putus|tak) (?:\w+ )?sekolah|(?:tidak|belum) tamat\w*"
        r"|mahasiswa",
    ),
    (
        Dimension.PERPETRATOR,
        r"(?:mantan )?(?:suami|pacar|istri)\b(?:\s?/\s?\w+)?|teman(?: (?:dekat|sebaya|sekolah|kerja"
        r"|korban))?(?:\s?/\s?\w+)?|tetangga|(?:ayah|bapak|ibu|orang\s?tua|orangtua)(?: (?:kandung|tiri"
        r"|angkat|sambung))?|kakek|paman|kakak|saudara|\bguru\b(?:\s?/\s?\w+)?|majikan|atasan"
        r"|rekan kerja|kerabat|keluarga(?:\s?/\s?saudara| dekat| inti)?|orang (?:tidak"
        r"|tak) (?:di)?kenal|(?:yang )?tidak (?:di)?kenal|orang (?:lain|dekat|asing)|oknum \w+"
        r"|pengasuh|pembantu|ustadz?|sopir|pelaku lain\w*",
    ),
    (
        Dimension.WORK,
        r"buruh(?: (?:pabrik|harian|tani|tidak tetap))?|petani(?:\s?/\s?nelayan)?|nelayan"
        r"|karyawan(?: (?:swasta|atau pegawai))?|pegawai(?: \w+)?|\bpns\b|\basn\b|wira(?:swasta"
        r"|usaha)|pedagang|ibu rumah tangga|\birt\b|pelajar(?:\s?[/ ]?\s?(?:atau )?mahasiswa)?"
        r"|mahasiswa|guru\s?/\s?dosen|dosen|\btni\b(?:\s?/\s?polri)?|\bpolri\b|(?:kernet|supir"
        r"|sopir)(?:\s?/\s?\w+)?|swasta|(?:belum|tidak|tak) bekerja|bekerja|dokter(?:\s?/\s?\w+)*"
        r"|pengangguran|asisten rumah tangga|\bart\b|nakes|bidan|perawat|pensiunan|purnawirawan"
        r"|pekerja migran|\bpmi\b",
    ),
    (
        Dimension.MARITAL,
        r"(?:belum |tidak |sudah )?(?:menikah|kawin)\b|\bcerai(?: (?:mati|hidup))?\b|\bjanda\b"
        r"|\blajang\b|siri\b",
    ),
    (
        Dimension.OTHER,
        r"(?:titipan|rujukan|limpahan|kiriman)? ?dari (?:kabupaten|kota|daerah|provinsi|wilayah) "
        r"(?:tetangga|lain(?:nya)?|sekitar)\b"
        r"|(?:di )?luar (?:wilayah|daerah|kota|kabupaten|provinsi|kecamatan|negeri)\b(?: (?:kota"
        r"|kabupaten)?\s?\w+)?|dalam wilayah|(?:kelurahan|desa|gampong|nagari|kampung"
        r"|dusun) [\w-]+(?: [\w-]+)?|disabilitas|difabel|penyandang disabilitas|\bhamil\b"
        r"|meninggal(?: dunia)?|\bwna\b|\bwni\b"
        r"|(?<!buang\s)(?<!pembuangan\s)(?<!penjualan\s)(?<!perdagangan\s)(?<!pembunuhan\s)bayi|balita",
    ),
)
_AGE_ITEM = spaced(
    r"(?:<|>|≤|≥|di\s?(?:bawah|atas) (?:usia |umur )?|besar |lebih dari "
    r"|kurang dari )?\s?\d{1,2}\s?(?:(?:-|–|—|sampai(?: dengan)?|hingga|s/?d"
    r"|ke)\s?(?:di bawah )?\d{1,2}\s?)?(?:tahun|thn|th)\b(?! (?:terakhir|penjara|lalu|ini"
    r"|belakangan|silam|sebelum\w*))(?: ke atas)?"
    r"|(?:ber)?(?:usia|umur) \d{1,2}(?:\s?(?:-|–|sampai|hingga|s/?d)\s?\d{1,2})?|lanjut usia"
    r"|lansia|usia (?:dewasa|lainnya)|(?:umur|usia)(?:nya)?(?: \w+){1,3} \d{1,2}\s?[-–]\s?\d{1,2}\b"
    r"|(?<=korban\s)\d{1,2}\s?[-–]\s?\d{1,2} tahun"
)


def _compiled(table: tuple[tuple[Dimension, str], ...]) -> tuple[WordPattern, tuple[Dimension, ...]]:
    pattern = "|".join(f"(?P<v{index}>{body})" for index, (_, body) in enumerate(table))
    return spaced_words(pattern), tuple(dimension for dimension, _ in table)


_LEAD_PATTERN, _LEAD_VALUES = _compiled(_LEADS)
# Only at the start of a word ('libur' is no 'ibu'), verbs with their prefixes ('didamaikan').
_VERB = {Dimension.STATUS: r"(?:di|me[mnr]?|ber|ter)?", Dimension.SERVICE: r"(?:di|me[mnr]?|ber|ter)?"}
_ITEM_PATTERNS = tuple(
    (dimension, spaced_words(body, before=_VERB.get(dimension, ""))) for dimension, body in _ITEMS
)


def find_breakdown_words(words: Words) -> tuple[BreakdownWord, ...]:
    """All breakdown words of a text in small letters; one span may belong to several dimensions."""
    found = list(_leads(words))
    for dimension, pattern in _ITEM_PATTERNS:
        found += (_word(match, dimension, lead=False) for match in pattern.finditer(words))
    found += (_word(match, Dimension.AGE, lead=False) for match in _AGE_ITEM.finditer(words.text))
    return tuple(sorted((word for word in found if word.end > word.start), key=lambda word: word.start))


def _leads(words: Words) -> Iterator[BreakdownWord]:
    for match in _LEAD_PATTERN.finditer(words):
        dimension = _LEAD_VALUES[int((match.lastgroup or "v0")[1:])]
        yield _word(match, dimension, lead=True)


def _word(match: re.Match[str], dimension: Dimension, *, lead: bool) -> BreakdownWord:
    text = match[0]
    start = match.start() + len(text) - len(text.lstrip())
    return BreakdownWord(
        start=start, end=match.end(), dimension=dimension, word=" ".join(text.split()), lead=lead
    )
