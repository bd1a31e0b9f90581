"""Everything found in one document that the figure steps reason about."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Protocol, TypeVar

from extractors.document import BlockKind, Document
from extractors.figures.breakdown_words import BreakdownWord, find_breakdown_words
from extractors.figures.cues import Cue, CueKind, find_cues, names_both
from extractors.mentions import AgencyMention, NumberMention, PeriodMention, PlaceVia, RegionMention


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_S = TypeVar("_S", bound=_Spanned)
_START = attrgetter("start")


def within(items: Sequence[_S], start: int, end: int) -> Sequence[_S]:
    """The items of a sorted sequence that begin inside a span."""
    first = bisect_left(items, start, key=_START)
    last = bisect_left(items, end, lo=first, key=_START)
    return items[first:last]


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One document and its mentions, each sequence sorted by start."""

    document: Document
    numbers: Sequence[NumberMention]
    periods: Sequence[PeriodMention]
    regions: Sequence[RegionMention]
    agencies: Sequence[AgencyMention]
    cues: Sequence[Cue]
    population_cues: Sequence[Cue]
    violence_cues: Sequence[Cue]
    words: Sequence[BreakdownWord]
    home_region: str | None

    names_both: bool
    """Whether women and children are named together anywhere."""

    @property
    def lower(self) -> str:
        """The text in small letters, furniture blanked out."""
        return self.document.lower


def gather(
    document: Document,
    *,
    numbers: Sequence[NumberMention],
    periods: Sequence[PeriodMention],
    regions: Sequence[RegionMention],
    agencies: Sequence[AgencyMention],
    home_region: str | None,
) -> Material:
    """Put the mentions outside furniture together with the cues of the text.

    An office seated in a town may count for its province: where the opening places the
    violence in a wider region than ``home_region``, that region is the article's.
    """
    placed = _undated(document, _outside(document, [_on_its_line(document, region) for region in regions]))
    cues = find_cues(document, masked=[(agency.start, agency.end) for agency in agencies])
    topic = topical_region(document, placed, cues)
    if topic and home_region and home_region.startswith(f"{topic}."):
        home_region = topic
    return Material(
        document=document,
        numbers=_outside(document, numbers),
        periods=_outside(document, periods),
        regions=placed,
        agencies=_outside(document, agencies),
        cues=cues,
        population_cues=[cue for cue in cues if cue.kind is CueKind.POPULATION],
        names_both=any(names_both(cue) for cue in cues),
        violence_cues=[cue for cue in cues if cue.kind is CueKind.VIOLENCE],
        words=find_breakdown_words(document.lower_words),
        home_region=home_region,
    )


_OUTLET = re.compile(
    r"\.(?:com|co|id|net|news)\b|\(ANTARA\)|"
    r"^\s*(?-i:[A-Z][A-Z0-9!.’'-]{2,}(?: [A-Z][A-Z0-9!.’'-]*){0,3}),\s$",
    re.IGNORECASE,
)
_SEATED = re.compile(
    r"\b(?:ber)?(?:kantor|alamat|markas|sekretariat|pusat|"
    r"kedudukan)(?:nya)?(?: pusat(?:nya)?)? di (?:kota |kawasan )?$"
    r"|\b(?:lembaga|organisasi|yayasan|lsm|komunitas|perkumpulan|perhimpunan|jaringan|koalisi|aliansi)"
    r"(?:\s\w+){0,3}\s(?:di|asal|berbasis di) (?:kota |kabupaten )?$",
    re.IGNORECASE,
)
"""'yang berkantor di …': where an office is, not what it counts."""
_DATELINE = re.compile(r"[^\n]{0,45}?(?:\s?[–—]|\s-|-\s|--|-(?=[A-Z])|\)\s*[-–]|\|\|)")


_OUTLET_FIRST = re.compile(r"(?:[\w-]+\.\w{2,}|[A-Z][\w.&’'-]*(?:\s[A-Z][\w.&’'-]*){0,3})\s?[,|/(]\s?")
_DASH = re.compile(r"\s?\)?\s?[–—-]{1,2}\s")
_AT = re.compile(r"(?<!\w)di\s(?:kota\s|kabupaten\s)?$")
_ON_A_DAY = re.compile(
    r",?\s(?:pada\s)?(?:hari\s)?(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)(?:\s(?:pagi|siang|sore|malam|lalu|kemarin))?(?:,|\.|\s?\()"
)
_SPOKEN_AT = re.compile(
    r"(?<!\w)(?:kepada\s(?:\w+\s){1,3}|(?:ditemui|dihubungi|dikonfirmasi|diwawancarai|ditanya|berbicara|paparan|keterangan(?:nya)?|ujarnya|katanya"
    r"|sebutnya|jelasnya|tuturnya)\s(?:\w+\s){0,3})di\s(?:kota\s|kabupaten\s)?$"
)
"""Where somebody spoke to the press ('kepada wartawan di Selong', 'di Semarang, Kamis, menyebutkan')."""


