"""The same figure said again: coded once (codebook)."""

import re
from collections.abc import Iterable, Sequence

from extractors.figures.reading import Label, Reading
from models.vocabulary import Population, Qualifier, Unit, Violence

_SMALL = 5
"""Below this an equal number that is pointed back to may still be another."""
_LARGE = 20
"""From here on an equal number without words to the contrary is the same figure."""
_WIDE = {Population.ALL, Population.WOMEN_CHILDREN}
_ROUNDED = {Qualifier.AT_MOST: (0.9, 1.0), Qualifier.AT_LEAST: (1.0, 1.2), Qualifier.ABOUT: (0.9, 1.2)}
"""Between which shares of a rounded number the number itself lies."""
_COUNTS = {Unit.CASES: "case", Unit.REPORTS: "case", Unit.VICTIMS: "victim", Unit.PERPETRATORS: "perpetrator"}


def restated(reading: Reading, earlier: Iterable[Reading], *, headline: bool = False) -> Reading | None:
    """The earlier figure that this number repeats, if it does."""
    for other in earlier:
        if headline and other.value == reading.value:
            return other
        if (
            other.value == reading.value
            and _same_count(reading, other)
            and _compatible(reading, other, headline=headline)
        ):
            return other
    return None


def rounded(reading: Reading, earlier: Iterable[Reading]) -> Reading | None:
    """The figure of the story that a headline rounds ('Hampir 300 Anak …' of 293)."""
    low, high = _ROUNDED.get(reading.qualifier, (1.0, 0.0))
    return next(
        (other for other in earlier if low * reading.value <= other.value <= high * reading.value), None
    )


def about_again(reading: Reading, earlier: Iterable[Reading]) -> Reading | None:
    """The figure of the same place and year that a number with -an rounds down ('380-an' of 384)."""
    own = reading.own.violence or reading.own.population or reading.own.words
    said = reading.candidate.number.about or _points_to_rounded(reading)
    if not said or own or reading.value < _LARGE:
        return None
    step = 100 if reading.value % 100 == 0 else 10
    return next(
        (
            other
            for other in earlier
            if 0 < other.value - reading.value < step
            and (other.region, other.when.year) == (reading.region, reading.when.year)
            and other.breakdown is None
        ),
        None,
    )


def _points_to_rounded(reading: Reading) -> bool:
    return reading.candidate.refers and reading.qualifier is not Qualifier.EXACT


def _same_count(reading: Reading, other: Reading) -> bool:
    if reading.candidate.unit is None or other.unit is None or reading.unit is None:
        return True
    return _COUNTS[reading.unit] == _COUNTS[other.unit]


def _compatible(reading: Reading, other: Reading, *, headline: bool) -> bool:
    if reading.candidate.sentence.index == other.candidate.sentence.index:
        return False
    if headline:
        return True
    part = reading.candidate.of_which and other.breakdown is not None and reading.breakdown is None
    if reading.candidate.refers and reading.value >= _SMALL and not part:
        return Violence.ANY in (reading.violence, other.violence) or reading.violence is other.violence
    if _conflicts(reading, other):
        return False
    if reading.value >= _LARGE:
        return True
    return _equal_fields(reading, other)


def _conflicts(reading: Reading, other: Reading) -> bool:
    """Whether the number's own words say something else than the earlier figure."""
    if Label.REGION not in reading.assumed and reading.region != other.region:
        return True
    if Label.PERIOD not in reading.assumed and reading.when.year != other.when.year:
        return True
    kinds = {reading.violence, other.violence}
    if len(kinds) == 2 and Violence.ANY not in kinds:
        return True
    if reading.value < _LARGE and (len(kinds) == 2 or _other_kind(reading, other)):
        return True
    if reading.population is not other.population:
        pair = {reading.population, other.population}
        told = bool(reading.own.population or other.own.population)
        if told or (reading.labels & {Label.PERIOD, Label.REGION} and not pair & _WIDE):
            return not pair & _WIDE or reading.value < _LARGE
    return _dimension(reading) != _dimension(other)


def _other_kind(reading: Reading, other: Reading) -> bool:
    """Whether both name their kind in other words ('pencabulan nihil … perkosaan nihil')."""
    if not reading.value:
        return bool(reading.subtype and other.subtype) and reading.subtype != other.subtype
    if not (reading.own.violence and other.own.violence):
        return False
    one, two = _ACT.search(reading.subtype), _ACT.search(other.subtype)
    return one is not None and two is not None and one.lastgroup != two.lastgroup


_ACT = re.compile(
    r"(?P<cabul>cabul)|(?P<sex>setubuh|badan)|(?P<rape>perkosa|rudapaksa|perkosaan)|(?P<sodomy>sodomi)|(?P<incest>inses|incest)"
    r"|(?P<law>tpks)|(?P<injury>aniaya)|(?P<gang>keroyok)|(?P<dating>pacar|kdp)|(?P<theft>curi)|(?P<marriage>nikah|kawin)"
    r"|(?P<adultery>zin|selingkuh)|(?P<lost>hilang|lari|culik)|(?P<school>pendidikan|sekolah)|(?P<death>bunuh)"
)
"""Acts that one class is split into."""


def _dimension(reading: Reading) -> object:
    return reading.breakdown[0] if reading.breakdown else None


def _equal_fields(reading: Reading, other: Reading) -> bool:
    mine = (reading.region, reading.when, reading.population, reading.violence, reading.breakdown)
    theirs = (other.region, other.when, other.population, other.violence, other.breakdown)
    return mine == theirs


def unique(readings: Sequence[Reading]) -> list[Reading]:
    """One reading for each figure: equal in every coded field."""
    seen: set[tuple[object, ...]] = set()
    kept: list[Reading] = []
    for reading in readings:
        key = (
            reading.value, reading.unit, reading.region, reading.when.year, reading.when.period,
            reading.population, reading.violence, reading.breakdown, reading.candidate.start,
        )  # fmt: skip
        if key not in seen:
            seen.add(key)
            kept.append(reading)
    return kept
