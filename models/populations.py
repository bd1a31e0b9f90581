"""Which population lies inside which, and which parts make up a whole."""

from models.vocabulary import Population

INSIDE: dict[Population, frozenset[Population]] = {
    Population.ALL: frozenset(set(Population) - {Population.ALL}),
    Population.WOMEN_CHILDREN: frozenset(
        {Population.WOMEN, Population.CHILDREN, Population.GIRLS, Population.BOYS}
    ),
    Population.CHILDREN: frozenset({Population.GIRLS, Population.BOYS}),
}

PARTITIONS: tuple[tuple[Population, tuple[Population, ...]], ...] = (
    (Population.CHILDREN, (Population.GIRLS, Population.BOYS)),
    (Population.WOMEN_CHILDREN, (Population.WOMEN, Population.GIRLS, Population.BOYS)),
    (Population.WOMEN_CHILDREN, (Population.WOMEN, Population.CHILDREN)),
    (Population.ALL, (Population.WOMEN, Population.MEN, Population.GIRLS, Population.BOYS)),
    (Population.ALL, (Population.WOMEN, Population.MEN, Population.CHILDREN)),
)


def holds(whole: Population, part: Population) -> bool:
    """Whether everybody in ``part`` is in ``whole``."""
    return whole is part or part in INSIDE.get(whole, frozenset())
