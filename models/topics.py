"""What belongs to which topic of the digest."""

from collections.abc import Collection, Mapping

from models.vocabulary import Population, Topic, Violence

_VIOLENCE: Mapping[Topic, frozenset[Violence]] = {
    Topic.SEXUAL: frozenset({Violence.SEXUAL}),
    Topic.DOMESTIC: frozenset({Violence.DOMESTIC}),
    Topic.PHYSICAL: frozenset({Violence.PHYSICAL}),
    Topic.PSYCHOLOGICAL: frozenset({Violence.PSYCHOLOGICAL}),
    Topic.NEGLECT: frozenset({Violence.NEGLECT, Violence.CUSTODY}),
    Topic.TRAFFICKING: frozenset({Violence.TRAFFICKING, Violence.EXPLOITATION}),
    Topic.ONLINE: frozenset({Violence.ONLINE}),
    Topic.BULLYING: frozenset({Violence.BULLYING}),
    Topic.CHILD_MARRIAGE: frozenset({Violence.CHILD_MARRIAGE}),
    Topic.OFFENDER_CHILD: frozenset({Violence.OFFENDER_CHILD}),
}
_POPULATIONS: Mapping[Topic, frozenset[Population]] = {
    Topic.CHILDREN: frozenset(
        {Population.CHILDREN, Population.GIRLS, Population.BOYS, Population.WOMEN_CHILDREN}
    ),
    Topic.WOMEN: frozenset({Population.WOMEN, Population.WOMEN_CHILDREN}),
}


def belongs(topics: Collection[Topic], population: Population, violence: Violence) -> bool:
    """Whether a figure of that kind is wanted; no topic chosen means every figure is."""
    if not topics:
        return True
    return any(
        violence in _VIOLENCE.get(topic, ()) or population in _POPULATIONS.get(topic, ()) for topic in topics
    )


def programmes_wanted(topics: Collection[Topic]) -> bool:
    """Whether programmes are wanted."""
    return not topics or Topic.PROGRAMMES in topics
