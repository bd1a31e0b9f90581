"""type: breakdowns, where one class of violence is split into several kinds (codebook: breakdown)."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extractors.figures.breakdown_words import Dimension
from extractors.figures.reading import Reading
from extractors.figures.violence_words import FORMS
from models.populations import holds
from models.vocabulary import Population, Violence

_AND = re.compile(r"\s+(?:terhadap\s+|pada\s+)?(?:anak\s+)?(?:dan|serta)\s+")
_RESTS = re.compile(r"lain|jumlah|total|(?:per)?masalah|tahun")
_ROOT = re.compile(r"cabul|setubuh|erkosa|leceh|sodomi|aniaya|eroyok|rudapaksa")
"""Of one kind, whatever the form of the word ('pencabulan', 'dicabuli')."""
_CLASS_HEAD = re.compile(r"^kekerasan (?=(?:fisik|psikis|psikologis|verbal|seksual|emosional)$)")
_HEAD = re.compile(r"^(?:kekerasan|tindak|pelecehan(?=\s+seksual$))\s+")
_CLASS = {
    Violence.SEXUAL: re.compile(r"(?:kekerasan |kejahatan )?seksual|predator.*|pedofil.*"),
    Violence.PHYSICAL: re.compile(r"(?:kekerasan )?fisik"),
    Violence.ONLINE: re.compile(
        r"\w*kbg\w*|\w*ksb\w*|kekerasan.*|.*\bgender\b.*|kejahatan siber|konten porno\w*"
    ),
}
"""Words that are a class's own name, no kind of it; classes without one are split by other classes alone."""


def add_subtypes(lower: str, readings: Sequence[Reading]) -> None:
    """Give type: to items where one class is split into several ('pencabulan 5, persetubuhan 3').

    Kinds split a class where they count the same year and one population holds the other: rapes of
    women beside indecencies against children are a class each. ``lower`` is the text in small letters.
    """
    classes: dict[Violence, list[Reading]] = defaultdict(list)
    for reading in readings:
        if reading.breakdown is None and reading.subtype:
            classes[reading.violence].append(reading)
    typed = [
        reading for members in classes.values() for reading in members if _is_kind(lower, reading, members)
    ]
    said = {(reading.violence, reading.population, reading.subtype) for reading in typed}
    for members in classes.values():
        for reading in members:
            if (reading.violence, reading.population, reading.subtype) in said:
                reading.breakdown = (Dimension.TYPE, _clean(reading.subtype))


def _is_kind(lower: str, reading: Reading, members: Sequence[Reading]) -> bool:
    """Whether its word is a kind of its class and not the class's own name."""
    if reading.violence is Violence.OTHER:
        known = _from_table(reading) or _of_table(reading)
        alone = len({_plain(member.subtype) for member in members}) < 2
        return not alone or (known and not _RESTS.match(reading.subtype))
    form = _is_form(reading)
    if form and reading.violence is Violence.OFFENDER_CHILD:
        return True
    name = _CLASS.get(reading.violence)
    own_name = not form and (name is None or name.fullmatch(reading.subtype))
    if own_name or _names_several(lower, reading):
        return False
    return any(_splits(reading, other) for other in members)


def _splits(one: Reading, two: Reading) -> bool:
    """Whether two items are different kinds among people who may be the same, in one year."""
    related = (
        holds(one.population, two.population)
        or holds(two.population, one.population)
        or {one.population, two.population} == {Population.GIRLS, Population.BOYS}
    )
    different = _plain(one.subtype) != _plain(two.subtype)
    return different and one.when.year == two.when.year and related


def _is_form(reading: Reading) -> bool:
    """Whether its word is of another class, which only tells the form ('tiga ABH di antaranya pencurian')."""
    if reading.violence not in FORMS:
        return False
    values = {cue.value for cue in reading.own.violence if cue.word == reading.subtype and not cue.generic}
    return bool(values) and reading.violence not in values


def _names_several(lower: str, reading: Reading) -> bool:
    """Whether its words name several kinds of the class together ('persetubuhan dan pencabulan 22')."""
    cues = [cue for cue in reading.own.violence if not cue.generic and cue.value == reading.violence]
    return any(_AND.fullmatch(lower, one.end, two.start) for one, two in pairwise(cues))


def _from_table(reading: Reading) -> bool:
    """Whether the item's kind is a known word, not one guessed from its place in a list."""
    return any(cue.end > cue.start and not cue.generic for cue in reading.own.violence)


def _of_table(reading: Reading) -> bool:
    """Whether it is a part of an item whose kind is a known word ('KDP 11 kasus: Juli 2, Agustus 1')."""
    whole = reading.parent
    return whole is not None and whole.subtype == reading.subtype and _from_table(whole)


def _plain(word: str) -> str:
    plain = _HEAD.sub("", word)
    root = _ROOT.search(plain)
    return root[0] if root else plain


def _clean(words: str) -> str:
    return _CLASS_HEAD.sub("", " ".join(words.split())).strip(" .,;:()|“”\"'-–")
