"""What the words before and after a name say about it: 'Kota', 'Polres', 'Jalan', 'Pak'."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

_WINDOW: Final = 64


class Before(Enum):
    """The sort of word in front of a name."""

    NOTHING = auto()
    KOTA = auto()
    KABUPATEN = auto()
    BOTH = auto()
    PROVINCE = auto()
    KECAMATAN = auto()
    POLICE = auto()
    CITY_POLICE = auto()
    COURT = auto()
    AGENCY = auto()
    FACILITY = auto()
    VILLAGE = auto()
    STREET = auto()
    PERSON = auto()
    NEWSPAPER = auto()
    OUTSIDE = auto()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The sort of word before a name and where it begins."""

    before: Before
    start: int


# One more word of a proper name; a preposition would begin a phrase of place.
_MORE = (
    r"(?:(?!(?:di|dari|ke|dan|asal|se|untuk|yang|pada|oleh|bersama|warga|kota|kabupaten|serta|wilayah)\s)"
    r"[a-z]{2,14}\s)?"
)

_PATTERNS: Final = (
    (
        Before.BOTH,
        r"\b(?:(?:kab(?:upaten)?\.?|pemkab|bupati)\s?(?:/|dan|maupun|atau)\s?(?:kota|pemkot|wali\s?kota)"
        r"|(?:kota|pemkot|wali\s?kota)\s?(?:/|dan|maupun|atau)\s?(?:kab(?:upaten)?\.?|pemkab|bupati))\s",
    ),
    (Before.KOTA, r"\b(?:pemerintah\s)?(?:kota(?:\sadministrasi|madya)?|pemkot|pemko|walkot|wawali)\s"),
    (Before.KOTA, r"\b(?:wakil\s)?wali\s?kota\s"),
    (
        Before.KABUPATEN,
        r"\b(?:(?:pemerintah\s)?(?:kabupaten(?:\sadministrasi)?|kab)|pemkab|bupati|wabup|sekkab|setkab)\s|\bkab\.\s?",
    ),
    (
        Before.KECAMATAN,
        r"\bkec\.\s?|\b(?:kecamatan|kec|camat|distrik|kapanewon|kemantren|(?:kapol|pol)sek(?:ta)?|sektor|kua|danramil|koramil)\s",
    ),
    (
        Before.PROVINCE,
        r"\bprov\.\s?|\b(?:provinsi|propinsi|prov|pemprov|pemda\sprovinsi|gubernur|wagub|(?:ka|waka|ma)?polda|kejati"
        r"|pengadilan\stinggi|sekdaprov)\s",
    ),
    (Before.CITY_POLICE, r"\b(?:ka|waka|ma)?polres(?:ta(?:bes|ro)?|tabes|tro)\s"),
    (Before.POLICE, r"\b(?:ka|waka|ma)?polres\s(?:metro\s|pelabuhan\s|kota\s)?"),
    (
        Before.COURT,
        r"\b(?:pn|pa|pengadilan\s(?:negeri|agama)|kejari|kajari|kejaksaan\snegeri)\s(?:kelas\s\w{1,3}\s)?",
    ),
    (
        Before.VILLAGE,
        r"\b(?:desa|kelurahan|kel\.|gampong|nagari|dusun|kampung|jorong|pekon|lembang|perumahan|komplek|kompleks|blok"
        r"|lurah|kades)\s",
    ),
    (
        Before.STREET,
        r"\b(?:jalan|jl\.?|jln\.?|gang|simpang|stasiun|terminal|bandara|pelabuhan|pasar|hotel|sungai|gunung|tol"
        r"|jembatan|masjid|stadion|gedung|aula|alun-alun|pantai|teluk|selat|laut|sdn?|smpn?|sman?|smkn?|man|mtsn?|ponpes"
        r"|pondok\spesantren|sdit|suku|bahasa|batik|marga|grand)\s(?:negeri\s|swasta\s)?(?:\d{1,3}\s)?"
        + _MORE,
    ),
    (
        Before.FACILITY,
        r"\b(?:rsud|rsup|rsu|rsd|rsj|rumah\ssakit(?:\s\w+)?|rs|lapas|rutan|lpka|universitas|univ\.?|institut|politeknik"
        r"|iain|uin|stain|polteknik|unit\sreskrim|kampus|panti|lpmp|bapas)\s" + _MORE,
    ),
    (
        Before.PERSON,
        r"\b(?:pak|bapak|bu|ibu|akp|akbp|kombes(?:\spol)?|ipda|iptu|aipda|aiptu|bripka|briptu|brigadir|kompol|brigjen"
        r"(?:\spol)?|irjen(?:\spol)?|komjen(?:\spol)?|dr\.?|dra\.?|drs\.?|hj\.?|h\.|ir\.?|prof\.?|ustaz|ustadz|kh|k\.h\."
        r"|(?:reporter|editor|penulis|pewarta|oleh|kontributor|foto|laporan)\s?:|andi|muhammad|moh\.?|siti|nur|inisial|bernama|ny\.?|sdr\.?|raden|ratu|tubagus)\s"
        + _MORE,
    ),
    (
        Before.NEWSPAPER,
        r"\b(?:radar|tribun|harian|koran|kabar|warta|detak|detik|jurnal|info|antara|suara|lintas|koran|portal|media|jpnn"
        r"|persib|persija|persis|persik|persela|persebaya|arema|psm|psms|pss|psis|rans"
        r"|kompas|liputan|okezone|kantor\sberita|wartawan|redaksi)\s",
    ),
)
_BEFORE: Final = tuple((sort, re.compile(rf"(?:{pattern})\Z")) for sort, pattern in _PATTERNS)
_BRACKET: Final = re.compile(r"\([\w\s./&-]{1,30}\)\s\Z")
_OUTSIDE: Final = re.compile(
    r"\b(?:di\s|dari\s)?luar\s(?:wilayah\s|daerah\s|administrasi\s|dari\s|wilayah\shukum\s)?\Z"
)
_AGENCY: Final = re.compile(
    r"(?:\b[A-Z][A-Z0-9]+(?:[-/][A-Z0-9]+)*\)?|\b(?:Dinas|Dinsos|Anak|Perempuan|Berencana|Keluarga|Sosial|Penduduk"
    r"|Masyarakat|Perlindungan|Apik|APIK|Crisis\sCent(?:er|re)|Bhayangkara|Kemenag|Kesehatan|Pendidikan|Komnas|Simfoni"
    r"|Forum\sAnak|Satgas|Unit|Bapas|Statistik|Daerah))\s\Z"
)
_NEWSPAPER_AFTER: Final = re.compile(
    r"\s?(?:post|pos|tribune|ekspres|express|news|today|times|tv|network|online|kita|satu|co|pedia|update)\b"
    r"|\.(?:com|id|co|net|tv|news|org)\b|-?(?:news|pos|post)\b"
)
# Outlets whose second word is a word of places too ('Malang Raya').
_OUTLETS: Final = ("banten raya", "solo pos", "radar", "lampung raya")
_DOMAIN_BEFORE: Final = re.compile(r"[.@/#_]\Z|(?<=\w)(?<!\bse)-\Z")


