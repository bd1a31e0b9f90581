"""A dozen regions in which every kind of finding occurs as planned, and none else."""

from datetime import date

import pytest

from crosscheck.compare.values import Official, Reported, StatedTrend
from models.vocabulary import Direction, FindingKind, Qualifier, Severity, Violence
from storage.reconciling import FindingDraft
from tests.unit.crosscheck.builders import VICTIMS, C, W, findings, official, reported, trend

LEBAK, PANDEGLANG, CILEGON, TANGSEL = "36.02", "36.01", "36.72", "36.74"
BOGOR_KAB, DEPOK, CIMAHI, JABAR = "32.01", "32.76", "32.77", "32"
SLEMAN, BANTUL, DIY = "34.04", "34.02", "34"
METRO, AMBON, JAYAPURA_KAB = "18.72", "81.71", "91.03"


def planned() -> tuple[list[Reported], list[Official], list[StatedTrend]]:
    figures = [
        # match: two outlets, one number.
        reported(LEBAK, 2024, 120, story=1),
        reported(LEBAK, 2024, 120, story=2),
        # differs, seriously.
        reported(PANDEGLANG, 2024, 90, story=3),
        # not comparable: victims reported, cases published.
        reported(CILEGON, 2024, 33, story=4, unit=VICTIMS),
        # conflict: two independent articles.
        reported(TANGSEL, 2023, 200, story=5),
        reported(TANGSEL, 2023, 230, story=6),
        # arithmetic: 406 + 214 is not 617.
        reported(BOGOR_KAB, 2023, 617, story=7),
        reported(BOGOR_KAB, 2023, 406, story=7, population=C),
        reported(BOGOR_KAB, 2023, 214, story=7, population=W),
        # no arithmetic finding: 16 + 58 makes 74.
        reported(AMBON, 2023, 74, story=8, qualifier=Qualifier.ABOUT),
        reported(AMBON, 2023, 16, story=8, population=W),
        reported(AMBON, 2023, 58, story=8, population=C),
        # falling total.
        reported(DEPOK, 2025, 80, story=9, published=date(2025, 7, 10), period="2025-01/2025-06"),
        reported(DEPOK, 2025, 64, story=10, published=date(2025, 11, 3), period="2025-01/2025-10"),
        # said to fall, though the figures rise.
        reported(CIMAHI, 2023, 40, story=11),
        reported(CIMAHI, 2024, 55, story=11),
        # said to rise, and it does.
        reported(METRO, 2020, 10, story=12, unit=VICTIMS),
        reported(METRO, 2021, 17, story=12, unit=VICTIMS),
        # two regencies exceed their province.
        reported(SLEMAN, 2022, 300, story=13),
        reported(BANTUL, 2022, 250, story=14),
        reported(DIY, 2022, 500, story=15),
        # no official figure for 2025, though 2024 was published.
        reported(LEBAK, 2025, 131, story=16),
        # reported in 2021 and 2023, published for 2022 as well.
        reported(JAYAPURA_KAB, 2021, 12, story=17),
        reported(JAYAPURA_KAB, 2023, 15, story=18),
    ]
    counts = [
        official(LEBAK, 2024, 120),
        official(PANDEGLANG, 2024, 50),
        official(CILEGON, 2024, 30),
        *(
            official(JAYAPURA_KAB, year, value, dataset=2)
            for year, value in ((2021, 12), (2022, 14), (2023, 15))
        ),
    ]
    trends = [
        trend(CIMAHI, Direction.DOWN, 2023, 2024, story=11),
        trend(METRO, Direction.UP, 2020, 2021, story=12),
    ]
    return figures, counts, trends


@pytest.fixture(scope="module")
def found() -> list[FindingDraft]:
    return findings(*planned())


def test_every_kind_occurs_as_planned_and_none_else(found: list[FindingDraft]) -> None:
    told = sorted((draft.kind, draft.region_code, draft.year, draft.severity) for draft in found)
    assert told == sorted(
        [
            (FindingKind.MATCH, LEBAK, 2024, Severity.INFO),
            (FindingKind.DIFFERS, PANDEGLANG, 2024, Severity.SERIOUS),
            (FindingKind.NOT_COMPARABLE, CILEGON, 2024, Severity.INFO),
            (FindingKind.CONFLICT, TANGSEL, 2023, Severity.WARNING),
            (FindingKind.ARITHMETIC, BOGOR_KAB, 2023, Severity.NOTE),
            (FindingKind.FALLING_TOTAL, DEPOK, 2025, Severity.WARNING),
            (FindingKind.TREND_CONTRADICTED, CIMAHI, 2024, Severity.SERIOUS),
            (FindingKind.ROLL_UP, DIY, 2022, Severity.WARNING),
            (FindingKind.MISSING_OFFICIAL, LEBAK, 2025, Severity.INFO),
            (FindingKind.MISSING_REPORTED, JAYAPURA_KAB, 2022, Severity.INFO),
            # The figures of the year before and after are as published.
            (FindingKind.MATCH, JAYAPURA_KAB, 2021, Severity.INFO),
            (FindingKind.MATCH, JAYAPURA_KAB, 2023, Severity.INFO),
        ]
    )


def test_one_wire_number_in_two_outlets_is_one_finding(found: list[FindingDraft]) -> None:
    match = next(draft for draft in found if draft.region_code == LEBAK and draft.kind is FindingKind.MATCH)
    assert len(match.figure_ids) == 2
    assert "media1.example (5 Januari 2026) dan media2.example (5 Januari 2026)" in match.sentence_id


def test_the_same_articles_read_again_give_the_same_findings(found: list[FindingDraft]) -> None:
    again = findings(*planned())
    assert {draft.identity for draft in again} == {draft.identity for draft in found}
    assert not {number for draft in again for number in draft.figure_ids} & {
        number for draft in found for number in draft.figure_ids
    }


def test_without_one_article_only_its_findings_are_gone(found: list[FindingDraft]) -> None:
    figures, counts, trends = planned()
    fewer = findings([one for one in figures if one.story != 6], counts, trends)
    gone = {draft.identity for draft in found} - {draft.identity for draft in fewer}
    assert [draft.kind for draft in found if draft.identity in gone] == [FindingKind.CONFLICT]


def test_every_sentence_has_its_numbers_and_no_holes(found: list[FindingDraft]) -> None:
    for draft in found:
        for sentence in (draft.sentence_id, draft.sentence_en):
            assert sentence[0].isupper() or sentence.startswith("media")
            assert sentence.endswith((".", ")"))
            assert "{" not in sentence
            assert "None" not in sentence
    fallen = next(draft for draft in found if draft.kind is FindingKind.FALLING_TOTAL)
    assert fallen.sentence_id == (
        "Kota Depok: kasus kekerasan terhadap perempuan dan anak Januari–Oktober 2025 diberitakan 64 "
        "(media10.example, 3 November 2025), lebih kecil daripada 80 yang sudah diberitakan untuk "
        "Januari–Juni 2025 (media9.example, 10 Juli 2025)."
    )


def test_violence_is_part_of_the_key() -> None:
    found = findings(
        [reported(LEBAK, 2024, 20, violence=Violence.SEXUAL)],
        [official(LEBAK, 2024, 20, violence=Violence.PHYSICAL)],
    )
    assert [draft.numbers["dimensions"] for draft in found] == [["violence"]]
