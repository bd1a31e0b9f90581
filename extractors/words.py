"""Patterns whose matches begin where a word begins, tried only at the words that can open one.

An engine of regular expressions tries an alternation of two hundred phrases at every letter of a
text, though the first three letters of most words rule all of them out. Which do is asked once for
each beginning and remembered, so that a text costs little more than the words that may matter.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import Final

import regex

_WORD: Final = re.compile(r"\w+")
_HEAD: Final = 3
_MOST_HEADS: Final = 20_000
"""Indonesian has some three thousand; a page of random letters shall not fill the memory."""
_PIECE: Final = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?<?[=!]|.", re.DOTALL)
_LOOK: Final = re.compile(r"\(\?<?[=!]")
_GROUP: Final = re.compile(r"\s*\((?:\?(?::|P<\w+>))")
_WILD: Final = re.compile(
    r"\s*\\w(?:\*|\{0,\d+\})(?:\(\?:[\w|]*\))?(?P<stem>[a-z]{3,}?)(?=[a-z][?*{]|[^?*{a-z]|$)"
)


class Words:
    """A text and the places where a word begins, or a sign after another sign.

    Texts that differ only in case share their places (:meth:`like`), and a pattern is asked for
    its own but once.
    """

    def __init__(self, text: str, places: Sequence[int] | None = None) -> None:
        self.text = text
        self.places = list(_places(text)) if places is None else places
        self.by_head: defaultdict[str, list[int]] = defaultdict(list)
        for place in self.places:
            self.by_head[text[place : place + _HEAD]].append(place)
        self.known = frozenset(self.by_head)
        self._opened: dict[WordPattern, list[int]] = {}

    def like(self, text: str) -> "Words":
        """The same words in another case: ``text`` has the same length."""
        return Words(text, self.places)

    def masked(self, text: str, spans: Sequence[tuple[int, int]]) -> "Words":
        """The words that are left in ``text``, which has NUL for every character within ``spans``."""
        places = {*self.places, *(end for start, end in spans if start < end)}
        return Words(text, [place for place in sorted(places) if text[place : place + 1] not in ("", "\0")])

    def opened_by(self, pattern: "WordPattern") -> list[int]:
        """The places where a match of ``pattern`` may begin, in order."""
        found = self._opened.get(pattern)
        if found is None:
            found = self._opened[pattern] = pattern.places(self)
        return found


class WordPattern:
    r"""A compiled pattern that matches only where no word goes on.

    ``pattern`` is one of :mod:`re` that matches no empty text; it finds what the same pattern
    finds after ``(?<!\w)``. ``before`` may stand before each of its alternatives. An alternative
    that begins within a word (``\w{0,12}cabul``) is tried where its letters stand.
    """

    def __init__(self, pattern: str, flags: int = 0, *, before: str = "") -> None:
        self._match = re.compile(rf"(?<!\w){before}(?:{pattern})", flags).match
        alternatives = list(_alternatives(pattern))
        wild = [found["stem"] for part in alternatives if (found := _WILD.match(part))]
        tame = [part for part in alternatives if not _WILD.match(part)]
        self._stems = re.compile("|".join(wild), flags & re.IGNORECASE) if wild else None
        self._shape = _bare(rf"{before}(?:{'|'.join(tame)})"), flags
        self._learnt: tuple[set[str], set[str]] = set(), set()

    def finditer(self, words: Words, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Matches in order, none overlapping, within a stretch of the text."""
        stop = len(words.text) if end is None else end
        places = words.opened_by(self)
        done = start
        for index in range(bisect_left(places, start), bisect_left(places, stop)):
            if places[index] >= done and (match := self._match(words.text, places[index], stop)):
                done = match.end()
                yield match

    def search(self, words: Words, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match within a stretch of the text."""
        return next(self.finditer(words, start, end), None)

    def places(self, words: Words) -> list[int]:
        """Where a match may begin, in order."""
        opening = words.known & self._opening(words.known)
        found = sorted(chain.from_iterable(words.by_head[head] for head in opening))
        if self._stems is None:
            return found
        inside = (bisect_right(words.places, match.start()) - 1 for match in self._stems.finditer(words.text))
        return sorted({*found, *(words.places[index] for index in inside)})

    def _opening(self, heads: frozenset[str]) -> set[str]:
        """The known heads that may open a match, those of ``heads`` among them."""
        asked, opening = self._learnt
        new = heads - asked
        if new and len(asked) > _MOST_HEADS:
            self._learnt = asked, opening = set(), set()
            new = heads
        opening.update(head for head in new if self._opens(head))
        asked.update(new)  # Last, so that no other thread takes a head for learnt before it is.
        return opening

    def _opens(self, head: str) -> bool:
        return not head.isascii() or self._opener.match(head, partial=True) is not None

    @cached_property
    def _opener(self) -> "regex.Pattern[str]":
        pattern, flags = self._shape
        return regex.compile(pattern, flags)


class OpenedPattern:
    """A compiled pattern that is tried only at the characters that can open a match.

    It finds what the same pattern of :mod:`re` finds, which matches no empty text. That engine
    looks for the first letters by itself where every alternative begins with a plain letter, but tries
    all alternatives at every place where one begins with a group or at the edge of a word.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Matches in order, none overlapping."""
        return self._compiled.finditer(text)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return self._compiled.search(text)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        shape = regex.compile(_bare(self.pattern), self._flags)
        signs = [re.escape(sign) for sign in map(chr, range(128)) if shape.match(sign, partial=True)]
        return re.compile(rf"(?=[{''.join(signs)}\x80-\U0010ffff])(?:{self.pattern})", self._flags)


def _places(text: str) -> Iterator[int]:
    done = -1
    for match in _WORD.finditer(text):
        start, end = match.span()
        yield from range(done + 1, start + 1)
        done = end
    yield from range(done + 1, len(text))


def _alternatives(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern one by one, those of a group that is one among them."""
    for part in _split(pattern):
        inner = _inner(part)
        yield from (part,) if inner is None else _alternatives(inner)


def _split(pattern: str) -> Iterator[str]:
    depth, begin, position = 0, 0, 0
    for piece in _PIECE.findall(pattern):
        depth += _deeper(piece)
        if piece == "|" and depth == 0:
            yield pattern[begin:position]
            begin = position + 1
        position += len(piece)
    yield pattern[begin:]


def _inner(part: str) -> str | None:
    """What stands in a group that is the whole of ``part``; null when it is something else."""
    opening = _GROUP.match(part)
    if opening is None:
        return None
    depth, position = 0, 0
    for piece in _PIECE.findall(part):
        depth += _deeper(piece)
        if piece == ")" and depth == 0:
            return None if part[position + 1 :].strip() else part[opening.end() : position]
        position += len(piece)
    return None


def _bare(pattern: str) -> str:
    """The pattern without what looks around: it opens with at least as many words, whatever follows."""
    kept: list[str] = []
    depth, outside = 0, 0
    for piece in _PIECE.findall(pattern):
        depth += _deeper(piece)
        if not outside and _LOOK.fullmatch(piece):
            outside = depth
        if not outside and piece not in (r"\b", r"\B"):
            kept.append(piece)
        if outside > depth:
            outside = 0
    return "".join(kept)


def _deeper(piece: str) -> int:
    return 1 if piece[0] == "(" else -1 if piece == ")" else 0
