"""Reported figures as statements: one key and value, however many outlets printed it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crosscheck.compare.agencies import same_body
from crosscheck.compare.values import Key, Reported, grouped
from models.populations import holds
from models.vocabulary import Population, Qualifier, Violence


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One number for one key, with everybody who reported it, the earliest first.

    ``superseded``: the body it is credited to has since named another number.
    """

    key: Key
    value: int
    qualifier: Qualifier
    figures: tuple[Reported, ...]
    superseded: bool = False

    @property
    def first(self) -> Reported:
        """The earliest report of it."""
        return self.figures[0]

    @property
    def stories(self) -> frozenset[int]:
        """The articles that state it."""
        return frozenset(figure.story for figure in self.figures)

    @property
    def running(self) -> bool:
        """Whether every report of it came before its months were over."""
        return all(figure.running for figure in self.figures)

    @property
    def dated(self) -> bool:
        """Whether at least one report of it has a date."""
        return any(figure.published is not None for figure in self.figures)


def statements(reported: Iterable[Reported]) -> dict[Key, list[Statement]]:
    """The statements on each key, in the order of their values."""
    return {key: _of_key(key, figures) for key, figures in grouped(reported).items()}


def _of_key(key: Key, figures: Sequence[Reported]) -> list[Statement]:
    groups: dict[tuple[int, Qualifier], list[Reported]] = {}
    for figure in figures:
        groups.setdefault((figure.value, figure.qualifier), []).append(figure)
    old = _superseded(figures) if len(groups) > 1 else frozenset()
    return [
        Statement(
            key=key,
            value=value,
            qualifier=qualifier,
            figures=tuple(sorted(same, key=_by_date)),
            superseded=all(figure.id in old for figure in same),
        )
        for (value, qualifier), same in sorted(groups.items())
    ]


def _by_date(figure: Reported) -> tuple[bool, str, int]:
    return figure.published is None, str(figure.published), figure.id


def _superseded(figures: Sequence[Reported]) -> frozenset[int]:
    """Of several figures credited to one body, all but the latest published."""
    return frozenset(
        figure.id
        for figure in figures
        if any(
            other.value != figure.value
            and other.published is not None
            and figure.published is not None
            and other.published > figure.published
            and same_body(figure.source, other.source)
            for other in figures
        )
    )


def parts_of_totals(reported: Iterable[Reported]) -> frozenset[int]:
    """Figures whose article also states the total they are a part of."""
    articles: dict[tuple[object, ...], list[Reported]] = {}
    for figure in reported:
        place = (figure.story, figure.key.region, figure.key.unit)
        articles.setdefault(place, []).append(figure)
    return frozenset(
        figure.id
        for same in articles.values()
        if len(same) > 1
        for figure in same
        if any(_wider(other.key, figure.key) for other in same)
    )


def _wider(total: Key, part: Key) -> bool:
    """Whether the first key, unlike the second, leaves something open that the second restricts."""
    return (
        total != part
        and total.span.contains(part.span)
        and holds(total.population, part.population)
        and total.violence in (part.violence, Violence.ANY)
        and total.breakdown in (part.breakdown, None)
        and total.population is not Population.MEN
    )
