"""The day an article was written, read from its datelines when nobody gave it."""

import calendar
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from extractors.periods.atoms import Atom, Sort
from extractors.periods.grammar import find_atoms

_WEEKDAYS: Final = {
    "senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "jum'at": 4, "sabtu": 5, "minggu": 6,
    "ahad": 6,
}  # fmt: skip
_WEEKDAY: Final = re.compile(
    rf"\b({'|'.join(_WEEKDAYS)})\b,?\s(?:pagi|siang|sore|malam|kemarin|ini)?,?\s?\(?\s?\Z", re.IGNORECASE
)
_POSTED: Final = re.compile(
    r"\b(?:diposting|diterbitkan|terbit|tayang|published|posted|date)\b[\s:]{1,3}\Z", re.IGNORECASE
)
_CLOCK_AFTER: Final = re.compile(r"\s?(?:\||,|-|pukul)?\s?\d{1,2}[.:]\d\d(?:\s?(?:WIB|WITA|WIT))?\b")
_LINE_START: Final = re.compile(r"(?:^|\n)[^\n]{0,40}\Z")
_BRACKETED: Final = re.compile(r"\(\s?\Z")


def _days(atom: Atom, years: Sequence[int]) -> list[date]:
    """The days an atom may mean in the years given."""
    if atom.months is None or atom.day is None:
        return []
    month = atom.months[0]
    candidates = [atom.year] if atom.year is not None else years
    return [
        date(year, month, atom.day) for year in candidates if atom.day <= calendar.monthrange(year, month)[1]
    ]


def _weekday(text: str, atom: Atom) -> int | None:
    match = _WEEKDAY.search(text, max(0, atom.start - 24), atom.start)
    return _WEEKDAYS[match[1].lower()] if match else None


def _said_days(text: str, atoms: Sequence[Atom], years: Sequence[int]) -> Iterator[date]:
    """Days in datelines: a weekday before them, or a clock time behind them on a line of their own."""
    for atom in atoms:
        if atom.sort is not Sort.DAY:
            continue
        weekday = _weekday(text, atom)
        days = _days(atom, years)
        if weekday is not None:
            fitting = [day for day in days if day.weekday() == weekday]
            # A misprinted weekday is no reason to doubt a day that is written out in full.
            days = fitting or (days if atom.year is not None else [])
        elif not _is_stamp(text, atom):
            continue
        if len(days) == 1:
            yield days[0]


def _is_stamp(text: str, atom: Atom) -> bool:
    if atom.year is None or not _LINE_START.search(text, max(0, atom.start - 41), atom.start):
        return False
    if _BRACKETED.search(text, max(0, atom.start - 2), atom.start):
        return True
    return _CLOCK_AFTER.match(text, atom.end) is not None


def infer_published(text: str) -> date | None:
    """The day a text says it was posted, else the latest in its datelines, null without any.

    A dateline is 'Rabu (15/10/2025)', 'Selasa, 3 Mei 2022' or a day with a clock time at
    the head of a line. A day without a year counts only when a single year named in the
    text, or the year after it, makes its weekday right.
    """
    atoms = find_atoms(text)
    for atom in atoms:
        if atom.sort is Sort.DAY and atom.year and _POSTED.search(text, max(0, atom.start - 16), atom.start):
            return next(iter(_days(atom, ())), None)
    atoms = [atom for atom in atoms if not atom.foreign]
    named = {atom.year for atom in atoms if atom.year is not None}
    years = sorted({year for known in named for year in (known, known + 1)})
    return max(_said_days(text, atoms, years), default=None)
