"""Stated directions that the figures deny."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crosscheck.compare.agencies import different
from crosscheck.compare.spans import Span
from crosscheck.compare.tolerances import Tolerances, bounds
from crosscheck.compare.values import Reported, StatedTrend
from models.vocabulary import Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class DeniedTrend:
    """A direction, and two figures of its years that go the other way."""

    trend: StatedTrend
    before: Reported
    after: Reported


@dataclass(frozen=True, slots=True)
class _Pair:
    before: Reported
    after: Reported


def denied_trends(
    trends: Iterable[StatedTrend], reported: Sequence[Reported], tolerances: Tolerances
) -> Iterator[DeniedTrend]:
    """Rises and falls whose two years have figures, all of which go the other way.

    The article's own figures decide; other articles' are asked only when it has none.
    A part of a year can deny a fall (it is more already), never a rise.
    """
    by_place: dict[tuple[object, ...], list[Reported]] = {}
    for figure in reported:
        if figure.key.breakdown is None and figure.key.unit is not None:
            place = (figure.key.region, figure.key.population, figure.key.violence)
            by_place.setdefault(place, []).append(figure)
    for trend in trends:
        if trend.direction is Direction.FLAT:
            continue
        figures = by_place.get((trend.region, trend.population, trend.violence), [])
        pairs = _pairs(trend, [figure for figure in figures if figure.story == trend.story])
        pairs = pairs or _pairs(trend, figures)
        answers = [_answer(trend, pair, tolerances) for pair in pairs]
        if pairs and all(answer is False for answer in answers):
            yield DeniedTrend(trend=trend, before=pairs[0].before, after=pairs[0].after)


def _pairs(trend: StatedTrend, figures: Sequence[Reported]) -> list[_Pair]:
    """Figures of the first and the second year that count the same."""
    if trend.from_year is None or trend.to_year is None or trend.from_year == trend.to_year:
        return []
    before = [figure for figure in figures if figure.key.span.year == trend.from_year]
    after = [figure for figure in figures if figure.key.span.year == trend.to_year]
    return [
        _Pair(one, other)
        for one in before
        for other in after
        if one.key.unit is other.key.unit and not different(one.source, other.source)
    ]


def _answer(trend: StatedTrend, pair: _Pair, tolerances: Tolerances) -> bool | None:
    """Whether the pair bears the direction out; None when it cannot tell."""
    before, after = pair.before, pair.after
    low = bounds(before.value, before.qualifier, tolerances)
    high = bounds(after.value, after.qualifier, tolerances)
    risen, fallen = high.low > low.high, high.high < low.low
    same = _months(before.key.span) == _months(after.key.span) and not after.running
    inside = after.key.span.last - after.key.span.first <= before.key.span.last - before.key.span.first
    if risen and (same or inside):
        return trend.direction is Direction.UP
    if fallen and same:
        return trend.direction is Direction.DOWN
    return None


def _months(span: Span) -> tuple[int, int]:
    """The months without their year."""
    return span.first % 12, span.last - span.first
