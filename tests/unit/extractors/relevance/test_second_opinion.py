"""The second opinion on relevance decides only where the first is near its threshold."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import read_document
from extractors.pipeline import extract
from extractors.relevance import is_relevant, judge_relevance, load_relevance_model
from extractors.relevance.second import in_doubt, joined
from extractors.toolkit import Toolkit, load_bare_toolkit
from models.records import ArticleText

CLEAR = (
    "Dinas PPPA Kota Serang mencatat 41 kasus kekerasan terhadap perempuan dan anak sepanjang 2024. "
    "Pendampingan korban terus dilakukan UPTD PPA."
)
CHANCES = st.floats(0, 1)


class Fixed:
    """Gives one answer and counts how often it was asked."""

    def __init__(self, answer: float) -> None:
        self.answer = answer
        self.asked = 0

    def relevance(self, text: str, /) -> float:
        """The answer, whatever the text."""
        self.asked += 1
        return self.answer


@pytest.fixture(scope="module")
def bare() -> Toolkit:
    return load_bare_toolkit()


@given(CHANCES, CHANCES)
def test_a_clear_first_opinion_stands(first: float, second: float) -> None:
    if not in_doubt(first):
        assert is_relevant(joined(first, second)) == is_relevant(first)


def test_a_doubtful_one_is_turned_by_a_sure_second() -> None:
    threshold = load_relevance_model().threshold

    assert in_doubt(threshold)
    assert is_relevant(joined(threshold - 0.02, 0.99))
    assert not is_relevant(joined(threshold + 0.02, 0.01))


def test_a_clear_article_asks_nobody(bare: Toolkit) -> None:
    second = Fixed(0.0)
    article = ArticleText(id="a", text=CLEAR)

    extraction = extract(article, replace(bare, entities=second))

    assert extraction.relevant
    assert second.asked == 0
    assert extraction.relevance == judge_relevance(read_document(article))
