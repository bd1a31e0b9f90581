"""Patterns written with plain spaces that match the ragged spacing of web pages."""

import re


def spaced(pattern: str) -> re.Pattern[str]:
    """Compile ``pattern`` with every space standing for one to three white-space characters.

    The bound keeps matching linear in texts that are mostly white space.
    """
    return re.compile(pattern.replace(" ", r"\s{1,3}"))
