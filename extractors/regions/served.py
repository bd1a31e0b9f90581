"""Offices named after the town they sit in that serve a wider area."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extractors.mentions import PlaceVia, RegionMention

_POLICE_HOSPITAL: Final = re.compile(
    r"\b(?:rs|rumah\ssakit|rumkit)\.?\s(?:\(rs\)\s)?(?:polri\s)?bhayangkara\s"
    r"(?:(?:tingkat|tk\.?|kelas)\s(?:i{1,3}|iv|\d)\s)?(?:di\s|kota\s)*(?:[a-z]+\s?){1,3}\Z"
)
"""Hospitals of the regional police, which examine for the whole province."""


_FREE_BODY: Final = re.compile(
    r"\b(?:lbh|wcc|crisis\scent(?:er|re)|lembaga|yayasan|rumah\s(?:perempuan|aman|puan)|forum|komunitas|jaringan|koalisi|aliansi|apik"
    r"|perkumpulan|solidaritas|nurani|savy|rifka|pkbi|kpi)\b"
)
"""Bodies that help whoever comes, unlike an authority that serves its own town."""
_GROUND: Final = re.compile(r"\b(?:di|se|seluruh|dari)[\s-](?:seluruh\s|wilayah\s|provinsi\s)*\Z")
_SENTENCE: Final = re.compile(r"[.!?](?=[\s”\"])|\n")
_REACH: Final = 160
_BESIDE: Final = 6


def serve_wider(folded: str, named: Sequence[RegionMention]) -> list[RegionMention]:
    """The mentions, with the province for the town of an office that the text says to serve all of it.

    That is the hospital of the regional police, and a body of no authority whose sentence
    places those it helps in the province ('LBH Semarang mendampingi perempuan di Jawa Tengah').
    """
    widened = [_widened(folded, mention) for mention in named if not _is_branch(folded, mention)]
    return [_grounded(folded, mention, widened, index) for index, mention in enumerate(widened)]


def _is_branch(folded: str, mention: RegionMention) -> bool:
    """'KPAI daerah' is no national body."""
    return mention.code == "ID" and folded.startswith(
        (" daerah", " provinsi", " kabupaten", " kota"), mention.end
    )


def _grounded(
    folded: str, mention: RegionMention, named: Sequence[RegionMention], index: int
) -> RegionMention:
    province = mention.code.partition(".")[0]
    if mention.via not in (PlaceVia.AGENCY, PlaceVia.JURISDICTION) or province == mention.code:
        return mention
    if not _FREE_BODY.search(folded, max(0, mention.start - 30), mention.end):
        return mention
    for other in named[max(0, index - 3) : index + 4]:
        if other.code == province and _is_ground(folded, mention, other):
            return replace(mention, code=province, via=PlaceVia.AGENCY, reason="helps in the whole province")
    return mention


def _is_ground(folded: str, office: RegionMention, place: RegionMention) -> bool:
    """Whether the office's sentence places the violence in the province, and not only the office."""
    first, second = sorted((office, place), key=lambda mention: mention.start)
    if second.start - first.end > _REACH or _SENTENCE.search(folded, first.end, second.start):
        return False
    beside = 0 <= place.start - office.end < _BESIDE
    return not beside and bool(_GROUND.search(folded, max(0, place.start - 30), place.start))


def _widened(folded: str, mention: RegionMention) -> RegionMention:
    province = mention.code.partition(".")[0]
    name = folded[max(0, mention.start - 60) : mention.end]
    if province == mention.code or not _POLICE_HOSPITAL.search(name):
        return mention
    return replace(mention, code=province, via=PlaceVia.AGENCY, reason="hospital of the regional police")
