"""Where, seen from a list of figures, a mention stands.

The name of the zone is the feature that the scorer weighs; the order of search
follows how Indonesian news inherits scope: clause, sentence, list lead or
heading, previous sentence, opening, title.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from extractors.document import Block, BlockKind, Sentence, Span
from extractors.figures.cues import FEMALE, MALE
from extractors.figures.groups import AMONG_THEM, Group
from extractors.figures.material import Material, within
from extractors.figures.reading import Reading
from extractors.mentions import NumberKind
from models.vocabulary import Population


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_S = TypeVar("_S", bound=_Spanned)
_OPENING_SENTENCES = 3
_HEADING_LENGTH = 70
_LEAD_LENGTH = 160
"""Up to so long, the whole line above a list announces it, not its last sentence alone."""
_PASSAGE = 3
_SECTION = 10
"""So many lines below a heading are still under it."""
_REACH = 2000
"""How far from a list a mention of its sentence may stand, so that time stays linear."""


_THUS = re.compile(
    r"[“\"]?(?:begitu(?:lah)?|demikian(?:lah)?|itulah|itu\s+(?:perempuan|anak|khusus|semua|baru|pun)|mereka\s+(?:semua|adalah)"
    r"|(?:(?:ke)?(?:dua|tiga|empat|lima|enam)|semua|seluruh|rangkaian|deret(?:an)?)\s+(?:angka|data|jumlah|kasus|perkara|laporan|catatan)"
    r"\s+(?:itu|ini|tersebut|tadi))\b"
    r"|[“\"]?(?:ke)?(?:semua|seluruh)(?:nya)?\s+(?:(?:kasus|perkara|korban|laporan|itu|tersebut|adalah|merupakan|berupa)\s+)*(?![\d.]*\d)"
    r"|[“\"]?itu\s+(?:dari|sejak|selama|sepanjang|untuk|hitungan|data|catatan|periode|sampai|hingga|per|mulai|januari|triwulan|semester)\b"
    r"|(?:hitungan|angka|jumlah|data|catatan|rekap\w*)\s+(?:itu|tersebut|tadi|ini)\s+(?:\w+\s+){0,2}?(?:dihimpun|berasal|terhitung"
    r"|dihitung|dikumpulkan|terkumpul|diambil|mencakup|meliputi|untuk|sejak|selama|sepanjang|per)\b"
)
"""How a sentence opens that speaks of what was just counted ('Itu perempuan dan anak')."""
_WHO_THEY_ARE = re.compile(
    r"[“\"]?(?:(?:ke)?semuanya|(?:ke)?seluruhnya|(?:semua|seluruh|para)\s+korban(?:nya)?|korbannya|yang\s+jadi\s+korban)\b"
)
"""How the next sentence opens that says who they all are ('Semuanya penganiayaan terhadap istri')."""
_CLOSING = 4
"""So many sentences after a number its paragraph may say what was told."""


class Zones:
    """The zones around one group, computed once and asked for each kind of mention."""

    def __init__(self, material: Material, group: Group, owners: Mapping[int, Sequence[Reading]]) -> None:
        self._material = material
        self._document = material.document
        first = group.members[0].candidate
        self.sentence: Sentence = first.sentence
        self.block: Block = self._document.block_of(self.sentence)
        self._first = first
        self._owners = owners
        self.lead = self._lead()
        index = self.sentence.index
        start = self._list_start() if self._in_list else index
        near = {*range(index - 2, index + 2), *range(start - 3, start)}
        spans = [reading.candidate.own for place in near for reading in owners.get(place, ())]
        self._owned = [span for span in spans if abs(span[0] - first.own[0]) <= 2 * _REACH]
        self._owned += _shares(material, self.sentence)

    def same_block(self, reading: Reading) -> bool:
        """Whether a figure stands in the group's own line."""
        return reading.candidate.sentence.block == self.sentence.block

    @property
    def _in_list(self) -> bool:
        return self.block.kind in (BlockKind.ITEM, BlockKind.ROW)

    def part_that_owns(self, mention: _Spanned) -> Reading | None:
        """The figure 'among them' to whose words a mention belongs ('34 di antaranya seksual')."""
        sentence = self._document.sentence_at(mention.start)
        owners = self._owners.get(sentence.index, ()) if sentence is not None else ()
        for reading in owners:
            start, end = reading.candidate.own
            said = AMONG_THEM.match(self._document.lower, reading.candidate.number.end)
            if said and start <= mention.start < end:
                return reading
        return None

    def labels_part(self, mention: _Spanned) -> bool:
        """Whether a mention only tells one number from its neighbours ('322 orang usia anak')."""
        sentence = self._document.sentence_at(mention.start)
        if sentence is None:
            return False
        owners = self._owners.get(sentence.index, ())
        return any(
            cue.start == mention.start
            for reading in owners
            if not reading.own.violence or _among_others(reading, owners)
            for cue in reading.own.population
            if cue.value != Population.WOMEN_CHILDREN
        )

    def mentions(self, items: Sequence[_S]) -> Iterator[tuple[str, _S]]:
        """Each mention in a zone of the group, with the zone's name."""
        left, right = self._first.own
        yield from self._unowned("sentence", items, max(self.sentence.start, left - _REACH), left)
        yield from self._unowned("sentence_right", items, right, min(self.sentence.end, right + _REACH))
        if self.lead:
            yield from self._unowned("lead", items, *self.lead)
        for name, span in self._before():
            yield from self._unowned(name, items, *span)
        following = self._next()
        if following:
            says = self._says()
            yield from self._unowned("next_says" if says == following else "next", items, *following)
            if says and says != following:
                yield from self._unowned("next_says", items, *says)

    def _unowned(self, name: str, items: Sequence[_S], start: int, end: int) -> Iterator[tuple[str, _S]]:
        for item in within(items, start, end):
            if not any(left <= item.start < right for left, right in self._owned):
                yield name, item

    def _before(self) -> Iterator[tuple[str, Span]]:
        sentences = self._document.sentences
        index = self.sentence.index
        if self._in_list:
            index = self._list_start()
        for step in (1, 2):
            if index - step < 0:
                return
            before = sentences[index - step]
            zone = self._distance(before, step)
            yield (
                zone,
                (self._passage_start(before) if zone == "previous_block" else before.start, before.end),
            )
        if (section := self._section()) is not None:
            yield "section", section

    def _distance(self, before: Sentence, step: int) -> str:
        """How a sentence before stands to the list: in its paragraph, closing the one before, or far."""
        if before.block == self.sentence.block and step == 1:
            return "previous"
        if self._in_list or any(self._owners.get(before.index + place) for place in range(step)):
            return "previous_far"  # What a sentence says beside its numbers ends with it.
        if before.block == self.sentence.block:
            return "previous_two"
        paragraph = self._document.blocks[before.block].kind is BlockKind.PARAGRAPH
        return "previous_block" if paragraph and step == 1 else "previous_far"

    def _passage_start(self, last: Sentence) -> int:
        """Where the sentences without numbers begin that close a paragraph."""
        first = last.index
        least = max(self._document.blocks[last.block].first, first - _PASSAGE)
        while first > least and not self._owners.get(first - 1):
            first -= 1
        return self._document.sentences[first].start

    def _section(self) -> Span | None:
        """The heading under which the list stands, with other paragraphs in between."""
        blocks = self._document.blocks
        for place in range(self.sentence.block - 1, max(-1, self.sentence.block - _SECTION), -1):
            block = blocks[place]
            if block.kind is BlockKind.HEADING:
                near = self.lead is not None and self.lead[0] <= block.start < self.lead[1]
                return None if near else (block.start, block.end)
        return None

    def _next(self) -> Span | None:
        sentences = self._document.sentences
        index = self.sentence.index + 1
        return (sentences[index].start, sentences[index].end) if index < len(sentences) else None

    def _says(self) -> Span | None:
        """The sentence after the numbers that says what they were of."""
        after = self._document.sentences[self.sentence.index + 1 : self.sentence.index + 1 + _CLOSING]
        for step, sentence in enumerate(after):
            if step and sentence.block != self.sentence.block:
                return None
            whose = step == 0 and _WHO_THEY_ARE.match(self._document.lower, sentence.start, sentence.end)
            if whose or _THUS.match(self._document.lower, sentence.start, sentence.end):
                return sentence.start, sentence.end
        return None

    def _list_start(self) -> int:
        """Index of the sentence after which the list begins."""
        blocks = self._document.blocks
        place = self.sentence.block
        while place > 0 and blocks[place - 1].kind is self.block.kind and not self._heads(place - 1):
            place -= 1
        return blocks[place].first

    def _heads(self, place: int) -> bool:
        """Whether a list item without a count stands above items that have one ('2. Kekerasan anak')."""
        block = self._document.blocks[place]
        if block.kind is not BlockKind.ITEM or place == self.sentence.block:
            return False
        counted = any(self._owners.get(index) for index in range(block.first, block.last))
        return not counted and block.end - block.start < _HEADING_LENGTH

    def _lead(self) -> Span | None:
        """The line that announces a list, or the heading above a paragraph."""
        if self._in_list:
            index = self._list_start() - 1
            if index < 0:
                return None
            sentence = self._document.sentences[index]
            line = self._document.block_of(sentence)
            above = self._above_columns(sentence.block)
            start = line.start if line.end - line.start < _LEAD_LENGTH else sentence.start
            return (above.start if above else start, sentence.end)
        place = self.sentence.block - 1
        if place < 0 or self._document.blocks[place].kind is not BlockKind.HEADING:
            return None
        heading = self._document.blocks[place]
        return (heading.start, heading.end) if heading.end - heading.start < 120 else None

    def _above_columns(self, place: int) -> Block | None:
        """The heading above a line that only names a table's columns ('Jenis | Jumlah')."""
        line = self._document.blocks[place]
        if place == 0 or not _COLUMNS.search(self._document.lower, line.start, line.end):
            return None
        above = self._document.blocks[place - 1]
        return above if above.end - above.start < _LEAD_LENGTH else None


