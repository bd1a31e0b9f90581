"""Which of the regions that bear a name is meant, with the reason and how sure it is."""

from dataclasses import dataclass
from typing import Final

from extractors.mentions import PlaceVia, RegionMention
from extractors.regions.evidence import Evidence
from extractors.regions.gazetteer import OFFICE, Candidate
from extractors.regions.sightings import Sighting
from extractors.regions.surroundings import Before
from models.regions import within
from models.vocabulary import RegionKind

_LEVELS: Final = frozenset({RegionKind.PROVINCE, RegionKind.KABUPATEN, RegionKind.KOTA, RegionKind.NATIONAL})
# A bare name is more often the province's than the town's, and more often the town's than the regency's.
_PRIOR: Final = {
    RegionKind.NATIONAL: 1.0,
    RegionKind.PROVINCE: 1.2,
    RegionKind.KOTA: 0.9,
    RegionKind.KABUPATEN: 0.6,
    RegionKind.KECAMATAN: 0.0,
}
_SMALL: Final = frozenset({RegionKind.KABUPATEN, RegionKind.KOTA})
_WEAK_SORTS: Final = frozenset({"julukan", "pulau", "ibu kota"})
_OFFICES: Final = frozenset({Before.AGENCY, Before.POLICE, Before.CITY_POLICE, Before.COURT, Before.FACILITY})


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate with the score it won by."""

    candidate: Candidate
    score: float
    margin: float
    reason: str
    stray: bool = False
    """Nothing else in the text is in the region's province."""


def _district_score(candidate: Candidate, sighting: Sighting, evidence: Evidence) -> float | None:
    """How well a bare kecamatan fits; null when nothing in the text asks for one."""
    if sighting.before is Before.KECAMATAN:
        # A kecamatan of a province that the text never comes near is another of the same name.
        if evidence.provinces and not evidence.has_province(candidate.province):
            return None
        return 2.0 + 4.0 * evidence.named(candidate.parent) + _province_score(candidate, evidence)
    if sighting.before is not Before.NOTHING or not evidence.named(candidate.parent):
        return None
    larger = [c for c in sighting.candidates if c.kind in _LEVELS and c.sort != "ibu kota"]
    if any(c.province == candidate.province for c in larger):
        return None
    # A kecamatan of the text's own regency goes before a regency that nothing else speaks of.
    stray = bool(larger) and not any(evidence.backed(c) for c in larger)
    # 'Metro Timur' and 'Gunung Tabur' are neither words nor first names.
    return 3.5 if evidence.districts or stray or sighting.counted or sighting.compound else None


def _province_score(candidate: Candidate, evidence: Evidence) -> float:
    if not evidence.provinces:
        return 0.0
    town = candidate.kind in _SMALL
    near = evidence.backed(candidate) if town else evidence.has_province(candidate.province)
    score = 2.0 if near else 0.0
    return score + (0.5 if evidence.main_province == candidate.province else 0.0)


def _level_score(candidate: Candidate, sighting: Sighting, evidence: Evidence) -> float:
    score = _PRIOR[candidate.kind] + _province_score(candidate, evidence)
    if candidate.sort in _WEAK_SORTS:
        score -= 1.0
    if candidate in sighting.said:
        score += 6.0
    if evidence.home is not None and within(evidence.home, candidate.code) and candidate.code != "ID":
        score += 2.0 if evidence.home == candidate.code else 0.5
    score += min(evidence.regions.get(candidate.code, 0.0), 6.0) / 2
    if candidate.kind in evidence.kinds and len(evidence.kinds) == 1:
        score += 1.0
    if sighting.before is Before.PROVINCE and candidate.kind is RegionKind.PROVINCE:
        score += 3.0
    if candidate.kind is sighting.carried:
        score += 1.0
    if candidate.kind is RegionKind.KABUPATEN and evidence.cities_labelled:
        score += 0.5
    return score


def _score(candidate: Candidate, sighting: Sighting, evidence: Evidence) -> float | None:
    if candidate.sort == OFFICE:
        return 10.0 + _province_score(candidate, evidence)
    if candidate.kind is RegionKind.KECAMATAN:
        return _district_score(candidate, sighting, evidence)
    if sighting.before is Before.KECAMATAN:
        return None
    if candidate.sort in ("julukan", "pulau") and not _supported(candidate, evidence):
        return None
    return _level_score(candidate, sighting, evidence)


