"""Names of regions as they stand in a text, with their surroundings, before any is decided."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from extractors.regions.gazetteer import OFFICE, Candidate, Gazetteer, Hit
from extractors.regions.surroundings import Before, is_newspaper, surroundings
from models.vocabulary import RegionKind

_EXPLICIT: Final = {
    Before.KOTA: frozenset({RegionKind.KOTA}),
    Before.KABUPATEN: frozenset({RegionKind.KABUPATEN}),
    Before.BOTH: frozenset({RegionKind.KOTA, RegionKind.KABUPATEN}),
    Before.PROVINCE: frozenset({RegionKind.PROVINCE}),
    Before.KECAMATAN: frozenset({RegionKind.KECAMATAN}),
    Before.CITY_POLICE: frozenset({RegionKind.KOTA}),
    Before.POLICE: frozenset({RegionKind.KABUPATEN}),
    Before.COURT: frozenset({RegionKind.KOTA}),
}
_REFUSED: Final = frozenset({Before.VILLAGE, Before.STREET, Before.PERSON, Before.NEWSPAPER})


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name that may be a place; ``start`` includes the word 'Kota' or 'Polres' before it."""

    start: int
    name_start: int
    end: int
    before: Before
    candidates: tuple[Candidate, ...]
    headline: bool
    at_sentence_start: bool
    counted: bool
    """A count follows: 'Natar 20 kasus', 'Natar menyusul dengan 20'."""
    compound: bool = False
    """The name has more than one word."""
    carried: RegionKind | None = None
    """Kabupaten or Kota said before an earlier name of the same list."""

    @property
    def said(self) -> tuple[Candidate, ...]:
        """The candidates of the kind that the word before the name says."""
        kinds = _EXPLICIT.get(self.before)
        if kinds is None:
            return ()
        return tuple(candidate for candidate in self.candidates if candidate.kind in kinds)

    @property
    def is_office(self) -> bool:
        """Whether the name itself is that of an office in the table of jurisdictions."""
        return any(candidate.sort == OFFICE for candidate in self.candidates)


