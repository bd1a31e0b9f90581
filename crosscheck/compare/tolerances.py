"""How far numbers may lie apart, and how much a difference matters. Settings, shown with every result."""

import math
from dataclasses import dataclass
from typing import NamedTuple

from models.vocabulary import Qualifier, Severity

_STEPS = (Severity.INFO, Severity.NOTE, Severity.WARNING, Severity.SERIOUS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerances:
    """The rules of comparison; docs/cross-check.md explains each."""

    exact_absolute: int = 0
    """An exactly stated figure may be off by this many and still match."""
    exact_share: float = 0.0
    """… or by this share of itself."""
    about_share: float = 0.10
    """A figure stated as 'sekitar' stands for itself give or take this share."""
    small_difference: int = 5
    """A difference below this many is a note."""
    small_share: float = 0.05
    """… and so is one of at most this share."""
    large_difference: int = 10
    """A difference is serious from this many on,"""
    large_share: float = 0.25
    """… if it is also at least this share."""
    min_confidence: float = 0.0
    """Figures read with less confidence are not looked at."""


class Bounds(NamedTuple):
    """The values a stated number may stand for."""

    low: float
    high: float

    def meets(self, other: "Bounds") -> bool:
        """Whether both may stand for one number."""
        return self.low <= other.high and other.low <= self.high


def bounds(value: int, qualifier: Qualifier, tolerances: Tolerances) -> Bounds:
    """What a figure may mean, given how exactly it is stated."""
    if qualifier is Qualifier.EXACT and not (tolerances.exact_absolute or tolerances.exact_share):
        return Bounds(value, value)
    if qualifier is Qualifier.AT_LEAST:
        return Bounds(value, math.inf)
    if qualifier is Qualifier.AT_MOST:
        return Bounds(0, value)
    if qualifier is Qualifier.ABOUT:
        slack = math.ceil(value * tolerances.about_share)
    else:
        slack = max(tolerances.exact_absolute, math.floor(value * tolerances.exact_share))
    return Bounds(value - slack, value + slack)


def severity_of(one: int, other: int, tolerances: Tolerances) -> Severity:
    """Note, warning or serious, by the size of the difference; share is of the larger number."""
    difference = abs(one - other)
    share = difference / max(one, other, 1)
    if difference < tolerances.small_difference or share <= tolerances.small_share:
        return Severity.NOTE
    if difference >= tolerances.large_difference and share >= tolerances.large_share:
        return Severity.SERIOUS
    return Severity.WARNING


def lowered(severity: Severity) -> Severity:
    """One step less, never below a note: there may be an innocent explanation."""
    return _STEPS[max(1, _STEPS.index(severity) - 1)]
