"""Words that point back to a place: 'di sana', 'kota itu', 'provinsi tersebut'."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from extractors.mentions import PlaceVia, RegionMention

POINTED: Final = "a place named before"
_POINTS: Final = re.compile(
    r"\b(?:di|dari)\s?(?P<there>sana|situ)(?:lah|pula|pun)?\b(?!\s?-\s?sini)"
    r"|\b(?P<office>polres(?:ta(?:bes)?)?|polsek|polda|kejari|kejati|dinas|pengadilan)\s(?:itu|tersebut)(?:lah|pula|pun)?\b"
    r"|\b(?P<kind>kota|kabupaten|provinsi|propinsi|kecamatan|distrik|kapanewon|daerah|wilayah|kawasan|pulau)"
    r"\s(?:tetangga\s)?(?:itu|tersebut|tadi|dimaksud|bersangkutan|ini)(?:lah|pula|pun)?\b"
    r"|\b(?:(?:se-?\s?|(?:tingkat|level|lingkup|skala|ranah|cakupan|milik|pemerintah|pihak|dinas|unit|balai|uptd?(?:\sppa)?|dp\w{0,6}3a\w*)\s)"
    r"(?P<level>kota|kabupaten|provinsi|propinsi)|(?P<self>kota|kabupaten|provinsi|propinsi)\ssendiri)\b(?!\s?[-/])"
    r"(?!\s(?:dan|maupun|atau|hingga|sampai|lain|tetangga|masing|besar|kecil)\b)"
    r"|\b(?P<unit>di(?:t)?reskrim(?:um|sus)|ditres\s?(?:siber|ppa)|subdit\s(?:iv\s)?(?:renakta|ppa))\b(?!\s(?:polda|ditres\w+|direskrim\w*|\())"
)
_NEAR: Final = 350
_FAR: Final = 3000
_FIRST_CITY: Final = 71


def _is_city(code: str) -> bool:
    return code.count(".") == 1 and int(code.rpartition(".")[2]) >= _FIRST_CITY


def _is_regency(code: str) -> bool:
    return code.count(".") == 1 and not _is_city(code)


def _is_district(code: str) -> bool:
    return code.count(".") == 2


def _is_province(code: str) -> bool:
    return "." not in code and code != "ID"


def _is_part(code: str) -> bool:
    return "." in code


_FITTING: Final[dict[str, Callable[[str], bool]]] = {
    "kota": _is_city,
    "kabupaten": _is_regency,
    "provinsi": _is_province,
    "propinsi": _is_province,
    "kecamatan": _is_district,
    "distrik": _is_district,
    "kapanewon": _is_district,
}
_NOT_MEANT: Final = (PlaceVia.NATIONAL, PlaceVia.OUTSIDE)


def find_pointed(text: str, folded: str, named: Sequence[RegionMention]) -> Iterator[RegionMention]:
    """The places that 'di sana' or 'kota itu' take up, as mentions of their own.

    A word that says what kind of place it is takes the last one of that kind; the others
    the last place named shortly before in the same paragraph, but no office's.
    """
    places = sorted(
        (mention for mention in named if mention.via not in _NOT_MEANT), key=lambda place: place.start
    )
    index = 0
    latest: list[RegionMention] = []
    for match in _POINTS.finditer(folded):
        while index < len(places) and places[index].end <= match.start():
            latest.append(places[index])
            index += 1
        level = match["level"] or match["self"] or (match["unit"] and "provinsi")
        if level and _named(text, match.end()):
            continue
        meant = _around(level, latest[-60:]) if level else _meant(folded, match, latest[-60:])
        if meant is not None:
            start, end = match.span()
            yield replace(
                meant,
                start=start,
                end=end,
                text=text[start:end],
                via=PlaceVia.NAME,
                confidence=0.3,
                reason=POINTED,
                explicit_kind=bool(level) or match["kind"] in _FITTING,
            )


def _named(text: str, end: int) -> bool:
    """Whether the name follows ('tingkat provinsi Jawa Barat')."""
    return re.match(r"\s[A-Z]", text[end : end + 2]) is not None


def _around(level: str, latest: Sequence[RegionMention]) -> RegionMention | None:
    """The region of that level which the text speaks of: the last one named, or around the last place."""
    fits = _FITTING[level]
    for place in reversed(latest):
        outer = (
            place.code.rpartition(".")[0] if level in ("kota", "kabupaten") else place.code.partition(".")[0]
        )
        code = place.code if fits(place.code) else outer
        if code and fits(code):
            return replace(place, code=code)
    return None


def _meant(folded: str, match: re.Match[str], latest: Sequence[RegionMention]) -> RegionMention | None:
    office = match["office"]
    if office is not None:
        return next((place for place in reversed(latest) if office in place.text.lower()), None)
    fits = _FITTING.get(match["kind"] or "")
    reach = _FAR if fits else _NEAR
    for place in reversed(latest):
        if match.start() - place.end > reach:
            return None
        if fits is not None and fits(place.code):
            return place
        if fits is None:
            apart = "\n" in folded[place.end : match.start()]
            return None if apart or place.via is PlaceVia.AGENCY or not _is_part(place.code) else place
    return None
