"""Whom a count is credited to when offices label the items of a list."""

from extractors.pipeline import extract
from extractors.toolkit import load_bare_toolkit
from models.records import ArticleText


def test_a_lower_office_of_the_service_says_where() -> None:
    text = (
        "Polda Gorontalo menangani 40 kasus kekerasan terhadap anak sepanjang 2023. "
        "Polres Boalemo menangani 12 kasus. Dinas P3A Gorontalo mendampingi 7 kasus."
    )
    figures = extract(ArticleText(id="x", text=text), load_bare_toolkit()).figures
    sources = {figure.value: figure.source for figure in figures}
    assert sources[40] == sources[12] == "Polda Gorontalo"
    assert sources[7] == "Dinas P3A Gorontalo"
