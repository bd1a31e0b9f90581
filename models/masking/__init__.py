"""What would let a reader recognise a victim, found and covered before text leaves the system.

UU 11/2012 (SPPA) article 19 and the press code protect victims, child offenders and child
witnesses: name, initials, parents, address, school and date of birth. Officials, agencies,
programmes, figures and regions down to the kecamatan stay. In doubt a private person's
name is covered: one word too many costs little.
"""

from collections.abc import Sequence
from functools import lru_cache

from models.masking.found import private_persons, telling_sentences
from models.masking.names import name_spans, repeated
from models.masking.places import place_spans
from models.masking.sentences import split
from models.masking.words import PERSON, of_one_case

__all__ = [
    "MASK",
    "VERSION",
    "Span",
    "identifying_spans",
    "masked",
    "public_spans",
    "telling_sentences",
    "without",
]

MASK = "[disamarkan]"
VERSION = "6"
"""Of the rules; stored readings made under another one are read again."""
Span = tuple[int, int]
_SHORT, _KEPT = 400, 20_000


def identifying_spans(text: str, persons: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The stretches of ``text`` that identify a victim, in order, none touching another.

    ``persons`` are names that a recogniser found (:func:`telling_sentences` says where to look): those that
    may be private ones are covered too, so that knowing them can only cover more.
    """
    if not persons and not PERSON.search(text) and not of_one_case(text):
        return ()
    sentences = split(text)
    names = [*name_spans(text, sentences), *private_persons(text, persons)]
    names += repeated(text, names)
    found = [*names, *place_spans(text, sentences, names)]
    return _joined(text, found)


def public_spans(text: str, persons: Sequence[Span] = (), kept: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The stretches of a whole article that nobody but a reviewer may read, in order, none touching another.

    Beside what identifies a victim these are the sentences that tell what happened to one person: whom they
    give away is known too late. A sentence that touches one of ``kept``, where a record was read, stays.
    """
    told = [(start, end) for start, end in telling_sentences(text) if not _touches(kept, start, end)]
    return _joined(text, [*identifying_spans(text, persons), *told])


def _touches(spans: Sequence[Span], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in spans)


def masked(text: str) -> str:
    """The text with everything that identifies a victim covered."""
    return _masked_before(text) if len(text) <= _SHORT else _masked(text)


def _masked(text: str) -> str:
    return without(text, identifying_spans(text), 0, len(text))


_masked_before = lru_cache(maxsize=_KEPT)(_masked)
"""Titles and statements are shown again and again."""


def shown(text: str, spans: Sequence[Span], start: int, end: int) -> str:
    """``text[start:end]`` as everybody may see it: ``spans`` covered, and what it gives away by itself."""
    return masked(without(text, spans, start, end))


def without(text: str, spans: Sequence[Span], start: int, end: int) -> str:
    """``text[start:end]`` with ``spans`` covered; a span shows one mask, where it begins.

    Pieces cut out one after the other join up to the whole masked text.
    """
    pieces: list[str] = []
    position = start
    for first, last in spans:
        if last <= position or first >= end:
            continue
        if first >= position:
            pieces += [text[position:first], MASK]
        position = min(last, end)
    return "".join([*pieces, text[position:end]])


def _joined(text: str, spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and (start <= joined[-1][1] or not text[joined[-1][1] : start].strip()):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
