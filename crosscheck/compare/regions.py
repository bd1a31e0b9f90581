"""Parts of a region against the whole, and counts that one side does not have at all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosscheck.compare.agencies import different
from crosscheck.compare.statements import Statement
from crosscheck.compare.tolerances import Tolerances, bounds
from crosscheck.compare.values import Key, Material, Official, Reported


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUp:
    """Regions that together exceed the one they lie in; reported or official, never mixed."""

    key: Key
    whole: int
    sum: int
    parts: tuple[tuple[str, int], ...]
    figures: tuple[Reported, ...] = ()
    official: tuple[Official, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A region and year of which only one side speaks."""

    region: str
    year: int
    figures: tuple[Reported, ...] = ()
    official: tuple[Official, ...] = ()


def reported_roll_ups(
    by_key: Mapping[Key, Sequence[Statement]], parents: Mapping[str, str], tolerances: Tolerances
) -> Iterator[RollUp]:
    """Reported regions against their reported parent.

    The least of several values stands for each part and the greatest for the whole, so
    that only what no reading can reconcile is told.
    """
    parts: dict[Key, dict[str, Statement]] = {}
    for key, stated in by_key.items():
        parent = parents.get(key.region)
        if parent is not None and key.unit is not None:
            least = min(stated, key=lambda one: bounds(one.value, one.qualifier, tolerances).low)
            parts.setdefault(key.in_region(parent), {})[key.region] = least
    for key, below in parts.items():
        whole = max(
            by_key.get(key, ()),
            key=lambda one: bounds(one.value, one.qualifier, tolerances).high,
            default=None,
        )
        if whole is None:
            continue
        usable = {region: part for region, part in below.items() if _as_old(part, whole)}
        lows = [bounds(part.value, part.qualifier, tolerances).low for part in usable.values()]
        if usable and sum(lows) > bounds(whole.value, whole.qualifier, tolerances).high:
            yield RollUp(
                key=key,
                whole=whole.value,
                sum=sum(part.value for part in usable.values()),
                parts=tuple(sorted((region, part.value) for region, part in usable.items())),
                figures=(whole.first, *(part.first for part in usable.values())),
            )


def _as_old(part: Statement, whole: Statement) -> bool:
    """A part counted after an unfinished whole proves nothing; nor does another sort of body."""
    if different(part.first.source, whole.first.source):
        return False
    if not whole.running:
        return True
    return part.first.published is not None and part.first.published <= max(
        figure.published for figure in whole.figures if figure.published is not None
    )


def official_roll_ups(official: Iterable[Official], parents: Mapping[str, str]) -> Iterator[RollUp]:
    """Official regions against their official parent, within one dataset; sums are no evidence."""
    stated = {(count.dataset, count.key): count for count in official if not count.sum_of}
    parts: dict[tuple[int, Key], list[Official]] = {}
    for (dataset, key), count in stated.items():
        parent = parents.get(key.region)
        if parent is not None and (dataset, key.in_region(parent)) in stated:
            parts.setdefault((dataset, key.in_region(parent)), []).append(count)
    for place, below in parts.items():
        whole, made = stated[place], sum(part.value for part in below)
        if made > whole.value:
            yield RollUp(
                key=whole.key,
                whole=whole.value,
                sum=made,
                parts=tuple(sorted((part.key.region, part.value) for part in below)),
                official=(whole, *below),
            )


def missing_official(
    material: Material, official: Sequence[Official], *, this_year: int
) -> Iterator[Missing]:
    """Past years with reports of a region whose authorities publish, yet not for that year."""
    published = {(count.key.region, count.key.span.year) for count in official}
    covered = {region for region, _ in published}
    parents = parents_of(material.children)
    years_of_siblings = {(parents.get(region), year) for region, year in published}
    for (region, year), figures in _by_year(material.reported).items():
        siblings = (parents.get(region), year) in years_of_siblings
        if year < this_year and (region, year) not in published and (region in covered or siblings):
            yield Missing(region=region, year=year, figures=tuple(figures))


def missing_reported(material: Material, official: Sequence[Official]) -> Iterator[Missing]:
    """Official totals of regions that are reported on, yet not for that year."""
    reported = _by_year(material.reported)
    known: dict[str, list[int]] = {}
    for region, year in reported:
        known.setdefault(region, []).append(year)
    totals: dict[tuple[str, int], list[Official]] = {}
    for count in official:
        if count.key.breakdown is None and count.key.span.is_year and count.value > 0:
            totals.setdefault((count.key.region, count.key.span.year), []).append(count)
    for (region, year), counts in totals.items():
        years = known.get(region)
        if years and year not in years and min(years) <= year <= max(years):
            widest = max(counts, key=lambda count: (count.value, count.ids))
            yield Missing(region=region, year=year, official=(widest,))


def _by_year(reported: Iterable[Reported]) -> dict[tuple[str, int], list[Reported]]:
    groups: dict[tuple[str, int], list[Reported]] = {}
    for figure in reported:
        groups.setdefault((figure.key.region, figure.key.span.year), []).append(figure)
    return groups


def parents_of(children: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Region code → the code above it."""
    return {child: parent for parent, below in children.items() for child in below}
