"""Any text at all: no crash, exact evidence, time that grows with the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Document, read_document
from extractors.programmes import find_programmes
from models.records import ArticleText
from tests.growth import assert_grows_in_proportion

_PIECES = st.sampled_from(
    [
        "program ",
        "“",
        "”",
        "(",
        ")",
        "PATBM ",
        "Satgas ",
        "Forum Anak ",
        "dan ",
        "Kota ",
        "atau ",
        "bernama ",
        "Rumah ",
        "\n",
        "129 ",
    ]
)


def _check(text: str) -> None:
    for record in find_programmes(read_document(ArticleText(id="x", text=text))):
        assert text[record.start : record.end] == record.evidence
        assert record.name
        assert 0.0 <= record.confidence <= 1.0
        assert record.name not in record.aliases


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text(text: str) -> None:
    _check(text)


@given(st.lists(_PIECES, max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_order_of_cues(pieces: list[str]) -> None:
    _check("".join(pieces))


@pytest.mark.parametrize(
    "piece",
    [
        "DP3A meluncurkan program “Jaga Anak” (Jagan) bersama Satgas PPA dan Forum Anak. ",
        "Puspaga dan PATBM, lalu KLA, ",
        "Layanan Anak ",
        "rumah (aman ",
        "“kata ",
    ],
)
def test_time_grows_with_the_text(piece: str) -> None:
    def document(size: int) -> Document:
        text = piece * (size // len(piece))
        return read_document(ArticleText(id="x", text=text))

    assert_grows_in_proportion(document, find_programmes, size=20_000)
