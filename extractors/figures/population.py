"""Whom the counted violence was done to: own words, else inherited, else everyone."""

from collections.abc import Sequence

from extractors.figures.anchors import Anchor
from extractors.figures.choice import Choice, Option, choose
from extractors.figures.cues import ADULT, FEMALE, MALE, Cue, CueKind
from extractors.figures.groups import Group
from extractors.figures.material import Material, within
from extractors.figures.reading import Label, Reading
from extractors.figures.zones import Zones, opening_span, title_span
from extractors.toolkit import Scorer
from models.vocabulary import Population, Unit

_YOUNG = {Population.CHILDREN, Population.GIRLS, Population.BOYS}
_SIMPLE = {FEMALE: Population.WOMEN, MALE: Population.MEN}


def frame_population(
    material: Material, group: Group, zones: Zones, anchor: Anchor | None, scorer: Scorer
) -> Choice[Population]:
    """The population that a list's items inherit."""
    base = anchor.frame.population if anchor else Population.ALL
    options = [Option(Population.ALL, {"default": 1.0})]
    if anchor:
        options.append(Option(base, {"anchor": 1.0}))
    cues = [cue for cue in material.cues if cue.kind is CueKind.POPULATION]
    seen: dict[str, list[Cue]] = {}
    for zone, cue in zones.mentions(cues):
        seen.setdefault(zone, []).append(cue)
    options += [
        Option(value, {zone: 1.0, "composite": float(value is Population.WOMEN_CHILDREN)})
        for zone, found in seen.items()
        if (value := _joined(found, base)) is not None
    ]
    shared = _first_sibling(group)
    if shared:
        value = _joined(shared, base)
        if value is not None:
            options.append(Option(value, {"first_sibling": 1.0}))
    options += _document_options(material, cues)
    return choose("population", options, scorer)


def own_population(reading: Reading, base: Population) -> Population:
    """The population with the item's own words laid over what it inherits."""
    if reading.unit is Unit.PERPETRATORS:
        return base
    value = _joined(reading.own.population, base)
    return base if value is None else value


def _joined(cues: Sequence[Cue], base: Population) -> Population | None:
    """One population out of the cues of one zone."""
    values = [refined(cue.value, base) for cue in cues]
    kinds = set(values)
    if not kinds:
        return None
    if Population.WOMEN_CHILDREN in kinds:
        return Population.WOMEN_CHILDREN
    if kinds == {Population.WOMEN, Population.CHILDREN}:
        return (
            Population.WOMEN_CHILDREN if base is Population.WOMEN_CHILDREN or len(cues) == 2 else values[-1]
        )
    if kinds & {Population.GIRLS, Population.BOYS} and len(kinds - {Population.CHILDREN}) == 1:
        return next(iter(kinds - {Population.CHILDREN}))
    return values[-1]


def refined(value: str, base: Population) -> Population:
    """A cue's population given what it is said of: 'perempuan' among children are girls."""
    if value == FEMALE:
        return Population.GIRLS if base in _YOUNG else Population.WOMEN
    if value == MALE:
        return Population.BOYS if base in _YOUNG else Population.MEN
    if value == ADULT:
        return base if base in (Population.ALL, Population.MEN) else Population.WOMEN
    return Population(value)


def _first_sibling(group: Group) -> list[Cue]:
    """Cues of the first item that stand before the words its list varies by."""
    first = group.members[0]
    if Label.POPULATION in group.labels or len(group.members) < 2:
        return []
    if any(member.own.population for member in group.members[1:]):
        return []
    if Label.VIOLENCE not in group.labels:
        return list(first.own.population)
    label = min((cue.start for cue in first.own.violence if not cue.generic), default=first.candidate.start)
    return [cue for cue in first.own.population if cue.start < label]


def _document_options(material: Material, cues: Sequence[Cue]) -> list[Option[Population]]:
    options: list[Option[Population]] = []
    for name, span in (("title", title_span(material)), ("opening", opening_span(material))):
        found = within(cues, *span)
        if found:
            value = _topic(found)
            options.append(Option(value, {name: 1.0, "composite": float(value is Population.WOMEN_CHILDREN)}))
    if any(cue.value == Population.WOMEN_CHILDREN for cue in cues):
        options.append(Option(Population.WOMEN_CHILDREN, {"document": 1.0, "composite": 1.0}))
    return options


def _topic(cues: Sequence[Cue]) -> Population:
    """What the headline or opening is about: the composite where it occurs, else the commonest."""
    values = [refined(cue.value, Population.ALL) for cue in cues]
    if Population.WOMEN_CHILDREN in values:
        return Population.WOMEN_CHILDREN
    return max(set(values), key=lambda value: (values.count(value), -values.index(value)))
