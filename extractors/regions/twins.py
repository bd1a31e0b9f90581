"""Towns and regencies of one name beside each other in a list."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extractors.regions.districts import Decided
from extractors.regions.gazetteer import Candidate
from extractors.regions.sightings import Sighting
from extractors.regions.surroundings import Before
from models.vocabulary import RegionKind

_NEAR: Final = 300
_FEW: Final = 12
_OTHER: Final = {
    RegionKind.KOTA: RegionKind.KABUPATEN,
    RegionKind.KABUPATEN: RegionKind.KOTA,
}


def settle_twins(decided: list[Decided]) -> list[Decided]:
    """The readings; a bare name beside its twin that says its kind is the other ('Kota Bima 20, Bima 35')."""
    settled = _whole_provinces(list(decided))
    for index, (sighting, choice) in enumerate(decided):
        if sighting.before is not Before.NOTHING or not sighting.counted:
            continue
        twin = _twin(sighting, choice.candidate)
        if twin and _said_beside(decided, index):
            reason = "its twin of the other kind stands beside it"
            settled[index] = (sighting, replace(choice, candidate=twin, reason=reason))
    return settled


_TOWNS: Final = 2


def _whole_provinces(decided: list[Decided]) -> list[Decided]:
    """The readings; an office's bare name is the province's where the text says 'Kota' of the town.

    'Kota Jambi (97), Merangin (44), Bungo (41) … kata DP3AP2 Jambi' is the province's office.
    """
    said = {choice.candidate.code for sighting, choice in decided if sighting.said}
    towns = {choice.candidate.code[:5] for _, choice in decided if "." in choice.candidate.code}
    for index, (sighting, choice) in enumerate(decided):
        town = choice.candidate
        if sighting.before is not Before.AGENCY or town.code not in said or town.kind is not RegionKind.KOTA:
            continue
        whole = next((c for c in sighting.candidates if c.code == town.province), None)
        others = {code for code in towns if code.startswith(f"{town.province}.")} - {town.code}
        if whole and len(others) >= _TOWNS:
            reason = "the town of this name is called Kota"
            decided[index] = (sighting, replace(choice, candidate=whole, reason=reason))
    return decided


def _twin(sighting: Sighting, chosen: Candidate) -> Candidate | None:
    wanted = _OTHER.get(chosen.kind)
    found = (c for c in sighting.candidates if c.kind is wanted and c.province == chosen.province)
    return next(found, None)


def _said_beside(decided: Sequence[Decided], index: int) -> bool:
    """Whether a neighbour of the list bears the same region with its kind said."""
    sighting, choice = decided[index]
    for other, chosen in decided[max(0, index - _FEW) : index + _FEW]:
        near = abs(other.start - sighting.start) <= _NEAR
        if near and other.counted and other.said and chosen.candidate.code == choice.candidate.code:
            return True
    return False
