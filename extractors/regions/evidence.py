"""What a whole document says about which region a shared name means."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from extractors.regions.gazetteer import OFFICE, Candidate
from extractors.regions.sightings import Sighting
from extractors.regions.surroundings import Before
from models.vocabulary import RegionKind

_LEAD: Final = 400
_LEVELS: Final = frozenset({RegionKind.PROVINCE, RegionKind.KABUPATEN, RegionKind.KOTA})
_MAYOR: Final = re.compile(r"\b(?:wali\s?kota|pemkot|pemko|wawali|pemerintah\skota|dprd\skota|warga\skota)\b")
_REGENT: Final = re.compile(r"\b(?:bupati|pemkab|wabup|pemerintah\skabupaten|dprd\skabupaten|se-kabupaten)\b")
_GOVERNOR: Final = re.compile(r"\b(?:gubernur|pemprov|pemerintah\sprovinsi|provinsi|polda|kabupaten/kota)\b")
_DISTRICTS: Final = re.compile(r"\b(?:kecamatan|kec\.|distrik|kapanewon|kemantren)\b")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Weights of regions and provinces, and what sort of government the text speaks of."""

    home: str | None
    regions: Mapping[str, float] = field(default_factory=dict)
    provinces: Mapping[str, float] = field(default_factory=dict)
    kinds: frozenset[RegionKind] = frozenset()
    cities_labelled: bool = False
    """Two or more cities are called Kota, so that a bare name beside them is no city's."""
    districts: bool = False
    """The text says kecamatan (or what a kecamatan is called there)."""

    def named(self, code: str) -> bool:
        """Whether the region is named beyond doubt, or is the outlet's home."""
        return self.regions.get(code, 0.0) >= 2 or self.home == code

    def has_province(self, code: str) -> bool:
        """Whether anything in the province is named."""
        return self.provinces.get(code, 0.0) > 0

    def backed(self, candidate: Candidate) -> bool:
        """Whether the candidate's province is named by more than the candidate itself."""
        own = self.regions.get(candidate.code, 0.0)
        return self.provinces.get(candidate.province, 0.0) > own

    @property
    def main_province(self) -> str | None:
        """The province named most."""
        return max(self.provinces, key=lambda code: self.provinces[code], default=None)


def _weight(sighting: Sighting, code: str) -> float:
    weight = 3.0 if sighting.said or sighting.is_office else 2.0
    if sighting.start < _LEAD:
        weight += 1.0
    return weight if code.count(".") < 2 else weight / 2


def _settled(sighting: Sighting) -> Candidate | None:
    """The one region a sighting can mean without asking the rest of the document."""
    offices = [candidate for candidate in sighting.candidates if candidate.sort == OFFICE]
    if offices:
        return offices[0] if len(offices) == 1 else None
    if len(sighting.said) == 1:
        return sighting.said[0]
    if sighting.before is Before.KECAMATAN:
        return None
    big = [candidate for candidate in sighting.candidates if candidate.kind in _LEVELS]
    firm = [candidate for candidate in big if candidate.sort not in ("julukan", "pulau")]
    return firm[0] if len(big) == 1 and firm else None


def _kinds(folded: str) -> frozenset[RegionKind]:
    pairs = ((RegionKind.KOTA, _MAYOR), (RegionKind.KABUPATEN, _REGENT), (RegionKind.PROVINCE, _GOVERNOR))
    return frozenset(kind for kind, pattern in pairs if pattern.search(folded))


def gather(folded: str, sightings: Sequence[Sighting], home: str | None) -> Evidence:
    """Weights from every sighting that is clear by itself, from the outlet's home and from titles."""
    regions: defaultdict[str, float] = defaultdict(float)
    provinces: defaultdict[str, float] = defaultdict(float)
    covered = 0
    for sighting in sightings:
        if sighting.start < covered:
            continue
        candidate = _settled(sighting)
        if candidate is not None or sighting.is_office:
            covered = sighting.end
        if candidate is None:
            continue
        weight = _weight(sighting, candidate.code)
        regions[candidate.code] += weight
        regions[candidate.parent] += weight if candidate.parent != candidate.code else 0
        provinces[candidate.province] += weight
    if home is not None and home != "ID":
        provinces[home.partition(".")[0]] += 3
    cities = {s.said[0].code for s in sightings if s.before is Before.KOTA and s.said}
    return Evidence(
        home=home,
        cities_labelled=len(cities) >= 2,
        regions=dict(regions),
        provinces=dict(provinces),
        kinds=_kinds(folded),
        districts=_DISTRICTS.search(folded) is not None,
    )
