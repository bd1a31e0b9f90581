"""Patterns written with plain spaces that match the ragged spacing of web pages."""

import re

from extractors.words import WordPattern


def spaced(pattern: str) -> re.Pattern[str]:
    """Compile ``pattern`` with every space standing for one to three white-space characters.

    The bound keeps matching linear in texts that are mostly white space.
    """
    return re.compile(_loosened(pattern))


def spaced_words(pattern: str, *, before: str = "") -> WordPattern:
    """The same for a pattern that matches only where a word begins."""
    return WordPattern(_loosened(pattern), before=_loosened(before))


def _loosened(pattern: str) -> str:
    return pattern.replace(" ", r"\s{1,3}")
