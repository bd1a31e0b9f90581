"""One article against itself: parts that do not make their total, a direction its figures deny."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from crosscheck.compare.spans import tiling
from crosscheck.compare.tolerances import Bounds, Tolerances, bounds
from crosscheck.compare.values import Key, Reported, grouped
from models.populations import PARTITIONS, holds
from models.vocabulary import Population, Violence

# Each counted thing has one of these; of forms of violence, services and statuses it may have several.
_BESIDE = (Violence.OFFENDER_CHILD, Violence.CUSTODY, Violence.CHILD_MARRIAGE)
_EXCLUSIVE = ("age", "education", "work", "place", "marital", "sex")
_INSIDE = (*_EXCLUSIVE, "type", "perpetrator")

Parts = Mapping[Key, Sequence[Reported]]
"""The figures, by what they count, that lie inside one total."""


class Fault(StrEnum):
    """How parts and total disagree."""

    UNEQUAL = "unequal"
    TOO_MUCH = "too_much"
    PART_ABOVE_TOTAL = "part_above_total"


@dataclass(frozen=True, slots=True, kw_only=True)
class BadSum:
    """A total and parts of it, in one article, that cannot both be right."""

    total: Reported
    parts: tuple[Reported, ...]
    fault: Fault

    @property
    def sum(self) -> int:
        """What the parts make."""
        return sum(part.value for part in self.parts)


def bad_sums(reported: Iterable[Reported], tolerances: Tolerances) -> Iterator[BadSum]:
    """Every total of every article whose parts contradict it; one finding a total."""
    articles: dict[tuple[int, str], list[Reported]] = {}
    for figure in reported:
        articles.setdefault((figure.story, figure.key.region), []).append(figure)
    for figures in articles.values():
        if len(figures) > 1:
            yield from _of_article(figures, tolerances)


def _of_article(figures: Sequence[Reported], tolerances: Tolerances) -> Iterator[BadSum]:
    by_key = grouped(figures)
    for total, stated in by_key.items():
        parts = {key: same for key, same in by_key.items() if _is_part(key, total)}
        if not parts:
            continue
        # A total that the article gives twice may be right once.
        found = [_first_fault(one, parts, tolerances) for one in stated]
        faults = [fault for fault in found if fault is not None]
        if len(faults) == len(stated):
            yield faults[0]


def _first_fault(total: Reported, by_key: Parts, tolerances: Tolerances) -> BadSum | None:
    stated = bounds(total.value, total.qualifier, tolerances)
    for parts, complete in _partitions(total.key, by_key):
        made = _added(parts, tolerances)
        if made.low > stated.high:
            fault = Fault.UNEQUAL if complete else Fault.TOO_MUCH
        elif complete and made.high < stated.low:
            fault = Fault.UNEQUAL
        else:
            continue
        return BadSum(total=total, parts=tuple(parts), fault=fault)
    return _part_above(total, by_key, tolerances)


def _added(parts: Sequence[Reported], tolerances: Tolerances) -> Bounds:
    each = [bounds(part.value, part.qualifier, tolerances) for part in parts]
    return Bounds(sum(one.low for one in each), sum(one.high for one in each))


def _partitions(total: Key, by_key: Parts) -> Iterator[tuple[list[Reported], bool]]:
    """Sets of parts of the total, and whether each set must make all of it."""
    for whole, populations in PARTITIONS:
        if total.population is whole:
            parts = _once(by_key, [total.of(part) for part in populations])
            # Everybody is more than women, men and children only where somebody's sex is unknown.
            if parts:
                yield parts, whole is not Population.ALL
    restricted = [key for key in by_key if key.breakdown != total.breakdown]
    for kind in _EXCLUSIVE if len(restricted) > 1 else ():
        keys = [key for key in restricted if str(key.breakdown).startswith(f"{kind}:")]
        parts = _once(by_key, keys) if len(keys) > 1 else []
        if parts:
            yield parts, False
    months = [key for key in by_key if key.span != total.span]
    chosen = tiling(total.span, [key.span for key in months]) if len(months) > 1 else None
    if chosen is not None:
        parts = _once(by_key, [months[index] for index in chosen])
        if parts:
            yield parts, True


def _once(by_key: Parts, keys: Sequence[Key]) -> list[Reported]:
    """The one figure of each key; nothing if a key is missing or stated twice."""
    found = [by_key.get(key, []) for key in keys]
    return [figures[0] for figures in found] if all(len(figures) == 1 for figures in found) else []


def _part_above(total: Reported, by_key: Parts, tolerances: Tolerances) -> BadSum | None:
    """A single part that is larger than its total, along whatever dimension."""
    stated = bounds(total.value, total.qualifier, tolerances)
    for key, figures in by_key.items():
        # From January on, a larger part is a falling total and told of there.
        if key.span != total.key.span and key.span.from_january:
            continue
        for part in figures:
            if bounds(part.value, part.qualifier, tolerances).low > stated.high:
                return BadSum(total=total, parts=(part,), fault=Fault.PART_ABOVE_TOTAL)
    return None


def _is_part(part: Key, total: Key) -> bool:
    """Whether the part restricts the total in one dimension, in which it must lie inside it."""
    if part.unit is not total.unit:
        return False
    differing = (
        (part.population is not total.population)
        + (part.violence is not total.violence)
        + (part.breakdown != total.breakdown)
        + (part.span != total.span)
    )
    return differing == 1 and _lies_inside(part, total)


def _lies_inside(part: Key, total: Key) -> bool:
    kind = (part.breakdown or "").partition(":")[0]
    return (
        holds(total.population, part.population)
        and (
            part.violence is total.violence
            or (total.violence is Violence.ANY and part.violence not in _BESIDE)
        )
        and (part.breakdown == total.breakdown or (total.breakdown is None and kind in _INSIDE))
        and total.span.contains(part.span)
    )
