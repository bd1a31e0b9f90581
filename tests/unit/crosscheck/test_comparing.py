"""Reports beside official counts, and regions beside one another; one table a rule."""

from datetime import date
from typing import Any

import pytest

from crosscheck.compare.tolerances import Tolerances, severity_of
from models.vocabulary import FindingKind, Qualifier, Severity, Violence
from tests.unit.crosscheck.builders import (
    CASES,
    VICTIMS,
    C,
    W,
    findings,
    kinds,
    official,
    reported,
)

SERANG, KAB_SERANG, BANTEN, LEBAK, CILEGON = "36.73", "36.04", "36", "36.02", "36.72"
MATCH, DIFFERS, NOT_COMPARABLE = FindingKind.MATCH, FindingKind.DIFFERS, FindingKind.NOT_COMPARABLE
CONFLICT, ARITHMETIC, FALLING = FindingKind.CONFLICT, FindingKind.ARITHMETIC, FindingKind.FALLING_TOTAL
TO_OCTOBER = "2025-01/2025-10"


@pytest.mark.parametrize(
    ("value", "qualifier", "published", "kind"),
    [
        (50, Qualifier.EXACT, 50, MATCH),
        (51, Qualifier.EXACT, 50, DIFFERS),
        (52, Qualifier.ABOUT, 50, MATCH),
        (60, Qualifier.ABOUT, 50, DIFFERS),
        (40, Qualifier.AT_LEAST, 50, MATCH),
        (51, Qualifier.AT_LEAST, 50, DIFFERS),
        (60, Qualifier.AT_MOST, 50, MATCH),
        (49, Qualifier.AT_MOST, 50, DIFFERS),
        (0, Qualifier.EXACT, 0, MATCH),
    ],
)
def test_qualifiers_say_how_far_a_number_may_lie_off(
    value: int, qualifier: Qualifier, published: int, kind: FindingKind
) -> None:
    assert kinds(
        findings([reported(SERANG, 2024, value, qualifier=qualifier)], [official(SERANG, 2024, published)])
    ) == [kind]


def test_tolerances_are_settings_and_shown_with_the_result() -> None:
    figures, counts = [reported(SERANG, 2024, 52)], [official(SERANG, 2024, 50)]
    (strict,) = findings(figures, counts)
    (lenient,) = findings(figures, counts, tolerances=Tolerances(exact_share=0.05))
    assert (strict.kind, lenient.kind) == (DIFFERS, MATCH)
    assert isinstance(lenient.numbers["tolerances"], dict)
    assert lenient.numbers["tolerances"]["exact_share"] == 0.05


@pytest.mark.parametrize(
    ("figure", "published", "kind", "relation"),
    [
        # The reported months lie in the official ones: a lower bound.
        ((64, TO_OCTOBER), (80, None), NOT_COMPARABLE, "part"),
        ((81, TO_OCTOBER), (80, None), DIFFERS, "part"),
        # The official months lie in the reported ones.
        ((80, None), (64, TO_OCTOBER), NOT_COMPARABLE, "whole"),
        ((60, None), (64, TO_OCTOBER), DIFFERS, "whole"),
        ((64, TO_OCTOBER), (64, TO_OCTOBER), MATCH, "same"),
    ],
)
def test_a_running_count_is_a_lower_bound(
    figure: tuple[int, str | None], published: tuple[int, str | None], kind: FindingKind, relation: str
) -> None:
    (found,) = findings(
        [reported(SERANG, 2025, figure[0], period=figure[1])],
        [official(SERANG, 2025, published[0], period=published[1])],
    )
    assert (found.kind, found.numbers["relation"]) == (kind, relation)


def test_months_that_are_all_there_make_the_reported_period() -> None:
    months = [
        official(SERANG, 2025, value, period=f"2025-{month:02d}/2025-{month:02d}")
        for month, value in ((1, 10), (2, 11), (3, 12))
    ]
    figure = reported(SERANG, 2025, 33, period="2025-01/2025-03")
    (found,) = findings([figure], months)
    assert (found.kind, found.numbers["official"]) == (MATCH, 33)
    assert "dijumlahkan dari bulan-bulannya" in found.sentence_id
    assert len(found.official_ids) == 3
    (missing_one,) = findings([figure], months[:2])
    assert missing_one.kind is NOT_COMPARABLE


