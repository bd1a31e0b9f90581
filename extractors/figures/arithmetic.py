"""Parts and totals as evidence for a reading; no number is ever corrected."""

from collections.abc import Sequence

from extractors.figures.groups import Group
from extractors.figures.reading import Label
from models.vocabulary import Population

_YOUNG = {Population.CHILDREN, Population.GIRLS, Population.BOYS}


def populations_of_parts(groups: Sequence[Group]) -> dict[int, Population]:
    """The population of totals that say none but are split into women and children, by the number's start."""
    told: dict[int, Population] = {}
    for group in groups:
        parent = group.parent
        if parent is None or Label.POPULATION not in group.labels or parent.own.population:
            continue
        parts = {member.population for member in group.members}
        whole = parent.population is not Population.WOMEN_CHILDREN
        if whole and Population.WOMEN in parts and parts & _YOUNG:
            told[parent.candidate.start] = Population.WOMEN_CHILDREN
    return told
