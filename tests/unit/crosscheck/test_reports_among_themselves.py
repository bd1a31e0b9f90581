"""Reports against reports: conflicts, parts and totals, running counts, directions; one table a rule."""

from datetime import date
from typing import Any

import pytest

from crosscheck.compare.articles import bad_sums
from crosscheck.compare.tolerances import Tolerances
from models.vocabulary import Direction, FindingKind, Population, Qualifier, Severity, Violence
from tests.unit.crosscheck.builders import (
    VICTIMS,
    WC,
    C,
    W,
    findings,
    kinds,
    reported,
    trend,
)

SERANG, KAB_SERANG = "36.73", "36.04"
CONFLICT, FALLING = FindingKind.CONFLICT, FindingKind.FALLING_TOTAL
TO_OCTOBER = "2025-01/2025-10"


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({}, {"value": 62}, [CONFLICT]),
        ({}, {"value": 60}, []),
        ({"qualifier": Qualifier.ABOUT}, {"value": 62}, []),
        ({"qualifier": Qualifier.AT_LEAST}, {"value": 90}, []),
        ({"qualifier": Qualifier.AT_LEAST}, {"value": 40}, [CONFLICT]),
        ({}, {"value": 62, "story": 1}, []),
        ({}, {"value": 62, "unit": VICTIMS}, []),
        ({}, {"value": 62, "region": KAB_SERANG}, []),
        # Published before the year was over: it only grew.
        ({"published": date(2024, 11, 2)}, {"value": 62}, []),
        ({"published": date(2024, 11, 2)}, {"value": 55}, [FALLING]),
    ],
)
def test_two_articles_contradict_one_another_only_where_both_cannot_be_true(
    one: dict[str, Any], other: dict[str, Any], found: list[FindingKind]
) -> None:
    second = {"region": SERANG, "year": 2024, "story": 2} | other
    figures = [
        reported(SERANG, 2024, 60, **one),
        reported(second.pop("region"), second.pop("year"), **second),
    ]
    assert kinds(findings(figures)) == found


def test_police_and_office_may_count_differently() -> None:
    figures = [
        reported(SERANG, 2024, 60, source="DP3AKB Kota Serang"),
        reported(SERANG, 2024, 90, story=2, source="Polresta Serang Kota"),
    ]
    (found,) = findings(figures)
    assert (found.kind, found.severity) == (CONFLICT, Severity.WARNING)
    assert found.numbers["bodies"] is True


@pytest.mark.parametrize(
    ("figures", "faults"),
    [
        ([(74, WC, Qualifier.ABOUT), (16, W, Qualifier.EXACT), (58, C, Qualifier.EXACT)], []),
        ([(617, WC, Qualifier.EXACT), (406, W, Qualifier.EXACT), (214, C, Qualifier.EXACT)], ["unequal"]),
        ([(610, WC, Qualifier.ABOUT), (406, W, Qualifier.EXACT), (214, C, Qualifier.EXACT)], []),
        ([(74, WC, Qualifier.EXACT), (80, C, Qualifier.EXACT)], ["part_above_total"]),
        (
            [
                (40, C, Qualifier.EXACT),
                (30, Population.GIRLS, Qualifier.EXACT),
                (9, Population.BOYS, Qualifier.EXACT),
            ],
            ["unequal"],
        ),
        # Nobody says that women and children are everybody.
        ([(99, Population.ALL, Qualifier.EXACT), (16, W, Qualifier.EXACT), (58, C, Qualifier.EXACT)], []),
        ([(74, WC, Qualifier.EXACT), (16, W, Qualifier.EXACT)], []),
    ],
)
def test_parts_are_held_against_their_total(
    figures: list[tuple[int, Population, Qualifier]], faults: list[str]
) -> None:
    told = [reported(SERANG, 2024, value, population=who, qualifier=how) for value, who, how in figures]
    assert [str(bad.fault) for bad in bad_sums(told, Tolerances())] == faults


