import json
from pathlib import Path

import pytest

from extractors.ranking.ranker import load_ranker
from extractors.ranking.trees import ensemble_from
from models.errors import ModelMissingError

STUMPS = {
    "names": ["near", "far"],
    "depth": 2,
    "roots": [0, 5],
    "feature": [0, 0, 1, 0, 0, 1, 0, 0],
    "threshold": [0.5, 0.0, 0.5, 0.0, 0.0, 0.5, 0.0, 0.0],
    "left": [1, 1, 3, 3, 4, 6, 6, 7],
    "right": [2, 1, 4, 3, 4, 7, 6, 7],
    "leaf": [0.0, -1.0, 0.0, 2.0, 3.0, 0.0, 0.25, 0.5],
}


@pytest.mark.parametrize(
    ("row", "score"),
    [
        ({}, -0.75),
        ({"near": 1.0}, 2.25),
        ({"near": 1.0, "far": 1.0}, 3.5),
        ({"near": 0.5, "far": 1.0, "unknown": 9.0}, -0.5),
    ],
)
def test_every_tree_adds_its_leaf(row: dict[str, float], score: float) -> None:
    assert ensemble_from(STUMPS).score([row]).tolist() == [score]


def test_rows_are_scored_independently() -> None:
    rows = [{}, {"near": 1.0}, {}]

    assert ensemble_from(STUMPS).score(rows).tolist() == [-0.75, 2.25, -0.75]


def test_a_missing_or_broken_file_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "fields.json"
    broken.write_text(json.dumps({"fields": {"region": {}}}), encoding="utf-8")

    for path in (tmp_path / "none.json", broken):
        with pytest.raises(ModelMissingError, match="make train"):
            load_ranker(path)
