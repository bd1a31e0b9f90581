"""Periods in Indonesian text: which months and years a count may belong to."""

from extractors.periods.finder import find_periods
from extractors.periods.months import Month, period_of, resolve_month, running_period, with_year
from extractors.periods.published import infer_published

__all__ = [
    "Month",
    "find_periods",
    "infer_published",
    "period_of",
    "resolve_month",
    "running_period",
    "with_year",
]
