"""Homes, schools and dates of birth beside a victim."""

import re
from collections.abc import Iterator, Sequence

from models.masking.sentences import Sentence
from models.masking.tokens import AGE, Span
from models.masking.words import MONTHS, NOT_NAMES, VICTIM, counted

_SINGLE = re.compile(
    rf"\b(?:inisial|berinisial|siswi|santriwati|bocah|gadis|balita|bayi|ananda|sebut saja|bukan nama|TKW|TKI|"
    r"(?:kakek|nenek|paman|bibi|tante|ayah|ibu|suami|istri|orang\s?tua)nya|mendiang|almarhumah?|"
    rf"seorang (?:anak|perempuan|wanita|remaja|ibu|istri|siswa|santri|pelajar|murid|mahasiswi|warga)|"
    r"(?:warga|penghuni|karyawa(?:n|ti)|buruh|pekerja|pramuniaga|pelayan|pegawai)\b[^.,;\n]{0,60}\b(?:itu|tersebut)|"
    r"(?:ayah|ibu|orang ?tua|keluarga|rumah|kediaman|tetangga|kakek|nenek|paman|kakak|adik|alamat|sekolah)"
    rf"(?: kandung| tiri)? {VICTIM}|(?:{VICTIM}|pelaku|tersangka)(?:nya)? (?:yang|merupakan|"
    r"adalah|tinggal|warga|asal|bersekolah|"
    r"beralamat|berdomisili|diketahui|tercatat|masih|sedang|lahir|itu|tersebut|sehari-hari|diantar|mengenyam|"
    r"duduk|pulang|dan (?:keluarga|ibu)nya)|"
    rf"anak (?:tersebut|itu))\b|\b(?:berusia|umur|usia) \d{{1,2}} tahun\b|[A-Za-z]{AGE}",
    re.IGNORECASE,
)
_ONE_VICTIM = re.compile(
    rf"\b{VICTIM}\b|\b(?:siswa|santri|pelajar|murid|mahasiswi|mahasiswa)\b", re.IGNORECASE
)
_GENERIC = re.compile(
    r"\b(?:para|jumlah|data|pendampingan|mendampingi|penanganan|menangani|pemulihan|perlindungan|"
    r"layanan|bagi|untuk|terhadap|setiap|saksi dan|membantu|melindungi|kepada|hak|jika ada|menjadi|jadi|"
    r"menampung|menerima)"
    rf"\s+{VICTIM}\b"
    rf"|\b{VICTIM}[- ](?:kekerasan|korban|KDRT|TPPO|perdagangan|pelecehan|perkosaan|trafficking)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^[\"“]?(?:Ia|Dia|Korban|Gadis|Bocah|Anak|Siswi|Perempuan|Remaja|Santriwati|Kejadian|Peristiwa|"
    r"Rumah|Keluarga|Ibunya|Ayahnya|Orang ?tuanya|Sehari-hari|Keduanya|Pelaku|Mereka)\b"
)
_LIVES = re.compile(
    r"\b(?:asal|warga|tinggal|bersekolah|berdomisili|beralamat|bermukim|rumahnya)\b", re.IGNORECASE
)
_COUNT = re.compile(
    r"\b\d[\d.]*\s+(?:kasus|korban|laporan|perkara|aduan)\b",
    re.IGNORECASE,
)
_WORD = r"(?:[A-Z][\w’'-]*|[IVXL]+|\d{1,4}[A-Z]?)"
_KINDS = (
    r"(?i:Desa|Kelurahan|Kel\.|Kampung|Kp\.?|Dusun|Dukuh|Pedukuhan|Padukuhan|Jalan|Jln?\.?|Gang|Gg\.?|"
    r"Perumahan|Perumnas|Perum|Kompleks?|Blok|Lingkungan|Nagari|Gampong|Jorong|Lorong|Pekon|Banjar|Link\.|Asrama|"
    r"Panti Asuhan|Kos|Kontrakan)\s+"
    r"|(?:PT|CV|UD|PD)\.?\s+|(?i:Toko|Warung|Kedai|Kafe|Cafe|Rumah Makan|Restoran|Salon|Swalayan|Minimarket|"
    r"Pabrik|Padepokan|Sanggar|Perguruan Silat|Konveksi|Bengkel|Butik|Apotek)\s+"
)
_PLACE = re.compile(
    rf"\b(?P<kind>{_KINDS})(?!{_KINDS})(?P<name>{_WORD}(?:\s+{_WORD})*)"
    r"|\bRT\.?\s*/?\s*\d+(?:\s*/?\s*RW\.?\s*/?\s*\d+|/\d+)?"
    r"|\bRT\s*/\s*RW\.?:?\s*\d+\s*/\s*\d+|\bRW\.?\s*\d+\b"
    r"|\b(?:Nomor|No\.?)\s*\d+[A-Z]?(?=\s*,?\s*(?:RT|RW|Desa|Kel))",
)
_BLOCK = re.compile(r"\bRT\.?\s*\d+\s*(?:/|,|dan)?\s*RW\.?\s*\d+")
_SCHOOL = re.compile(
    r"\b(?:(?:SDIT|SMPIT|SD|SMP|SMA|SMK|SLB|MI|MTs|MA|TK|RA|PAUD|SLTP|SLTA)(?:N|\s+(?i:Negeri|Swasta))?\s+"
    r"|(?:SDN|SMPN|SMAN|SMKN|MIN|MTsN|MAN)\s*"
    r"|(?i:Pondok Pesantren|Ponpes|Pesantren|Madrasah(?: Ibtidaiyah| Tsanawiyah| Aliyah)?|Universitas|"
    r"Institut|Politeknik|"
    r"Sekolah Tinggi|Sekolah Dasar|Taman Kanak-kanak|Sekolah Menengah (?:Pertama|Atas|Kejuruan)|"
    r"Sekolah)(?:\s+(?i:Negeri))?\s+)"
    # 'SMP 20 orang' counts pupils.
    r"(?!\d+\s+(?:orang|anak|korban|kasus|siswa|siswi|perempuan|persen)\b)"
    rf"(?P<name>{_WORD}(?:\s+(?:{_WORD}|al|el|wal|wa|ul))*)",
)
_OFFICE = re.compile(
    r"\b(?:kantor|posko|UPTD|P2TP2A|DP3A\w*|DP2KB\w*|shelter|rumah aman|puspaga|puskesmas|balai|"
    r"polres\w*|polsek|dinas|hotline|gedung|aula|sosialisasi|penyuluhan|program|PATBM|kantornya|pelatihan|satgas|"
    r"forum|kampanye|"
    r"edukasi|deklarasi|peluncuran|layanan)\b",
    re.IGNORECASE,
)
_RUN_BY = re.compile(
    r"\b(?:Kepala|Kades|Pemerintah|Kantor|Balai|Perangkat|Aparat\w*|Lurah|PKK|Kader|PATBM)\s+$", re.IGNORECASE
)
_DATE = rf"(?:\d{{1,2}}\s+(?:{MONTHS})\s+\d{{4}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}})"
_BORN = re.compile(
    rf"\b(?:lahir|kelahiran|TTL|tgl\.? lahir)\b[^.\n]{{0,50}}?(?P<date>{_DATE})", re.IGNORECASE
)
_REACHED = re.compile(r"(?<!\w)(?:@[A-Za-z][\w.]{2,}|(?:\+62|0)8\d{1,2}[- ]?\d{3,4}[- ]?\d{2,5})(?!\w)")
"""Accounts and telephone numbers; those of agencies stand in sentences that name one."""
_IN_PLACES = frozenset(
    {
        "barat",
        "tinggi",
        "lama",
        "tua",
        "damai",
        "aman",
        "atas",
        "timur",
        "utara",
        "selatan",
        "tengah",
        "islam",
        "katolik",
        "kristen",
        "jawa",
        "baru",
        "luar",
        "kesehatan",
        "pendidikan",
        "indonesia",
    }
)
_REGION_KINDS = frozenset({"kecamatan", "kec", "kabupaten", "kab", "kota", "provinsi", "prov"})


