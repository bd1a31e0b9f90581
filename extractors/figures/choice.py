"""One decision as scored options: named features, readable weights, a swappable scorer.

Every decision about a figure (is it one, which unit, which region …) lists its
options with features; the best score wins. :class:`LinearScorer` multiplies by
the weights below; a trained scorer with the same method may take its place.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from extractors.figures.weights import WEIGHTS
from extractors.toolkit import Scorer

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Option(Generic[V]):
    """One possible answer and what speaks for it."""

    value: V
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Choice(Generic[V]):
    """The chosen answer; ``confidence`` is the soft share of its score among the options."""

    value: V
    confidence: float
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class LinearScorer:
    """Sum of weight times feature, by decision."""

    weights: Mapping[str, Mapping[str, float]] = field(default_factory=lambda: WEIGHTS)

    def score(self, decision: str, features: Mapping[str, float]) -> float:
        """The option's score; an unknown feature counts nothing."""
        table = self.weights.get(decision, {})
        return sum(table.get(name, 0.0) * amount for name, amount in features.items() if amount)


def choose(decision: str, options: Sequence[Option[V]], scorer: Scorer) -> Choice[V]:
    """The best-scored option; the first of equals. ``options`` must not be empty."""
    scores = [scorer.score(decision, option.features) for option in options]
    best = max(range(len(options)), key=lambda index: scores[index])
    value = options[best].value
    rivals = [score for index, score in enumerate(scores) if options[index].value != value]
    margin = scores[best] - max(rivals) if rivals else 6.0
    confidence = 1 / (1 + math.exp(-min(max(margin, -30.0), 30.0)))
    return Choice(value, confidence, options[best].features)
