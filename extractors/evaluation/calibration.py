"""Whether ``confidence`` means what it says, and a monotone correction that makes it so.

A figure is right when value, region, year, unit, population and violence all agree
with the coder's (the depth ``main``). The correction is Platt's: a logistic curve
over the log-odds of the raw confidence, with his smoothed targets (Platt,
'Probabilistic outputs for support vector machines', 1999). It keeps the order of the
figures, so it changes what the number means, not who comes first.

``python -m extractors.evaluation.calibration tests/gold/open`` fits it anew.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from rich.console import Console

from extractors.confidence import FILE, Calibration, log_odds, logistic
from extractors.evaluation.gold import GoldArticle, read_gold
from extractors.evaluation.running import predict
from extractors.evaluation.scoring import figure_key
from extractors.toolkit import load_toolkit
from models.errors import KawalError
from models.records import Extraction

DEPTH = "main"
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Sample:
    """One predicted figure: its article, its confidence, and whether a coder agrees."""

    article_id: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Figures of one range of confidence: how sure they claim to be, and how many are right."""

    low: float
    high: float
    count: int
    claimed: float
    right: float


def collect_samples(gold: Sequence[GoldArticle], predicted: Mapping[str, Extraction]) -> list[Sample]:
    """One sample a predicted figure; a coded figure answers for one of them only."""
    samples: list[Sample] = []
    for one in gold:
        left: Counter[tuple[Hashable, ...]] = Counter(
            figure_key(figure, DEPTH) for figure in one.coded.figures
        )
        extraction = predicted.get(one.article.id)
        for figure in extraction.figures if extraction else ():
            key = figure_key(figure, DEPTH)
            samples.append(Sample(one.article.id, figure.confidence, left[key] > 0))
            left[key] -= 1
    return samples


def fit_calibration(samples: Sequence[Sample], *, steps: int = 50) -> Calibration:
    """The curve of greatest likelihood, found by Newton's method."""
    right = sum(sample.right for sample in samples)
    high, low = (right + 1) / (right + 2), 1 / (len(samples) - right + 2)
    points = [(log_odds(sample.confidence), high if sample.right else low) for sample in samples]
    slope, intercept = 1.0, 0.0
    for _ in range(steps):
        step = _newton_step(points, slope, intercept)
        slope, intercept = slope - step[0], intercept - step[1]
        if abs(step[0]) + abs(step[1]) < 1e-9:
            break
    return Calibration(max(slope, 0.0), intercept)


def _newton_step(
    points: Iterable[tuple[float, float]], slope: float, intercept: float
) -> tuple[float, float]:
    first, constant, square, cross, total = 0.0, 0.0, 1e-6, 0.0, 1e-6
    for odds, target in points:
        chance = logistic(slope * odds + intercept)
        error, spread = chance - target, chance * (1 - chance)
        first += error * odds
        constant += error
        square += spread * odds * odds
        cross += spread * odds
        total += spread
    determinant = square * total - cross * cross
    return (total * first - cross * constant) / determinant, (square * constant - cross * first) / determinant


def cross_validate(samples: Sequence[Sample], *, folds: int = FOLDS) -> list[Sample]:
    """The samples with the confidence that a curve fitted on other articles gives them."""
    by_fold: dict[int, list[Sample]] = {}
    for sample in samples:
        by_fold.setdefault(_fold_of(sample.article_id, folds), []).append(sample)
    done: list[Sample] = []
    for fold, own in by_fold.items():
        others = [sample for other, rest in by_fold.items() if other != fold for sample in rest]
        curve = fit_calibration(others)
        done += [replace(sample, confidence=curve(sample.confidence)) for sample in own]
    return done


def _fold_of(article_id: str, folds: int) -> int:
    return int(sha256(article_id.encode()).hexdigest()[:8], 16) % folds


def reliability(samples: Sequence[Sample], *, parts: int = 10) -> list[Bin]:
    """Claimed and true share of right figures in each range of confidence that occurs."""
    ranges: dict[int, list[Sample]] = {}
    for sample in samples:
        ranges.setdefault(min(int(sample.confidence * parts), parts - 1), []).append(sample)
    return [
        Bin(
            low=index / parts,
            high=(index + 1) / parts,
            count=len(found),
            claimed=sum(sample.confidence for sample in found) / len(found),
            right=sum(sample.right for sample in found) / len(found),
        )
        for index, found in sorted(ranges.items())
    ]


def calibration_error(samples: Sequence[Sample]) -> float:
    """Mean distance between claimed and true share over the ranges, weighted by their figures."""
    return sum(abs(row.claimed - row.right) * row.count for row in reliability(samples)) / max(
        len(samples), 1
    )


def brier(samples: Sequence[Sample]) -> float:
    """Mean squared distance between confidence and truth; lower is better."""
    return sum((sample.confidence - sample.right) ** 2 for sample in samples) / max(len(samples), 1)


def ranking_area(samples: Sequence[Sample]) -> float | None:
    """Chance that a wrong figure is less sure than a right one (area under the ROC curve).

    Null when there is nothing to tell apart.
    """
    right = sorted(sample.confidence for sample in samples if sample.right)
    wrong = sorted(sample.confidence for sample in samples if not sample.right)
    if not right or not wrong:
        return None
    below = equal = 0
    for confidence in right:
        below += sum(other < confidence for other in wrong)
        equal += sum(other == confidence for other in wrong)
    return (below + 0.5 * equal) / (len(right) * len(wrong))


def errors_found_first(samples: Sequence[Sample], *, share: float = 0.25) -> float | None:
    """Share of the wrong figures met by a reviewer who reads only the least sure ``share``."""
    wrong = sum(not sample.right for sample in samples)
    if not wrong:
        return None
    ordered = sorted(samples, key=lambda sample: sample.confidence)
    read = ordered[: round(share * len(ordered))]
    return sum(not sample.right for sample in read) / wrong


def write_calibration(samples: Sequence[Sample], path: Path = FILE) -> Calibration:
    """Fit on all samples and write the curve with what cross-validation says of it."""
    curve = fit_calibration(samples)
    held_out = cross_validate(samples)
    content = {
        "slope": round(curve.slope, 4),
        "intercept": round(curve.intercept, 4),
        "depth": DEPTH,
        "figures": len(samples),
        "articles": len({sample.article_id for sample in samples}),
        "cross_validated": {
            "brier": round(brier(held_out), 4),
            "brier_uncalibrated": round(brier(samples), 4),
            "calibration_error": round(calibration_error(held_out), 4),
            "calibration_error_uncalibrated": round(calibration_error(samples), 4),
            "ranking_area": _rounded(ranking_area(held_out)),
        },
    }
    path.write_text(json.dumps(content, indent=1) + "\n", "utf-8")
    return curve


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 4)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit the shipped curve on a folder of coded articles."""
    parser = argparse.ArgumentParser(prog="python -m extractors.evaluation.calibration", description=__doc__)
    parser.add_argument("gold", type=Path, help="coded articles")
    parser.add_argument("--out", type=Path, default=FILE, help="where the curve goes")
    options = parser.parse_args(arguments)
    console = Console(stderr=True)
    try:
        gold = read_gold(options.gold)
        raw = replace(load_toolkit(), calibrate=None)
        curve = write_calibration(collect_samples(gold, predict(gold, raw)), options.out)
    except KawalError as error:
        console.print(f"[red]{error}[/red]")
        return error.exit_code
    console.print(f"{options.out}: {curve}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
