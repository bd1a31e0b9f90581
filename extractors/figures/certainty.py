"""The signs that speak for or against a figure, named for the confidence in it.

Each decision gives its margin as log-odds and the features of the option that won; one
that the figure's own words settle gives no margin.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from extractors.confidence import log_odds
from extractors.figures.choice import Choice
from extractors.figures.reading import Label, Reading
from models.vocabulary import Population, Violence


def verdict_signs(verdict: Choice[Any]) -> dict[str, float]:
    """What spoke for the number's being a figure at all."""
    return _signs("figure", verdict, own=False)


def scope_signs(
    reading: Reading, scope: Mapping[Label, Choice[Any]], anchor: Choice[Any], siblings: int
) -> dict[str, float]:
    """What spoke for the values of the figure's fields, and what kind of figure it became."""
    signs = {"anchor": log_odds(anchor.confidence)}
    for label, choice in scope.items():
        signs |= _signs(label.value, choice, own=label in reading.labels)
    signs["least"] = log_odds(reading.confidence)
    signs |= {f"assumed:{label.value}": 1.0 for label in reading.assumed}
    return signs | {
        "siblings": min(siblings, 8) / 8,
        "part": float(reading.parent is not None),
        "size": math.log10(1 + max(reading.value, 0)),
        "few": float(reading.value <= 3),
        "broken down": float(reading.breakdown is not None),
        "anyone": float(reading.population is Population.ALL),
        "both": float(reading.population is Population.WOMEN_CHILDREN),
        "any violence": float(reading.violence is Violence.ANY),
        "no unit said": float(reading.candidate.unit is None),
    }


def add_article_signs(readings: Sequence[Reading]) -> None:
    """Let each figure know how many its article states, and whether another has its value."""
    values = Counter(reading.value for reading in readings)
    for reading in readings:
        own = {"figures": math.log(len(readings)), "namesake": float(values[reading.value] > 1)}
        reading.signs = {**reading.signs, **own}


def _signs(decision: str, choice: Choice[Any], *, own: bool) -> dict[str, float]:
    named = {f"{decision}:{name}": float(amount) for name, amount in choice.features.items()}
    margin = {f"{decision}:settled": 1.0} if own else {decision: log_odds(choice.confidence)}
    return {**margin, **named}
