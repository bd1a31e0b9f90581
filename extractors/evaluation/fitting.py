"""Fits the confidence in figures on coded articles: penalised logistic regression over their signs.

``make train`` writes the weights that ship with the extractors (extractors/training/held_out.py);
``python -m extractors.evaluation.fitting GOLD --out FILE`` fits others on a folder of coded articles.
Both say what cross-validation over articles says of them. With ``--record`` nothing is fitted: the signs
of the figures are kept, as they are read while the articles are new to the rules.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console

from extractors.confidence import Certainty
from extractors.evaluation.calibration import (
    DEPTH,
    Sample,
    brier,
    calibration_error,
    collect_samples,
    errors_found_first,
    ranking_area,
)
from extractors.evaluation.gold import GoldArticle, read_gold
from extractors.pipeline import extract
from extractors.toolkit import Toolkit, load_toolkit
from models.errors import BadInputError, KawalError

FOLDS = 10
PENALTY = 100.0
"""Chosen by cross-validation over articles among 10, 30, 100 and 300."""
FEWEST = 30
"""A sign seen in fewer figures gets no weight."""
_STEPS = 25

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One predicted figure with the signs that spoke for it."""

    sample: Sample
    signs: Mapping[str, float]


@dataclass(slots=True)
class _Recorder:
    """Stands in for the certainty and keeps the signs of each figure in order."""

    seen: list[Mapping[str, float]] = field(default_factory=list)

    def __call__(self, signs: Mapping[str, float], /) -> float:
        self.seen.append(signs)
        return 0.5


def collect_examples(gold: Sequence[GoldArticle], toolkit: Toolkit) -> list[Example]:
    """Every figure that the extractors find, with its signs and whether a coder agrees."""
    examples: list[Example] = []
    for one in gold:
        recorder = _Recorder()
        extraction = extract(one.article, replace(toolkit, calibrate=recorder))
        samples = collect_samples([one], {one.article.id: extraction})
        examples += [Example(sample, signs) for sample, signs in zip(samples, recorder.seen, strict=True)]
    return examples


def fit_certainty(examples: Sequence[Example], *, penalty: float = PENALTY) -> Certainty:
    """The weights of greatest penalised likelihood, found by Newton's method.

    Raises:
        BadInputError: there is nothing to learn from.
    """
    if len({example.sample.right for example in examples}) < 2:
        raise BadInputError(
            "The confidence cannot be fitted without right and wrong figures.",
            cure="Name a folder with more coded articles.",
        )
    seen = Counter(name for example in examples for name, amount in example.signs.items() if amount)
    names = sorted(name for name, count in seen.items() if count >= min(FEWEST, len(examples)))
    raw = np.array(
        [[example.signs.get(name, 0.0) for name in names] for example in examples], dtype=np.float64
    )
    middle, spread = raw.mean(axis=0), raw.std(axis=0) + 1e-9
    scaled = np.hstack([(raw - middle) / spread, np.ones((len(examples), 1))])
    right = np.array([float(example.sample.right) for example in examples])
    fitted = _newton(scaled, right, penalty)
    weights = fitted[:-1] / spread
    return Certainty(
        float(fitted[-1] - weights @ middle),
        {name: round(float(weight), 5) for name, weight in zip(names, weights, strict=True)},
    )


def _newton(scaled: Matrix, right: Matrix, penalty: float) -> Matrix:
    weights = np.zeros(scaled.shape[1])
    ridge = np.diag([*[penalty] * (scaled.shape[1] - 1), 1e-3])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
        slope = scaled.T @ (chance - right) + ridge @ weights
        curvature = (scaled * (chance * (1 - chance))[:, None]).T @ scaled + ridge
        step = np.linalg.solve(curvature, slope)
        weights = weights - step
        if np.abs(step).max() < 1e-8:
            break
    return np.asarray(weights)


def cross_validate(
    examples: Sequence[Example], *, folds: int = FOLDS, penalty: float = PENALTY
) -> list[Sample]:
    """The samples with the confidence that weights fitted on other articles give them."""
    by_fold: dict[int, list[Example]] = {}
    for example in examples:
        by_fold.setdefault(_fold_of(example.sample.article_id, folds), []).append(example)
    done: list[Sample] = []
    for fold, own in by_fold.items():
        others = [example for other, rest in by_fold.items() if other != fold for example in rest]
        certainty = fit_certainty(others, penalty=penalty)
        done += [replace(example.sample, confidence=certainty(example.signs)) for example in own]
    return done


def _fold_of(article_id: str, folds: int) -> int:
    return int(sha256(article_id.encode()).hexdigest()[:8], 16) % folds


def write_certainty(examples: Sequence[Example], path: Path) -> dict[str, float | None]:
    """Fit on all examples and write the weights with what cross-validation says of them.

    ``claimed`` is the mean confidence, ``right`` the share of right figures.
    """
    certainty = fit_certainty(examples)
    held_out = cross_validate(examples)
    count = max(1, len(held_out))
    report = {
        "claimed": _rounded(sum(sample.confidence for sample in held_out) / count),
        "right": _rounded(sum(sample.right for sample in held_out) / count),
        "brier": _rounded(brier(held_out)),
        "calibration_error": _rounded(calibration_error(held_out)),
        "ranking_area": _rounded(ranking_area(held_out)),
        "errors_in_least_sure_quarter": _rounded(errors_found_first(held_out)),
    }
    content = {
        "depth": DEPTH,
        "figures": len(examples),
        "articles": len({example.sample.article_id for example in examples}),
        "cross_validated": report,
        "intercept": round(certainty.intercept, 5),
        "weights": certainty.weights,
    }
    path.write_text(json.dumps(content, indent=1) + "\n", "utf-8")
    return report


def write_examples(path: Path, examples: Iterable[Example]) -> None:
    """Keep the signs of some figures and whether they were right, one a line.

    Recorded when articles are new to the rules, they go on telling how the rules do on such articles.
    """
    lines = [
        json.dumps(
            {
                "article": example.sample.article_id,
                "right": example.sample.right,
                "signs": {name: round(amount, 4) for name, amount in example.signs.items() if amount},
            }
        )
        for example in examples
    ]
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def read_examples(path: Path) -> list[Example]:
    """The figures that :func:`write_examples` kept."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return [Example(Sample(row["article"], 0.5, row["right"]), row["signs"]) for row in rows]


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 4)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit weights on a folder of coded articles."""
    parser = argparse.ArgumentParser(prog="python -m extractors.evaluation.fitting", description=__doc__)
    parser.add_argument("gold", type=Path, help="coded articles")
    parser.add_argument("--out", type=Path, required=True, help="where the weights go")
    parser.add_argument("--record", action="store_true", help="keep signs and verdicts, fit nothing")
    options = parser.parse_args(arguments)
    console = Console(stderr=True, soft_wrap=True)
    try:
        examples = collect_examples(read_gold(options.gold), load_toolkit())
        if options.record:
            write_examples(options.out, examples)
            return 0
        report = write_certainty(examples, options.out)
    except KawalError as error:
        console.print(f"[red]{error}[/red]")
        return error.exit_code
    console.print(f"{options.out}: {report}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
