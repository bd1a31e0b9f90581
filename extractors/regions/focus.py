"""The region an article is about as a whole: what a count without a place is a count of."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from extractors.folding import fold
from extractors.mentions import PlaceVia, RegionMention
from extractors.regions.gazetteer import Gazetteer
from extractors.regions.pointing import POINTED
from models.regions import NATIONAL, parent_of
from models.vocabulary import RegionKind

_LEAD: Final = 300
_WEIGHTS: Final = {
    PlaceVia.AGENCY: 2.5,
    PlaceVia.JURISDICTION: 2.5,
    PlaceVia.NAME: 1.0,
    PlaceVia.ALIAS: 1.0,
    PlaceVia.NATIONAL: 0.4,
    PlaceVia.OUTSIDE: 0.0,
}
_SUBJECT_AFTER: Final = re.compile(r"\s?(?:[-\u2013\u2014]|,\s[\w.\s]{2,30}[-\u2013\u2014])")
_VISITED: Final = re.compile(
    r"\b(?:kunjungan(?:nya)?|berkunjung|kunker|menghadiri|lawatan|bertandang|seminar|lokakarya|rakor\w*"
    r"|rapat|jumpa pers|konferensi pers|diskusi|acara|peluncuran|dibuka|digelar|ditemui|berbicara"
    r"|menyampaikan(?:nya)?|disampaikan(?:nya)?)\b[^.;\n]{0,30}?\b(?:di|ke)\s(?:[A-Z][\w-]+\s){0,2}\Z",
    re.IGNORECASE,
)
"""Where somebody came to speak, not what is spoken of."""
_OUTLET_WORDS: Final = re.compile(r"[a-z]+")


def home_of(outlet: str, gazetteer: Gazetteer) -> str | None:
    """The region in an outlet's name or host: 'sumbar.suara.com', 'pontianakpost'; null without one."""
    joined = "".join(_OUTLET_WORDS.findall(fold(outlet).rpartition("://")[2]))
    best = ""
    codes: set[str] = set()
    for name, candidates in gazetteer.entries.items():
        plain = name.replace(" ", "")
        large = {c.code for c in candidates if c.kind in _LARGE and c.sort in _NAMES}
        if large and len(plain) >= 4 and len(plain) > len(best) and plain in joined:
            best, codes = plain, large
    if not codes:
        return None
    return codes.pop() if len(codes) == 1 else _common_province(codes)


_LARGE: Final = frozenset({RegionKind.PROVINCE, RegionKind.KABUPATEN, RegionKind.KOTA})
_NAMES: Final = frozenset({"nama", "singkatan", "ejaan lain"})


def _common_province(codes: set[str]) -> str | None:
    provinces = {code.partition(".")[0] for code in codes}
    return provinces.pop() if len(provinces) == 1 else None


def _weight(mention: RegionMention, text: str) -> float:
    weight = _WEIGHTS[mention.via] * mention.confidence
    if mention.code == NATIONAL and mention.via is PlaceVia.AGENCY:
        weight = 0.8
    if mention.explicit_kind:
        weight *= 1.3
    if mention.start < _LEAD:
        weight *= 1.6
    if _VISITED.search(text, max(0, mention.start - 60), mention.start):
        weight *= 0.3
    # The town in the dateline is where the reporter sat, often a province's capital.
    if mention.start < 2 * _LEAD and _SUBJECT_AFTER.match(text, mention.end):
        weight *= 0.7
    return weight


def _totals(mentions: Sequence[RegionMention], text: str, home: str | None) -> dict[str, float]:
    """Weights by kabupaten, kota, province and country; a kecamatan counts for what it lies in."""
    totals: defaultdict[str, float] = defaultdict(float)
    for mention in mentions:
        if mention.reason == POINTED:
            continue
        code = mention.code if mention.code.count(".") < 2 else parent_of(mention.code) or mention.code
        totals[code] += _weight(mention, text)
    if home is not None and totals[home]:
        totals[home] += 1.5
    return dict(totals)


def _lift(best: str, totals: dict[str, float]) -> str:
    """The province instead of one of its towns where the text goes through many of them."""
    province = best.partition(".")[0]
    if best in (province, NATIONAL):
        return best
    towns = [code for code in totals if code.startswith(f"{province}.")]
    strong = totals.get(province, 0.0)
    spread = len(towns) >= 4 and strong >= 1.0
    return province if spread or strong > totals[best] else best


def document_region(
    mentions: Sequence[RegionMention], text: str, outlet_home: str | None = None
) -> RegionMention | None:
    """The mention of the region that the article is about, null when it names none.

    Weighs agencies above names, titles and leads above the rest, datelines below; a text
    that goes through many towns of one province is about the province.
    """
    totals = _totals(mentions, text, outlet_home)
    if not totals:
        return None
    best = _lift(max(totals, key=lambda code: totals[code]), totals)
    of_best = [m for m in mentions if m.code == best]
    if not of_best:
        inside = [m for m in mentions if m.code.startswith(f"{best}.")]
        return inside[0] if inside else None
    return max(of_best, key=lambda mention: (mention.confidence, -mention.start))
