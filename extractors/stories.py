"""Whether two articles tell one story: the same text, or a wire copy with small edits.

The measure is the containment of word shingles (Broder, 'On the resemblance and
containment of documents', 1997): a shortened copy is contained in its original
although the two resemble each other little.
"""

import re
from collections.abc import Iterable

SHINGLE_WORDS = 4
SAME_STORY = 0.6
"""Share of the shorter text's shingles found in the longer one. Independent reports of one event
share names and numbers, rarely whole runs of four words in more than a fifth of the text."""
_WORD = re.compile(r"\w+")
_FEWEST = 20


def shingles(text: str) -> frozenset[int]:
    """Hash every run of four words, folded to lower case."""
    words = _WORD.findall(text.casefold())
    runs = zip(*(words[offset:] for offset in range(SHINGLE_WORDS)), strict=False)
    return frozenset(hash(run) for run in runs)


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """Share of the smaller set that the larger one holds; 0.0 when either is too short to tell."""
    smaller = min(len(one), len(other))
    if smaller < _FEWEST:
        return 0.0
    return len(one & other) / smaller


def first_telling(text: str, candidates: Iterable[tuple[int, str]]) -> int | None:
    """Give the key of the candidate that tells the same story best, or null.

    Args:
        text: the article in question.
        candidates: keys and texts of earlier articles.
    """
    own = shingles(text)
    scored = [(containment(own, shingles(other)), -key) for key, other in candidates]
    best = max(scored, default=(0.0, 0))
    return -best[1] if best[0] >= SAME_STORY else None
