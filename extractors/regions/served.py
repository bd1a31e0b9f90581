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


def serve_wider(folded: str, named: Sequence[RegionMention]) -> list[RegionMention]:
    """The mentions, with the province for the town in the name of a hospital of the regional police."""
    return [_widened(folded, mention) for mention in named]


def _widened(folded: str, mention: RegionMention) -> RegionMention:
    province = mention.code.partition(".")[0]
    name = folded[max(0, mention.start - 60) : mention.end]
    if province == mention.code or not _POLICE_HOSPITAL.search(name):
        return mention
    return replace(mention, code=province, via=PlaceVia.AGENCY, reason="hospital of the regional police")
