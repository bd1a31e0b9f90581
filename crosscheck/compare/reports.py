"""Reports against reports: two values for one key, running totals that fall."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from crosscheck.compare.agencies import different, same_body
from crosscheck.compare.statements import Statement
from crosscheck.compare.tolerances import Tolerances, bounds
from crosscheck.compare.values import Key, Reported, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Statements on one key that cannot all be true.

    ``revision``: one body named them one after the other. ``bodies``: bodies of
    different sorts are credited. ``undated``: a report without a date is among them.
    """

    key: Key
    statements: tuple[Statement, ...]
    revision: bool
    bodies: bool
    undated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FallingTotal:
    """A running count that is smaller than an earlier one of the same year."""

    earlier: Statement
    later: Statement


def conflicts(by_key: Mapping[Key, Sequence[Statement]], tolerances: Tolerances) -> Iterator[Conflict]:
    """Keys on which independent articles state values that exclude one another."""
    for key, stated in by_key.items():
        if len(stated) < 2 or key.unit is None:
            continue
        clashing = [pair for pair in combinations(stated, 2) if _clash(*pair, tolerances)]
        if clashing:
            yield _conflict(key, clashing)


def _conflict(key: Key, clashing: Sequence[tuple[Statement, Statement]]) -> Conflict:
    members = {id(one): one for pair in clashing for one in pair}
    ordered = tuple(sorted(members.values(), key=lambda one: (one.value, one.qualifier)))
    pairs = [(a, b) for one, other in clashing for a in one.figures for b in other.figures]
    return Conflict(
        key=key,
        statements=ordered,
        revision=any(same_body(a.source, b.source) and a.published != b.published for a, b in pairs),
        bodies=all(different(a.source, b.source) for a, b in pairs),
        undated=any(not statement.dated for statement in ordered),
    )


def _clash(one: Statement, other: Statement, tolerances: Tolerances) -> bool:
    """Whether two statements of different articles exclude one another."""
    if one.stories & other.stories:
        # An article that gives both numbers knows of both: two bodies, or a correction.
        return False
    if _meet(one, other, tolerances):
        return False
    return not (_only_grew(one, other) or _only_grew(other, one) or _fell(one, other) or _fell(other, one))


def _meet(one: Statement, other: Statement, tolerances: Tolerances) -> bool:
    first = bounds(one.value, one.qualifier, tolerances)
    return first.meets(bounds(other.value, other.qualifier, tolerances))


def _only_grew(early: Statement, late: Statement) -> bool:
    """An unfinished count that a later report finds larger."""
    return early.running and early.value <= late.value and _before(early, late)


def _fell(early: Statement, late: Statement) -> bool:
    """An unfinished count that a later report finds smaller: a falling total, told of there."""
    return early.running and early.value > late.value and _before(early, late)


def _before(early: Statement, late: Statement) -> bool:
    last = max((figure.published for figure in early.figures if figure.published), default=None)
    first = min((figure.published for figure in late.figures if figure.published), default=None)
    return last is not None and first is not None and last < first


def falling_totals(
    by_key: Mapping[Key, Sequence[Statement]], tolerances: Tolerances
) -> Iterator[FallingTotal]:
    """Later running counts of a year that are smaller than an earlier one; each once."""
    scopes: dict[tuple[Scope, int], list[Statement]] = {}
    for key, stated in by_key.items():
        if key.span.from_january and key.unit is not None:
            scopes.setdefault((key.scope, key.span.first), []).extend(stated)
    for stated in scopes.values():
        for later in stated if len(stated) > 1 else ():
            higher = [one for one in stated if one.value > later.value and _falls(one, later, tolerances)]
            if higher:
                yield FallingTotal(earlier=max(higher, key=lambda one: one.value), later=later)


def _falls(earlier: Statement, later: Statement, tolerances: Tolerances) -> bool:
    if _meet(earlier, later, tolerances) or not _knows_more(earlier, later):
        return False
    pairs = [(a, b) for a in earlier.figures for b in later.figures]
    return not any(different(a.source, b.source) for a, b in pairs)


def _knows_more(earlier: Statement, later: Statement) -> bool:
    """Whether the later one surely covers more time: later months, or the same read later."""
    if earlier.key.span.last < later.key.span.last:
        # 'Tahun ini' in an undated article may end in any month.
        return later.dated and _until(later) > _until(earlier)
    return earlier.key == later.key and earlier.running and _before(earlier, later)


def _until(statement: Statement) -> int:
    return max(figure.until for figure in statement.figures)


def all_figures(stated: Iterable[Statement]) -> tuple[Reported, ...]:
    """The figures of several statements."""
    return tuple(figure for one in stated for figure in one.figures)