def surroundings(text: str, folded: str, start: int) -> Surroundings:
    """The sort of word right before ``start``; a bracketed acronym in between is skipped."""
    left = folded[max(0, start - _WINDOW) : start].rpartition("\n")[2]
    found = _match(left, start)
    if found is not None:
        return _with_outside(folded, found)
    bracket = _BRACKET.search(left)
    if bracket is not None:
        inner = _match(left[: bracket.start()], start - (len(left) - bracket.start()))
        if inner is not None:
            return inner
    plain = text[start - len(left) : start]
    if _AGENCY.search(plain):
        return Surroundings(Before.AGENCY, start)
    return _with_outside(folded, Surroundings(Before.NOTHING, start))


def _match(left: str, start: int) -> Surroundings | None:
    for sort, pattern in _BEFORE:
        match = pattern.search(left)
        if match:
            return Surroundings(sort, start - len(match[0]))
    return None


def _with_outside(folded: str, found: Surroundings) -> Surroundings:
    match = _OUTSIDE.search(folded, max(0, found.start - _WINDOW), found.start)
    return Surroundings(Before.OUTSIDE, match.start()) if match else found


def is_newspaper(folded: str, start: int, end: int) -> bool:
    """Whether a name belongs to an outlet or a web address: 'Pontianak Post', 'sumbar.suara.com'."""
    if _NEWSPAPER_AFTER.match(folded, end) or folded.startswith(_OUTLETS, start):
        return True
    return _DOMAIN_BEFORE.search(folded, max(0, start - 3), start) is not None
