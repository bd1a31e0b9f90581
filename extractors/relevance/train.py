"""Fit the relevance weights: ``python -m extractors.relevance.train GOLD_DIR…``.

Training texts are the articles of the folders and the short contrast texts beside this
file, written for the purpose because coded articles are nearly all relevant. The fit
is ridge logistic regression by Newton steps, so it needs no library and ends in the
same weights every time. Five folds tell how it does on articles not trained on.
"""

import csv
import json
import math
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extractors.document import read_document
from extractors.relevance.features import relevance_features
from models.records import ArticleText

_RIDGE = 0.6
_STEPS = 40
_FOLDS = 5
_THRESHOLD = 0.2
_VERSION = "relevance-3"

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One text with its label; ``weight`` balances relevant and irrelevant ones."""

    id: str
    features: dict[str, float]
    relevant: bool


def read_examples(folders: Iterable[Path]) -> list[Example]:
    """The gold articles of the folders, then the packaged contrast texts."""
    examples = []
    for path in (path for folder in folders for path in sorted(folder.glob("*.json"))):
        article = json.loads(path.read_text(encoding="utf-8"))
        examples.append(_example(article["id"], article["text"], relevant=article["relevant"]))
    source = resources.files("extractors.relevance") / "contrast.csv"
    rows = csv.DictReader(source.read_text(encoding="utf-8").splitlines())
    for number, row in enumerate(rows):
        examples.append(_example(f"contrast-{number}", row["text"], relevant=row["relevant"] == "1"))
    return examples


def _example(key: str, text: str, *, relevant: bool) -> Example:
    document = read_document(ArticleText(id=key, text=text))
    return Example(key, relevance_features(document), relevant)


def fit(examples: Sequence[Example], names: Sequence[str]) -> Vector:
    """Bias and weights; both classes weigh the same in the fit."""
    matrix = _matrix(examples, names)
    target = np.array([float(example.relevant) for example in examples])
    share = float(target.mean())
    weight = np.where(target > 0, 0.5 / share, 0.5 / (1.0 - share))
    ridge = np.eye(matrix.shape[1]) * _RIDGE
    ridge[0, 0] = 1e-6
    solution = np.zeros(matrix.shape[1])
    for _ in range(_STEPS):
        probability = 1.0 / (1.0 + np.exp(-np.clip(matrix @ solution, -30, 30)))
        gradient = matrix.T @ (weight * (probability - target)) + ridge @ solution
        curvature = (matrix * (weight * probability * (1 - probability))[:, None]).T @ matrix + ridge
        solution = solution - np.linalg.solve(curvature, gradient)
    return solution


def _matrix(examples: Sequence[Example], names: Sequence[str]) -> Vector:
    return np.array([[1.0, *(example.features[name] for name in names)] for example in examples])


def predict(solution: Vector, examples: Sequence[Example], names: Sequence[str]) -> Vector:
    """Probabilities of relevance."""
    scores = np.clip(_matrix(examples, names) @ solution, -30, 30)
    return np.asarray(1.0 / (1.0 + np.exp(-scores)))


def cross_validated(examples: Sequence[Example], names: Sequence[str]) -> Vector:
    """Each example's probability by a model that has not seen it."""
    result = np.zeros(len(examples))
    for fold in range(_FOLDS):
        held = [index for index in range(len(examples)) if index % _FOLDS == fold]
        seen = [examples[index] for index in range(len(examples)) if index % _FOLDS != fold]
        result[held] = predict(fit(seen, names), [examples[index] for index in held], names)
    return result


def f1_of(probabilities: Vector, examples: Sequence[Example]) -> float:
    """F1 of the relevant class at the threshold."""
    hit = sum(p >= _THRESHOLD and e.relevant for p, e in zip(probabilities, examples, strict=True))
    wrong = sum((p >= _THRESHOLD) != e.relevant for p, e in zip(probabilities, examples, strict=True))
    return 2 * hit / (2 * hit + wrong) if hit else 0.0


def main(arguments: Sequence[str]) -> int:
    """Fit on folders of coded articles, report the folds, write the weights."""
    examples = read_examples(map(Path, arguments))
    names = sorted(examples[0].features)
    held_out = cross_validated(examples, names)
    report = [f"{len(examples)} texts, five-fold F1 {f1_of(held_out, examples):.4f}"]
    report += [
        f"  {example.id}: {'relevant' if example.relevant else 'irrelevant'}, {probability:.2f}"
        for example, probability in zip(examples, held_out, strict=True)
        if (probability >= _THRESHOLD) != example.relevant
    ]
    solution = fit(examples, names)
    weights = {name: round(float(value), 4) for name, value in zip(names, solution[1:], strict=True)}
    data = {
        "version": _VERSION,
        "bias": round(float(solution[0]), 4),
        "threshold": _THRESHOLD,
        "weights": weights,
    }
    assert_finite(weights)
    target = Path(__file__).with_name("weights.json")
    target.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write("\n".join([*report, f"written: {target}"]) + "\n")
    return 0


def assert_finite(weights: dict[str, float]) -> None:
    """Refuse weights that would make every page relevant or none."""
    if not all(math.isfinite(value) for value in weights.values()):
        raise ValueError("the fit did not converge")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
