"""Names compared without case, punctuation and generic lead words."""

import re

_NOT_ALNUM = re.compile(r"[^a-z0-9]+")


def fold_name(name: str) -> str:
    """The name in lower case with every run of other characters as one space."""
    return _NOT_ALNUM.sub(" ", name.casefold()).strip()


def word_set(words: str) -> frozenset[str]:
    """The words of one string, for lists that read better as prose."""
    return frozenset(words.split())
