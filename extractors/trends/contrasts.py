"""A word that compares and leaves the direction to the counts around it.

'Kekerasan anak kian subur. Tahun 2023 ada 40 kasus, tahun 2024 ada 61', 'tahun 2017 lebih
ramai, 3.027 laporan', 'surplus 19 korban: 2024 ada 210, 2023 ada 191'. The counts of exactly
two years tell the direction, so that the word need not be known to rise or fall.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.document import BlockKind, Document, Sentence
from extractors.trends import words
from extractors.trends.dated import DatedCount, Hit, dated_counts
from extractors.trends.years import says_previous
from models.vocabulary import Direction

_MOST_WORDS = 4
_SLACK_SHARE = 0.03
_SO_FAR = re.compile(r"\b(?:sudah|telah|baru|per|hingga|sampai|s/d)\b", re.IGNORECASE)
_ANYWHERE, _OWN, _INSIDE = range(3)
"""How near the counts must stand: next to the sentence, one of them in it, both in it."""
_TOLD = (
    (Direction.UP, words.WEAK_UP),
    (Direction.DOWN, words.WEAK_DOWN),
    (Direction.FLAT, words.WEAK_FLAT),
    (None, words.TELLING),
)
_KINDS = (
    (_ANYWHERE, _TOLD),
    (_OWN, ((None, words.COMPARATIVE),)),
    (_INSIDE, ((None, words.BESIDE_COUNTS), (Direction.FLAT, words.ALIKE))),
)
_Years = tuple[DatedCount, DatedCount]


def find_contrasts(document: Document, sentence: Sentence) -> Iterator[Hit]:
    """The first word of the sentence that the counts of two years, there or next to it, bear out."""
    found = sorted(_named(document, sentence), key=lambda one: one[:2])[:_MOST_WORDS]
    told = list(_told(document, sentence)) if found else []
    for start, end, reach, direction in found:
        for nearness, years in told:
            moved = _moved(years)
            if (
                nearness >= reach
                and _fits(direction, moved)
                and not (moved is Direction.DOWN and _runs_on(years))
            ):
                place = _place(years, sentence) or (start, end)
                yield Hit(*place, moved, (years[0].year or 0, years[1].year or 0))
                return


def years_behind(document: Document, sentence: Sentence, hit: Hit) -> tuple[int, int] | None:
    """The years of two counts behind the word, in its sentence, where they moved that way."""
    behind = [one for one in dated_counts(document, sentence) if one.number.start > hit.end and one.year]
    years = _two_years(behind) if len(behind) == 2 else None
    if years is None or _moved(years) is not hit.direction:
        return None
    return years[0].year or 0, years[1].year or 0


def years_beside(document: Document, sentence: Sentence, direction: Direction) -> tuple[int, int] | None:
    """The two years of the counts next to a sentence without any, where they moved that way."""
    for nearness, years in _told(document, sentence):
        if nearness == _ANYWHERE and _moved(years) is direction and not _runs_on(years):
            return years[0].year or 0, years[1].year or 0
    return None


def _place(years: _Years, sentence: Sentence) -> tuple[int, int] | None:
    """The later of the counts in the sentence, behind the words that say what is counted."""
    inside = [one.number for one in years if sentence.start <= one.number.start < sentence.end]
    return max(((one.start, one.end) for one in inside), default=None)


def _named(document: Document, sentence: Sentence) -> Iterator[tuple[int, int, int, Direction | None]]:
    for reach, kinds in _KINDS:
        for direction, pattern in kinds:
            for match in pattern.finditer(document.words, sentence.start, sentence.end):
                yield *match.span(), reach, direction


def _fits(direction: Direction | None, moved: Direction) -> bool:
    """A word for a standstill needs counts alike; others a change, whichever they point to."""
    return (direction is Direction.FLAT) == (moved is Direction.FLAT)


def _told(document: Document, sentence: Sentence) -> Iterator[tuple[int, _Years]]:
    """Counts of two years, and how near they stand: in the sentence, half of them, or next to it."""
    for nearness, dated in _around(document, sentence):
        years = _two_years(dated)
        if years is not None:
            yield nearness, years


def _around(document: Document, sentence: Sentence) -> Iterator[tuple[int, list[DatedCount]]]:
    own = dated_counts(document, sentence)
    before, after = (_neighbour(document, sentence, step) for step in (-1, 1))
    if any(one.year for one in own):
        yield _INSIDE, own
        yield _OWN, _latest(before, own)
        yield _OWN, [*own, *after]
    elif not says_previous(document, sentence.start, sentence.end):
        yield _ANYWHERE, after
        yield _ANYWHERE, [*after, *_neighbour(document, sentence, 2)]
        yield _ANYWHERE, before
        yield _ANYWHERE, [*_neighbour(document, sentence, -2), *before]


def _latest(before: Sequence[DatedCount], own: Sequence[DatedCount]) -> list[DatedCount]:
    """The sentence's counts, and of those before only the ones of the last year before."""
    since = min(one.year for one in own if one.year is not None)
    last = max((one.year for one in before if one.year is not None and one.year < since), default=None)
    return [*(one for one in before if one.year == last or (one.year or 0) > since), *own]


def _neighbour(document: Document, sentence: Sentence, step: int) -> list[DatedCount]:
    index = sentence.index + step
    if not 0 <= index < len(document.sentences):
        return []
    near = document.sentences[index]
    if document.block_of(near).kind in {BlockKind.TITLE, BlockKind.HEADING}:
        return []
    return [replace(one, own=False) for one in dated_counts(document, near) if one.value]


def _two_years(dated: Sequence[DatedCount]) -> _Years | None:
    """The first count of the first and of the last year; null of one year, or of ups and downs."""
    firsts: dict[int, DatedCount] = {}
    for one in dated:
        if one.year is not None:
            firsts.setdefault(one.year, one)
    years = sorted(firsts)
    if len(years) < 2 or (len(years) > 2 and not _one_way([firsts[year].value for year in years])):
        return None
    return firsts[years[0]], firsts[years[-1]]


def _one_way(values: Sequence[int]) -> bool:
    """Whether every value is larger than the one before it, or every one smaller."""
    steps = [now - was for was, now in pairwise(values)]
    return min(steps) > 0 or max(steps) < 0


def _moved(years: _Years) -> Direction:
    was, now = years[0].value, years[1].value
    if abs(now - was) <= _SLACK_SHARE * was:
        return Direction.FLAT
    return Direction.UP if now > was else Direction.DOWN


def _runs_on(years: _Years) -> bool:
    """Whether the later year is counted so far, the earlier one as a whole."""
    was, now = years
    return _SO_FAR.search(now.lead) is not None and _SO_FAR.search(was.lead) is None