_SENTENCE_START: Final = re.compile(r"(?:^|[.!?:\n”“\"(|•–—-])\s*\Z")
_CAPITAL_WORD: Final = re.compile(r"\b[A-Z][a-z]+\s\Z")
# Title words and offices that stand before a place without a preposition.
_BEFORE_PLACE: Final = re.compile(
    r"\b(?:Se|Kepala|Ketua|Kapolres|Polres\w*|Polda|Polsek|Bupati|Walikota|Kota|Kabupaten|Provinsi|Dinas|Daerah|Anak|Perempuan"
    r"|Perlindungan|Sosial|Keluarga|Berencana|Penduduk|Masyarakat|Apik|Cabang|Wilayah|Kantor|Balai|Warga|Pemuda|Polisi|Pelaku"
    r"|Korban|Kasus|Jajaran|Pemerintah|Pemkot|Pemkab|Pemprov|Kejari|Kejati|Negeri|Agama|Tinggi|Sekda|Gubernur|Asal|Forum|Rumah"
    r"|Data|Dari|Di|Ke|Untuk|Dan|Serta|Lalu|Kemudian|Disusul|Sementara|Sedangkan|Adapun|Yakni|Yaitu|Antara|Hingga|Selain"
    r"|Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu"
    r"|Barat|Timur|Utara|Selatan|Tengah|Center|Centre|Statistik|Kesehatan|Pendidikan|Bhayangkara|Satreskrim|Reskrim|Unit|Satgas"
    r"|Simfoni|Puspaga|Komisi|Lembaga|Yayasan|Aliansi|Jaringan|Legislator|Dewan|Muslimat|Fatayat|Aisyiyah|Muhammadiyah|Nahdlatul"
    r"|Legislatif|Disdik|Dinkes|Dinsos|Kemenag|Bapas|Kader|Bunda|Duta|Kelompok|Program|Inovasi|Aplikasi|Sebab|Bahkan|Namun|Bagi"
    r"|Melansir|Mengutip|Kadis|Kadinsos|Kabid|Sekretaris|Kapolda|Kapolresta|Kapolrestabes|Wakapolres|Mapolres|Kasat|Kanit)\s\Z"
)
_ORDINARY: Final = re.compile(
    r"metro|batu|serang|banjar|buru|batang|lebak|landak|sorong|puncak|kuningan|tegal|pati|bone|bima|malang|padang|medan"
    r"|palu|kendal|kudus|agam|ende|toba|tual|demak|jaya|kota|mura|mitra|tala|palas|tuba|mateng|balut|babar|matra|madina"
    r"|pali|oki|piru|pare|praya|banua|seram|flores|sumba|solo|pandan|toraja"
)
"""Names that are also words, first names or abbreviations; at a sentence's start they prove nothing."""
_ALONE: Final = re.compile(
    r"metro|batu|puncak|kota|batang|buru|mura|mitra|tala|palas|tuba|banua|pare|toba|matra|babar|balut|mateng"
    r"|sabu|aru|sula|marisa|kepi|rote|salak"
)
"""Of these, even a capital in mid-sentence proves nothing without a word such as 'di' or 'Kota'."""
_COUNT_AFTER: Final = re.compile(
    r"[ \t\u00a0]{0,16}[:(\u2013-]?[ \t\u00a0]{0,16}\d"
    r"|\s?[:(\u2013-]?\s?\d|\s(?:sebanyak|mencatat|menyumbang|melaporkan)\s"
    r"|,?(?:\s(?:saja|sendiri|sudah|telah|hanya|cuma|ada|dengan|sebanyak|menyusul|berikutnya|kembali|masih|tercatat|terdata"
    r"|menyumbang|melaporkan|mencatat|menempati|paling|banyak|sedikit|tinggi|rendah|di|puncak|urutan|posisi|kedua|ketiga|dua"
    r"|pertama|keempat|kelima|teratas|terbanyak|tertinggi|terendah|terbawah|terparah|peringkat|ranking|nomor|memimpin|berada"
    r"|menduduki|jadi|menjadi|yang|juara|mendominasi|memuncaki|mengoleksi|menyusul|jumlah|angka|total|pula|juga|justru|bahkan"
    r"|sama-sama|masing-masing|kasus|korban|sekitar|mencapai|tinggal|bersih|alias|sejauh|ini|baru|kini|sekarang|malah|terdapat"
    r"|terjadi|punya|memiliki|mengoleksi|membukukan|mengantongi|merekam|menangani|menerima|melayani|lebih|kurang|hampir|dasar"
    r"|bawah|atas|buncit|sampai|tahun),?){0,6}\s"
    r"(?:\d[\d.]*|nihil|nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)\b"
    r"|(?:,\s|,?\s(?:dan|serta)\s)[\w'-]+(?:\s[\w'-]+){0,3},?\s(?:masing-masing|sama-sama)\s"
)
_NUMBER_AFTER: Final = re.compile(
    r"\s?[:(\u2013-]?\s?\d{1,4}(?:\s(?:kasus|orang|anak|korban|laporan)|\s?[),;.]|\sdan\b)"
)
_LIST_AFTER: Final = re.compile(r"(?:,|,?\s(?:dan|serta|maupun|juga))\s(?:juga\s|dan\s)?[A-Z]")
_LIST_GAP: Final = 45
_LIST_END: Final = re.compile(r"[.!?;](?:\s|$)|\n")
_DATELINE: Final = re.compile(r"\s?[,(|/\u2013\u2014-]")
_DASH: Final = re.compile(r"\s?[\u2013\u2014-]\s?")
_PREPOSITION: Final = re.compile(
    r"\b(?:di|dari|ke|se|asal|wilayah|warga|daerah|seputar|sekitar|untuk|antara|hingga|sampai|dan|serta|lalu|disusul|kemudian"
    r"|berikutnya|menyusul|yakni|yaitu|pemkab|pemkot)[\s-]\Z|[,(:|/•]\s?\Z|\d\s?[,;]?\s\Z|kasus[,;]?\s\Z"
)


_COUNT_BEFORE: Final = re.compile(
    r"(?<![\w.,])(?:\d[\d.]*|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)"
    r"(?:\s(?:kasus|orang|anak|korban|laporan|perkara|aduan|perempuan))?(?:\s(?:berasal|terjadi|datang|ada))?\s(?:di|dari)\s\Z"
)
_ITEM: Final = re.compile(r"(?:^|\n)[ \t•*✔▪●–—-]*(?:(?:\d{1,2}|[a-z])[.)][ \t]*)?\Z")
_ITS_NUMBER: Final = re.compile(r"[ \t]{0,24}[:=(\u2013-]?[ \t]?(?:ada\s|sebanyak\s)?\d")


def _is_item(folded: str, hit: Hit) -> bool:
    """Whether the name of a town opens a line of a list and its number follows ('- Batu 9 kasus')."""
    towns = any(c.kind in (RegionKind.KABUPATEN, RegionKind.KOTA) for c in hit.candidates)
    opens = _ITEM.search(folded, max(0, hit.start - 12), hit.start)
    return towns and bool(opens) and _ITS_NUMBER.match(folded, hit.end) is not None


def _is_counted(folded: str, start: int, end: int) -> bool:
    if _COUNT_BEFORE.search(folded, max(0, start - 40), start):
        return True
    return any(pattern.match(folded, end) for pattern in (_NUMBER_AFTER, _COUNT_AFTER))


