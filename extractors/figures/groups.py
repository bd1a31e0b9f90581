"""Lists: runs of figures that vary along one dimension."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.document import BlockKind, Document
from extractors.figures.breakdown_words import Dimension
from extractors.figures.cues import FEMALE, MALE, Cue, CueKind
from extractors.figures.material import Material
from extractors.figures.own import varying_labels
from extractors.figures.reading import Frame, Label, Reading
from models.vocabulary import Population, Violence

PARTS = re.compile(
    r"(?<!\w)(?:yakni|yaitu|terdiri|meliputi|rinci\w*|perinci\w*|uraian\w*|antaranya|mencakup"
    r"|dengan\s+korban|korbannya|isinya)(?!\w)|:|^\s*\((?![^()]{1,20}\))"
)
AMONG_THEM = re.compile(
    r"\s*(?:kasus|orang|korban|laporan|perkara)?\s*di\s?antara(?:nya|\s+mereka)(?=\s+[a-z(])"
)
"""Right after a number, and with a word after it, it is the number's own ('31 di antaranya fisik, 8 …')."""
_FAR_ENOUGH = 6
_SEVERAL = 3
"""So many numbers make a line a list of its own."""
_LEADING = re.compile(
    r"(?<!\w)(?:dan|serta|lalu|kemudian|sedang\w*|sementara|adapun|terus|disusul|juga|ada|kasus"
    r"|jumlah(?:nya)?|total(?:nya)?|selebihnya|sisanya|keseluruhan|dijumlah(?:kan)?|kalau|terakhir"
    r"|berikutnya|yang|sebanyak|masih|hanya|cuma|di|ke)(?!\w)"
)


@dataclass(slots=True, kw_only=True)
class Group:
    """Figures of one list, in order; ``labels`` is what its items say of themselves."""

    index: int
    members: list[Reading]
    labels: frozenset[Label]
    frame: Frame = field(default_factory=Frame)
    parent: Reading | None = None
    dimension: Dimension | None = None
    governed: tuple[Dimension, str] | None = None
    """The status or service that its sentence says of all items ('P21 untuk 8 kasus …')."""
    assumed: frozenset[Label] = frozenset()
    """The fields that only the article as a whole tells."""
    split: bool = False
    """The items divide the victims by sex."""
    victims: bool = False
    """The line above or the sentence speaks of victims."""
    onward: tuple[int, ...] = ()
    """The sums with one, two … of the lists of the same sort in the sentences right after."""
    chained: bool = False
    """One item of a list that goes on over several sentences."""

    def handed_on(self, differing: frozenset[Label]) -> Frame:
        """What a list that continues this one inherits: all but what the items differ in."""
        head = self.members[-1]
        changes: dict[str, object] = {}
        if Label.VIOLENCE not in differing:
            changes["violence"] = head.violence
            changes["subtype"] = head.subtype
        if Label.POPULATION not in differing and (
            Label.VIOLENCE not in differing or _names_people_first(head)
        ):
            changes["population"] = head.population
        if Label.REGION not in differing and not _inside(head.region, self.frame.region):
            changes["region"] = head.region
        if Label.PERIOD not in differing:
            changes["when"] = head.when
        return self.frame.with_(**changes)

    @property
    def total(self) -> int:
        """The sum of the items."""
        return sum(member.value for member in self.members)


def _inside(part: str | None, whole: str | None) -> bool:
    return bool(part and whole and part.startswith(f"{whole}."))


def _names_people_first(reading: Reading) -> bool:
    """'anak korban pencabulan' hands the children on, 'pencabulan terhadap anak' does not."""
    people = min((cue.start for cue in reading.own.population), default=None)
    kind = min((cue.start for cue in reading.own.violence if not cue.generic), default=None)
    return people is None or (kind is not None and people < kind)


def form_groups(material: Material, readings: Sequence[Reading]) -> list[Group]:
    """Cut the figures of a document into lists."""
    runs: list[list[Reading]] = []
    lines = Counter(reading.candidate.sentence.block for reading in readings)
    for reading in readings:
        if runs and _continues(material, runs[-1], reading) and not _new_line(runs[-1][-1], reading, lines):
            _name_unknown(material, runs[-1][-1], reading)
            runs[-1].append(reading)
        else:
            runs.append([reading])
    runs = [part for run in runs for part in _split_total(run)]
    groups = [Group(index=index, members=run, labels=_shared_labels(run)) for index, run in enumerate(runs)]
    _add_onward(groups)
    return groups


def _new_line(last: Reading, reading: Reading, lines: Counter[int]) -> bool:
    """Whether a line of several numbers begins, which are a list of their own ('Anak: fisik 8, TPPO 7')."""
    here, there = reading.candidate.sentence.block, last.candidate.sentence.block
    return here != there and lines[here] >= _SEVERAL


def _add_onward(groups: Sequence[Group]) -> None:
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if place + 1 < len(groups) and _same_sort_of_list(group, groups[place + 1]):
            after = groups[place + 1]
            sums = (after.total, *after.onward[: _FAR_ENOUGH - 1])
            group.onward = tuple(group.total + amount for amount in sums)


def _same_sort_of_list(one: Group, two: Group) -> bool:
    gap = two.members[0].candidate.sentence.index - one.members[-1].candidate.sentence.index
    return gap == 1 and bool(_as_kinds(one.labels) & _as_kinds(two.labels))


