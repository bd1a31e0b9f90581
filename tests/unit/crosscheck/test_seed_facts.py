"""The facts of the first five articles beside an official table written for them."""

from datetime import date

import pytest

from models.vocabulary import Direction, FindingKind, Qualifier, Severity
from storage.reconciling import FindingDraft
from tests.unit.crosscheck.builders import (
    CASES,
    VICTIMS,
    C,
    W,
    findings,
    official,
    reported,
    trend,
)

KAB_SERANG, KOTA_SERANG, METRO = "36.04", "36.73", "18.72"


@pytest.fixture
def found() -> list[FindingDraft]:
    figures = [
        reported(KAB_SERANG, 2024, 157, story=1, published=None),
        reported(KAB_SERANG, 2025, 74, story=1, published=None, qualifier=Qualifier.ABOUT),
        reported(KAB_SERANG, 2025, 16, story=1, published=None, population=W),
        reported(KAB_SERANG, 2025, 58, story=1, published=None, population=C),
        reported(KOTA_SERANG, 2025, 64, story=2, published=date(2025, 10, 15), period="2025-01/2025-10"),
        reported(KOTA_SERANG, 2024, 60, story=2, published=date(2025, 10, 15)),
        *(
            reported(KOTA_SERANG, 2020, value, story=3, published=date(2021, 1, 6), unit=unit, **whom)
            for value, unit, whom in (
                (39, CASES, {}),
                (55, VICTIMS, {}),
                (25, CASES, {"population": C}),
                (40, VICTIMS, {"population": C}),
                (14, CASES, {"population": W}),
                (15, VICTIMS, {"population": W}),
            )
        ),
        reported(
            METRO, 2022, 5, story=4, published=date(2022, 7, 25), population=C, period="2022-01/2022-07"
        ),
        reported(
            METRO, 2022, 4, story=4, published=date(2022, 7, 25), population=W, period="2022-01/2022-07"
        ),
        reported(METRO, 2020, 10, story=4, published=date(2022, 7, 25), unit=VICTIMS),
        reported(METRO, 2021, 17, story=4, published=date(2022, 7, 25), unit=VICTIMS),
    ]
    trends = [
        trend(KAB_SERANG, Direction.UP, None, 2025, story=1, population=C),
        trend(KOTA_SERANG, Direction.UP, 2024, 2025, story=2),
        trend(KOTA_SERANG, Direction.DOWN, 2019, 2020, story=3),
        trend(METRO, Direction.UP, 2020, 2021, story=4),
    ]
    counts = [
        official(KOTA_SERANG, 2020, 39),
        official(KOTA_SERANG, 2020, 55, unit=VICTIMS),
        official(KOTA_SERANG, 2024, 50),
    ]
    return findings(figures, counts, trends)


def test_every_finding_is_one_of_these(found: list[FindingDraft]) -> None:
    told = sorted((draft.kind, draft.region_code, draft.year) for draft in found)
    assert told == sorted(
        [
            (FindingKind.MATCH, KOTA_SERANG, 2020),
            (FindingKind.MATCH, KOTA_SERANG, 2020),
            (FindingKind.NOT_COMPARABLE, KOTA_SERANG, 2020),
            (FindingKind.NOT_COMPARABLE, KOTA_SERANG, 2020),
            (FindingKind.DIFFERS, KOTA_SERANG, 2024),
            # Published only for the kota of the same name.
            (FindingKind.NOT_COMPARABLE, KAB_SERANG, 2024),
            (FindingKind.MISSING_OFFICIAL, KOTA_SERANG, 2025),
        ]
    )


def test_cases_and_victims_match_their_own_unit_and_are_not_held_against_one_another(
    found: list[FindingDraft],
) -> None:
    of_2020 = [draft for draft in found if draft.year == 2020]
    matches = {draft.numbers["reported"] for draft in of_2020 if draft.kind is FindingKind.MATCH}
    crossed = [draft for draft in of_2020 if draft.kind is FindingKind.NOT_COMPARABLE]
    assert matches == {39, 55}
    assert [draft.numbers["dimensions"] for draft in crossed] == [["unit"], ["unit"]]
    assert sorted((draft.numbers["reported"], draft.numbers["official"]) for draft in crossed) == [
        (39, 55),
        (55, 39),
    ]


def test_sixty_against_fifty_differs(found: list[FindingDraft]) -> None:
    differs = next(draft for draft in found if draft.kind is FindingKind.DIFFERS)
    assert (differs.numbers["reported"], differs.numbers["official"]) == (60, 50)
    assert differs.severity is Severity.WARNING
    assert differs.sentence_id == (
        "Kota Serang, tahun 2024: media2.example (15 Oktober 2025) memberitakan 60 kasus kekerasan terhadap "
        "perempuan dan anak, sedangkan angka resmi dari DP3A Contoh, “Tabel 1” adalah 50; "
        "selisih 10 (1,2 kali)."
    )
    assert differs.sentence_en == (
        "Kota Serang, 2024: media2.example (15 October 2025) reported 60 cases of violence against women and "
        "children, but the official figure of DP3A Contoh, “Tabel 1” is 50; a difference of 10 (1.2 times)."
    )
