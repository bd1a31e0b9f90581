"""What is compared: reported figures, official counts, and the key they meet on."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from crosscheck.compare.spans import Span, month_number, span_of
from models.labels import period_text, subject
from models.vocabulary import Direction, Language, Population, Qualifier, Unit, Violence

_SYNONYMS = {
    "education:sltp": "education:smp",
    "education:slta": "education:sma",
    "place:rumah": "place:rumah tangga",
}


class Key(NamedTuple):
    """What a count is of; equal keys may be compared."""

    region: str
    span: Span
    unit: Unit | None
    population: Population
    violence: Violence
    breakdown: str | None

    @property
    def scope(self) -> "Scope":
        """The key without its months."""
        return Scope(self[0], self[2], self[3], self[4], self[5])

    def label(self, language: Language = Language.INDONESIAN) -> str:
        """What is counted and when, in words."""
        what = subject(self.unit, self.population, self.violence, self.breakdown, language)
        return f"{what}, {period_text(self.span.year, self.span.period, language)}"

    # Several times faster than _replace, which these would otherwise be.
    def in_region(self, region: str) -> "Key":
        """The same count of another region."""
        return Key(region, self[1], self[2], self[3], self[4], self[5])

    def by_unit(self, unit: Unit | None) -> "Key":
        """The same in another unit."""
        return Key(self[0], self[1], unit, self[3], self[4], self[5])

    def of(self, population: Population) -> "Key":
        """The same of another population."""
        return Key(self[0], self[1], self[2], population, self[4], self[5])

    def restricted(self, breakdown: str | None) -> "Key":
        """The same with another breakdown."""
        return Key(self[0], self[1], self[2], self[3], self[4], breakdown)


class Scope(NamedTuple):
    """What is counted, whenever."""

    region: str
    unit: Unit | None
    population: Population
    violence: Violence
    breakdown: str | None

    def during(self, span: Span) -> Key:
        """The key for some months."""
        return Key(self.region, span, *self[1:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """One figure as one article states it. ``story`` is the article whose telling counts."""

    id: int
    key: Key
    value: int
    qualifier: Qualifier
    story: int
    url: str
    outlet: str
    published: date | None = None
    source: str | None = None
    evidence: str = ""

    @property
    def running(self) -> bool:
        """Published before its months were over, so later figures may only be larger."""
        if self.published is None:
            return False
        return month_number(self.published.year, self.published.month) <= self.key.span.last

    @property
    def until(self) -> int:
        """The last month it can know of."""
        if self.published is None:
            return self.key.span.last
        return min(self.key.span.last, month_number(self.published.year, self.published.month))


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """One published count, or a legitimate sum of several.

    ``sum_of`` names how it was made ('months', 'categories', 'population', 'regions');
    empty for a count that stands in the table.
    """

    ids: tuple[int, ...]
    key: Key
    value: int
    dataset: int
    sum_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """Where an official count was published."""

    id: int
    portal: str
    title: str
    publisher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedTrend:
    """One comparison over time as one article states it."""

    id: int
    direction: Direction
    from_year: int | None
    to_year: int | None
    region: str | None
    population: Population
    violence: Violence
    story: int
    url: str
    outlet: str
    published: date | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything one check looks at."""

    reported: tuple[Reported, ...]
    official: tuple[Official, ...]
    trends: tuple[StatedTrend, ...] = ()
    datasets: Mapping[int, Dataset]
    names: Mapping[str, str]
    """Region code → name."""
    children: Mapping[str, frozenset[str]]
    """Region code → the codes directly below it."""


@lru_cache(maxsize=65_536)
def folded_breakdown(breakdown: str | None) -> str | None:
    """A breakdown in one spelling: 'Age: 13 - 17 tahun' is 'age:13-17'."""
    if not breakdown:
        return None
    parts = sorted(_folded_part(part) for part in breakdown.split(";"))
    return "; ".join(parts)


def _folded_part(part: str) -> str:
    kind, _, value = part.strip().casefold().partition(":")
    value = " ".join(value.split())
    if kind.strip() == "age":
        value = re.sub(r"\s*(?:-|–|sampai|hingga|s/d)\s*", "-", re.sub(r"\s*(?:tahun|thn|th)\b", "", value))
    whole = f"{kind.strip()}:{value.strip()}"
    return _SYNONYMS.get(whole, whole)


def make_key(
    *,
    region: str,
    year: int,
    period: str | None,
    unit: Unit | None,
    population: Population,
    violence: Violence,
    breakdown: str | None,
) -> Key:
    """A key from the fields of a stored figure."""
    return Key(region, span_of(year, period), unit, population, violence, folded_breakdown(breakdown))


def grouped(items: Iterable[Reported]) -> dict[Key, list[Reported]]:
    """Reported figures by what they count."""
    groups: dict[Key, list[Reported]] = {}
    for item in items:
        groups.setdefault(item.key, []).append(item)
    return groups
