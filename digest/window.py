"""Which days and regions an issue is about."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import TypeVar

from models.regions import NATIONAL, within
from models.topics import belongs
from models.vocabulary import Population, Topic, Violence

# Readers are in three time zones; weeks are counted in the capital's.
WIB = timezone(timedelta(hours=7), "WIB")
_LATE = timedelta(days=30)

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days from ``since`` to ``until``, both included, and the regions chosen; none is all."""

    since: date
    until: date
    regions: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()

    @property
    def start(self) -> datetime:
        """The first instant."""
        return datetime.combine(self.since, time(), tzinfo=WIB)

    @property
    def end(self) -> datetime:
        """The first instant after it."""
        return datetime.combine(self.until + timedelta(days=1), time(), tzinfo=WIB)

    @property
    def everywhere(self) -> bool:
        """Whether no region is left out."""
        return not self.regions or NATIONAL in self.regions

    def covers(self, region: str | None) -> bool:
        """Whether a region is among the chosen ones."""
        return self.everywhere or (region is not None and any(within(region, area) for area in self.regions))

    def chosen(self, region: str | None) -> str | None:
        """The reader's region that a region lies in; null when the whole country is read."""
        if self.everywhere or region is None:
            return None
        return max((area for area in self.regions if within(region, area)), key=len, default=None)

    def wants(self, population: Population, violence: Violence) -> bool:
        """Whether a figure of that kind is among the chosen topics."""
        return belongs(self.topics, population, violence)

    def is_news(self, published: date | None) -> bool:
        """Whether an article read in these days is news: an old one that was only now found is not."""
        return published is None or published >= self.since - _LATE

    def gathered(self, select: Callable[[str | None], list[Row]], key: Callable[[Row], int]) -> list[Row]:
        """The rows of every chosen region, each once; ``select`` gets a region's code, or None for all."""
        if self.everywhere:
            return select(None)
        rows = {key(row): row for region in self.regions for row in select(region)}
        return [rows[number] for number in sorted(rows)]
