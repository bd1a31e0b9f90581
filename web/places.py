"""Which region a reader means by a name."""

from collections.abc import Sequence

from models.geography import Region
from models.regions import RegionEntry
from models.vocabulary import RegionKind


def called_so(found: Sequence[Region], words: str) -> list[Region]:
    """The regions of exactly this name or code, with or without Kabupaten and Kota before it."""
    wanted = words.strip().casefold()
    return [
        place for place in found if wanted in (place.code.casefold(), place.name.casefold(), _short(place))
    ]


def surely_meant(found: Sequence[Region], words: str) -> Region | None:
    """The one region that can be meant; null when a reader must choose.

    'Serang' is a kabupaten, a kota and a kecamatan; 'Kota Serang' is one region.
    """
    named = called_so(found, words)
    wanted = words.strip().casefold()
    whole = [place for place in named if wanted in (place.code.casefold(), place.name.casefold())]
    if len(whole) == 1 and (len(named) == 1 or whole[0].kind is not RegionKind.KECAMATAN):
        return whole[0]
    if len(named) == 1:
        return named[0]
    return found[0] if len(found) == 1 else None


def likely_meant(found: Sequence[Region], words: str) -> Region | None:
    """The region a filter takes: the sure one, else the largest of that name, else the best found."""
    sure = surely_meant(found, words)
    if sure is not None:
        return sure
    larger = [place for place in called_so(found, words) if place.kind is not RegionKind.KECAMATAN]
    return next(iter([*larger, *found]), None)


def _short(place: Region) -> str:
    return RegionEntry(place.code, place.name, place.kind, place.parent_code).short_name.casefold()
