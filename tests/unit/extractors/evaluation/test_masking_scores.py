"""What the recogniser of names adds to masking, on sentences written for it."""

from pathlib import Path

import pytest

from extractors.evaluation.masking import MarkedText, covered_more, read_marked, score_masking
from extractors.nlp.entities import ShippedEntities

SENTENCES = Path(__file__).parents[3] / "gold" / "masking"


@pytest.fixture(scope="module")
def names() -> ShippedEntities:
    return ShippedEntities()


def test_marks_are_taken_out_of_the_text() -> None:
    assert read_marked(["Kata {{Sri}}, [[Ani]] pulih.", " "]) == [
        MarkedText("Kata Sri, Ani pulih.", ((10, 13),), ((5, 8),))
    ]


@pytest.mark.parametrize(
    ("part", "readable"), [("first", 10), ("second", 7), ("third", 1), ("fourth", 1), ("fifth", 14)]
)
def test_names_leave_fewer_readable_and_officials_alone(
    names: ShippedEntities, part: str, readable: int
) -> None:
    texts = read_marked((SENTENCES / f"{part}.txt").read_text("utf-8").splitlines())

    alone, together = score_masking(texts, None), score_masking(texts, names)

    assert together.readable <= min(readable, alone.readable)
    assert together.covered <= 1


def test_an_article_about_counts_loses_nothing(names: ShippedEntities) -> None:
    text = "Kepala DP3A Serang, Sri Hayati, mencatat 41 kasus pada 2024.\nPuspaga Ceria melayani keluarga."

    assert list(covered_more([text], names)) == []
