"""Readers of the named-entity data: published sets and the gold articles, as text with character spans."""

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from models.errors import BadInputError

PERSON, PLACE, ORGANISATION, AGENCY, PROGRAMME = "PER", "LOC", "ORG", "AGENCY", "PROGRAMME"

_LABELS: Mapping[str, str] = {
    "PER": PERSON,
    "PERSON": PERSON,
    "LOC": PLACE,
    "PLACE": PLACE,
    "LOCATION": PLACE,
    "ORG": ORGANISATION,
    "ORGANISATION": ORGANISATION,
    "ORGANIZATION": ORGANISATION,
}
_STRAIGHT_QUOTES = {"``": '"', "''": '"'}
_NO_SPACE_BEFORE = frozenset(",.;:?!%)]}”’…")
_NO_SPACE_AFTER = frozenset("([{“‘")
_INLINE = re.compile(r"<(?P<tag>[A-Z]+)>(?P<inside>.*?)</(?P=tag)>", re.DOTALL)
_LEFT_OVER_TAG = re.compile(r"</?[A-Z]{3,}>")


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A text with its entities as (start, end, label), in order, not overlapping."""

    text: str
    entities: tuple[tuple[int, int, str], ...]


def read_columns(path: Path, *, separator: str) -> list[LabelledText]:
    """Sentences of a file with one token a line and its BIO label in the last column."""
    sentences: list[LabelledText] = []
    tokens: list[str] = []
    labels: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.strip():
            columns = line.rstrip("\n").split(separator)
            tokens.append(_STRAIGHT_QUOTES.get(columns[0], columns[0]))
            labels.append(columns[-1])
        elif tokens:
            sentences.append(_join_tokens(tokens, labels, path=path))
            tokens, labels = [], []
    return sentences


def read_inline(path: Path) -> list[LabelledText]:
    """Lines of a file with entities between tags; times and quantities are left out."""
    return [
        _read_tagged(line.strip()) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
    ]


def _read_tagged(line: str) -> LabelledText:
    pieces: list[str] = []
    entities: list[tuple[int, int, str]] = []
    length = position = 0
    for match in _INLINE.finditer(line):
        before = _LEFT_OVER_TAG.sub("", line[position : match.start()])
        inside = _LEFT_OVER_TAG.sub("", match["inside"])
        start = length + len(before)
        length = start + len(inside)
        pieces += [before, inside]
        position = match.end()
        if match["tag"] in _LABELS:
            entities.append((start, length, _LABELS[match["tag"]]))
    pieces.append(_LEFT_OVER_TAG.sub("", line[position:]))
    return LabelledText("".join(pieces), tuple(entities))


def _join_tokens(tokens: list[str], labels: list[str], *, path: Path) -> LabelledText:
    spaces = _spaces_after(tokens)
    starts: list[int] = []
    text = ""
    for token, space in zip(tokens, spaces, strict=True):
        starts.append(len(text))
        text += token + (" " if space else "")
    entities: list[tuple[int, int, str]] = []
    inside = ""
    for start, token, label in zip(starts, tokens, labels, strict=True):
        mark, _, name = label.partition("-")
        if mark == "O":
            inside = ""
            continue
        if mark not in {"B", "I"} or name not in _LABELS:
            raise BadInputError(f"{path.name} has the label {label!r}.", cure="Use the file as published.")
        if mark == "I" and inside == name:
            entities[-1] = (entities[-1][0], start + len(token), _LABELS[name])
        else:
            entities.append((start, start + len(token), _LABELS[name]))
        inside = name
    return LabelledText(text, tuple(entities))


def _spaces_after(words: list[str]) -> list[bool]:
    """Whether print would put a space after each word; straight quotes open and close by turns."""
    spaces = []
    open_quote = False
    for word, following in pairwise([*words, ""]):
        if word == '"':
            open_quote = not open_quote
        glued = word in _NO_SPACE_AFTER or (word == '"' and open_quote)
        closing = following in _NO_SPACE_BEFORE or (following == '"' and open_quote and word != '"')
        spaces.append(bool(following) and not glued and not closing)
    return spaces


def by_given_name(texts: Sequence[LabelledText], *, seed: int) -> list[LabelledText]:
    """The texts that name persons once more, each person called by one given name of somebody else.

    News of politics names people in full; of a victim or her family stands one name.
    """
    chooser = random.Random(seed)  # noqa: S311 - choosing names, not secrets.
    given = sorted({name for text in texts for name in _given_names(text)})
    return [_renamed(text, given, chooser) for text in texts if given and _given_names(text)]


def _given_names(text: LabelledText) -> list[str]:
    """The first words of the persons' names that look like names."""
    persons = (text.text[start:end].split() for start, end, label in text.entities if label == PERSON)
    first = (words[0] for words in persons if words)
    return [word for word in first if len(word) > 2 and word.isalpha() and word.istitle()]


def _renamed(text: LabelledText, given: Sequence[str], chooser: random.Random) -> LabelledText:
    pieces: list[str] = []
    entities: list[tuple[int, int, str]] = []
    length = position = 0
    for start, end, label in text.entities:
        name = chooser.choice(given) if label == PERSON else text.text[start:end]
        pieces += [text.text[position:start], name]
        length += start - position
        entities.append((length, length + len(name), label))
        length += len(name)
        position = end
    return LabelledText("".join([*pieces, text.text[position:]]), tuple(entities))


def occurrences(text: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """Every place where one of the names stands as whole words, the longest name first."""
    found: list[tuple[int, int]] = []
    for name in sorted(set(names), key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if not any(match.start() < end and start < match.end() for start, end in found):
                found.append(match.span())
    return sorted(found)