def _supported(candidate: Candidate, evidence: Evidence) -> bool:
    """Nicknames such as 'Kota Santri' are borne by many: the province must be in the text."""
    return evidence.has_province(candidate.province) or not evidence.provinces


def choose(sighting: Sighting, evidence: Evidence) -> Choice | None:
    """The best candidate of a sighting, null when none fits the document."""
    scored = [(score, c) for c in sighting.candidates if (score := _score(c, sighting, evidence)) is not None]
    if not scored:
        return None
    scored.sort(key=lambda pair: (-pair[0], -evidence.regions.get(pair[1].parent, 0.0)))
    score, best = scored[0]
    others = [other for other, _ in scored[1:]]
    margin = score - others[0] if others else score
    rivals = [
        other
        for other, c in scored[1:]
        if c.kind is RegionKind.KECAMATAN and not _less_said(c, best, evidence)
    ]
    if best.kind is RegionKind.KECAMATAN and rivals and score - rivals[0] < 1.0:
        # Two kecamatan of one name fit equally well: nothing tells which.
        return None
    stray = best.kind in _SMALL and bool(evidence.main_province) and not evidence.backed(best)
    lost = stray and evidence.main_province != best.province
    return Choice(best, score, margin, _reason(best, sighting, evidence, alone=not others), lost)


def _less_said(rival: Candidate, best: Candidate, evidence: Evidence) -> bool:
    """Whether the text speaks clearly less of the regency that the other kecamatan lies in."""
    weights = evidence.regions
    return weights.get(best.parent, 0.0) - weights.get(rival.parent, 0.0) >= 1.0


def _reason(candidate: Candidate, sighting: Sighting, evidence: Evidence, *, alone: bool) -> str:
    if candidate.sort == OFFICE:
        return "jurisdiction table"
    if candidate in sighting.said:
        return "kind said before the name"
    if alone:
        return "only region of this name" if candidate.sort == "nama" else f"other name: {candidate.sort}"
    if evidence.named(candidate.code):
        return "shared name, region named elsewhere in the text"
    if evidence.has_province(candidate.province):
        return "shared name, province of the text"
    return "shared name, the more usual region"


def _confidence(choice: Choice, sighting: Sighting) -> float:
    candidate = choice.candidate
    if candidate.sort == OFFICE or candidate in sighting.said:
        return 0.97
    base = (
        0.95
        if choice.margin >= 3
        else 0.85
        if choice.margin >= 1.5
        else 0.7
        if choice.margin >= 0.5
        else 0.55
    )
    if candidate.kind is RegionKind.KECAMATAN:
        base -= 0.1
    if candidate.sort in _WEAK_SORTS:
        base -= 0.2
    if sighting.before is Before.FACILITY:
        base -= 0.3
    return round(max(base, 0.3), 2)


def _via(candidate: Candidate, sighting: Sighting) -> PlaceVia:
    if sighting.before is Before.OUTSIDE:
        return PlaceVia.OUTSIDE
    if candidate.kind is RegionKind.NATIONAL:
        return PlaceVia.AGENCY
    if candidate.sort == OFFICE or sighting.before in (
        Before.POLICE,
        Before.CITY_POLICE,
        Before.COURT,
    ):
        return PlaceVia.JURISDICTION
    if sighting.before in _OFFICES:
        return PlaceVia.AGENCY
    return PlaceVia.NAME if candidate.sort in ("nama", "ejaan lain") else PlaceVia.ALIAS


def mention_of(text: str, sighting: Sighting, choice: Choice) -> RegionMention:
    """The resolved mention."""
    return RegionMention(
        start=sighting.start,
        end=sighting.end,
        text=text[sighting.start : sighting.end],
        code=choice.candidate.code,
        via=_via(choice.candidate, sighting),
        confidence=_confidence(choice, sighting),
        reason=choice.reason,
        explicit_kind=choice.candidate in sighting.said and sighting.before in _KIND_WORDS,
    )


_KIND_WORDS: Final = frozenset(
    {Before.KOTA, Before.KABUPATEN, Before.BOTH, Before.PROVINCE, Before.KECAMATAN}
)