def place_spans(text: str, sentences: Sequence[Sentence], names: Sequence[Span]) -> Iterator[Span]:
    """Villages, streets, schools and dates of birth in sentences about one victim."""
    went_on = False
    for start, end in sentences:
        sentence = text[start:end]
        named = any(start <= name[0] < end for name in names)
        goes_on = went_on and bool(_GOES_ON.match(sentence) or _LIVES.search(sentence))
        told = goes_on or _SINGLE.search(sentence) is not None
        single = named or (told and not _COUNT.search(sentence))
        for first, last in _in_sentence(sentence, single=single):
            yield start + first, start + last
        went_on = single


def _in_sentence(sentence: str, *, single: bool) -> Iterator[Span]:
    for match in _BLOCK.finditer(sentence):
        yield match.span()
    if not single and not _speaks_of_one(sentence):
        return
    for match in _PLACE.finditer(sentence):
        if match["name"] is None:
            yield match.span()
        elif single or not _of_an_office(sentence, match.start()):
            yield from _proper(sentence, match)
    for match in _SCHOOL.finditer(sentence):
        if single or not _OFFICE.search(sentence):
            yield from _proper(sentence, match)
    for match in _BORN.finditer(sentence):
        yield match.span("date")
    yield from _reached(sentence)


def _reached(sentence: str) -> Iterator[Span]:
    if not _OFFICE.search(sentence):
        yield from (match.span() for match in _REACHED.finditer(sentence))


def _speaks_of_one(sentence: str) -> bool:
    """Whether somebody, not many, is meant, though nothing more is said of them."""
    if _COUNT.search(sentence) or _GENERIC.search(sentence):
        return False
    return any(not counted(sentence, cue.start()) for cue in _ONE_VICTIM.finditer(sentence))


def _of_an_office(sentence: str, start: int) -> bool:
    return bool(_RUN_BY.search(sentence, 0, start) or _OFFICE.search(sentence, 0, start))


def _proper(sentence: str, match: re.Match[str]) -> Iterator[Span]:
    """The name of the place, as far as its capitals go; ordinary words are no name."""
    end = match.start("name")
    for word in re.finditer(r"\S+", match["name"]):
        plain = word.group().strip(".,").casefold()
        begins = end == match.start("name") and word.end() < len(match["name"])
        if plain in _REGION_KINDS and begins:
            continue  # 'Kelurahan Kota Uneng'
        if plain in _REGION_KINDS or (plain in NOT_NAMES and plain not in _IN_PLACES):
            break
        end = match.start("name") + word.end()
    if end > match.start("name"):
        yield match.start("name"), end
