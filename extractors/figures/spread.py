"""One number said of several places, months or kinds: one figure for each.

'Bireuen serta Lhokseumawe masing-masing 11 kasus' is two figures; 'masing-masing
empat dan satu kasus' goes through the places, times or kinds in order; two places or months
joined before one number ('Mei dan Juni 13 kasus') hold it each.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from extractors.figures.candidates import Candidate
from extractors.figures.cues import Cue
from extractors.figures.material import Material, within
from extractors.figures.own import outsiders, read_own_words
from extractors.figures.parallel import people_apart
from extractors.figures.reading import Label, OwnWords, Reading
from extractors.mentions import PeriodMention, PlaceVia, RegionMention

_EACH = re.compile(
    r"(?:masing(?:\s*-\s*|\s+)masing|sama-sama|dua-duanya|tiga-tiganya|(?:ke)?(?:dua|tiga|empat"
    r"|lima)nya|sama\s+(?:banyak|rata|kuat)(?:nya)?"
    r"|ber(?:turut-turut|urutan|imbang)|imbang|setara|setali\s+tiga\s+uang|kembar|kompak|seragam"
    r"|sejajar|setingkat|seri(?=,|\s+(?:di|dengan))|tiap-tiap)"
)
_EACH_AFTER = re.compile(
    r"\s*(?:saja\s+)?(?:masing-masing|(?:(?:di|pada|untuk|bagi)\s+)?(?:masing-masing"
    r"|(?:se)?tiap(?:-tiap)?|per)\s+(?:daerah|wilayah"
    r"|kabupaten|kota|kecamatan|distrik|provinsi|tempat|polres\w*|uptd?|kampus|jenis|bentuk))(?!\w)"
)
"""'Muna dan Buton, satu kasus di tiap daerah'."""
_JOINED = re.compile(
    r"(?:[\s,;]|(?:\([^)]*\))|(?<!\w)(?:dan|serta|sama|juga|maupun|hingga|kemudian|lalu|lantas|di"
    r"|untuk|kecamatan|kec\.?|kabupaten|kab\.?|kota|polres|polresta|polsek|uptd|distrik|wilayah|bulan"
    r"|pada|unit|ppa|tahun|kasus|secara)(?!\w)|/|&)*"
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
        each = bool(
            _EACH.search(material.lower, max(floor, candidate.start - 80), candidate.start)
            or _EACH_AFTER.match(material.lower, candidate.tail, candidate.sentence.end)
        )
        named = _places(material, floor, candidate.start, each=each)
        places = _coordinated(material, named, candidate.start)
        rest = candidates[index:]
        ordered = each or _in_pairs(material, rest, places, floor)
        in_order = list(_each_in_order(material, reading, rest, places, floor)) if ordered else []
        if in_order:
            readings += in_order
            skip = len(in_order) - 1
            continue
        readings += _copies(material, reading, places, floor, each=each)
    return readings


def _copies(
    material: Material, reading: Reading, places: Sequence[RegionMention], floor: int, *, each: bool
) -> list[Reading]:
    candidate = reading.candidate
    each = each or reading.value == 0
    if not places and not reading.value:
        places = _named_after(material, reading)
        each = each or bool(places)
    if len(places) > 1 and (each or len(places) == 2) and not _about_one(places):
        return [_for_place(reading, candidate, place) for place in places]
    named = _months(material, floor, candidate.start)
    if (
        named
        and _OF_LAST.fullmatch(material.lower, floor, named[0].start)
        and floor > candidate.sentence.start
    ):
        named = named[1:]
    months = _coordinated(material, named, candidate.start)
    if len(months) > 1 and not each and _TOGETHER.search(material.lower, months[-1].end, candidate.start):
        return [_for_time(reading, _joined(months))]
    if len(months) > 1:
        return [_for_time(reading, month) for month in months]
    if each:
        first = max(floor, candidate.own[0])
        kinds = _coordinated(material, _kinds(material, first, candidate), candidate.start)
        if len(kinds) > 1:
            return [_for_kind(reading, kind) for kind in kinds]
    if each and reading.value:
        people = _people(material, floor, candidate.start)
        if len(people) > 1:
            return [_for_people(reading, who) for who in people]
    return [reading]


def _named_after(material: Material, reading: Reading) -> list[RegionMention]:
    """The places behind 'nihil' that it is said of ('Tiga daerah nihil: Barru, Bone dan Wajo')."""
    candidate = reading.candidate
    if any(place.start < candidate.start for place in reading.own.regions):
        return []
    found = within(material.regions, candidate.tail, candidate.sentence.end)
    run: list[RegionMention] = []
    for mention in found:
        start = run[-1].end if run else candidate.tail
        link = _JOINED if run else _COLON
        if mention.via is PlaceVia.NATIONAL or not link.fullmatch(material.lower, start, mention.start):
            break
        run.append(mention)
    return run


_COLON = re.compile(
    r"[\s,:(–-]*(?:(?:kasus|laporan|kekerasan|anak|korban|cuma|hanya|satu|dua|tiga|yakni|yaitu|ialah|adalah|ada|terdapat|di|kecamatan|kabupaten)"
    r"[\s,:(–-]+){0,6}"
)
_OF_LAST = re.compile(r"\s?(?:kasus|korban|orang|laporan|perkara)?\s?(?:di|pada|untuk)\s(?:bulan\s)?")
"""What joins a month to the number before it ('9 di Maret, April 14')."""
_TOGETHER = re.compile(r",?\s(?:sudah|telah|total(?:nya)?|terkumpul|seluruhnya|keseluruhan)(?!\w)")
"""'baru Januari dan Februari, sudah 38 korban' counts both months together."""


def _joined(months: Sequence[PeriodMention]) -> PeriodMention:
    first, last = months[0], months[-1]
    if first.period is None or last.period is None or first.months is None or last.months is None:
        return last
    return replace(
        last, period=f"{first.period[:7]}/{last.period[8:]}", months=(first.months[0], last.months[1])
    )


def _each_in_order(
    material: Material,
    reading: Reading,
    candidates: Sequence[Candidate],
    places: Sequence[RegionMention],
    floor: int,
) -> Iterator[Reading]:
    """One figure for each place, time or kind of a list, its numbers in the same order."""
    start = reading.candidate.start
    times = _coordinated(material, _times(material, floor, start), start)
    kinds = _coordinated(material, _kinds(material, floor, reading.candidate), start)
    if numbers := _in_order(material.lower, candidates, len(places)):
        yield from (_for_place(reading, *pair) for pair in zip(numbers, places, strict=True))
    elif numbers := _in_order(material.lower, candidates, len(times)):
        for number, time in zip(numbers, times, strict=True):
            yield _for_time(_counting(reading, number), time)
    elif numbers := _in_order(material.lower, candidates, len(kinds)):
        for number, kind in zip(numbers, kinds, strict=True):
            yield _for_kind(_counting(reading, number), kind)
    else:
        yield from _people_in_order(material, reading, candidates, floor)


def _people_in_order(
    material: Material, reading: Reading, candidates: Sequence[Candidate], floor: int
) -> Iterator[Reading]:
    people = _people(material, floor, reading.candidate.start)
    if numbers := _in_order(material.lower, candidates, len(people)):
        for number, who in zip(numbers, people, strict=True):
            yield _for_people(_counting(reading, number), who)


def _people(material: Material, floor: int, stop: int) -> list[Cue]:
    """The people named together before a number ('perempuan dan anak')."""
    cues = within(material.population_cues, floor, stop)
    return list(people_apart(_coordinated(material, cues, stop)))


def _for_people(reading: Reading, who: Cue) -> Reading:
    return _variant(reading, replace(reading.own, population=(who,)))


_BOTH = re.compile(r"(?<!\w)(?:dan|serta|&)(?!\w)")
_BESIDE = re.compile(r"[\s,:–-]*(?:(?:tercatat|ada|sebanyak|mencatat|menyumbang|dengan)\s+){0,2}")


def _in_pairs(
    material: Material, candidates: Sequence[Candidate], places: Sequence[RegionMention], floor: int
) -> bool:
    """Whether as many bare numbers follow a list of places or times ('Pada 2020 dan 2021 201 serta 377')."""
    start = candidates[0].start
    times = _coordinated(material, _times(material, floor, start), start)
    for named in (places, times):
        size = len(named)
        if size < 2 or not _BESIDE.fullmatch(material.lower, named[-1].end, start):
            continue
        if not _BOTH.search(material.lower, named[-2].end, named[-1].start):
            continue
        numbers = _in_order(material.lower, candidates, size)
        if numbers and _BOTH.search(material.lower, numbers[-2].tail, numbers[-1].start):
            return True
    return False


def _counting(reading: Reading, number: Candidate) -> Reading:
    return replace(reading, candidate=number, value=number.value, unit=number.unit)


_NEXT_IN_ORDER = re.compile(r"[\s,]{0,3}(?:dan|serta|lalu|kemudian)?[\s,]{0,3}")


def _in_order(lower: str, candidates: Sequence[Candidate], wanted: int) -> list[Candidate]:
    """Neighbouring bare numbers, as many as the list before them has members."""
    run = [candidates[0]]
    for candidate in candidates[1:]:
        if len(run) == wanted or not _NEXT_IN_ORDER.fullmatch(lower, run[-1].tail, candidate.start):
            break
        run.append(candidate)
    if wanted < 2 or len(run) != wanted:
        return []
    unit = run[-1].unit
    return [replace(candidate, unit=candidate.unit or unit) for candidate in run]


def _places(material: Material, floor: int, stop: int, *, each: bool) -> list[RegionMention]:
    """The places before a number; none where they are only outside it, but for one number of each."""
    found = within(material.regions, floor, stop)
    named = [region for region in found if region.via is not PlaceVia.NATIONAL]
    if each:
        return named
    said = outsiders(material, named, floor)
    return [] if any(region.via is PlaceVia.OUTSIDE for region in said) else named


def _months(material: Material, floor: int, stop: int) -> list[PeriodMention]:
    """The single months before a number; none where another time stands nearer to it."""
    found = [mention for mention in within(material.periods, floor, stop) if not mention.dateline]
    if found and not (found[-1].months and found[-1].months[0] == found[-1].months[1]):
        return []
    return [mention for mention in found if mention.months and mention.months[0] == mention.months[1]]


def _times(material: Material, floor: int, stop: int) -> list[PeriodMention]:
    found = within(material.periods, floor, stop)
    return [mention for mention in found if not mention.dateline and mention.years is None]


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
    return _variant(_counting(reading, candidate), replace(reading.own, regions=(place,)))


def _for_time(reading: Reading, time: PeriodMention) -> Reading:
    return _variant(reading, replace(reading.own, periods=(time,)))


def _for_kind(reading: Reading, kind: Cue) -> Reading:
    return _variant(reading, replace(reading.own, violence=(kind,)))


def _variant(reading: Reading, own: OwnWords) -> Reading:
    return replace(reading, own=own, labels=own.labels() | ({Label.REGION} if own.regions else set()))
