"""Indonesian number words: 'dua puluh tiga', 'seratus lima', 'lima belas ribu'."""

from collections.abc import Sequence
from typing import Final, NamedTuple

UNITS: Final = {
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
}
SCALES: Final = {
    "ribu": 10**3,
    "juta": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
    "triliun": 10**12,
    "trilyun": 10**12,
}
_TAILS: Final = ("belas", "puluh", "ratus")
_ONE: Final = {
    "sepuluh": ("satu", "puluh"),
    "sebelas": ("satu", "belas"),
    "seratus": ("satu", "ratus"),
    "seribu": ("satu", "ribu"),
    "sejuta": ("satu", "juta"),
    "semiliar": ("satu", "miliar"),
}
_GLUED: Final = {unit + tail: (unit, tail) for unit in UNITS for tail in (*_TAILS, "ribu", "juta")}

WORD_HEAD: Final = rf"(?:{'|'.join(UNITS)})(?:{'|'.join(_TAILS)}|ribu|juta)?|{'|'.join(_ONE)}"
WORD_SEQUENCE: Final = (
    rf"(?:{WORD_HEAD})(?:[ \u00a0]{{1,2}}(?:{WORD_HEAD}|{'|'.join(_TAILS)}|{'|'.join(SCALES)})\b)*"
)
"""Pattern of a run of number words; :func:`split_words` says which numbers are in it."""


class WordNumber(NamedTuple):
    """One number in a run of words: indices of its first word and of the one after its last."""

    first: int
    last: int
    value: int


class _Place(NamedTuple):
    """What a unit with its tail is worth; it may only follow places of a rank above ``high``."""

    value: int
    high: int
    low: int


def _place(unit: int, tail: str | None) -> _Place:
    if tail == "ratus":
        return _Place(unit * 100, 3, 3)
    if tail == "belas":
        return _Place(10 + unit, 2, 1)
    if tail == "puluh":
        return _Place(unit * 10, 2, 1 if unit == 1 else 2)
    return _Place(unit, 1, 1)


class _Reading:
    """A number under way, read from its left end."""

    def __init__(self, first: int) -> None:
        self.first = first
        self._total = 0
        self._below_thousand = 0
        self._rank = 4
        self._scale = 10**15

    @property
    def value(self) -> int:
        return self._total + self._below_thousand

    def add(self, place: _Place) -> bool:
        """Whether the place continues the number; 'tiga' does not continue 'sepuluh'."""
        if place.high >= self._rank:
            return False
        self._below_thousand += place.value
        self._rank = place.low
        return True

    def scale(self, scale: int) -> bool:
        """Whether the scale word continues the number; 'ribu' does not continue 'dua ribu'."""
        if not self._below_thousand or scale >= self._scale:
            return False
        self._total += self._below_thousand * scale
        self._below_thousand, self._rank, self._scale = 0, 4, scale
        return True


def _atoms(words: Sequence[str]) -> list[tuple[str, int]]:
    """Units, tails and scales with the index of the word they stand in."""
    return [
        (atom, index)
        for index, word in enumerate(words)
        for atom in (_ONE.get(word) or _GLUED.get(word) or (word,))
    ]


def split_words(words: Sequence[str]) -> list[WordNumber]:
    """The numbers in a run of number words: 'dua lima' is two, 'dua puluh lima' one."""
    atoms = _atoms(words)
    found: list[WordNumber] = []
    reading: _Reading | None = None
    at = 0
    while at < len(atoms):
        atom, index = atoms[at]
        at += 1
        if atom in SCALES:
            if reading is not None and not reading.scale(SCALES[atom]):
                found.append(WordNumber(reading.first, index, reading.value))
                reading = None
            continue
        if atom not in UNITS:
            continue
        tail = atoms[at][0] if at < len(atoms) and atoms[at][0] in _TAILS else None
        at += tail is not None
        place = _place(UNITS[atom], tail)
        if reading is None or not reading.add(place):
            if reading is not None:
                found.append(WordNumber(reading.first, index, reading.value))
            reading = _Reading(index)
            reading.add(place)
    if reading is not None:
        found.append(WordNumber(reading.first, len(words), reading.value))
    return found