def topical_region(document: Document, regions: Sequence[RegionMention], cues: Sequence[Cue]) -> str | None:
    """The place of which headline or opening say that there is violence ('kekerasan … di NTT')."""
    prose = [block for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    for region in within(regions, 0, _OPENING):
        if _ALL_OVER.search(document.lower, max(0, region.start - 50), region.start):
            return region.code
    limit = document.sentences[prose[0].last - 1].end if prose else len(document.text)
    for region in within(regions, 0, limit):
        head = document.lower[max(0, region.start - 26) : region.start]
        sentence = document.sentence_at(region.start)
        if sentence is None or region.via not in (PlaceVia.NAME, PlaceVia.ALIAS) or not PLACED.search(head):
            continue
        said = within(cues, sentence.start, sentence.end)
        kinds = [cue for cue in said if cue.kind is CueKind.VIOLENCE]
        people = [cue for cue in said if cue.kind is CueKind.POPULATION]
        first = not re.search(r"\w{4}", document.lower[sentence.start : region.start - len(head.lstrip())])
        after = first and any(0 < cue.start - region.end < 30 for cue in kinds)
        beside = any(0 <= region.start - cue.end < _BESIDE for cue in people)
        if after or beside or any(0 <= region.start - cue.end < 60 for cue in kinds):
            return region.code
    return None


_OPENING = 1500
_ALL_OVER = re.compile(
    r"(?<!\w)(?:di|dari|ke)\s(?:berbagai|seluruh|segala|sejumlah|semua|segenap|seantero|aneka|banyak)\s"
    r"(?:(?:sudut|penjuru|daerah|wilayah|pelosok|kabupaten|kota|kecamatan|kabupaten/kota|titik|kawasan)\s)(?:di\s|provinsi\s|kabupaten\s)*$"
)
"""'dari berbagai penjuru Kalimantan Barat': where those come from whom the story counts."""
_BESIDE = 8
"""So near behind 'perempuan' or 'anak' the place is theirs ('perempuan di Sulawesi Utara')."""
PLACED = re.compile(r"(?:(?<!\w)(?:di|se)\s*-?\s*(?:wilayah\s+|provinsi\s+|kabupaten\s+|kota\s+)*$)")


def _on_its_line(document: Document, region: RegionMention) -> RegionMention:
    """A heading that ends in 'kecamatan' does not begin the name in the line below it."""
    line = document.text.rfind("\n", region.start, region.end) + 1
    return replace(region, start=line, text=document.text[line : region.end]) if line else region


def _undated(document: Document, regions: Sequence[RegionMention]) -> tuple[RegionMention, ...]:
    """Without the place in a dateline ('NUNUKAN, harian.id – …'), which only tells where it was written."""
    starts = {
        block.start + offset
        for block in document.blocks
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.TITLE)
        for offset in range(3)
    }
    found = []
    for region in regions:
        begin = document.text.rfind("\n", 0, region.start) + 1
        head = document.text[begin : region.start]
        if _SEATED.search(head):
            continue
        early = region.start in starts or (len(head) < 40 and bool(_OUTLET.search(head)))
        if early and _DATELINE.match(document.text, region.end):
            continue
        if _OUTLET_FIRST.fullmatch(head) and _DASH.match(document.text, region.end):
            continue
        if _SPOKEN_AT.search(document.lower, max(0, region.start - 60), region.start) or (
            _AT.search(document.lower, max(0, region.start - 24), region.start)
            and _ON_A_DAY.match(document.lower, region.end)
        ):
            continue
        found.append(region)
    return tuple(found)


def _outside(document: Document, items: Sequence[_S]) -> tuple[_S, ...]:
    kept = [item for item in items if not document.in_furniture(item.start, item.end)]
    return tuple(sorted(kept, key=lambda item: item.start))
