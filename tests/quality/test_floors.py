"""Extraction on the open gold articles must not get worse than tests/quality/floors.json says.

A floor that is not kept: make the reading better, or lower the floor by hand in a commit
of its own that says why. When scores rise: python scripts/raise_floors.py.
"""

from pathlib import Path

import pytest

from extractors.evaluation.floors import (
    Floors,
    broken,
    corpus_hash,
    measured,
    raised,
    read_floors,
    write_floors,
)
from extractors.evaluation.gold import read_gold
from extractors.evaluation.running import predict
from extractors.evaluation.scoring import score_articles, summarise
from extractors.toolkit import load_toolkit

TESTS = Path(__file__).resolve().parents[1]
OPEN = TESTS / "gold" / "open"
FLOORS = TESTS / "quality" / "floors.json"


def test_the_floors_belong_to_these_articles() -> None:
    assert corpus_hash(OPEN) == read_floors(FLOORS).corpus


def test_no_score_is_under_its_floor() -> None:
    gold = read_gold(OPEN)
    rows = summarise(score_articles(gold, predict(gold, load_toolkit())), rounds=0)
    floors = read_floors(FLOORS)
    assert set(floors.least) == set(rows)
    assert broken(floors, measured(rows)) == []


@pytest.mark.parametrize(
    ("floor", "score", "expected"),
    [(0.80, 0.9149, 0.90), (0.80, 0.92, 0.91), (0.80, 0.80, 0.80), (0.80, 0.70, 0.80), (0.0, 0.005, 0.0)],
)
def test_floors_rise_and_never_fall(floor: float, score: float, expected: float) -> None:
    before = Floors(corpus="", least={"core": {"precision": floor}})
    assert raised(before, {"core": {"precision": score}}).least == {"core": {"precision": expected}}


def test_floors_survive_their_file(tmp_path: Path) -> None:
    floors = Floors(corpus="ab", least={"core": {"precision": 0.9, "recall": 0.85}, "full": {"recall": 0.5}})
    write_floors(floors, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == floors
    assert broken(floors, {"core": {"precision": 0.9, "recall": 0.84}, "full": {"recall": 0.6}}) == [
        "core: recall 0.8400 is under its floor 0.85"
    ]


def test_the_hash_sees_every_change(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}", "utf-8")
    before = corpus_hash(tmp_path)
    (tmp_path / "b.json").write_text("{}", "utf-8")
    assert corpus_hash(tmp_path) != before
