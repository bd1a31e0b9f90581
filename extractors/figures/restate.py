"""The same figure said again: coded once (codebook)."""

import re
from collections.abc import Iterable, Sequence

from extractors.figures.cues import CueKind  # noqa: F401
from extractors.figures.material import Material
from extractors.figures.reading import Label, Reading
from models.vocabulary import Population, Unit, Violence

_REFERS_BEFORE = re.compile(r"(?:dari|di\s*antara|ke\s*-?|total|sebanyak|jumlah)\s*$")
_REFERS_AFTER = re.compile(r"[^.,;]{0,25}(?:itu|tersebut|tadi|di\s+atas)(?!\w)")
_COUNTS = {Unit.CASES: "case", Unit.REPORTS: "case", Unit.VICTIMS: "victim", Unit.PERPETRATORS: "perpetrator"}


def refers_back(material: Material, reading: Reading) -> bool:
    """Whether the number is named as one already known ('Dari 54 kasus itu')."""
    candidate = reading.candidate
    head = material.lower[max(candidate.sentence.start, candidate.start - 14) : candidate.start]
    return bool(re.search(r"(?:dari|ke\s*-)\s*$", head)) or bool(
        _REFERS_AFTER.match(material.lower, candidate.number.end)
    )


def restated(material: Material, reading: Reading, earlier: Iterable[Reading]) -> Reading | None:
    """The earlier figure that this number repeats, if it does."""
    for other in earlier:
        if (
            other.value == reading.value
            and _same_count(reading, other)
            and _compatible(material, reading, other)
        ):
            return other
    return None


def _same_count(reading: Reading, other: Reading) -> bool:
    if reading.candidate.unit is None or other.unit is None:
        return True
    return _COUNTS[reading.candidate.unit] == _COUNTS[other.unit]


def _compatible(material: Material, reading: Reading, other: Reading) -> bool:
    if reading.candidate.sentence.index == other.candidate.sentence.index:
        return False
    if (reading.region, reading.when.year) != (other.region, other.when.year):
        return False
    if (
        reading.when.period != other.when.period
        and Label.PERIOD in reading.labels
        and Label.PERIOD in other.labels
    ):
        return False
    if {reading.population, other.population} in ({Population.WOMEN, Population.CHILDREN},):
        return False
    if (reading.breakdown is None) != (other.breakdown is None):
        return False
    if reading.breakdown and other.breakdown and reading.breakdown[0] is not other.breakdown[0]:
        return False
    kinds = {reading.violence, other.violence}
    if len(kinds) == 2 and (Violence.ANY not in kinds or reading.value < 12):
        return False
    people = {reading.population, other.population}
    return len(people) == 1 or reading.value >= 12


def unique(readings: Sequence[Reading]) -> list[Reading]:
    """One reading for each figure: equal in every coded field."""
    seen: set[tuple[object, ...]] = set()
    kept: list[Reading] = []
    for reading in readings:
        key = (
            reading.value, reading.unit, reading.region, reading.when.year, reading.when.period,
            reading.population, reading.violence, reading.breakdown, reading.candidate.sentence.index,
        )  # fmt: skip
        if key not in seen:
            seen.add(key)
            kept.append(reading)
    return kept
