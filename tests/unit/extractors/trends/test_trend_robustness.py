"""Any text at all: no crash, exact evidence, time that grows with the text."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Document, read_document
from extractors.trends import find_trends
from models.records import ArticleText
from tests.growth import assert_grows_in_proportion

_PIECES = st.sampled_from(
    [
        "kasus kekerasan ",
        "naik ",
        "turun ",
        "2023 ",
        "2022 ",
        "dari ",
        "dibanding ",
        "tahun lalu ",
        ", ",
        ". ",
        "12 kasus ",
        "agar ",
        "\n",
    ]
)


def _check(text: str) -> None:
    document = read_document(ArticleText(id="x", text=text, published=date(2024, 5, 1)))
    for record in find_trends(document):
        assert text[record.start : record.end] == record.evidence
        assert record.from_year is None or record.to_year is None or record.from_year < record.to_year


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text(text: str) -> None:
    _check(text)


@given(st.lists(_PIECES, max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_order_of_cues(pieces: list[str]) -> None:
    _check("".join(pieces))


@pytest.mark.parametrize(
    "piece",
    [
        "Kasus kekerasan anak naik dari 12 kasus pada 2022 menjadi 20 kasus pada 2023. ",
        "kasus naik, turun 2023, ",
        "Angka itu lebih tinggi dari tahun 2021 ",
        "setiap tahun bertambah dan dibanding ",
    ],
)
def test_time_grows_with_the_text(piece: str) -> None:
    def document(size: int) -> Document:
        text = piece * (size // len(piece))
        return read_document(ArticleText(id="x", text=text, published=date(2024, 5, 1)))

    assert_grows_in_proportion(document, find_trends, size=20_000)