def _among_others(reading: Reading, owners: Sequence[Reading]) -> bool:
    """Whether other numbers of the sentence count the other sex, or other kinds of violence."""
    people = {cue.value for cue in reading.own.population}
    kinds = {cue.value for cue in reading.own.violence if not cue.generic}
    for other in owners:
        if people | {cue.value for cue in other.own.population} == {FEMALE, MALE}:
            return True
        if _is_part(reading, other):
            return True
        theirs = {cue.value for cue in other.own.violence if not cue.generic}
        if kinds and theirs and not kinds & theirs:
            return True
    return False


_COLUMNS = re.compile(r"[|\t;]")


def _is_part(reading: Reading, other: Reading) -> bool:
    """Whether the number is smaller than one before it that says neither whom nor when."""
    before = other.candidate.start < reading.candidate.start and other.value > reading.value
    return before and not other.own.population and not reading.own.periods


def _shares(material: Material, sentence: Sentence) -> list[Span]:
    """The words around percentages, which speak of the share alone ('51 persen perempuan')."""
    before = max(0, sentence.index - 1)
    start = material.document.sentences[before].start
    return [
        (max(start, number.start - 30), number.end + 30)
        for number in within(material.numbers, start, sentence.end)
        if number.kind is NumberKind.PERCENT
    ]


def opening_span(material: Material) -> Span:
    """The first paragraph sentences of the story."""
    document = material.document
    prose = [
        sentence
        for sentence in document.sentences
        if document.blocks[sentence.block].kind is BlockKind.PARAGRAPH
    ][:_OPENING_SENTENCES]
    return (prose[0].start, prose[-1].end) if prose else (0, 0)


def title_span(material: Material) -> Span:
    """The headline lines before the story."""
    start, end = opening_span(material)
    blocks = material.document.blocks
    return (0, start) if end or not blocks else (0, blocks[0].end)
