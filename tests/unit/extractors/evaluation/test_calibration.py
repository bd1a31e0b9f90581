"""The curve keeps order, fits what was seen, and reviewers meet the errors first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.confidence import FILE, Calibration, load_calibration
from extractors.evaluation.calibration import (
    Sample,
    brier,
    calibration_error,
    cross_validate,
    errors_found_first,
    fit_calibration,
    ranking_area,
    reliability,
    write_calibration,
)
from models.errors import ModelMissingError

# Figures that claim 0.9 and are right in six of ten cases; figures that claim 0.6 and are right in two.
OVERSURE = [
    Sample(f"berita-{number % 25}", claimed, number % 10 < right)
    for claimed, right in ((0.9, 6), (0.6, 2))
    for number in range(200)
]


def test_the_fitted_curve_tells_the_true_shares() -> None:
    curve = fit_calibration(OVERSURE)
    assert curve(0.9) == pytest.approx(0.6, abs=0.02)
    assert curve(0.6) == pytest.approx(0.2, abs=0.02)


def test_other_articles_teach_a_better_confidence() -> None:
    held_out = cross_validate(OVERSURE)
    assert len(held_out) == len(OVERSURE)
    assert brier(held_out) < brier(OVERSURE)
    assert calibration_error(held_out) < calibration_error(OVERSURE)


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_shipped_curve_is_monotone_and_stays_a_chance(one: float, other: float) -> None:
    curve = load_calibration()
    low, high = sorted((one, other))
    assert 0 <= curve(low) <= curve(high) <= 1


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_any_samples_can_be_fitted(points: list[tuple[float, bool]]) -> None:
    curve = fit_calibration([Sample("berita", confidence, right) for confidence, right in points])
    assert curve.slope >= 0
    assert 0 <= curve(0.5) <= 1


def test_reliability_counts_every_figure_once() -> None:
    rows = reliability(OVERSURE)
    assert [(round(row.low, 1), row.count, round(row.right, 1)) for row in rows] == [
        (0.6, 200, 0.2),
        (0.9, 200, 0.6),
    ]


def test_sorting_by_confidence_finds_errors() -> None:
    samples = [
        Sample("a", confidence, confidence > 0.25) for confidence in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
    ]
    assert ranking_area(samples) == 1.0
    assert errors_found_first(samples) == 1.0
    assert ranking_area([Sample("a", 0.5, True)]) is None


def test_a_written_curve_is_read_again(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("curve") / FILE.name
    written = write_calibration(OVERSURE, path)
    read = load_calibration(path)
    assert (read.slope, read.intercept) == (
        pytest.approx(written.slope, abs=1e-4),
        pytest.approx(written.intercept, abs=1e-4),
    )
    path.write_text("[]", "utf-8")
    with pytest.raises(ModelMissingError, match="holds no calibration"):
        load_calibration(path)


def test_a_flat_curve_is_allowed() -> None:
    assert Calibration(0.0, 0.0)(0.9) == 0.5