@pytest.mark.parametrize(
    ("changes", "dimension"),
    [
        ({"unit": VICTIMS}, "unit"),
        ({"population": C}, "population"),
        ({"violence": Violence.SEXUAL}, "violence"),
        ({"breakdown": "place:sekolah"}, "breakdown"),
        ({"period": "2023-07/2024-06"}, "period"),
    ],
)
def test_what_cannot_be_compared_names_the_dimension(changes: dict[str, Any], dimension: str) -> None:
    (found,) = findings([reported(SERANG, 2024, 40)], [official(SERANG, 2024, 40, **changes)])
    assert (found.kind, found.numbers["dimensions"]) == (NOT_COMPARABLE, [dimension])


def test_of_many_incomparable_counts_only_the_nearest_is_named() -> None:
    counts = [
        official(SERANG, 2024, 40, population=C, violence=Violence.SEXUAL),
        official(SERANG, 2024, 30, population=C),
        official(SERANG, 2024, 20, unit=VICTIMS, population=C),
    ]
    (found,) = findings([reported(SERANG, 2024, 40)], counts)
    assert (found.numbers["official"], found.numbers["dimensions"]) == (30, ["population"])


def test_a_part_whose_total_is_told_too_is_not_called_incomparable() -> None:
    figures = [
        reported(SERANG, 2024, 40),
        reported(SERANG, 2024, 30, population=C),
        reported(SERANG, 2024, 10, population=W),
        reported(SERANG, 2024, 8, violence=Violence.SEXUAL),
    ]
    assert kinds(findings(figures, [official(SERANG, 2024, 40)])) == [MATCH]


def test_months_of_a_total_and_parts_in_another_unit_are_not_called_incomparable() -> None:
    figures = [
        reported(SERANG, 2024, 40, period="2024-01/2024-03"),
        reported(SERANG, 2024, 15, period="2024-02/2024-02"),
        reported(SERANG, 2024, 30, period="2024-01/2024-03", population=C),
    ]
    counts = [official(SERANG, 2024, 90), official(SERANG, 2024, 70, population=C)]
    (found,) = findings(figures, counts)
    assert (found.numbers["reported"], found.numbers["dimensions"]) == (40, ["period"])
    # A part that exceeds its official whole is told all the same.
    figures.append(reported(SERANG, 2024, 91, period="2024-03/2024-03"))
    assert DIFFERS in kinds(findings(figures, counts))


def test_an_unsaid_unit_matches_nothing_not_even_an_unsaid_one() -> None:
    (found,) = findings([reported(SERANG, 2024, 40, unit=None)], [official(SERANG, 2024, 40, unit=None)])
    assert (found.kind, found.numbers["dimensions"]) == (NOT_COMPARABLE, ["unit"])


def test_a_regency_is_not_held_against_the_city_of_its_name() -> None:
    (found,) = findings([reported(KAB_SERANG, 2024, 40)], [official(SERANG, 2024, 40)])
    assert (found.kind, found.numbers["dimensions"]) == (NOT_COMPARABLE, ["region"])
    assert "berita tentang Kabupaten Serang dan angka resmi tentang Kota Serang" in found.sentence_id


def test_two_tables_that_disagree_are_two_findings() -> None:
    counts = [official(SERANG, 2021, 122, population=C), official(SERANG, 2021, 41, population=C, dataset=2)]
    found = findings([reported(SERANG, 2021, 41, population=C)], counts)
    assert kinds(found) == [DIFFERS, MATCH]


def test_two_tables_that_agree_are_one_finding() -> None:
    counts = [official(SERANG, 2021, 41), official(SERANG, 2021, 41, dataset=2)]
    (found,) = findings([reported(SERANG, 2021, 41)], counts)
    assert len(found.official_ids) == 2
    assert "“Tabel 1” dan DP3A Contoh, “Tabel 2”" in found.sentence_id


def test_a_key_that_a_table_states_twice_is_not_compared() -> None:
    counts = [official(SERANG, 2021, 41), official(SERANG, 2021, 57)]
    assert findings([reported(SERANG, 2021, 41)], counts) == []


