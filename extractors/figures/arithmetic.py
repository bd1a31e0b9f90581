"""Parts and totals as evidence for a reading; no number is ever corrected."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from operator import attrgetter
from typing import TypeVar

from extractors.figures.groups import Group
from extractors.figures.reading import Label, Reading
from models.vocabulary import Population, Unit, Violence

_T = TypeVar("_T")
_TELLING = 15
"""Two small numbers add up to a third by chance."""
_MANY = 24
_PARTS = 8
_NEAR = 12
"""So many lists after a number may be its parts."""
_YOUNG = {Population.CHILDREN, Population.GIRLS, Population.BOYS}


def populations_of_parts(groups: Sequence[Group]) -> dict[int, Population]:
    """The population of totals that say none but are split into women and children, by the number's start."""
    told: dict[int, Population] = {}
    for group in groups:
        parent = group.parent
        if parent is None or Label.POPULATION not in group.labels or parent.own.population:
            continue
        if _victims_of(group, parent):
            told[parent.candidate.start] = group.members[0].population
            continue
        if any(member.population is Population.GIRLS and _only_young(member) for member in group.members):
            continue  # Girls and women among the females say nothing of the males.
        parts = {member.population for member in group.members}
        whole = parent.population is not Population.WOMEN_CHILDREN
        if whole and Population.WOMEN in parts and parts & _YOUNG and Population.MEN not in parts:
            told[parent.candidate.start] = Population.WOMEN_CHILDREN
    members = [member for group in groups for member in group.members]
    in_order = sorted(members, key=lambda member: member.candidate.start)
    told |= {whole.candidate.start: Population.WOMEN_CHILDREN for whole in _wholes_of_both(in_order)}
    told |= _runs_of_parts(groups) | _sums_of_both(members)
    return told | _cases_of_both(groups, told)


def _only_young(reading: Reading) -> bool:
    return {cue.value for cue in reading.own.population} == {Population.CHILDREN}


def _cases_of_both(groups: Sequence[Group], told: Mapping[int, Population]) -> dict[int, Population]:
    """Cases without words for whom, by the parts of their victims ('19 laporan dengan 27 korban')."""
    return {
        group.parent.candidate.start: told[group.members[0].candidate.start]
        for group in groups
        if group.parent is not None and not group.parent.own.population
        if group.members[0].candidate.start in told and _victims_of(group, group.parent)
    }


_VICTIMS = {Unit.VICTIMS}
_MATTERS = {Unit.CASES, Unit.REPORTS}


def _victims_of(group: Group, parent: Reading) -> bool:
    """Whether as many victims or more are whom the cases struck ('8 kasus, korbannya 15 anak')."""
    one = group.members[0]
    same = one.candidate.sentence.index == parent.candidate.sentence.index
    units = one.unit in _VICTIMS and parent.unit in _MATTERS
    return len(group.members) == 1 and same and units and one.value >= parent.value


def _adding_up(items: Iterable[_T], value: int, size: Callable[[_T], int]) -> list[_T]:
    """The run from the first item on that makes ``value`` exactly; empty where none does."""
    run: list[_T] = []
    left = value
    for item in items:
        run.append(item)
        left -= size(item)
        if left <= 0:
            break
    return run if left == 0 else []


def _kinds_first(groups: Sequence[Group], whole: Reading) -> Iterator[Group]:
    return takewhile(lambda group: _tells_kinds(group, whole), groups)


def _wholes_of_both(readings: Sequence[Reading]) -> Iterator[Reading]:
    """Numbers without words for whom that the numbers right after them make up, both among them."""
    for place, whole in enumerate(readings):
        if whole.own.population or whole.value < _TELLING:
            continue
        parts = _adding_up(readings[place + 1 : place + 1 + _PARTS], whole.value, attrgetter("value"))
        people = {one.population for one in parts if one.own.population}
        same = all(one.own.population and one.violence is whole.violence for one in parts)
        alike = whole.violence is Violence.ANY or same
        if alike and Population.WOMEN in people and people & _YOUNG and Population.MEN not in people:
            yield whole


def _runs_of_parts(groups: Sequence[Group]) -> dict[int, Population]:
    """The people of lists of kinds that together make up a number said to be of one people.

    'Anak 128 kasus, perempuan 58', and later kinds that add up to 128, whomever their sentences name.
    """
    wholes = [member for group in groups for member in group.members if _is_part(member)]
    values = [whole.value for whole in wholes]
    told: dict[int, Population] = {}
    for whole in wholes[:_MANY]:
        if values.count(whole.value) == 1:
            told |= dict.fromkeys(_run_of(whole, groups), whole.population)
    return told


def _is_part(reading: Reading) -> bool:
    single = reading.population in (*_YOUNG, Population.WOMEN)
    return (
        bool(reading.own.population)
        and single
        and reading.value >= _TELLING
        and reading.violence is Violence.ANY
    )


def _run_of(whole: Reading, groups: Sequence[Group]) -> list[int]:
    """The starts of the members of neighbouring lists after ``whole`` that add up to it."""
    after = [group for group in groups if group.members[0].candidate.start > whole.candidate.start][:_NEAR]
    for first in range(len(after)):
        run = _adding_up(_kinds_first(after[first:], whole), whole.value, attrgetter("total"))
        members = [member for group in run for member in group.members]
        if len(members) > 2:
            return [member.candidate.start for member in members if not member.own.population]
    return []


def _tells_kinds(group: Group, whole: Reading) -> bool:
    """Whether a list tells kinds of violence, of no people of its own and of no other total."""
    people = Label.POPULATION in group.labels or Label.REGION in group.labels
    nested = group.parent is not None and group.parent is not whole and group.parent.value == group.total
    return Label.VIOLENCE in group.labels and not people and not nested


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
