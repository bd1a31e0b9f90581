"""Numbers that are told apart by the order of what was said before, not by words of their own.

'12 kasus perempuan dan 17 kasus anak. Setahun sebelumnya 10 dan 13' goes through both again; 'yang pertama
21 kasus, yang kedua 37' picks them one by one; 'perempuan dan anak masing-masing 40 dan 28' names them first.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.figures.cues import Cue
from extractors.figures.material import Material, within
from extractors.figures.reading import Label, Reading
from models.vocabulary import Population

_NEXT = re.compile(
    r"[\s,]{0,3}(?:kasus|orang|korban|laporan)?[\s,]{0,3}(?:dan|serta|lalu|kemudian|dengan)?[\s,]{0,3}"
)
_NTH = re.compile(
    r"(?<!\w)(?:yang|kelompok|kategori|golongan|jenis|bentuk|kubu|pihak)\s+(?:di(?:sebut|sebutkan)\s+)?(pertama|kedua)(?!\w)"
)
_FEW = 4


def in_same_order(material: Material, readings: Sequence[Reading]) -> list[Reading]:
    """The readings of a text, bare neighbours with the people or kinds of as many numbers before them."""
    told = [_by_ordinal(material, reading) for reading in readings]
    place = 0
    while place < len(told):
        size = _run(material, told, place)
        if 1 < size <= min(place, _FEW):
            before = told[place - size : place]
            if _apart(before) and _near(before[-1], told[place]):
                told[place : place + size] = [
                    _with_words(reading, other)
                    for reading, other in zip(told[place : place + size], before, strict=True)
                ]
        place += max(size, 1)
    return told


def _run(material: Material, readings: Sequence[Reading], place: int) -> int:
    """How many bare numbers stand side by side from here on."""
    size = 0
    for reading in readings[place:]:
        here = reading.candidate
        if _speaks(reading) or (size and not _beside(material, readings[place + size - 1], reading)):
            break
        if size and here.sentence.index != readings[place].candidate.sentence.index:
            break
        size += 1
    return size


def _speaks(reading: Reading) -> bool:
    """Whether the number has words for whom, what kind, where or which part."""
    kinds = any(not cue.generic for cue in reading.own.violence)
    return bool(reading.own.population or kinds or reading.own.regions or reading.own.words)


def _beside(material: Material, one: Reading, two: Reading) -> bool:
    if two.own.periods and one.own.periods:
        return False
    return _NEXT.fullmatch(material.lower, one.candidate.number.end, two.candidate.number.start) is not None


def _near(last: Reading, reading: Reading) -> bool:
    return reading.candidate.sentence.index - last.candidate.sentence.index <= 1


def _apart(before: Sequence[Reading]) -> bool:
    """Whether numbers of one sentence each name another people, or each another kind."""
    if len({reading.candidate.sentence.index for reading in before}) != 1:
        return False
    people = [frozenset(cue.value for cue in reading.own.population) for reading in before]
    kinds = [frozenset(cue.value for cue in reading.own.violence if not cue.generic) for reading in before]
    return any(all(words) and len(set(words)) == len(words) for words in (people, kinds))


def _with_words(reading: Reading, other: Reading) -> Reading:
    return _told(reading, other.own.population, other.own.violence)


def _told(reading: Reading, people: Sequence[Cue], kinds: Sequence[Cue]) -> Reading:
    own = replace(reading.own, population=people, violence=[*kinds, *reading.own.violence])
    return replace(reading, own=own, labels=own.labels())


def _by_ordinal(material: Material, reading: Reading) -> Reading:
    """The number with what 'yang pertama' or 'yang kedua' goes back to in the sentence before."""
    candidate = reading.candidate
    start = candidate.own[0]
    if not re.search(r"\d", material.lower[candidate.sentence.start : start]):
        start = candidate.sentence.start
    nth = _NTH.search(material.lower, start, candidate.start)
    index = candidate.sentence.index - 1
    told = any(not cue.generic for cue in reading.own.violence)
    if nth is None or index < 0 or reading.own.population:
        return reading
    which = int(nth[1] == "kedua")
    for sentence in reversed(material.document.sentences[max(0, index - which) : index + 1]):
        people = _both(
            list(people_apart(within(material.population_cues, sentence.start, sentence.end))), which
        )
        said = within(material.violence_cues, sentence.start, sentence.end)
        kinds = _both([cue for cue in said if not cue.generic], which)
        if people or (kinds and not told):
            return _told(reading, people, [] if told else kinds)
    return reading


def _both(cues: Sequence[Cue], which: int) -> list[Cue]:
    """The first or second of exactly two different words."""
    first: dict[str, Cue] = {}
    for cue in cues:
        first.setdefault(cue.value, cue)
    return [list(first.values())[which]] if len(first) == 2 else []


_PEOPLE = re.compile(r"perempuan|wanita|anak")


def people_apart(cues: Sequence[Cue]) -> Iterator[Cue]:
    """Each people of a list of words for people, 'perempuan dan anak' as the two that it names."""
    for cue in cues:
        named = [match[0] for match in _PEOPLE.finditer(cue.word)]
        if cue.value != Population.WOMEN_CHILDREN or len(set(named)) != 2:
            yield cue
            continue
        for word in named[:2]:
            yield replace(cue, value=Population.CHILDREN if word == "anak" else Population.WOMEN, word=word)


_LEADS = re.compile(
    r"\s*(?:dewasa\s*)?(?:[,:–]|(?:yang\s+)?(?:mengalami|menderita|berupa|terdiri|meliputi|yaitu|yakni|ada|tercatat|terdapat|didominasi"
    r"|dengan|menjadi|terbagi|terpecah|masing|mencakup|ditangani|menghadapi|kena|terkena)(?!\w))"
)
_ENDS = re.compile(r"[;.]")


def leads_on(material: Material, reading: Reading) -> bool:
    """Whether its people are named ahead of its kind, for the next items too ('untuk anak, fisik 5, …')."""
    if not reading.own.population:
        return False
    last = reading.own.population[-1]
    labels = [cue.start for cue in reading.own.violence if not cue.generic and cue.start >= last.end]
    return (
        bool(labels) and last.end <= reading.candidate.start and bool(_LEADS.match(material.lower, last.end))
    )


def goes_with(material: Material, before: Reading, reading: Reading) -> bool:
    """Whether an item without people of its own stands in the same clause as the one before."""
    same = before.candidate.sentence.index == reading.candidate.sentence.index
    apart = _ENDS.search(material.lower, before.candidate.number.end, reading.candidate.start)
    return same and apart is None and not reading.own.population and Label.VIOLENCE in reading.labels
