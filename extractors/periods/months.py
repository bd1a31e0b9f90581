"""Arithmetic on months, and the way periods are written: 'YYYY-MM/YYYY-MM'."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from extractors.mentions import PeriodMention


class Month(NamedTuple):
    """A month of a year."""

    year: int
    month: int

    def plus(self, months: int) -> "Month":
        """The month so many months later."""
        years, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Month(years, month + 1)


def month_of(day: date) -> Month:
    """The month a day lies in."""
    return Month(day.year, day.month)


def period_of(first: Month, last: Month) -> str | None:
    """The written period, null for a whole calendar year."""
    if first.year == last.year and (first.month, last.month) == (1, 12):
        return None
    return f"{first.year:04d}-{first.month:02d}/{last.year:04d}-{last.month:02d}"


def with_year(mention: PeriodMention, year: int) -> PeriodMention:
    """The mention moved to another year: what 'Januari–Oktober' is when scope says 2024."""
    if mention.months is None:
        return replace(mention, year=year, period=None)
    first, last = mention.months
    return replace(mention, year=year, period=period_of(Month(year, first), Month(year, last)))


def resolve_month(month: int, *, published: date | None, year: int | None = None) -> Month | None:
    """The latest such month not after publication, or that of ``year``; null when neither is known."""
    if year is not None:
        return Month(year, month)
    if published is None:
        return None
    return Month(published.year if month <= published.month else published.year - 1, month)


def running_period(year: int, published: date | None) -> str | None:
    """January to the month of publication, null when that is another year or December."""
    if published is None or published.year != year:
        return None
    return period_of(Month(year, 1), month_of(published))
