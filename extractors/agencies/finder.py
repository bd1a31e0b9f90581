"""Offices and systems that figures can be credited to, with their region and short name."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extractors.agencies.patterns import AGENCY, BRACKET, TRAILING_LINK
from extractors.mentions import AgencyMention, PlaceVia, RegionMention
from extractors.regions.pointing import POINTED
from extractors.words import Words

_NATIONAL: Final = frozenset({"ministry"})
_NATIONAL_NAMES: Final = re.compile(
    r"(?:Komnas|KPAI\b(?!\s[Dd]aerah)|LPSK|Mabes Polri|Bareskrim|Polri\b|Komisi Nasional|Mahkamah"
    r"|Kejaksaan Agung|Lembaga Perlindungan Saksi|LPAI)"
)
_LONGEST: Final = 160
_GAP: Final = re.compile(r"(?:\s|\sdi\s|\sse-?)?")
_INNER_UNIT: Final = re.compile(
    r"\s(?:Sat\s?[Rr]eskrim|Satuan Reserse(?: Kriminal)?|Ditreskrimum|Direskrimum)(?:\s\([\w ]+\))?(?=\sPol)"
)
# What newspapers write for the usual names where they give no acronym.
_USUAL: Final = (
    (re.compile(r"Pemberdayaan Perempuan,?(?: dan)? Perlindungan Anak"), "PPPA"),
    (re.compile(r"Pemberdayaan Perlindungan Perempuan dan(?: Perlindungan)? Anak"), "PPPA"),
    (re.compile(r"^Kejaksaan Negeri$"), "Kejari"),
    (re.compile(r"^Kejaksaan Tinggi$"), "Kejati"),
    (re.compile(r"^Pengadilan Negeri$"), "PN"),
    (re.compile(r"^Pengadilan Agama$"), "PA"),
    (re.compile(r"^(Dinas|Badan) \1"), r"\1"),
)
_PPA: Final = re.compile(r"Perlindungan(?: Perempuan)?(?: dan Anak)?(?:\s\(PPA\))?")


@dataclass(frozen=True, slots=True)
class _Head:
    """An agency's own words, without its region."""

    start: int
    end: int
    kind: str
    name: str
    acronym: str | None


def _heads(words: Words) -> Iterator[_Head]:
    text = words.text
    for match in AGENCY.finditer(words):
        kind = match.lastgroup or ""
        link = TRAILING_LINK.search(match[0])
        end = match.end() - (len(link[0]) if link else 0)
        name = text[match.start() : end]
        bracket = BRACKET.match(text, end)
        acronym = bracket[1] if bracket else None
        yield _Head(match.start(), bracket.end() if bracket else end, kind, name, acronym)


def _is_long(name: str) -> bool:
    return name.count(" ") >= 2


def _cut(head: _Head, regions: Sequence[RegionMention]) -> _Head:
    """The head without a region's name that its words ran into ('… Anak Kota Bekasi')."""
    if head.kind in ("police", "court"):
        return head
    for region in regions:
        if head.start < region.start < head.end and region.end >= head.end and head.acronym is None:
            end = region.start - 1
            return replace(head, end=end, name=head.name[: end - head.start].rstrip())
    return head


def _short_name(head: _Head, known: dict[str, str]) -> str:
    """The acronym where the text has one, as newspapers credit: 'DP3A', 'Dinas PPPA', 'Unit PPA'."""
    name = head.name
    acronym = head.acronym or known.get(name.lower())
    if head.kind in ("police", "unit", "uptd"):
        return _short_unit(name, acronym)
    if acronym is None:
        return _usual(name)
    if not _is_long(name):
        return acronym
    if name.startswith("Dinas") and acronym[0] not in "DB":
        return acronym if acronym.lower().startswith("din") else f"Dinas {acronym}"
    if name.startswith("Komisi Nasional"):
        return f"Komnas {acronym.removeprefix('Komnas ')}"
    return acronym


def _usual(name: str) -> str:
    for pattern, usual in _USUAL:
        name = pattern.sub(usual, name)
    return name


def _short_unit(name: str, acronym: str | None) -> str:
    inner = _INNER_UNIT.sub("", name)
    inner = re.sub(r"^Unit Pelaksana Teknis(?: Daerah| Dinas)?(?:\s\(UPTD?\))?", "UPTD", inner)
    inner = _PPA.sub("PPA", inner)
    inner = re.sub(r"\b(?:Kap|Wakap|Map)ol", "Pol", inner)
    inner = re.sub(r"^Kanit\b", "Unit", inner)
    inner = re.sub(r"^(?:Sat\s?[Rr]eskrim|Satuan Reserse(?: Kriminal)?)(?:\s\([\w ]+\))?\s(?=Pol)", "", inner)
    if acronym is not None and acronym.startswith("UPT"):
        return acronym
    if inner.startswith("UPT Daerah"):
        inner = inner.replace("UPT Daerah", "UPTD", 1)
    return f"{inner} PPA" if acronym == "PPA" and not inner.endswith("PPA") else inner