def _headline(text: str, start: int) -> bool:
    """Whether the name stands in a line whose words nearly all begin with capitals."""
    first = text.rfind("\n", max(0, start - 200), start) + 1 if start else 0
    last = text.find("\n", start, start + 200)
    words = re.findall(r"[^\W\d_]{4,}", text[max(first, start - 200) : last if last >= 0 else start + 200])
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def _written_as_name(text: str, hit: Hit) -> bool:
    """Whether capitals are where a name has them; acronyms must be all capitals."""
    written = text[hit.start : hit.end]
    if all(candidate.sort == "singkatan" for candidate in hit.candidates) and len(written) <= 4:
        return written.isupper() or (written[0].isupper() and not _is_acronym(hit))
    return written[0].isupper()


def _is_acronym(hit: Hit) -> bool:
    """Abbreviations without a vowel in the middle are spelt in capitals only: NTB, KBB, TTS."""
    return hit.end - hit.start <= 3


def _sight(text: str, folded: str, hit: Hit) -> Sighting | None:
    around = surroundings(text, folded, hit.start)
    if around.before in _REFUSED:
        return None
    if around.before in (Before.NOTHING, Before.AGENCY) and is_newspaper(folded, hit.start, hit.end):
        return None
    name = folded[hit.start : hit.end]
    sighting = Sighting(
        start=around.start,
        name_start=hit.start,
        end=hit.end,
        before=around.before,
        candidates=hit.candidates,
        headline=_headline(text, hit.start),
        at_sentence_start=_SENTENCE_START.search(text, max(0, hit.start - 8), hit.start) is not None,
        counted=_is_counted(folded, hit.start, hit.end),
        compound=" " in name,
    )
    if around.before in _EXPLICIT and sighting.said:
        return sighting
    if not _written_as_name(text, hit) or not _stands_as_place(text, folded, hit, name, sighting):
        return None
    return sighting


def _stands_as_place(text: str, folded: str, hit: Hit, name: str, sighting: Sighting) -> bool:
    if sighting.before is not Before.NOTHING or sighting.is_office:
        return True
    if _is_dateline(text, hit):
        return True
    placed = (
        _PREPOSITION.search(folded, max(0, hit.start - 16), hit.start) is not None
        or _COUNT_AFTER.match(folded, hit.end) is not None
    )
    if _ALONE.fullmatch(name):
        return (placed and not sighting.at_sentence_start) or _is_item(folded, hit)
    if _ORDINARY.fullmatch(name) and sighting.at_sentence_start and not placed:
        return False
    if " " not in name and all(c.kind is RegionKind.KECAMATAN for c in hit.candidates):
        # Many are words or first names ('Jaya', 'Permata', 'Mila').
        return placed or _LIST_AFTER.match(text, hit.end) is not None
    return placed or sighting.headline or " " in name or not _inside_person(text, hit.start)


def _is_dateline(text: str, hit: Hit) -> bool:
    """'BATANG, Harian Kita – ...': the place at the head of a line, in capitals or before a dash."""
    if hit.start and text[hit.start - 1] != "\n":
        return False
    return _DATELINE.match(text, hit.end) is not None and (
        text[hit.start : hit.end].isupper() or _DASH.match(text, hit.end) is not None
    )


def _inside_person(text: str, start: int) -> bool:
    """'Hendra Palu': a capitalised word before the name that introduces no place."""
    left = text[max(0, start - 24) : start]
    return _CAPITAL_WORD.search(left) is not None and _BEFORE_PLACE.search(left) is None


def find_sightings(text: str, folded: str, gazetteer: Gazetteer) -> list[Sighting]:
    """Every name that may be a place, in order; overlapping ones, longest first, are all kept."""
    return _carry_kinds(text, list(_sightings(text, folded, gazetteer)))


def _carry_kinds(text: str, sightings: list[Sighting]) -> list[Sighting]:
    """'Kabupaten Bandung 40, Bogor 30': what was said of the first holds for the list."""
    kind: RegionKind | None = None
    labels = end = 0
    for index, sighting in enumerate(sightings):
        gap = text[end : sighting.start]
        if len(gap) > _LIST_GAP or _LIST_END.search(gap):
            kind, labels = None, 0
        if sighting.before in (Before.KABUPATEN, Before.KOTA):
            kind = next(iter(_EXPLICIT[sighting.before]))
            labels += 1
        elif sighting.before is not Before.NOTHING:
            kind = None
        # A list that says 'Kota' each time means something by leaving it out.
        elif kind is not None and labels == 1:
            sightings[index] = replace(sighting, carried=kind)
        end = sighting.end
    return sightings


def _sightings(text: str, folded: str, gazetteer: Gazetteer) -> Iterator[Sighting]:
    for hit in gazetteer.hits(folded):
        sighting = _sight(text, folded, hit)
        if sighting is not None:
            yield sighting
