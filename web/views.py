"""Rows arranged for readers; no SQL, no rules of the domain."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from models.masking import masked
from models.vocabulary import Violence
from storage.figures import FigureRow
from storage.official import OfficialRow


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """What was reported and what was published for one year of one region."""

    year: int | None
    reported: tuple[FigureRow, ...]
    official: tuple[OfficialRow, ...]


def by_year(figures: Sequence[FigureRow], official: Sequence[OfficialRow]) -> list[YearRow]:
    """A region's figures by year, newest first, unknown years last; totals before parts."""
    years = {row.year for row in figures} | {row.year for row in official}
    return [
        YearRow(
            year=year,
            reported=tuple(sorted((row for row in figures if row.year == year), key=_totals_first)),
            official=tuple(row for row in official if row.year == year),
        )
        for year in sorted(years, key=lambda year: (year is None, -(year or 0)))
    ]


def gaps(rows: Sequence[YearRow]) -> list[int]:
    """Years between the first and the last known one for which nothing was reported."""
    known = [row.year for row in rows if row.year is not None]
    reported = {row.year for row in rows if row.reported}
    return [year for year in range(min(known), max(known) + 1) if year not in reported] if known else []


def masked_within(value: Any) -> Any:
    """A value with victims masked in every text inside it."""
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, dict):
        return {key: masked_within(inner) for key, inner in value.items()}
    return [masked_within(inner) for inner in value] if isinstance(value, list) else value


def _totals_first(row: FigureRow) -> tuple[bool, bool, int]:
    return (row.breakdown is not None, row.violence is not Violence.ANY, -row.value)