def _continues(material: Material, run: list[Reading], reading: Reading) -> bool:
    last = run[-1]
    here, there = reading.candidate.sentence, last.candidate.sentence
    if here.index != there.index:
        return _same_list(material.document, there.block, here.block)
    between = material.lower[last.candidate.tail : reading.candidate.start]
    among = AMONG_THEM.match(between)
    between = between[among.end() :] if among else between
    if PARTS.search(between) or (")" in between and _bracketed(material, run)):
        return False
    part = _is_among(material, reading) and not _is_among(material, last)
    if part or (_of_children(last, reading) and taken_out(material, reading, last)):
        return False
    if last.moves_on and reading.moved:
        return True
    mine, theirs = _kinds(reading), _kinds(last)
    if mine & theirs and _same_sort(reading, last):
        return True
    same = reading.candidate.unit == last.candidate.unit
    return same and not mine and "kind" in theirs and bool(_item_word(material, reading))


_OUT_OF = re.compile(
    r"(?<!\w)dari\s+(?:(?:total|jumlah|seluruh|semua|sebanyak|ke|angka|sejumlah)\s*-?\s*){0,2}$"
)
_MOVED = re.compile(r"(?<!\w)(?:menjadi|jadi|ke)\s+(?:\w+\s+)?$")


def taken_out(material: Material, reading: Reading, whole: Reading) -> bool:
    """Whether the sentence takes the number out of an earlier one ('Dari 44 kasus anak, 30 …')."""
    first, total = reading.candidate, whole.candidate
    if first.sentence.index != total.sentence.index or reading.value > whole.value:
        return False
    head = material.lower[max(total.sentence.start, total.start - 40) : total.start]
    return bool(_OUT_OF.search(head)) and not _MOVED.search(material.lower, total.tail, first.start)


def _of_children(whole: Reading, reading: Reading) -> bool:
    """Whether the number tells a sex after one of children."""
    said = {cue.value for cue in reading.own.population}
    young = {cue.value for cue in whole.own.population} == {Population.CHILDREN}
    return young and said in ({FEMALE}, {MALE})


def _is_among(material: Material, reading: Reading) -> bool:
    candidate = reading.candidate
    return bool(AMONG_THEM.match(material.lower, candidate.number.end, candidate.sentence.end))


def _name_unknown(material: Material, last: Reading, reading: Reading) -> None:
    """Give an item of a list of kinds, whose word no table knows, that word as its kind."""
    if reading.labels or Label.VIOLENCE not in varying_labels(last):
        return
    word = _item_word(material, reading)
    if word:
        start = reading.candidate.own[0]
        cue = Cue(start=start, end=start, kind=CueKind.VIOLENCE, value=Violence.OTHER, word=word)
        reading.own.violence = [cue]
        reading.labels = frozenset({Label.VIOLENCE})


def _bracketed(material: Material, run: list[Reading]) -> bool:
    start, _ = run[0].candidate.own
    return material.lower[start : start + 1] == "("


def _kinds(reading: Reading) -> frozenset[str]:
    """The labels, with population and violence as one: 'KDRT 10, kekerasan anak 35'."""
    return _as_kinds(varying_labels(reading))


def _as_kinds(labels: frozenset[Label]) -> frozenset[str]:
    return frozenset(
        "kind" if label in (Label.VIOLENCE, Label.POPULATION) else label.value for label in labels
    )


def _same_sort(reading: Reading, last: Reading) -> bool:
    """Persons beside cases are parts or pairs, unless both tell their kind the same way."""
    units = (reading.candidate.unit, last.candidate.unit)
    return units[0] == units[1] or None in units or varying_labels(reading) == varying_labels(last)


def _item_word(material: Material, reading: Reading) -> str:
    """The one or two unknown words right before a number of a list ('curat 4 kasus')."""
    start, _ = reading.candidate.own
    head = _LEADING.sub("", material.lower[start : reading.candidate.start])
    words = re.findall(r"[a-z][a-z/-]{2,}", head)
    return " ".join(words) if 1 <= len(words) <= 3 and reading.candidate.unit is not None else ""


def _same_list(document: Document, before: int, here: int) -> bool:
    """Whether two lines are neighbouring items of one list or rows of one table."""
    kinds = (BlockKind.ITEM, BlockKind.ROW)
    if here - before != 1:
        return False
    return (
        document.blocks[before].kind in kinds and document.blocks[here].kind is document.blocks[before].kind
    )


def _split_total(run: list[Reading]) -> list[list[Reading]]:
    """A first item that equals the sum of the rest is their total."""
    if len(run) < 3:
        return [run]
    rest = sum(reading.value for reading in run[1:])
    if run[0].value == rest and rest > 0:
        return [[run[0]], run[1:]]
    if run[-1].value == sum(reading.value for reading in run[:-1]) > 0:
        return [run[:-1], [run[-1]]]
    return [run]


def _shared_labels(run: list[Reading]) -> frozenset[Label]:
    counts = {label: sum(label in varying_labels(reading) for reading in run) for label in Label}
    most = max(counts.values(), default=0)
    return frozenset(
        label for label, count in counts.items() if count and count >= min(most, len(run) // 2 + 1)
    )
