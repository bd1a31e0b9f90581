"""A region's figures over the years as geometry, ready to be drawn as SVG.

A whole year's count stands at the end of its year. A count of some months stands at the
end of the last of them, hollow, with a bar over the months it covers; nothing is joined
up or filled in.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from models.vocabulary import Population, Unit, Violence
from storage.figures import FigureRow
from storage.official import OfficialRow

WIDTH, HEIGHT = 760.0, 340.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 56.0, 56.0, 16.0, 40.0
_MOST_YEARS = 16
_STEPS = (1, 2, 5)


class Series(NamedTuple):
    """What one chart counts; figures of different series are never drawn together."""

    unit: Unit
    population: Population
    violence: Violence

    @property
    def word(self) -> str:
        """The series as it stands in an address."""
        return "~".join((self.unit.value, self.population.value, self.violence.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One reported figure; ``bar_from`` is where its months begin when they are not a whole year."""

    x: float
    y: float
    bar_from: float | None
    outlet: int
    row: FigureRow


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialPoint:
    """One published figure."""

    x: float
    y: float
    row: OfficialRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A place on an axis and what it says."""

    at: float
    text: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Everything the template draws; ``left_out`` figures could not be placed."""

    series: Series
    points: tuple[Point, ...]
    lines: tuple[tuple[OfficialPoint, ...], ...]
    years: tuple[Tick, ...]
    values: tuple[Tick, ...]
    outlets: tuple[str, ...]
    left_out: int

    width: float = WIDTH
    height: float = HEIGHT
    left: float = _LEFT
    right: float = WIDTH - _RIGHT
    top: float = _TOP
    floor: float = HEIGHT - _BOTTOM

    @property
    def entries(self) -> list[tuple[OfficialPoint | Point, bool]]:
        """What is drawn, from left to right, and whether it is official: the chart as a table."""
        drawn: list[tuple[OfficialPoint | Point, bool]] = [(one, True) for line in self.lines for one in line]
        drawn += [(one, False) for one in self.points]
        return sorted(drawn, key=lambda entry: (entry[0].row.year or 0, entry[0].x, not entry[1]))


def series_of(figures: Iterable[FigureRow], official: Iterable[OfficialRow]) -> list[Series]:
    """What could be drawn, the most often counted first; an official figure weighs like two reports."""
    weights: Counter[Series] = Counter()
    for row in figures:
        if row.year is not None and row.breakdown is None and row.unit is not None:
            weights[Series(row.unit, row.population, row.violence)] += 1
    for published in official:
        if published.breakdown is None and published.unit is not None:
            weights[Series(published.unit, published.population, published.violence)] += 2
    return [series for series, _ in weights.most_common()]


def draw(
    figures: Sequence[FigureRow], official: Sequence[OfficialRow], series: Series | None
) -> Chart | None:
    """The chart of one series; null when it has nothing to show."""
    if series is None:
        return None
    fitting = [row for row in figures if _fits(row, series) and row.year is not None and not _many_years(row)]
    published = [row for row in official if _fits(row, series)]
    known = {row.year for row in fitting} | {row.year for row in published}
    years = sorted(year for year in known if year is not None)[-_MOST_YEARS:]
    if not years:
        return None
    first, last = years[0], years[-1]
    fitting = [row for row in fitting if row.year is not None and row.year >= first]
    published = [row for row in published if row.year >= first]
    across = _Scale(first, last - first + 1, _LEFT, WIDTH - _RIGHT)
    ticks = _nice_ticks(max([row.value for row in fitting] + [row.value for row in published]))
    up = _Scale(0, ticks[-1] or 1, HEIGHT - _BOTTOM, _TOP)
    outlets = sorted({row.outlet for row in fitting})
    return Chart(
        series=series,
        points=tuple(_point(row, across, up, outlets) for row in fitting),
        lines=tuple(_line(published, dataset, across, up) for dataset in _datasets(published)),
        years=tuple(Tick(at=across(year), text=year) for year in range(first, last + 1)),
        values=tuple(Tick(at=up(value), text=value) for value in ticks),
        outlets=tuple(outlets),
        left_out=len(figures) - len(fitting),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    start: float
    length: float
    low: float
    high: float

    def __call__(self, value: float) -> float:
        return round(self.low + (value - self.start) / self.length * (self.high - self.low), 1)


def _fits(row: FigureRow | OfficialRow, series: Series) -> bool:
    return row.breakdown is None and (row.unit, row.population, row.violence) == series


def _many_years(row: FigureRow) -> bool:
    return row.period is not None and row.period[:4] != row.period[8:12]


def _point(row: FigureRow, across: _Scale, up: _Scale, outlets: Sequence[str]) -> Point:
    year = row.year or 0
    start, end = _months(row.period)
    return Point(
        x=across(year + end / 12),
        y=up(row.value),
        bar_from=None if (start, end) == (0, 12) else across(year + start / 12),
        outlet=outlets.index(row.outlet),
        row=row,
    )


def _months(period: str | None) -> tuple[int, int]:
    """Months of the year gone when a period begins and ends: (0, 12) for a whole year."""
    if period is None:
        return 0, 12
    return int(period[5:7]) - 1, int(period[13:15])


def _datasets(official: Sequence[OfficialRow]) -> list[int]:
    return sorted({row.dataset_id for row in official})


def _line(
    official: Sequence[OfficialRow], dataset: int, across: _Scale, up: _Scale
) -> tuple[OfficialPoint, ...]:
    rows = [row for row in official if row.dataset_id == dataset]
    points = [
        OfficialPoint(x=across(row.year + _months(row.period)[1] / 12), y=up(row.value), row=row)
        for row in rows
    ]
    return tuple(sorted(points, key=lambda point: point.x))


def _nice_ticks(most: int) -> list[int]:
    """Four to seven round values from nought to at least ``most``."""
    size = 1
    while True:
        for step in _STEPS:
            if step * size * 6 >= most:
                return [*range(0, max(most, 1) + step * size, step * size)]
        size *= 10
