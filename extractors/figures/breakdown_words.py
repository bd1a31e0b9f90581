"""Words that restrict a count along one further dimension (codebook: breakdown).

Two tables: what announces a dimension for a whole list ('menurut pekerjaan'),
and what one item of such a list looks like ('buruh', 'SD', 'P21').
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


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
        r"(?:menurut|berdasar\w*|dari(?:\s+segi|\s+sisi)?|kelompok|rentang|soal|kategori|lalu|tentang"
        r"|sebaran)\s+(?:kelompok\s+)?(?:usia|umur)|(?:usia|umur)(?:nya)?\s+(?:mereka|korban|para|pelaku"
        r"|perempuan)|(?<!di\s)\bumur\b(?=\s+(?:korban|para|pelaku))|\bsegi\s+(?:usia|umur)"
        r"|dilihat\s+(?:dari\s+)?(?:usia|umur)\w*|dilihat\s+umurnya",
    ),
    (
        Dimension.PLACE,
        r"tempat\s+(?:kejadian|terjadi\w*|kekerasan|peristiwa)(?:nya)?|lokasi(?:\s+kejadian(?:nya)?)?"
        r"|\btkp\b|ranah\s+(?:kejadian|privat|publik|domestik)|lingkup\s+kejadian|tempatnya",
    ),
    (
        Dimension.EDUCATION,
        r"(?:tingkat|jenjang|latar|menurut|status)\s+pendidikan|pendidikan(?:nya)?\s+(?:korban|pelaku"
        r"|terakhir)|latar\s+belakang\s+pendidikan|berdasar\w*\s+pendidikan",
    ),
    (
        Dimension.PERPETRATOR,
        r"hubungan(?:nya)?\s+(?:dengan\s+)?(?:korban|pelaku)|(?:pelaku|terlapor)(?:nya)?\s+(?:paling"
        r"|terbanyak|kebanyakan|didominasi|utama|adalah|ialah|yang|menurut|berdasar\w*|antara|mayoritas)"
        r"|relasi\s+(?:dengan\s+)?(?:korban|pelaku)|status\s+pelaku|dari\s+(?:sisi|segi)\s+pelaku"
        r"|kategori\s+pelaku|hubungannya",
    ),
    (
        Dimension.WORK,
        r"(?:menurut|jenis|berdasar\w*|status|dari\s+(?:segi|sisi)|untuk)?\s*(?:pekerjaan"
        r"|profesi)(?:nya)?(?:\s+(?:korban|pelaku|atau\s+profesi))*",
    ),
    (Dimension.MARITAL, r"status\s+(?:per)?(?:kawinan|nikahan|nikah|kawin)"),
    (
        Dimension.SERVICE,
        r"(?:jenis|bentuk|macam|menurut|berdasar\w*|dari\s+(?:sisi|segi))\s+(?:pe)?layanan"
        r"|(?:pe)?layanan\s+(?:yang\s+)?(?:diberikan|diakses|diterima|paling)"
        r"|(?:pe)?layanan(?:nya)?\s+(?:meliputi|berupa|terdiri|mencakup)|bentuk\s+(?:pendampingan"
        r"|penanganan)",
    ),
    (
        Dimension.STATUS,
        r"status\s+(?:penanganan|perkara|kasus|hukum|laporan)|(?:perkembangan|tahap\w*|progres\w*"
        r"|proses)\s+(?:penanganan|kasus|perkara)(?:nya)?|penyelesaian(?:nya)?",
    ),
)

_ITEMS: tuple[tuple[Dimension, str], ...] = (
    (
        Dimension.STATUS,
        r"\bp\.?\s?-?21\b|\bsp\.?3\b|\bsp2hp\b|\bsp2lid\b|\bsidik\b|\bpenyidikan\b|\b(?:pro)?lidik\b"
        r"|\w{0,12}(?:s|ny)elidik\w*|\bdiselidiki\b|inkr?acht|berkekuatan\s+hukum\s+tetap|dimediasi"
        r"|\bmediasi\b"
        r"|restorat\w+\s+justice|\brj\b|\bdi-?rj|\bjpu\b|kejaksaan|tahap\s+(?:ii|dua|2|i|1|satu)\b"
        r"|dilimpahkan|pelimpahan|limpahkan|\badr\b|diversi|vonis|divonis|diputus|putusan|sidang"
        r"|persidangan|disidangkan"
        r"|(?:sudah|telah|masih|belum|tengah|sedang|dalam|di)\s+(?:\w+\s+){0,2}(?:selesai|rampung|tuntas"
        r"|proses\w*|berproses|ditangani\s+polisi|berjalan|diproses|lengkap)|masih\s+dalam\s+penanganan"
        r"|(?:di|ter)?selesai(?:kan|nya)?|berproses(?:\s+hukum)?|proses\s+(?:hukum|persidangan|pengadilan"
        r"|sidik|lidik)|(?:di)?proses\s+hukum|ranah\s+hukum|jalur\s+hukum|dihentikan|dicabut"
        r"|pencabutan\s+laporan|cabut\s+laporan|damai|secara\s+(?:adat|kekeluargaan)|kekeluargaan"
        r"|\bdpo\b|buron\w*|dirujuk|rujukan|rujuk|ditutup|henti\s+lidik|pro\s+justi[ct]ia"
        r"|lapor(?:kan)?\s+(?:ke\s+)?polisi|dilaporkan\s+ke\s+polisi|terungkap|ditindaklanjuti"
        r"|belum\s+(?:selesai|rampung|tuntas|lengkap|terungkap)|tunggakan|ditahan|diserahkan|in\s+process"
        r"|berlanjut\s+ke|naik\s+ke|masuk\s+(?:ranah|tahap)|terminasi|dikembalikan",
    ),
    (
        Dimension.SERVICE,
        r"rumah\s+(?:aman|perlindungan|singgah)|shelter|(?:pen)?dampingan(?:\s+(?:hukum|psikolog\w*|medis"
        r"|kesehatan|sosial))?|didampingi|bantuan\s+hukum|konseling|konsultasi(?!\s+(?:keluarga|rumah))"
        r"|visum|reha?bilitasi(?:\s+(?:sosial|psikologis|medis|kesehatan))?|reintegrasi(?:\s+sosial)?"
        r"|pemulangan|(?:pe)?layanan\s+(?:pengaduan|kesehatan|hukum|psikologis|medis|rehabilitasi"
        r"|psikolog)|penegakan\s+(?:dan\s+bantuan\s+)?hukum|penjangkauan|home\s*visit|pemulihan"
        r"|psikoedukasi|asesmen|pemenuhan\s+hak|restitusi|tokoh\s+agama|hotline|call\s+center"
        r"|datang\s+langsung|outreach",
    ),
    (
        Dimension.PLACE,
        r"(?:di\s+)?(?:dalam\s+)?(?:lingkup\s+|lingkungan\s+)?(?:rumah\s+tangga|rumah\b(?!\s+(?:sakit"
        r"|aman|perlindungan|singgah|perempuan))|keluarga\b)|fasilitas\s+umum|\bfasum\b|tempat\s+(?:umum"
        r"|kerja|lain\w*|tinggal)|ruang\s+publik|(?:di\s+)?(?:\blingkungan\s+)?sekolah\b|hotel"
        r"|kos(?:\s*-\s*kosan|an)?\b|kontrakan|penginapan|media\s+sosial|\bmedsos\b|dunia\s+maya"
        r"|\bdaring\b|kampus|perguruan\s+tinggi|pesantren|ponpes|lembaga\s+pendidikan(?:\s+\w+)?|kebun"
        r"|jalan(?:\s+raya)?\b|luar\s+rumah(?:\s+tangga)?|\bkdlk\b|transportasi\s+\w+|daerah\s+bencana"
        r"|alat\s+transportasi|tempat\s+wisata|lokasi\s+lain\w*|gubuk|semak|angkutan\s+umum|panti|\brt\b",
    ),
    (
        Dimension.EDUCATION,
        r"\b(?:paud|tk|sd|mi|smp|mts|sltp|sma|smk|slta|ma|sd\s*/\s*mi|d1|d3|s1|s2|s3|sarjana|diploma)\b"
        r"|perguruan\s+tinggi|(?:belum|tidak|putus|tak)\s+(?:\w+\s+)?sekolah|(?:tidak|belum)\s+tamat\w*"
        r"|mahasiswa",
    ),
    (
        Dimension.PERPETRATOR,
        r"(?:mantan\s+)?(?:suami|pacar|istri)\b(?:\s*/\s*\w+)?|teman(?:\s+(?:dekat|sebaya|sekolah|kerja"
        r"|korban))?(?:\s*/\s*\w+)?|tetangga|(?:ayah|bapak|ibu|orang\s*tua|orangtua)(?:\s+(?:kandung|tiri"
        r"|angkat|sambung))?|kakek|paman|kakak|saudara|\bguru\b(?:\s*/\s*\w+)?|majikan|atasan"
        r"|rekan\s+kerja|kerabat|keluarga(?:\s*/\s*saudara|\s+dekat|\s+inti)?|orang\s+(?:tidak"
        r"|tak)\s+(?:di)?kenal|(?:yang\s+)?tidak\s+(?:di)?kenal|orang\s+(?:lain|dekat|asing)|oknum\s+\w+"
        r"|pengasuh|pembantu|ustadz?|sopir|pelaku\s+lain\w*",
    ),
    (
        Dimension.WORK,
        r"buruh(?:\s+(?:pabrik|harian|tani|tidak\s+tetap))?|petani(?:\s*/\s*nelayan)?|nelayan"
        r"|karyawan(?:\s+(?:swasta|atau\s+pegawai))?|pegawai(?:\s+\w+)?|\bpns\b|\basn\b|wira(?:swasta"
        r"|usaha)|pedagang|ibu\s+rumah\s+tangga|\birt\b|pelajar(?:\s*[/ ]?\s*(?:atau\s+)?mahasiswa)?"
        r"|mahasiswa|guru\s*/\s*dosen|dosen|\btni\b(?:\s*/\s*polri)?|\bpolri\b|(?:kernet|supir"
        r"|sopir)(?:\s*/\s*\w+)?|swasta|(?:belum|tidak|tak)\s+bekerja|bekerja|dokter(?:\s*/\s*\w+)*"
        r"|pengangguran|asisten\s+rumah\s+tangga|\bart\b|nakes|bidan|perawat|pensiunan|purnawirawan"
        r"|pekerja\s+migran|\bpmi\b",
    ),
    (
        Dimension.MARITAL,
        r"(?:belum\s+|tidak\s+|sudah\s+)?(?:menikah|kawin)\b|\bcerai(?:\s+(?:mati|hidup))?\b|\bjanda\b"
        r"|\blajang\b|siri\b",
    ),
    (
        Dimension.OTHER,
        r"(?:di\s+)?luar\s+(?:wilayah|daerah|kota|kabupaten|provinsi|kecamatan|negeri)\b(?:\s+(?:kota"
        r"|kabupaten)?\s*\w+)?|dalam\s+wilayah|(?:kelurahan|desa|gampong|nagari|kampung"
        r"|dusun)\s+[\w-]+(?:\s+[\w-]+)?|disabilitas|difabel|penyandang\s+disabilitas|\bhamil\b"
        r"|meninggal(?:\s+dunia)?|\bwna\b|\bwni\b|bayi|balita",
    ),
)
_AGE_ITEM = re.compile(
    r"(?:<|>|≤|≥|di\s*(?:bawah|atas)\s+(?:usia\s+|umur\s+)?|besar\s+|lebih\s+dari\s+"
    r"|kurang\s+dari\s+)?\s*\d{1,2}\s*(?:(?:-|–|—|sampai(?:\s+dengan)?|hingga|s/?d"
    r"|ke)\s*(?:di\s+bawah\s+)?\d{1,2}\s*)?(?:tahun|thn|th)\b(?!\s+(?:terakhir|penjara|lalu|ini"
    r"|belakangan|silam|sebelum\w*))(?:\s+ke\s+atas)?"
    r"|(?:ber)?(?:usia|umur)\s+\d{1,2}(?:\s*(?:-|–|sampai|hingga|s/?d)\s*\d{1,2})?|lanjut\s+usia"
    r"|lansia|usia\s+(?:dewasa|lainnya)|(?<=korban\s)\d{1,2}\s*[-–]\s*\d{1,2}\s+tahun"
)


def _compiled(table: tuple[tuple[Dimension, str], ...]) -> tuple[re.Pattern[str], tuple[Dimension, ...]]:
    pattern = "|".join(f"(?P<v{index}>{body})" for index, (_, body) in enumerate(table))
    return re.compile(pattern), tuple(dimension for dimension, _ in table)


_LEAD_PATTERN, _LEAD_VALUES = _compiled(_LEADS)
_ITEM_PATTERNS = tuple((dimension, re.compile(body)) for dimension, body in _ITEMS)


def find_breakdown_words(lower: str) -> tuple[BreakdownWord, ...]:
    """All breakdown words of a text in small letters; one span may belong to several dimensions."""
    found = list(_leads(lower))
    for dimension, pattern in _ITEM_PATTERNS:
        found += (_word(match, dimension, lead=False) for match in pattern.finditer(lower))
    found += (_word(match, Dimension.AGE, lead=False) for match in _AGE_ITEM.finditer(lower))
    return tuple(sorted((word for word in found if word.end > word.start), key=lambda word: word.start))


def _leads(lower: str) -> Iterator[BreakdownWord]:
    for match in _LEAD_PATTERN.finditer(lower):
        dimension = _LEAD_VALUES[int((match.lastgroup or "v0")[1:])]
        yield _word(match, dimension, lead=True)


def _word(match: re.Match[str], dimension: Dimension, *, lead: bool) -> BreakdownWord:
    text = match[0]
    start = match.start() + len(text) - len(text.lstrip())
    return BreakdownWord(
        start=start, end=match.end(), dimension=dimension, word=" ".join(text.split()), lead=lead
    )
