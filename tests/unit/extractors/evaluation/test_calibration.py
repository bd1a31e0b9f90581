"""Confidence means what it says, and reviewers who sort by it meet the errors first."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.confidence import FILE, Certainty, load_certainty
from extractors.evaluation.calibration import (
    Sample,
    brier,
    calibration_error,
    errors_found_first,
    ranking_area,
    reliability,
)
from extractors.evaluation.fitting import (
    Example,
    collect_examples,
    cross_validate,
    fit_certainty,
    read_examples,
    write_certainty,
    write_examples,
)
from extractors.toolkit import load_toolkit
from models.errors import BadInputError, ModelMissingError

from .making import coded, figure

# Figures with a region of their own are right in nine of ten cases, those without in three.
EXAMPLES = [
    Example(
        Sample(f"berita-{number % 25}", 0.5, number % 10 < right), {"region:own": own, "noise": number % 7}
    )
    for own, right in ((1.0, 9), (0.0, 3))
    for number in range(200)
]
OVERSURE = [Sample("a", 0.9, number % 10 < 6) for number in range(200)] + [
    Sample("a", 0.6, number % 10 < 2) for number in range(200)
]


def test_the_weights_tell_the_true_shares() -> None:
    certainty = fit_certainty(EXAMPLES, penalty=0.1)
    assert certainty({"region:own": 1.0, "noise": 3}) == pytest.approx(0.9, abs=0.03)
    assert certainty({"noise": 3}) == pytest.approx(0.3, abs=0.03)


def test_other_articles_teach_a_better_confidence() -> None:
    held_out = cross_validate(EXAMPLES)
    before = [example.sample for example in EXAMPLES]
    assert len(held_out) == len(EXAMPLES)
    assert brier(held_out) < brier(before)
    assert ranking_area(before) == 0.5
    assert (ranking_area(held_out) or 0) > 0.7


def test_nothing_can_be_learnt_without_errors() -> None:
    right = [example for example in EXAMPLES if example.sample.right]
    with pytest.raises(BadInputError, match="right and wrong figures"):
        fit_certainty(right)


@given(st.dictionaries(st.sampled_from(sorted(load_certainty().weights)), st.floats(-1e6, 1e6)))
def test_the_shipped_weights_give_a_chance(signs: dict[str, float]) -> None:
    assert 0 <= load_certainty()(signs) <= 1


def test_every_figure_of_an_article_is_an_example_with_its_signs() -> None:
    text = (
        "Serang – UPTD PPA Kota Serang menangani 41 kasus kekerasan terhadap anak sepanjang 2024. "
        "Dari jumlah itu 23 kasus kekerasan seksual dan 18 kasus kekerasan fisik."
    )
    examples = collect_examples([coded(text, figure(41, "41 kasus", text))], load_toolkit())
    assert len(examples) == 3
    assert all(example.signs["figures"] > 1 for example in examples)


def test_recorded_readings_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "first.jsonl"
    write_examples(path, EXAMPLES[:20])
    kept = read_examples(path)
    assert [(e.sample.article_id, e.sample.right) for e in kept] == [
        (e.sample.article_id, e.sample.right) for e in EXAMPLES[:20]
    ]
    assert all(
        old.signs[name] == kept[index].signs.get(name, 0.0)
        for index, old in enumerate(EXAMPLES[:20])
        for name in old.signs
    )


def test_reliability_counts_every_figure_once() -> None:
    rows = reliability(OVERSURE)
    assert [(row.low, row.count, row.right) for row in rows] == [(0.6, 200, 0.2), (0.9, 200, 0.6)]
    assert calibration_error(OVERSURE) == pytest.approx(0.35)


def test_sorting_by_confidence_finds_errors() -> None:
    samples = [Sample("a", tenths / 10, tenths > 2) for tenths in range(1, 9)]
    assert ranking_area(samples) == 1.0
    assert errors_found_first(samples) == 1.0
    assert ranking_area([Sample("a", 0.5, True)]) is None


def test_written_weights_are_read_again(tmp_path: Path) -> None:
    path = tmp_path / FILE.name
    report = write_certainty(EXAMPLES, path)
    assert (report["ranking_area"] or 0) > 0.7
    assert load_certainty(path).weights["region:own"] > 0
    path.write_text("[]", "utf-8")
    with pytest.raises(ModelMissingError, match="holds no weights"):
        load_certainty(path)


def test_unknown_signs_say_nothing() -> None:
    assert Certainty(0.0, {"known": 1.0})({"unknown": 5.0}) == 0.5
