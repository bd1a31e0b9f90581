"""How a mention looks from a number: the distances that a ranker learns from.

Everything is a number between 0 and 1, so that one mention can be compared with
another whatever its words are.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from extractors.document import BlockKind
from extractors.figures.material import Material
from extractors.figures.reading import Reading
from extractors.figures.zones import opening_span, title_span

Features = dict[str, float]


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...


_S = TypeVar("_S", bound=_Spanned)
_LIST_KINDS = (BlockKind.ITEM, BlockKind.ROW)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention stands in the article."""

    start: int
    sentence: int
    block: int
    title: bool
    opening: bool
    heading: bool


class Layout:
    """One article's sentences and figures, asked how mentions look from its figures."""

    def __init__(self, material: Material, readings: Sequence[Reading]) -> None:
        self._document = material.document
        self._title = title_span(material)
        self._opening = opening_span(material)
        self._numbers = sorted(reading.candidate.start for reading in readings)
        self._leads: dict[int, int] = {}

    def place(self, mentions: Iterable[_S]) -> list[tuple[_S, Place]]:
        """Each mention that stands in a sentence, with its place."""
        placed = []
        for mention in mentions:
            sentence = self._document.sentence_at(mention.start)
            if sentence is None:
                continue
            block = self._document.blocks[sentence.block]
            place = Place(
                start=mention.start,
                sentence=sentence.index,
                block=sentence.block,
                title=self._title[0] <= mention.start < self._title[1],
                opening=self._opening[0] <= mention.start < self._opening[1],
                heading=block.kind is BlockKind.HEADING,
            )
            placed.append((mention, place))
        return placed

    def view(self, reading: Reading, places: Iterable[Place]) -> Features:
        """How the nearest of some mentions look from a number; a feature that is 0 is left out."""
        features: Features = {}
        for place in places:
            for name, value in self._look(reading, place):
                if value > features.get(name, 0.0):
                    features[name] = value
        return features

    def _look(self, reading: Reading, place: Place) -> Iterable[tuple[str, float]]:
        candidate = reading.candidate
        distance = candidate.sentence.index - place.sentence
        before = place.start < candidate.start
        if candidate.own[0] <= place.start < candidate.own[1]:
            yield ("own_before" if before else "own_after"), 1.0
        elif distance == 0:
            yield from self._beside("sent_before" if before else "sent_after", candidate.start, place.start)
        elif distance > 0:
            yield from _behind(distance, same_block=place.block == candidate.sentence.block)
        elif distance == -1:
            yield "next1", 1.0
        if place.title:
            yield "title", 1.0
        if place.opening:
            yield "opening", 1.0
        if place.heading and place.block < candidate.sentence.block:
            yield "heading", 1 / (candidate.sentence.block - place.block)
        if place.block == self._lead(candidate.sentence.block):
            yield "lead", 1.0

    def _beside(self, name: str, number: int, mention: int) -> Iterable[tuple[str, float]]:
        low, high = min(number, mention), max(number, mention)
        between = bisect_left(self._numbers, high) - bisect_left(self._numbers, low + 1)
        yield name, 1.0
        yield f"{name}_nums", 1 / (1 + between)
        yield f"{name}_d", 1 / (1 + min(int(math.log2(high - low + 1)), 11))

    def _lead(self, block: int) -> int:
        """The line before the list that a block is part of; -1 outside lists."""
        if block not in self._leads:
            blocks = self._document.blocks
            first = block
            while first > 0 and blocks[first - 1].kind is blocks[block].kind:
                first -= 1
            self._leads[block] = first - 1 if blocks[block].kind in _LIST_KINDS else -1
        return self._leads[block]


def _behind(distance: int, *, same_block: bool) -> Iterable[tuple[str, float]]:
    yield "back", 1 / distance
    if distance <= 4:
        yield ("prev1", "prev2", "prev3", "prev3")[distance - 1], 1.0
    if same_block:
        yield "same_block_before", 1.0


def recency(
    mentions: Iterable[tuple[int, object]], position: int, *, unseen: int = 9
) -> Mapping[object, int]:
    """Values in the order in which they were last named before a position, 0 for the last."""
    order: dict[object, int] = {}
    for start, value in sorted(mentions, key=lambda pair: pair[0], reverse=True):
        if start < position and value not in order and len(order) < unseen:
            order[value] = len(order)
    return order
