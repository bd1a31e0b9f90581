"""Parts and totals as evidence for a reading; no number is ever corrected."""

from collections.abc import Sequence

from extractors.figures.groups import Group
from extractors.figures.reading import Label, Reading
from models.vocabulary import Population, Violence

_TELLING = 15
"""Two small numbers add up to a third by chance."""
_MANY = 24
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
        if whole and Population.WOMEN in parts and parts & _YOUNG and Population.MEN not in parts:
            told[parent.candidate.start] = Population.WOMEN_CHILDREN
    return told | _sums_of_both([member for group in groups for member in group.members])


def _sums_of_both(readings: Sequence[Reading]) -> dict[int, Population]:
    """Numbers without words for whom that a count of women and one of children add up to.

    The article's first figure may be the sum of counts of which only one names whom it counts.
    """
    head = readings[0].value if readings else 0
    women = [one for one in readings if one.population is Population.WOMEN]
    children = [one for one in readings if one.population is Population.CHILDREN]
    sums = {
        (one.value + two.value, one.when.year)
        for one in women[:_MANY]
        for two in children[:_MANY]
        if one.when == two.when and one.region == two.region and one.unit == two.unit
        if (one.own.population and two.own.population)
        or ((one.own.population or two.own.population) and one.value + two.value == head)
    }
    return {
        one.candidate.start: Population.WOMEN_CHILDREN
        for one in readings
        if one.value >= _TELLING
        and not one.own.population
        and one.population is not Population.WOMEN_CHILDREN
        and one.violence is Violence.ANY
        and (one.value, one.when.year) in sums
    }
