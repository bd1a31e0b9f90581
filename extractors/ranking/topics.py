"""Whom figures count where no word near them says so: learned from what articles are about.

A careful coder who reads 'hingga Mei ada 34 laporan' from a women's legal aid office codes women. The
rules find nothing and say 'everyone'; this model, a multinomial logistic regression over the words around the
number, the opening and the whole article, says what such articles count.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from extractors.figures.material import Material
from extractors.figures.reading import Reading
from extractors.nlp.weights import SHIPPED
from models.errors import ModelMissingError
from models.vocabulary import Population

Features = Mapping[str, float]
_WORD = re.compile(r"[^\W\d_]+")
_OPENING = 400
_KEEP_ALL = 0.7
"""Log-odds for 'everyone', the rules' own answer, right once in four on articles new to the rules."""


@dataclass(frozen=True, slots=True)
class TopicModel:
    """Classes and a weight for every known feature and class, shape (features, classes)."""

    classes: tuple[Population, ...]
    rows: Mapping[str, int]
    weights: npt.NDArray[np.float32]

    def chances(self, features: Features) -> dict[Population, float]:
        """The chance of every class, in sum 1."""
        known = [(self.rows[name], amount) for name, amount in features.items() if name in self.rows]
        scores = np.zeros(len(self.classes), dtype=np.float64)
        for row, amount in known:
            scores += self.weights[row] * amount
        shares = np.exp(scores - scores.max())
        return dict(zip(self.classes, (shares / shares.sum()).tolist(), strict=True))


class TopicRanker:
    """Gives a population to the figures that the rules left with everyone."""

    def __init__(self, model: TopicModel) -> None:
        self._model = model

    def revise(self, material: Material, readings: Sequence[Reading]) -> None:
        """Set the populations in place; a figure keeps 'everyone' where that stays the likeliest."""
        open_ones = [reading for reading in readings if reading.population is Population.ALL]
        if not open_ones:
            return
        shared = article_features(material)
        for reading in open_ones:
            chances = self._model.chances(shared | near_features(material, reading))
            reading.population, sure = chosen(chances)
            reading.confidence *= math.sqrt(sure)


def chosen(chances: Mapping[Population, float]) -> tuple[Population, float]:
    """The likeliest population beside the rules' answer 'everyone', and its chance."""
    weighed = dict(chances)
    weighed[Population.ALL] = weighed.get(Population.ALL, 0.0) * math.exp(_KEEP_ALL)
    best = max(weighed, key=lambda population: weighed[population])
    return best, weighed[best] / sum(weighed.values())


def article_features(material: Material) -> dict[str, float]:
    """What the article is about: title, opening, all words, agencies.

    The populations that the rules found beside are left out: on the articles that the rules were made
    with they are nearly always right, and a model that trusts them learns nothing else.
    """
    document = material.document
    features = dict(_words("title", document.title or "", 1.0))
    features |= dict(_words("opening", document.lower[:_OPENING], 0.7))
    counts = Counter(_WORD.findall(document.lower))
    features |= {f"text {word}": min(1.0, 0.3 * number) for word, number in counts.items()}
    for agency in material.agencies:
        features |= dict(_words("agency", document.lower[agency.start : agency.end], 1.0))
    return features


def near_features(material: Material, reading: Reading) -> dict[str, float]:
    """The words of the figure's own span, of its sentence and of the one before, and its unit."""
    document, candidate = material.document, reading.candidate
    sentence = candidate.sentence
    features = dict(_words("own", document.lower[slice(*candidate.own)], 1.0))
    features |= dict(_words("sentence", document.lower[sentence.start : sentence.end], 1.0))
    if sentence.index > 0:
        before = document.sentences[sentence.index - 1]
        features |= dict(_words("before", document.lower[before.start : before.end], 0.7))
    return features | {f"unit {reading.unit}": 1.0, "always": 1.0}


def _words(zone: str, text: str, amount: float) -> Iterator[tuple[str, float]]:
    """Words and pairs of words of a zone."""
    words = _WORD.findall(text.casefold())
    for word in words:
        yield f"{zone} {word}", amount
    for first, second in pairwise(words):
        yield f"{zone} {first} {second}", amount


def save_topics(model: TopicModel, path: Path) -> None:
    """Write a model as JSON with weights in thousandths."""
    names = sorted(model.rows, key=lambda name: model.rows[name])
    thousandths = np.rint(model.weights * 1000).astype(int)
    table = {name: thousandths[model.rows[name]].tolist() for name in names}
    content = {"classes": [str(population) for population in model.classes], "thousandths": table}
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def load_topics(path: Path | None = None) -> TopicModel:
    """The shipped model.

    Raises:
        ModelMissingError: its file is missing.
    """
    path = path or SHIPPED / "topics" / "population.json"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ModelMissingError(
            f"{path} is missing.", cure="Install the package whole, or run make train."
        ) from error
    table = content["thousandths"]
    weights = np.array(list(table.values()), dtype=np.float32) / np.float32(1000)
    rows = {name: row for row, name in enumerate(table)}
    return TopicModel(tuple(map(Population, content["classes"])), rows, weights)
