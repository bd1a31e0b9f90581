"""The report keeps the text as it is and colours every number."""

from pathlib import Path

import pytest

from extractors.evaluation.page import markers, table, write_between
from extractors.evaluation.pairing import pair_figures
from extractors.evaluation.report import colour, render_report
from extractors.evaluation.values import find_value
from models.errors import BadInputError
from models.vocabulary import Population

from .making import coded, figure, reading

TEXT = "Kota Serang mencatat 1.254 kasus <anak>, lalu dua belas korban & 7 kasus."
MANY = figure(1254, "mencatat 1.254 kasus", TEXT)
TWELVE = figure(12, "dua belas korban", TEXT)
SEVEN = figure(7, "7 kasus", TEXT)


def test_the_pieces_are_the_text() -> None:
    pieces = list(colour(TEXT, pair_figures([MANY, TWELVE], [MANY, SEVEN])))
    assert "".join(piece.text for piece in pieces) == TEXT
    strong = {piece.text: piece.verdict for piece in pieces if piece.strong}
    assert strong == {"1.254": "full", "dua belas": "missed", "7": "spurious"}


def test_numbers_are_found_in_digits_and_words() -> None:
    assert TEXT[slice(*find_value(TEXT, MANY))] == "1.254"
    assert TEXT[slice(*find_value(TEXT, TWELVE))] == "dua belas"
    assert TEXT[slice(*find_value(TEXT, figure(3, "Kota Serang", TEXT)))] == "Kota Serang"


@pytest.mark.parametrize(("language", "word"), [("id", "terlewat"), ("en", "missed")])
def test_the_report_escapes_and_tells_both_readings(language: str, word: str) -> None:
    read = figure(7, "7 kasus", TEXT, population=Population.WOMEN)
    page = render_report([coded(TEXT, TWELVE, SEVEN)], reading(read), title="Laporan", language=language)
    assert "&lt;anak&gt;" in page
    assert word in page
    assert "<s>women</s> <b>all</b>" in page


def test_only_what_stands_between_the_markers_is_replaced(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    begin, end = markers("open")
    page.write_text(f"before\n{begin}\nold\n{end}\nafter\n", "utf-8")
    write_between(page, "open", table(("a", "b"), [("1|2", "\\3")]))
    assert page.read_text("utf-8").splitlines() == [
        "before",
        begin,
        "",
        "| a | b |",
        "| --- | --- |",
        "| 1\\|2 | \\3 |",
        "",
        end,
        "after",
    ]
    with pytest.raises(BadInputError, match="no place for the scores of 'sealed'"):
        write_between(page, "sealed", "x")