@pytest.mark.parametrize(
    ("total", "parts", "faults"),
    [
        (20, {"breakdown": ["age:0-5", "age:6-12"], "value": [9, 12]}, ["too_much"]),
        (20, {"breakdown": ["age:0-5", "age:6-12"], "value": [9, 2]}, []),
        (20, {"violence": [Violence.SEXUAL, Violence.PHYSICAL], "value": [15, 12]}, []),
        (20, {"violence": [Violence.SEXUAL], "value": [25]}, ["part_above_total"]),
        (20, {"violence": [Violence.CUSTODY], "value": [25]}, []),
        (20, {"breakdown": ["service:konseling"], "value": [95]}, []),
        (20, {"period": ["2024-01/2024-06", "2024-07/2024-12"], "value": [9, 10]}, ["unequal"]),
        (20, {"period": ["2024-01/2024-06", "2024-07/2024-12"], "value": [9, 11]}, []),
    ],
)
def test_only_exclusive_parts_are_added_up(
    total: int, parts: dict[str, list[Any]], faults: list[str]
) -> None:
    (name,) = set(parts) - {"value"}
    told = [reported(SERANG, 2024, total)] + [
        reported(SERANG, 2024, value, **{name: part})
        for part, value in zip(parts[name], parts["value"], strict=True)
    ]
    assert [str(bad.fault) for bad in bad_sums(told, Tolerances())] == faults


@pytest.mark.parametrize(
    ("earlier", "later", "found"),
    [
        ({"value": 80, "period": "2025-01/2025-06"}, {"value": 64, "period": TO_OCTOBER}, [FALLING]),
        ({"value": 60, "period": "2025-01/2025-06"}, {"value": 64, "period": TO_OCTOBER}, []),
        ({"value": 80, "period": "2025-01/2025-06"}, {"value": 64, "period": None}, [FALLING]),
        # Undated 'tahun 2025' may end in any month.
        ({"value": 80, "period": "2025-01/2025-06"}, {"value": 64, "period": None, "published": None}, []),
        ({"value": 80, "period": "2025-04/2025-06"}, {"value": 64, "period": TO_OCTOBER}, []),
        (
            {"value": 80, "period": "2025-01/2025-06", "unit": VICTIMS},
            {"value": 64, "period": TO_OCTOBER},
            [],
        ),
        (
            {"value": 80, "period": "2025-01/2025-06", "source": "Polda Banten"},
            {"value": 64, "period": TO_OCTOBER, "source": "DP3AKKB Banten"},
            [],
        ),
    ],
)
def test_a_running_total_may_not_fall(
    earlier: dict[str, Any], later: dict[str, Any], found: list[FindingKind]
) -> None:
    figures = [
        reported(SERANG, 2025, story=1, **({"published": date(2025, 7, 3)} | earlier)),
        reported(SERANG, 2025, story=2, **({"published": date(2026, 1, 9)} | later)),
    ]
    assert kinds(findings(figures)) == found


@pytest.mark.parametrize(
    ("direction", "before", "after", "contradicted"),
    [
        (Direction.UP, {"value": 10}, {"value": 17}, False),
        (Direction.DOWN, {"value": 10}, {"value": 17}, True),
        (Direction.UP, {"value": 17}, {"value": 10}, True),
        (Direction.FLAT, {"value": 10}, {"value": 11}, False),
        # A part of the year is already more than the whole year before.
        (Direction.DOWN, {"value": 10}, {"value": 17, "period": "2021-01/2021-08"}, True),
        # A part of the year proves no fall and denies no rise.
        (Direction.UP, {"value": 17}, {"value": 10, "period": "2021-01/2021-08"}, False),
        (Direction.DOWN, {"value": 10}, {"value": 10}, False),
    ],
)
def test_a_direction_is_denied_only_by_figures_that_count_the_same(
    direction: Direction, before: dict[str, Any], after: dict[str, Any], *, contradicted: bool
) -> None:
    figures = [reported(SERANG, 2020, **before), reported(SERANG, 2021, **after)]
    found = findings(figures, trends=[trend(SERANG, direction, 2020, 2021)])
    assert (FindingKind.TREND_CONTRADICTED in kinds(found)) is contradicted


def test_a_trend_with_an_unsaid_year_is_left_alone() -> None:
    figures = [reported(SERANG, 2020, 10), reported(SERANG, 2021, 17)]
    assert findings(figures, trends=[trend(SERANG, Direction.DOWN, None, 2021)]) == []


def test_cases_that_fell_bear_out_a_fall_though_victims_rose() -> None:
    figures = [
        reported(SERANG, 2020, 20),
        reported(SERANG, 2021, 15),
        reported(SERANG, 2020, 20, unit=VICTIMS),
        reported(SERANG, 2021, 25, unit=VICTIMS),
    ]
    assert findings(figures, trends=[trend(SERANG, Direction.DOWN, 2020, 2021)]) == []
