"""What went wrong, in a list that a person can read: missed, spurious, and fields mistaken for others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extractors.evaluation.gold import GoldArticle
from extractors.evaluation.pairing import Pair, pair_figures, said
from models.records import Extraction, FigureRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """One error and the words it stands in."""

    article_id: str
    value: int
    evidence: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """One field's coded value read as another, with where it happened."""

    field: str
    coded: str
    predicted: str
    instances: tuple[Instance, ...]


@dataclass(slots=True, kw_only=True)
class Errors:
    """All errors of a set of articles."""

    missed: list[Instance] = field(default_factory=list)
    spurious: list[Instance] = field(default_factory=list)
    confusions: list[Confusion] = field(default_factory=list)
    """The most frequent first."""


def find_errors(gold: Sequence[GoldArticle], predicted: Mapping[str, Extraction]) -> Errors:
    """Everything that went wrong with the figures."""
    errors = Errors()
    mistaken: dict[tuple[str, str, str], list[Instance]] = {}
    for one in gold:
        for pair in article_pairs(one, predicted):
            if pair.verdict == "missed":
                errors.missed += _instances(one, pair.coded)
            elif pair.verdict == "spurious":
                errors.spurious += _instances(one, pair.predicted)
            for name, instance in _mistaken(one, pair):
                mistaken.setdefault(name, []).append(instance)
    ranked = sorted(mistaken.items(), key=lambda item: (-len(item[1]), item[0]))
    errors.confusions = [
        Confusion(field=name, coded=coded, predicted=read, instances=tuple(found))
        for (name, coded, read), found in ranked
    ]
    return errors


def article_pairs(one: GoldArticle, predicted: Mapping[str, Extraction]) -> list[Pair]:
    """The pairs of one article; everything is missed where there is no prediction."""
    extraction = predicted.get(one.article.id)
    return pair_figures(one.coded.figures, extraction.figures if extraction else ())


def describe(figure: FigureRecord) -> str:
    """A figure in one line: '12 cases · 36.73 · 2024 · women · domestic'."""
    parts: Iterable[object] = (
        f"{figure.value} {figure.unit or 'null'}",
        figure.region or "null",
        figure.period or figure.year or "null",
        figure.population,
        figure.violence,
        figure.breakdown,
        figure.qualifier if figure.qualifier != "exact" else None,
    )
    return " · ".join(str(part) for part in parts if part is not None)


def _instances(one: GoldArticle, figure: FigureRecord | None) -> Iterator[Instance]:
    if figure is not None:
        yield Instance(
            article_id=one.article.id,
            value=figure.value,
            evidence=figure.evidence,
            description=describe(figure),
        )


def _mistaken(one: GoldArticle, pair: Pair) -> Iterator[tuple[tuple[str, str, str], Instance]]:
    coded, predicted = pair.coded, pair.predicted
    if coded is None or predicted is None:
        return
    for name in pair.differing:
        key = (name, said(coded, name), said(predicted, name))
        yield from ((key, instance) for instance in _instances(one, coded))
