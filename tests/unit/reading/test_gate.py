"""What the cheap gate lets through."""

import json
from pathlib import Path

import pytest

from extractors.reading.gate import gate_page, gate_text
from tests.unit.reading.sample_pages import article_page, document, story

OPEN = Path(__file__).parents[2] / "gold" / "open"


def test_every_relevant_article_of_the_open_gold_set_passes() -> None:
    articles = [json.loads(path.read_text("utf-8")) for path in sorted(OPEN.glob("*.json"))]
    stopped = [
        article["id"] for article in articles if article["relevant"] and not gate_text(article["text"]).passed
    ]
    assert articles
    assert stopped == []


@pytest.mark.parametrize(
    "text",
    [
        "Harga cabai di pasar induk naik dua kali lipat menjelang hari raya, kata pedagang.",
        "Kesebelasan tamu menang empat gol lewat babak tambahan di stadion kota.",
        "Sebanyak 12 korban kebakaran pasar menerima bantuan modal dari pemerintah provinsi.",
        "Anak sekolah dasar menanam mangrove bersama nelayan di pesisir utara.",
    ],
)
def test_other_news_is_stopped(text: str) -> None:
    assert not gate_text(text).passed


@pytest.mark.parametrize(
    "text",
    [
        "UPTD PPA menerima 12 aduan.",
        "Pencabulan terhadap pelajar bertambah.",
        "Perempuan korban penganiayaan didampingi.",
    ],
)
def test_terms_of_the_field_pass_in_any_form(text: str) -> None:
    assert gate_text(text).passed


def test_a_page_is_judged_by_its_visible_text_alone() -> None:
    other = (
        "Harga cabai di pasar induk naik dua kali lipat menjelang hari raya, kata para pedagang di sana.",
    ) * 8
    script = "<script>var kanal = 'kekerasan seksual';</script>"
    assert gate_page(article_page()).passed
    assert not gate_page(document(story(other) + script, title="Harga Cabai Naik").encode()).passed


def test_a_page_with_hardly_any_text_passes_so_that_the_reader_can_name_it() -> None:
    assert gate_page(document("<p>Mohon tunggu</p>", title="Just a moment...").encode()).passed
