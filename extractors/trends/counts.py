"""Counts of several years that an article tells, which show what 'turun' compares."""

from collections.abc import Iterator, Sequence

from extractors.document import Document, Sentence
from models.records import FigureRecord
from models.vocabulary import Direction

_BEFORE = 4
_NEAREST = 24
"""Sentences before the word, and counts around it, that are looked at."""
_SLACK = 3
_SLACK_SHARE = 0.1
"""Two counts that differ by no more than this are said to stand still."""


class YearlyCounts:
    """The article's undivided counts whose year is known."""

    def __init__(self, document: Document, figures: Sequence[FigureRecord]) -> None:
        """Take the counts that can be compared with one of another year."""
        self._document = document
        dated = [figure for figure in figures if figure.breakdown is None and figure.year is not None]
        self._figures = sorted(dated, key=lambda figure: figure.start)

    @property
    def present(self) -> int | None:
        """The year that the article reports on: its latest count's, else that of publication."""
        published = self._document.published.year if self._document.published else None
        years = [figure.year for figure in self._figures if figure.year is not None]
        told = [year for year in years if published is None or year <= published]
        return max(told, default=published)

    def told_before(self, sentence: Sentence) -> int | None:
        """Latest year of the counts in the sentences just before.

        A year with no count of an earlier one beside it is what the year reported on is compared with.
        """
        stop, sentences = sentence.start, self._document.sentences
        first = sentences[max(0, sentence.index - _BEFORE)].start
        near = [figure for figure in self._figures if first <= figure.start < stop]
        if not near:
            return None
        year = max(figure.year or 0 for figure in near)
        earliest = min(figure.year or 0 for figure in self._figures)
        return self.present if year == earliest else year

    def reaches(self, sentence: Sentence, place: int, direction: Direction, year: int) -> bool:
        """Whether a count of ``year`` near ``place`` moved so from a like one of an earlier year."""
        near = self._near(sentence, place)
        return any(now.year == year and _moved(was, now, direction) for was, now in _pairs(near))

    def compared(self, sentence: Sentence, place: int, direction: Direction) -> tuple[int, int] | None:
        """Earlier and later year of the two like counts nearest to ``place`` that moved so."""
        near = self._near(sentence, place)
        pairs = [pair for pair in _pairs(near) if _moved(*pair, direction)]
        if not pairs:
            return None
        was, now = min(pairs, key=lambda pair: _distance(pair[0], pair[1], place))
        return was.year or 0, now.year or 0

    def _near(self, sentence: Sentence, place: int) -> list[FigureRecord]:
        sentences = self._document.sentences
        first = sentences[max(0, sentence.index - _BEFORE)].start
        after = sentences[min(len(sentences) - 1, sentence.index + 1)]
        last = after.end if after.block == sentence.block else sentence.end
        present = self.present
        near = [
            figure
            for figure in self._figures
            if first <= figure.start < last or (figure.year == present and figure.start < first)
        ]
        return sorted(near, key=lambda figure: abs(figure.start - place))[:_NEAREST]


def _pairs(near: Sequence[FigureRecord]) -> Iterator[tuple[FigureRecord, FigureRecord]]:
    """Every two counts of the same thing, the earlier year first."""
    for was in near:
        for now in near:
            same = was.region == now.region and was.population == now.population
            if (was.year or 0) < (now.year or 0) and same and was.violence == now.violence:
                yield was, now


def _moved(was: FigureRecord, now: FigureRecord, direction: Direction) -> bool:
    change = now.value - was.value
    if direction is Direction.FLAT:
        return abs(change) <= max(_SLACK, _SLACK_SHARE * was.value)
    return change > 0 if direction is Direction.UP else change < 0


def _distance(was: FigureRecord, now: FigureRecord, place: int) -> tuple[int, ...]:
    """The shortest step first, then the nearer count, then the farther one."""
    ends = sorted((abs(was.start - place), abs(now.start - place)))
    return (now.year or 0) - (was.year or 0), *ends
