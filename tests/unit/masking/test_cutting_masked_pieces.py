"""Pieces of a masked text, cut at any place, join up to the whole."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from models.masking import MASK, identifying_spans, masked, without

TEXT = "Korban bernama Rina Puspita, warga Desa Sukaraja, melapor. Ada 23 kasus. Rina didampingi."


@given(st.lists(st.integers(0, len(TEXT)), max_size=6))
def test_pieces_join_up_to_the_whole(cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(TEXT)]
    spans = identifying_spans(TEXT)
    pieces = [without(TEXT, spans, start, end) for start, end in itertools.pairwise(edges)]
    assert "".join(pieces) == masked(TEXT)


@given(st.text())
def test_any_text_can_be_masked(text: str) -> None:
    assert masked(masked(text)).replace(MASK, "") == masked(text).replace(MASK, "")


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_no_slice_shows_a_covered_letter(start: int, end: int) -> None:
    shown = without(TEXT, identifying_spans(TEXT), start, end)
    assert "Puspita" not in shown
    assert "Sukaraja" not in shown


def test_texts_without_people_are_handed_back() -> None:
    assert masked("Tercatat 23 kasus pada 2020.") == "Tercatat 23 kasus pada 2020."
    assert identifying_spans("") == ()
