"""Legitimate sums of official counts, each labelled; everything else stays incomparable.

Made within one dataset only: over the categories of one column when all of them are
there, over populations that the dataset itself shows to be disjoint, over months that
tile a year, over all regions of the next level. A key that the dataset states twice with
different values is left out, and so is every sum over it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from crosscheck.compare.spans import Span, tiling
from crosscheck.compare.values import Key, Official, Scope
from models.populations import PARTITIONS
from models.vocabulary import Population

# A victim has one sex, age, schooling, job and marital status, a case one place. One victim
# may suffer several forms of violence and get several services, so those are not summed.
_PARTITIONING = ("sex", "age", "education", "work", "place", "marital")
_LAST_AGE = 200

Pool = dict[Key, Official]


def with_sums(official: Iterable[Official], children: Mapping[str, frozenset[str]]) -> tuple[Official, ...]:
    """Every usable count and every sum that follows from the counts of its dataset."""
    datasets: dict[int, list[Official]] = {}
    for count in official:
        datasets.setdefault(count.dataset, []).append(count)
    parents = {child: parent for parent, below in children.items() for child in below}
    made = (_dataset(counts, children, parents) for counts in datasets.values())
    return tuple(chain.from_iterable(made))


def ambiguous_keys(official: Iterable[Official]) -> frozenset[Key]:
    """Keys that one dataset states with different values."""
    values: dict[tuple[int, Key], set[int]] = {}
    for count in official:
        values.setdefault((count.dataset, count.key), set()).add(count.value)
    return frozenset(key for (_, key), stated in values.items() if len(stated) > 1)


def _dataset(
    counts: Sequence[Official], children: Mapping[str, frozenset[str]], parents: Mapping[str, str]
) -> Iterable[Official]:
    ambiguous = ambiguous_keys(counts)
    pool: Pool = {count.key: count for count in counts if count.key not in ambiguous}
    for kind in _PARTITIONING:
        _add(pool, _over_categories(pool, ambiguous, kind, parents))
    for whole, parts in PARTITIONS:
        if _disjoint(pool, whole, parts):
            _add(pool, _over_populations(pool, whole, parts))
    _add(pool, _over_months(pool))
    for _ in range(3):
        _add(pool, _over_regions(pool, children, parents))
    return pool.values()


def _add(pool: Pool, sums: Iterable[Official]) -> None:
    """A sum never replaces what the table states itself."""
    for made in list(sums):
        pool.setdefault(made.key, made)


def _sum(parts: Sequence[Official], key: Key, how: str) -> Official:
    return Official(
        ids=tuple(dict.fromkeys(number for part in parts for number in part.ids)),
        key=key,
        value=sum(part.value for part in parts),
        dataset=parts[0].dataset,
        sum_of=tuple(dict.fromkeys([*(label for part in parts for label in part.sum_of), how])),
    )


def _over_categories(
    pool: Pool, ambiguous: frozenset[Key], kind: str, parents: Mapping[str, str]
) -> Iterator[Official]:
    groups: dict[Key, dict[str, Official | None]] = {}
    for key in chain(pool, ambiguous):
        part = _part(key.breakdown, kind)
        if part is not None:
            total = key.restricted(_without(key.breakdown, part))
            groups.setdefault(total, {})[part] = pool.get(key)
    everywhere: dict[tuple[object, ...], set[str]] = {}
    for total, parts in groups.items():
        everywhere.setdefault((parents.get(total.region), *total[1:]), set()).update(parts)
    for total, parts in groups.items():
        known = [count for count in parts.values() if count is not None]
        if len(known) == len(parts) and _complete(
            kind, total, set(parts), everywhere[(parents.get(total.region), *total[1:])]
        ):
            yield _sum(known, total, "categories")


@lru_cache(maxsize=65_536)
def _part(breakdown: str | None, kind: str) -> str | None:
    parts = breakdown.split("; ") if breakdown else []
    return next((part for part in parts if part.startswith(f"{kind}:")), None)


@lru_cache(maxsize=65_536)
def _without(breakdown: str | None, part: str) -> str | None:
    rest = [other for other in (breakdown or "").split("; ") if other != part]
    return "; ".join(rest) or None


def _complete(kind: str, total: Key, present: set[str], everywhere: set[str]) -> bool:
    """All categories that any neighbouring region has in that time; for ages, all years of life."""
    if kind == "age":
        return present == everywhere and _covers_ages(total.population, present)
    return present == everywhere and len(present) > 1


def _covers_ages(population: Population, parts: set[str]) -> bool:
    first, last = 0, _LAST_AGE
    if population in (Population.CHILDREN, Population.GIRLS, Population.BOYS):
        last = 17
    elif population in (Population.WOMEN, Population.MEN):
        first = 18
    spans = sorted(span for part in parts if (span := _ages(part.removeprefix("age:"))) is not None)
    position = first
    for span in spans:
        if span.first != position:
            return False
        position = span.last + 1
    return position > last


def _ages(text: str) -> Span | None:
    if text.endswith("+") and text[:-1].isdigit():
        return Span(int(text[:-1]), _LAST_AGE)
    first, _, last = text.partition("-")
    return Span(int(first), int(last)) if first.isdigit() and last.isdigit() else None


def _disjoint(pool: Pool, whole: Population, parts: Sequence[Population]) -> bool:
    """Whether the dataset shows that these parts make up that whole.

    Girls, boys and women are disjoint by their meaning. 'Women' beside 'children' is so
    only where the dataset's own totals are their sums; often girls are in both.
    """
    sums = []
    for count in pool.values():
        if count.key.population is whole:
            keys = [count.key.of(part) for part in parts]
            if all(key in pool for key in keys):
                sums.append((count.value, sum(pool[key].value for key in keys)))
    if any(total != made for total, made in sums):
        return False
    return bool(sums) or Population.CHILDREN not in parts


def _over_populations(pool: Pool, whole: Population, parts: Sequence[Population]) -> Iterator[Official]:
    for key, first in list(pool.items()):
        if key.population is parts[0]:
            keys = [key.of(part) for part in parts[1:]]
            if all(other in pool for other in keys):
                counts = [first, *(pool[other] for other in keys)]
                yield _sum(counts, key.of(whole), "population")


def _over_months(pool: Pool) -> Iterator[Official]:
    scopes: dict[Scope, list[Official]] = {}
    for count in pool.values():
        scopes.setdefault(count.key.scope, []).append(count)
    for scope, counts in scopes.items():
        spans = [count.key.span for count in counts]
        for year in {span.year for span in spans if not span.is_year}:
            target = Span(year * 12, year * 12 + 11)
            chosen = tiling(target, spans)
            if chosen is not None:
                yield _sum([counts[index] for index in chosen], scope.during(target), "months")


def _over_regions(
    pool: Pool, children: Mapping[str, frozenset[str]], parents: Mapping[str, str]
) -> Iterator[Official]:
    groups: dict[Key, list[Official]] = {}
    for key, count in pool.items():
        parent = parents.get(key.region)
        if parent is not None:
            groups.setdefault(key.in_region(parent), []).append(count)
    for key, counts in groups.items():
        if len(counts) == len(children[key.region]):
            yield _sum(counts, key, "regions")
