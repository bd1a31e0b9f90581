"""Months as numbers, so that periods can be compared, tiled and named."""

from functools import lru_cache
from typing import NamedTuple


class Span(NamedTuple):
    """Months from–to, inclusive; a month is ``year * 12 + month - 1``."""

    first: int
    last: int

    def contains(self, other: "Span") -> bool:
        """Whether ``other`` lies inside, or is the same."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a month."""
        return self.first <= other.last and other.first <= self.last

    @property
    def year(self) -> int:
        """The year of the last month, as figures are dated."""
        return self.last // 12

    @property
    def is_year(self) -> bool:
        """Exactly one calendar year."""
        return self.first % 12 == 0 and self.last == self.first + 11

    @property
    def from_january(self) -> bool:
        """A running count of one year: from January on."""
        return self.first % 12 == 0 and self.first // 12 == self.year

    @property
    def period(self) -> str | None:
        """'YYYY-MM/YYYY-MM', or None for a calendar year."""
        if self.is_year:
            return None
        return f"{_month(self.first)}/{_month(self.last)}"


def _month(number: int) -> str:
    return f"{number // 12}-{number % 12 + 1:02d}"


def month_number(year: int, month: int) -> int:
    """The number of a month."""
    return year * 12 + month - 1


@lru_cache(maxsize=4096)
def span_of(year: int, period: str | None) -> Span:
    """The months a figure covers; no period is the whole year."""
    if period is None:
        return Span(year * 12, year * 12 + 11)
    first, last = period.split("/")
    return Span(_number(first), _number(last))


def _number(text: str) -> int:
    return month_number(int(text[:4]), int(text[5:7]))


def tiling(target: Span, parts: list[Span]) -> list[int] | None:
    """Indices of parts that cover the target without gap or overlap, the longest first tried."""
    chosen: list[int] = []
    position = target.first
    by_start: dict[int, list[int]] = {}
    for index, part in enumerate(parts):
        if target.contains(part) and part != target:
            by_start.setdefault(part.first, []).append(index)
    while position <= target.last:
        starting = by_start.get(position)
        if not starting:
            return None
        longest = max(starting, key=lambda index: parts[index].last)
        chosen.append(longest)
        position = parts[longest].last + 1
    return chosen if len(chosen) > 1 else None
