"""Second opinion on the fields of figures: learned scores beside the rules' answers."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from extractors.figures.material import Material
from extractors.figures.reading import Reading, When
from extractors.nlp.weights import SHIPPED
from extractors.ranking.history import find_links, history
from extractors.ranking.options import Field, OptionFinder, Value, context
from extractors.ranking.trees import Ensemble, read_ensembles
from models.vocabulary import Population, Violence


class FieldRanker:
    """Chooses each field's value by learned score plus what the rule's answer is worth.

    A rule's answer that is none of the options stands. ``worth`` is in log-odds: how
    much likelier the rule's answer is than another of the same learned score, as
    measured on articles that neither rules nor trees were made from.
    """

    def __init__(self, trees: Mapping[Field, Ensemble], worth: Mapping[Field, float]) -> None:
        self._trees = trees
        self._worth = worth

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that are ranked."""
        return tuple(self._trees)

    def revise(self, material: Material, readings: Sequence[Reading]) -> None:
        """Set the ranked fields of an article's figures, and multiply in how sure each choice is."""
        ordered = sorted(readings, key=lambda reading: reading.candidate.start)
        finder = OptionFinder(material, ordered)
        links = find_links(material, ordered)
        shared = [context(ordered, index, material) for index in range(len(ordered))]
        for field, trees in self._trees.items():
            chosen: list[Value] = []
            for index, reading in enumerate(ordered):
                ruled = ruled_value(field, reading)
                options = finder.options(field, reading)
                value, sure = ruled, 1.0
                if ruled in options:
                    values = list(options)
                    rows = [options[v] | shared[index] | history(links[index], chosen, v) for v in values]
                    scores = trees.score(rows)
                    scores[values.index(ruled)] += self._worth[field]
                    best = int(np.argmax(scores))
                    value, sure = values[best], 1 / float(np.exp(scores - scores[best]).sum())
                chosen.append(value)
                if value != ruled:
                    set_value(field, reading, value)
                reading.confidence *= math.sqrt(sure)


def ruled_value(field: Field, reading: Reading) -> Value:
    """A field's value as the rules left it."""
    if field is Field.PERIOD:
        return (reading.when.year, reading.when.period)
    if field is Field.REGION:
        return reading.region
    return reading.population if field is Field.POPULATION else reading.violence


def set_value(field: Field, reading: Reading, value: Value) -> None:
    """Put a value into a field of a figure."""
    match field, value:
        case Field.REGION, str():
            reading.region = value
        case Field.PERIOD, (int() | None as year, str() | None as period):
            reading.when = When(year=year, period=period)
        case Field.POPULATION, Population():
            reading.population = value
        case Field.VIOLENCE, Violence():
            reading.violence = value
        case _:
            raise TypeError(f"{value!r} is no {field}")


def load_ranker(path: Path | None = None) -> FieldRanker:
    """The shipped ranker.

    Raises:
        ModelMissingError: its file is missing or holds no trees.
    """
    trees, worth = read_ensembles(path or SHIPPED / "ranking" / "fields.json")
    return FieldRanker(
        {Field(name): ensemble for name, ensemble in trees.items()},
        {Field(name): amount for name, amount in worth.items()},
    )