def test_of_one_body_the_latest_number_is_compared() -> None:
    figures = [
        reported(SERANG, 2024, 45, story=1, source="DP3AKB", published=date(2025, 1, 8)),
        reported(SERANG, 2024, 50, story=2, source="DP3AKB Kota Serang", published=date(2025, 6, 1)),
    ]
    found = findings(figures, [official(SERANG, 2024, 50)])
    assert kinds(found) == [CONFLICT, MATCH]
    conflict = next(one for one in found if one.kind is CONFLICT)
    assert conflict.numbers["revision"] is True
    assert "mungkin pembaruan" in conflict.sentence_id


def test_regencies_may_not_exceed_their_province_by_any_reading() -> None:
    def found(province: int, **changes: Any) -> list[FindingKind]:
        figures = [
            reported(SERANG, 2023, 60, story=1),
            reported(SERANG, 2023, 70, story=2),
            reported(LEBAK, 2023, 50, story=3),
            reported(BANTEN, 2023, province, story=4, **changes),
        ]
        return [kind for kind in kinds(findings(figures)) if kind is FindingKind.ROLL_UP]

    assert found(109) == [FindingKind.ROLL_UP]
    # 60 and 50 make 110, whatever is true of the 70.
    assert found(110) == []
    assert found(90, qualifier=Qualifier.AT_LEAST) == []
    assert found(90, source="Polda Banten") == [FindingKind.ROLL_UP]


def test_official_regencies_are_held_against_their_province_in_one_table_only() -> None:
    parts = [official(SERANG, 2023, 60), official(LEBAK, 2023, 50)]
    (found,) = findings(counts=[*parts, official(BANTEN, 2023, 100)])
    assert (found.kind, found.numbers["sum"], found.numbers["whole"]) == (FindingKind.ROLL_UP, 110, 100)
    assert findings(counts=[*parts, official(BANTEN, 2023, 100, dataset=2)]) == []


def test_missing_counts_are_told_only_of_regions_both_sides_know() -> None:
    counts = [official(SERANG, 2022, 10), official(SERANG, 2023, 11), official(SERANG, 2024, 12)]
    told = findings(
        [reported(SERANG, 2022, 10), reported(SERANG, 2024, 12), reported("51.71", 2023, 4)], counts
    )
    assert [(one.kind, one.region_code, one.year) for one in told if one.kind is not MATCH] == [
        (FindingKind.MISSING_REPORTED, SERANG, 2023)
    ]
    told = findings([reported(SERANG, 2025, 14), reported(SERANG, 2026, 3)], counts)
    assert [(one.kind, one.year) for one in told] == [(FindingKind.MISSING_OFFICIAL, 2025)]


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        (100, 96, Severity.NOTE),
        (1000, 960, Severity.NOTE),
        (7, 5, Severity.NOTE),
        (60, 50, Severity.WARNING),
        (12, 6, Severity.WARNING),
        (90, 50, Severity.SERIOUS),
        (0, 40, Severity.SERIOUS),
    ],
)
def test_severity_follows_size_and_share(one: int, other: int, severity: Severity) -> None:
    assert severity_of(one, other, Tolerances()) is severity
    assert severity_of(other, one, Tolerances()) is severity


def test_an_undated_report_weighs_less() -> None:
    counts = [official(SERANG, 2024, 90)]
    (dated,) = findings([reported(SERANG, 2024, 50)], counts)
    (undated,) = findings([reported(SERANG, 2024, 50, published=None)], counts)
    assert (dated.severity, undated.severity) == (Severity.SERIOUS, Severity.WARNING)


def test_cases_of_another_unit_are_named_beside_a_match() -> None:
    counts = [official(SERANG, 2020, 39, unit=CASES), official(SERANG, 2020, 55, unit=VICTIMS)]
    assert kinds(findings([reported(SERANG, 2020, 39)], counts)) == [MATCH, NOT_COMPARABLE]


def test_a_namesake_counted_by_another_unit_says_nothing() -> None:
    assert findings([reported(CILEGON, 2020, 39)], [official(SERANG, 2019, 39)]) == []
