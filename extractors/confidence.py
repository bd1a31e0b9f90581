"""The shipped curve that turns a figure's raw confidence into the share of such figures that are right.

Fitted by extractors/evaluation/calibration.py; docs/evaluation.md shows how reliable it is.
"""

import json
import math
from dataclasses import dataclass
from pathlib import Path

from models.errors import ModelMissingError

FILE = Path(__file__).with_name("confidence.json")
_LIMIT = 1e-4


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic curve over the log-odds of a raw confidence."""

    slope: float
    intercept: float

    def __call__(self, confidence: float) -> float:
        """The expected share of right figures among those of this raw confidence."""
        return logistic(self.slope * log_odds(confidence) + self.intercept)


def load_calibration(path: Path = FILE) -> Calibration:
    """The shipped curve.

    Raises:
        ModelMissingError: the file is missing or holds no curve.
    """
    try:
        content = json.loads(path.read_text("utf-8"))
        return Calibration(float(content["slope"]), float(content["intercept"]))
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise ModelMissingError(
            f"{path} holds no calibration: {problem}.",
            cure="Run 'python -m extractors.evaluation.calibration tests/gold/open' or install again.",
        ) from problem


def log_odds(chance: float) -> float:
    """The log-odds of a chance, kept finite."""
    kept = min(max(chance, _LIMIT), 1 - _LIMIT)
    return math.log(kept / (1 - kept))


def logistic(odds: float) -> float:
    """The chance of log-odds."""
    return 1 / (1 + math.exp(-min(max(odds, -30.0), 30.0)))
