"""The counts of one column: '1.234 kasus', 784.0, '—' and the ways a column is no count at all."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from crosscheck.official.raw import Cell, as_text

_MISSING = {"", "-", "–", "—", "na", "n/a", "nan", "null", "none", "..", "...", "…", "tad", "tidak ada data"}
_FLOAT = re.compile(r"-?\d+[.,]0+")
_PLAIN = re.compile(r"-?\d+")
_DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_COMMAED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
_SPACED = re.compile(r"[1-9]\d{0,2}(?: \d{3})+")
_WORDED = re.compile(r"(?P<number>-?\d[\d.,\u00a0 ]*?)\s*(?P<word>[A-Za-z][A-Za-z /]*)\.?")
_NUMBER = re.compile(r"-?\d[\d., ]*%?")
_FRACTION = re.compile(r"-?\d*[.,]\d+")


@dataclass(frozen=True, slots=True)
class Counts:
    """A column's values in row order; ``problem`` says why it holds no counts.

    ``words`` are the unit words written beside the numbers, folded.
    """

    values: tuple[int | None, ...]
    words: frozenset[str]
    separator: str | None
    problem: str | None
    bad_cells: tuple[int, ...] = ()


def read_counts(cells: Iterable[Cell]) -> Counts:
    """Read a column as counts. A blank or '-' is unknown, never zero."""
    values: list[int | None] = []
    words: set[str] = set()
    separators: set[str] = set()
    problems: dict[str, int] = {}
    bad: list[int] = []
    for index, cell in enumerate(cells):
        number, word = _split(as_text(cell))
        value, separator, problem = _count(number)
        values.append(value)
        words.update([word.casefold()] if word else [])
        separators.update([separator] if separator else [])
        if problem:
            problems[problem] = problems.get(problem, 0) + 1
            bad.append(index)
    filled = sum(value is not None for value in values) + len(bad)
    return Counts(
        tuple(values),
        frozenset(words),
        next(iter(separators), None),
        _verdict(values, problems, separators, filled),
        tuple(bad),
    )


def looks_numeric(cells: Iterable[Cell]) -> bool:
    """Whether nearly every filled cell holds a number, whatever it means."""
    filled = [text for cell in cells if (text := as_text(cell)).casefold() not in _MISSING]
    numeric = sum(bool(_NUMBER.fullmatch(_split(text)[0])) for text in filled)
    return bool(filled) and numeric >= 0.9 * len(filled)


def _split(text: str) -> tuple[str, str]:
    if text.casefold() in _MISSING:
        return "", ""
    worded = _WORDED.fullmatch(text)
    return (worded["number"].strip(), worded["word"].strip()) if worded else (text, "")


def _count(text: str) -> tuple[int | None, str | None, str | None]:
    """(value, thousands separator, problem) of one cell's number."""
    if not text:
        return None, None, None
    if text.endswith("%"):
        return None, None, "percentages"
    value, separator = _integer(text)
    if value is None:
        return None, None, "fractions" if _FRACTION.fullmatch(text) else "words"
    return (None, None, "negative numbers") if value < 0 else (value, separator, None)


def _integer(text: str) -> tuple[int | None, str | None]:
    if _PLAIN.fullmatch(text):
        return int(text), None
    if _FLOAT.fullmatch(text) and not _DOTTED.fullmatch(text) and not _COMMAED.fullmatch(text):
        return int(re.split(r"[.,]", text)[0]), None
    for pattern, separator in ((_DOTTED, "."), (_COMMAED, ","), (_SPACED, " ")):
        if pattern.fullmatch(text):
            return int(text.replace(separator, "")), separator
    return None, None


def _verdict(
    values: list[int | None], problems: dict[str, int], separators: set[str], filled: int
) -> str | None:
    """Why the whole column is no count; single bad cells are left to be listed one by one."""
    if not filled:
        return "it is empty"
    for kind in ("percentages", "fractions", "negative numbers"):
        if problems.get(kind):
            return f"it holds {kind}"
    if len(separators) > 1:
        return "it writes thousands in two ways, so '1.234' could mean two things"
    if problems.get("words", 0) > filled / 10:
        return "it holds words"
    known = [value for value in values if value is not None]
    if len(known) >= 10 and set(known) == {100}:
        return "every value is 100, which reads as a percentage"
    return None
