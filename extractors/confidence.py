"""How likely a figure is right, from what spoke for and against it while it was read.

A logistic curve over the signs that extractors/figures/certainty.py names, fitted on coded
articles by extractors/evaluation/fitting.py; docs/evaluation.md shows how reliable it is.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from models.errors import ModelMissingError

FILE = Path(__file__).with_name("weights") / "confidence" / "weights.json"
_LIMIT = 1e-4


@dataclass(frozen=True, slots=True)
class Certainty:
    """Weights of signs; a sign without a weight says nothing."""

    intercept: float
    weights: Mapping[str, float]

    def __call__(self, signs: Mapping[str, float]) -> float:
        """The expected share of right figures among those with these signs."""
        return logistic(
            self.intercept
            + sum(self.weights.get(name, 0.0) * amount for name, amount in signs.items() if amount)
        )


def load_certainty(path: Path = FILE) -> Certainty:
    """The shipped weights.

    Raises:
        ModelMissingError: the file is missing or holds no weights.
    """
    try:
        content = json.loads(path.read_text("utf-8"))
        weights = {name: float(weight) for name, weight in content["weights"].items()}
        return Certainty(float(content["intercept"]), weights)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise ModelMissingError(
            f"{path} holds no weights of confidence: {problem}.",
            cure="Run 'make train DATA=…' or install the package again with its weights.",
        ) from problem


def log_odds(chance: float) -> float:
    """The log-odds of a chance, kept finite."""
    kept = min(max(chance, _LIMIT), 1 - _LIMIT)
    return math.log(kept / (1 - kept))


def logistic(odds: float) -> float:
    """The chance of log-odds."""
    return 1 / (1 + math.exp(-min(max(odds, -30.0), 30.0)))
