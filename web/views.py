"""Rows arranged for readers; no SQL, no rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from models.masking import masked

from storage.figures import FigureRow
from storage.findings import FindingRow
from storage.official import OfficialRow

EXPORTED = (
    "value", "unit", "region", "region_name", "year", "period", "population", "violence", "breakdown",
    "qualifier", "source", "outlet", "url", "published", "evidence", "confidence",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """What was reported and what was published for one year of one region."""

    year: int | None
    reported: tuple[FigureRow, ...]
    official: tuple[OfficialRow, ...]


def region_series(figures: Sequence[FigureRow], official: Sequence[OfficialRow]) -> list[YearRow]:
    """Arrange a region's figures by year, newest first, unknown years last; totals before parts."""
    years = {row.year for row in figures} | {row.year for row in official}
    return [
        YearRow(
            year=year,
            reported=tuple(sorted((row for row in figures if row.year == year), key=_totals_first)),
            official=tuple(row for row in official if row.year == year),
        )
        for year in sorted(years, key=lambda year: (year is None, -(year or 0)))
    ]


def exported(row: FigureRow) -> dict[str, Any]:
    """Give a figure's fields as docs/codebook.md names them, evidence masked."""
    record = {name: getattr(row, name) for name in EXPORTED}
    return {**record, "evidence": masked(row.evidence), "confidence": round(row.confidence, 3)}


def exported_finding(row: FindingRow) -> dict[str, Any]:
    """Give a finding with its figures."""
    return {
        "id": row.id,
        "kind": row.kind,
        "severity": row.severity,
        "region": row.region,
        "region_name": row.region_name,
        "year": row.year,
        "sentence_id": row.sentence_id,
        "sentence_en": row.sentence_en,
        "numbers": row.numbers,
        "state": row.state,
        "first_seen": row.first_seen,
        "figures": [exported(figure) for figure in row.figures],
        "official": [
            {"value": one.value, "unit": one.unit, "year": one.year, "portal": one.portal, "title": one.title}
            for one in row.official
        ],
    }


def _totals_first(row: FigureRow) -> tuple[bool, bool, int]:
    return (row.breakdown is not None, row.violence != "any", -row.value)
