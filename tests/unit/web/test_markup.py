"""Rows and points as HTML: what comes from the store cannot become markup."""

from dataclasses import replace

import pytest

from models.vocabulary import Language, ProgrammeKind, Qualifier, Verdict, Violence
from tests.unit.web.test_charts import SERIES, published, reported
from web.charts import draw
from web.markup import Writer

WRITER = Writer(Language.INDONESIAN, as_it_is=False)
ATTACK = "<script>alert('1')</script>\"&"
ESCAPED = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&#34;&amp;"


@pytest.mark.parametrize("field", ["outlet", "evidence", "region_name", "breakdown", "region"])
def test_what_comes_from_the_store_is_escaped_in_rows(field: str) -> None:
    row = reported(7, 2024, **{"covered": True, field: f"type:{ATTACK}"})
    assert ESCAPED in (written := str(WRITER.figure_rows([row])))
    assert "<script" not in written


def test_what_comes_from_the_store_is_escaped_in_charts_and_lists() -> None:
    figure = replace(reported(7, 2024), outlet=ATTACK, evidence=ATTACK, covered=True)
    official = replace(published(68, 2024), title=ATTACK)
    chart = draw([figure], [official], SERIES)
    assert chart is not None
    for written in (
        WRITER.chart_points(chart),
        WRITER.chart_lines(chart),
        WRITER.chart_rows(chart),
        WRITER.official_items([official]),
        WRITER.region_names((ATTACK,)),
    ):
        assert ESCAPED in written
        assert "<script" not in written


def test_a_row_says_what_is_about_and_what_a_person_checked() -> None:
    plain = WRITER.figure_rows([reported(1200, 2024)], with_region=False)
    marked = WRITER.figure_rows(
        [replace(reported(7, None), qualifier=Qualifier.AT_LEAST, verdict=Verdict.CORRECTED)]
    )
    assert "<strong>1.200</strong>" in plain
    assert "/wilayah/" not in plain
    assert "checked" not in plain
    assert "<small>sedikitnya</small> <strong>7</strong>" in marked
    assert 'class="checked">✓' in marked


def test_sentences_are_masked_unless_shown_as_they_are() -> None:
    row = replace(reported(1, 2024), evidence="Korban bernama Melatiwati, 13 tahun.", covered=False)
    assert "Melatiwati" not in WRITER.figure_rows([row])
    assert "Melatiwati" in Writer(Language.INDONESIAN, as_it_is=True).figure_rows([row])


def test_words_of_two_vocabularies_that_are_spelled_alike_stay_apart() -> None:
    violence, kind = WRITER.options([Violence.OTHER], None), WRITER.options([ProgrammeKind.OTHER], None)
    assert "kekerasan lain" in violence
    assert "kekerasan lain" not in kind
