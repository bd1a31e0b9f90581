"""How far two people who judged the same things agree."""

from collections import Counter
from collections.abc import Hashable, Sequence


def share_agreed(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """The share of things on which both said the same; None when there is nothing to compare."""
    return sum(one == other for one, other in pairs) / len(pairs) if pairs else None


def cohen_kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Agreement beyond chance, 1 for perfect and 0 for chance (Cohen 1960).

    None when there is nothing to compare, or when both always gave the one same answer:
    chance alone would then agree too, and the measure is not defined.
    """
    observed = share_agreed(pairs)
    if observed is None:
        return None
    first, second = (Counter(side) for side in zip(*pairs, strict=True))
    by_chance = sum(first[answer] * second[answer] for answer in first) / len(pairs) ** 2
    return None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)
