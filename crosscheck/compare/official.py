"""Reported statements beside official counts: match, differs, or why they cannot be compared."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from crosscheck.compare.spans import Span, tiling
from crosscheck.compare.statements import Statement
from crosscheck.compare.tolerances import Bounds, Tolerances, bounds
from crosscheck.compare.values import Key, Official, Scope
from models.vocabulary import FindingKind


class Dimension(StrEnum):
    """What two counts may differ in, in the order in which it is worth naming."""

    UNIT = "unit"
    PERIOD = "period"
    POPULATION = "population"
    VIOLENCE = "violence"
    BREAKDOWN = "breakdown"
    REGION = "region"


class Relation(StrEnum):
    """How the months of the reported count lie to those of the official one."""

    SAME = "same"
    PART = "part"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One statement laid beside official counts of one value."""

    kind: FindingKind
    statement: Statement
    official: tuple[Official, ...]
    dimensions: tuple[Dimension, ...] = ()
    relation: Relation = Relation.SAME

    @property
    def official_value(self) -> int:
        """The official number."""
        return self.official[0].value


class OfficialIndex:
    """Official counts, found by what they are of."""

    def __init__(self, official: Iterable[Official]) -> None:
        self.by_key: dict[Key, list[Official]] = {}
        self.by_scope: dict[Scope, list[Official]] = {}
        self.by_year: dict[tuple[str, int], list[Official]] = {}
        for count in official:
            self.by_key.setdefault(count.key, []).append(count)
            self.by_scope.setdefault(count.key.scope, []).append(count)
            for year in range(count.key.span.first // 12, count.key.span.last // 12 + 1):
                self.by_year.setdefault((count.key.region, year), []).append(count)

    def exactly(self, key: Key) -> list[Official]:
        """Counts of just this, or sums of months that make it up."""
        return self.by_key.get(key) or list(self._tiled(key))

    def _tiled(self, key: Key) -> Iterator[Official]:
        datasets: dict[int, list[Official]] = {}
        for count in self.by_scope.get(key.scope, ()):
            datasets.setdefault(count.dataset, []).append(count)
        for dataset, counts in datasets.items():
            chosen = tiling(key.span, [count.key.span for count in counts])
            if chosen is not None:
                parts = [counts[index] for index in chosen]
                yield Official(
                    ids=tuple(number for part in parts for number in part.ids),
                    key=key,
                    value=sum(part.value for part in parts),
                    dataset=dataset,
                    sum_of=tuple(dict.fromkeys([*(s for part in parts for s in part.sum_of), "months"])),
                )

    def around(self, key: Key) -> list[Official]:
        """Counts of the same region whose months overlap."""
        years = range(key.span.first // 12, key.span.last // 12 + 1)
        found = {id(count): count for year in years for count in self.by_year.get((key.region, year), ())}
        return [count for count in found.values() if count.key.span.overlaps(key.span)]


def compare_statement(
    statement: Statement, index: OfficialIndex, tolerances: Tolerances, *, is_part: bool
) -> list[Comparison]:
    """Every verdict on one statement; none where nothing official speaks of its region and time.

    ``is_part``: its article states the total too, so that only a contradiction is news.
    """
    found = [] if statement.superseded else _verdicts(statement, index, tolerances)
    return [one for one in found if not (is_part and one.kind is FindingKind.NOT_COMPARABLE)]


def _verdicts(statement: Statement, index: OfficialIndex, tolerances: Tolerances) -> list[Comparison]:
    # An unsaid unit is never held against anything, not even against another unsaid one.
    if statement.key.unit is not None:
        exact = index.exactly(statement.key)
        if exact:
            return [*_same_key(statement, exact, tolerances), *_other_unit(statement, index)]
        running = _other_months(statement, index, tolerances)
        if running is not None:
            return [running]
    return _nearest(statement, index)


def _same_key(
    statement: Statement, exact: Sequence[Official], tolerances: Tolerances
) -> Iterator[Comparison]:
    for value, counts in _by_value(exact):
        stated = bounds(statement.value, statement.qualifier, tolerances)
        if stated.meets(Bounds(value, value)):
            yield Comparison(kind=FindingKind.MATCH, statement=statement, official=counts)
        elif statement.running and stated.high < value:
            # Its months were not over: a lower bound, which the official count keeps.
            yield _not_comparable(statement, counts, (Dimension.PERIOD,), Relation.PART)
        else:
            yield Comparison(kind=FindingKind.DIFFERS, statement=statement, official=counts)


def _by_value(counts: Iterable[Official]) -> list[tuple[int, tuple[Official, ...]]]:
    values: dict[int, list[Official]] = {}
    for count in counts:
        values.setdefault(count.value, []).append(count)
    return [(value, tuple(same)) for value, same in sorted(values.items())]


def _not_comparable(
    statement: Statement,
    official: tuple[Official, ...],
    dimensions: tuple[Dimension, ...],
    relation: Relation = Relation.SAME,
) -> Comparison:
    return Comparison(
        kind=FindingKind.NOT_COMPARABLE,
        statement=statement,
        official=official,
        dimensions=dimensions,
        relation=relation,
    )


def _other_unit(statement: Statement, index: OfficialIndex) -> list[Comparison]:
    """Cases and victims of one key: each matches its own, and neither may be held against the other."""
    key = statement.key
    others = [
        count
        for count in index.around(key)
        if count.key.unit is not None
        and count.key.unit is not key.unit
        and count.key.by_unit(key.unit) == key
    ]
    return [_not_comparable(statement, (others[0],), (Dimension.UNIT,))] if others else []


def _other_months(statement: Statement, index: OfficialIndex, tolerances: Tolerances) -> Comparison | None:
    """The same count over months that contain these or lie in them: one bounds the other."""
    span = statement.key.span
    nested = [
        count
        for count in index.by_scope.get(statement.key.scope, ())
        if count.key.span.contains(span) or span.contains(count.key.span)
    ]
    if not nested:
        return None
    nearest = min(nested, key=lambda count: (_apart(count.key.span, span), count.dataset))
    relation = Relation.PART if nearest.key.span.contains(span) else Relation.WHOLE
    stated = bounds(statement.value, statement.qualifier, tolerances)
    broken = stated.low > nearest.value if relation is Relation.PART else stated.high < nearest.value
    if broken:
        return Comparison(
            kind=FindingKind.DIFFERS, statement=statement, official=(nearest,), relation=relation
        )
    return _not_comparable(statement, (nearest,), (Dimension.PERIOD,), relation)


def _apart(one: Span, other: Span) -> int:
    return abs(one.first - other.first) + abs(one.last - other.last)


def _nearest(statement: Statement, index: OfficialIndex) -> list[Comparison]:
    """The official count that differs in the fewest dimensions, one only."""
    key = statement.key
    candidates = [count for count in index.around(key) if _worth_naming(count.key, key)]
    if not candidates:
        return []
    nearest = min(candidates, key=lambda count: (_rank(differing(count.key, key)), count.dataset, count.ids))
    return [_not_comparable(statement, (nearest,), differing(nearest.key, key))]


def _worth_naming(official: Key, key: Key) -> bool:
    """A reported breakdown is set beside official ones of its own sort only."""
    return key.breakdown is None or _sort(official.breakdown) == _sort(key.breakdown)


def _sort(breakdown: str | None) -> str | None:
    return breakdown.partition(":")[0] if breakdown else None


def differing(official: Key, key: Key) -> tuple[Dimension, ...]:
    """The dimensions in which two keys differ."""
    pairs = (
        (Dimension.UNIT, official.unit is not key.unit or key.unit is None),
        (Dimension.PERIOD, official.span != key.span),
        (Dimension.POPULATION, official.population is not key.population),
        (Dimension.VIOLENCE, official.violence is not key.violence),
        (Dimension.BREAKDOWN, official.breakdown != key.breakdown),
        (Dimension.REGION, official.region != key.region),
    )
    return tuple(dimension for dimension, differs in pairs if differs)


def _rank(dimensions: tuple[Dimension, ...]) -> tuple[int, tuple[int, ...]]:
    order = list(Dimension)
    return len(dimensions), tuple(order.index(dimension) for dimension in dimensions)