def _acronyms(heads: Sequence[_Head]) -> dict[str, str]:
    """Long names with the acronym the text gives them once."""
    return {h.name.lower(): h.acronym for h in heads if h.acronym is not None and _is_long(h.name)}


class _Places:
    """Region mentions by where they begin."""

    def __init__(self, regions: Sequence[RegionMention]) -> None:
        named = [
            r
            for r in regions
            if r.code and r.via not in (PlaceVia.NATIONAL, PlaceVia.OUTSIDE) and r.reason != POINTED
        ]
        self._regions = sorted(named, key=lambda region: region.start)
        self._starts = [region.start for region in self._regions]

    def near(self, head: _Head) -> Sequence[RegionMention]:
        """Mentions that touch the head or begin right after it."""
        first = bisect_left(self._starts, head.start - 30)
        last = bisect_left(self._starts, head.end + 8)
        return self._regions[first:last]


def _region_of(text: str, head: _Head, near: Sequence[RegionMention]) -> RegionMention | None:
    """The region named right after an agency, or within its name ('Polres Gowa')."""
    for region in near:
        if region.start >= head.end:
            return region if _GAP.fullmatch(text, head.end, region.start) else None
        if head.start <= region.start and region.end > head.end:
            return region
        if head.start <= region.start < head.end and region.end == head.end:
            return region
    return None


def _mention(text: str, head: _Head, places: _Places, known: dict[str, str]) -> AgencyMention:
    near = places.near(head)
    head = _cut(head, near)
    region = _region_of(text, head, near)
    short = _short_name(head, known)
    end = head.end
    code: str | None = None
    if region is not None:
        code = region.code
        written = text[max(region.start, head.start) : region.end]
        tail = _tail(text, head, region, written)
        short = f"{short} {tail}".strip() if tail else short
        end = max(end, region.end)
    elif head.kind in _NATIONAL or _NATIONAL_NAMES.match(head.name):
        code = "ID"
    return AgencyMention(start=head.start, end=end, text=text[head.start : end], short=short, code=code)


def _tail(text: str, head: _Head, region: RegionMention, written: str) -> str:
    """The region's name as written after the agency's own words."""
    if region.start >= head.end:
        return written
    return text[head.end : region.end].strip() if region.end > head.end else ""


def _goes_on(text: str, last: AgencyMention, mention: AgencyMention) -> bool:
    """Whether a unit's name is followed at once by that of the office it belongs to."""
    beside = last.code is None and text[last.end : mention.start] == " "
    return beside and len(last.text) + len(mention.text) <= _LONGEST


def _join(text: str, mentions: Sequence[AgencyMention]) -> tuple[AgencyMention, ...]:
    """'UPTD PPA' right before 'DP3A Banjarmasin' is one source."""
    joined: list[AgencyMention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        if last is not None and mention.start < last.end:
            continue
        if last is not None and _goes_on(text, last, mention):
            joined[-1] = AgencyMention(
                start=last.start,
                end=mention.end,
                text=text[last.start : mention.end],
                short=f"{last.short} {mention.short}",
                code=mention.code,
            )
            continue
        joined.append(mention)
    return tuple(joined)


def find_agencies(
    text: str, regions: Sequence[RegionMention], words: Words | None = None
) -> tuple[AgencyMention, ...]:
    """Every office, police unit, court, organisation and data system, in order.

    ``regions`` are the mentions that a RegionFinder found in the same text, ``words`` its words
    where somebody has them.
    """
    heads = list(_heads(words or Words(text)))
    known = _acronyms(heads)
    places = _Places(regions)
    found = [_mention(text, head, places, known) for head in heads]
    found.extend(_listed(regions))
    return _join(text, sorted(found, key=lambda mention: (mention.start, -mention.end)))


def _listed(regions: Sequence[RegionMention]) -> Iterator[AgencyMention]:
    """Organisations that the table of jurisdictions knows by name ('Rifka Annisa')."""
    for region in regions:
        if region.reason == "jurisdiction table":
            yield AgencyMention(
                start=region.start, end=region.end, text=region.text, short=region.text, code=region.code
            )
