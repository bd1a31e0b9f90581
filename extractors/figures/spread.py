"""One number said of several places, months or kinds: one figure for each.

'Bireuen serta Lhokseumawe masing-masing 11 kasus' is two figures; 'masing-masing
empat dan satu kasus' goes through the places in order; two places or months
joined before one number ('Mei dan Juni 13 kasus') hold it each.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from extractors.figures.candidates import Candidate
from extractors.figures.cues import Cue
from extractors.figures.material import Material, within
from extractors.figures.own import read_own_words
from extractors.figures.reading import Label, OwnWords, Reading
from extractors.mentions import PeriodMention, PlaceVia, RegionMention

_EACH = re.compile(r"(?:masing(?:\s*-\s*|\s+)masing|sama-sama|dua-duanya)")
_JOINED = re.compile(
    r"(?:[\s,;]|(?:\([^)]*\))|(?<!\w)(?:dan|serta|juga|maupun|hingga|kemudian|lalu|lantas|di|untuk|kecamatan|kec\.?|kabupaten|kab\.?|kota|polres|polresta|polsek|uptd|distrik|wilayah|bulan|pada|unit|ppa)(?!\w)|/|&)*"
)


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_S = TypeVar("_S", bound=_Spanned)


def spread(material: Material, candidates: Sequence[Candidate]) -> list[Reading]:
    """The readings of one sentence's candidates, several for a shared number."""
    readings: list[Reading] = []
    skip = 0
    for index, candidate in enumerate(candidates):
        if skip:
            skip -= 1
            continue
        reading = read_own_words(material, candidate)
        floor = candidates[index - 1].tail if index else candidate.sentence.start
        places = _coordinated(material, _places(material, floor, candidate.start), candidate.start)
        each = bool(_EACH.search(material.lower, max(floor, candidate.start - 80), candidate.start))
        in_order = _in_order(candidates, index, len(places)) if each else []
        if in_order:
            readings += [
                _for_place(reading, number, place) for number, place in zip(in_order, places, strict=True)
            ]
            skip = len(in_order) - 1
            continue
        readings += _copies(material, reading, places, floor, each=each)
    return readings


def _copies(
    material: Material, reading: Reading, places: Sequence[RegionMention], floor: int, *, each: bool
) -> list[Reading]:
    candidate = reading.candidate
    if len(places) > 1 and (each or len(places) == 2) and not _about_one(places):
        return [_for_place(reading, candidate, place) for place in places]
    months = _coordinated(material, _months(material, floor, candidate.start), candidate.start)
    if len(months) > 1:
        return [_for_month(reading, month) for month in months]
    if each:
        kinds = _kinds(material, floor, candidate)
        if len(kinds) > 1:
            return [_for_kind(reading, kind) for kind in kinds]
    return [reading]


def _in_order(candidates: Sequence[Candidate], index: int, places: int) -> list[Candidate]:
    """Neighbouring bare numbers, one for each place, after 'masing-masing'."""
    run = [candidates[index]]
    for candidate in candidates[index + 1 :]:
        if candidate.start - run[-1].tail > 8 or len(run) == places:
            break
        run.append(candidate)
    if places < 2 or len(run) != places:
        return []
    unit = run[-1].unit
    return [replace(candidate, unit=candidate.unit or unit) for candidate in run]


def _places(material: Material, floor: int, stop: int) -> list[RegionMention]:
    found = within(material.regions, floor, stop)
    return [region for region in found if region.via is not PlaceVia.NATIONAL]


def _months(material: Material, floor: int, stop: int) -> list[PeriodMention]:
    found = within(material.periods, floor, stop)
    return [mention for mention in found if mention.months and mention.months[0] == mention.months[1]]


def _coordinated(material: Material, mentions: Sequence[_S], stop: int) -> list[_S]:
    """The run of mentions joined by commas and 'dan' that stands nearest before ``stop``."""
    run: list[_S] = []
    for mention in reversed(mentions):
        if run and not _JOINED.fullmatch(material.lower, mention.end, run[0].start):
            break
        run.insert(0, mention)
    return run


def _about_one(places: Sequence[RegionMention]) -> bool:
    """Whether one place contains the other ('Kota Bitung, Sulawesi Utara')."""
    codes = [place.code for place in places]
    return (
        any(one != two and two.startswith(one + ".") for one in codes for two in codes) or len(set(codes)) < 2
    )


def _kinds(material: Material, floor: int, candidate: Candidate) -> list[Cue]:
    return [
        cue
        for cue in within(material.cues, floor, candidate.start)
        if cue.kind == "violence" and not cue.generic
    ]


def _for_place(reading: Reading, candidate: Candidate, place: RegionMention) -> Reading:
    own = replace(reading.own, regions=(place,))
    return _variant(replace(reading, candidate=candidate, value=candidate.value, unit=candidate.unit), own)


def _for_month(reading: Reading, month: PeriodMention) -> Reading:
    return _variant(reading, replace(reading.own, periods=(month,)))


def _for_kind(reading: Reading, kind: Cue) -> Reading:
    return _variant(reading, replace(reading.own, violence=(kind,)))


def _variant(reading: Reading, own: OwnWords) -> Reading:
    return replace(reading, own=own, labels=own.labels() | ({Label.REGION} if own.regions else set()))
