"""How a value relates to those already chosen for the figures before."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.figures.material import Material, within
from extractors.figures.reading import Reading
from extractors.ranking.options import Value
from extractors.ranking.views import Features

_REFERS = re.compile(r"(?:dari|di\s*antara|sebanyak|seluruh|semua|total|jumlah|ke)\W+(?:\w+\W+){0,2}$")


@dataclass(frozen=True, slots=True)
class Links:
    """Earlier figures that a figure hangs together with, by index; -1 where there is none."""

    sentence_last: int
    sentence_first: int
    block_first: int
    parent: int
    referred: int
    """The figure whose number is named again before this one ('dari 74 kasus itu')."""


def find_links(material: Material, readings: Sequence[Reading]) -> list[Links]:
    """The links of every figure; ``readings`` are in order of position."""
    index_of = {id(reading): index for index, reading in enumerate(readings)}
    return [_links(material, readings, index, index_of) for index in range(len(readings))]


def _links(material: Material, readings: Sequence[Reading], index: int, index_of: Mapping[int, int]) -> Links:
    sentence = readings[index].candidate.sentence
    same = [i for i in range(index) if readings[i].candidate.sentence.index == sentence.index]
    block = [i for i in range(index) if readings[i].candidate.sentence.block == sentence.block]
    parent = index_of.get(id(readings[index].parent), -1)
    return Links(
        sentence_last=same[-1] if same else -1,
        sentence_first=same[0] if same else -1,
        block_first=block[0] if block else -1,
        parent=parent if parent < index else -1,
        referred=_referred(material, readings, index),
    )


def _referred(material: Material, readings: Sequence[Reading], index: int) -> int:
    candidate = readings[index].candidate
    for number in reversed(within(material.numbers, candidate.sentence.start, candidate.start)):
        head = material.lower[max(candidate.sentence.start, number.start - 40) : number.start]
        if number.value is None or not _REFERS.search(head):
            continue
        for earlier in range(index - 1, -1, -1):
            if readings[earlier].value == number.value:
                return earlier
    return -1


def history(links: Links, chosen: Sequence[Value], value: Value) -> Features:
    """Features of a value against the values chosen so far."""
    count = len(chosen)
    if not count:
        return {"h_par": -1.0, "h_ref": -1.0}
    return {
        "h_prev": float(chosen[-1] == value),
        "h_ss": _equals(links.sentence_last, chosen, value),
        "h_ss0": _equals(links.sentence_first, chosen, value),
        "h_sb0": _equals(links.block_first, chosen, value),
        "h_par": _equals(links.parent, chosen, value),
        "h_ref": _equals(links.referred, chosen, value),
        "h_share": sum(other == value for other in chosen) / count,
        "h_first": float(chosen[0] == value),
    }


def _equals(index: int, chosen: Sequence[Value], value: Value) -> float:
    return float(chosen[index] == value) if index >= 0 else -1.0
