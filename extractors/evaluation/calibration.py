"""Whether ``confidence`` means what it says, and whether sorting by it finds the errors.

A figure is right when value, region, year, unit, population and violence all agree
with the coder's (the depth ``main``).
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from extractors.evaluation.gold import GoldArticle
from extractors.evaluation.scoring import figure_key
from models.records import Extraction

DEPTH = "main"


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
