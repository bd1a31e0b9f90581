"""The topic model: whom figures count, learned from all coded articles that may be learned from."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extractors.document import read_document
from extractors.evaluation.gold import GoldArticle
from extractors.figures.choice import LinearScorer
from extractors.figures.finding import read_figures
from extractors.pipeline import read_material
from extractors.ranking.topics import TopicModel, article_features, near_features
from extractors.toolkit import Toolkit
from extractors.training.figure_data import _dated as dated, pair_readings
from models.vocabulary import Population

LEAST_ARTICLES = 4
"""A feature of fewer articles is an article's own, not the language's."""
RIDGE = 1.0
LEAST_WEIGHT = 0.02
_STEPS = 150
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class TopicExample:
    """One figure of a coded article: its features, the coder's population, the rules' one."""

    article_id: str
    features: Mapping[str, float]
    coded: Population
    ruled: Population


def topic_examples(articles: Sequence[GoldArticle], toolkit: Toolkit) -> list[TopicExample]:
    """An example of every figure that both coder and rules found."""
    found: list[TopicExample] = []
    for gold in articles:
        material = read_material(read_document(dated(gold.article)), toolkit)
        readings = read_figures(material, toolkit.scorer or LinearScorer())
        shared = article_features(material, readings)
        for index, figure in pair_readings(readings, gold.coded.figures).items():
            reading = readings[index]
            features = shared | near_features(material, reading)
            found.append(TopicExample(gold.article.id, features, figure.population, reading.population))
    return found


def fit_topics(examples: Sequence[TopicExample]) -> TopicModel:
    """Fit by ridge-penalised maximum likelihood; every article counts by the root of its figures."""
    articles: defaultdict[str, set[str]] = defaultdict(set)
    for example in examples:
        for name in example.features:
            articles[name].add(example.article_id)
    names = sorted(name for name, found in articles.items() if len(found) >= LEAST_ARTICLES)
    rows = {name: row for row, name in enumerate(names)}
    classes = tuple(sorted({example.coded for example in examples}))
    weights = _fit(examples, rows, classes)
    kept = [name for name in names if np.abs(weights[rows[name]]).max() >= LEAST_WEIGHT]
    chosen = weights[[rows[name] for name in kept]].astype(np.float32)
    return TopicModel(classes, {name: row for row, name in enumerate(kept)}, chosen)


def _fit(
    examples: Sequence[TopicExample], rows: Mapping[str, int], classes: Sequence[Population]
) -> Floats:
    # SciPy comes with the training extras only.
    from scipy.optimize import minimize  # noqa: PLC0415
    from scipy.sparse import csr_matrix  # noqa: PLC0415

    cells = [
        (number, rows[name], amount)
        for number, example in enumerate(examples)
        for name, amount in example.features.items()
        if name in rows
    ]
    lines, columns, amounts = zip(*cells, strict=True)
    table = csr_matrix((amounts, (lines, columns)), shape=(len(examples), len(rows)))
    coded = np.array([classes.index(example.coded) for example in examples])
    answers = np.eye(len(classes))[coded]
    figures = Counter(example.article_id for example in examples)
    counts = np.array([1 / np.sqrt(figures[example.article_id]) for example in examples])

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(len(rows), len(classes))
        scores = table @ weights
        scores -= scores.max(axis=1, keepdims=True)
        totals = np.log(np.exp(scores).sum(axis=1))
        likelihood = (counts * ((scores * answers).sum(axis=1) - totals)).sum()
        errors = np.exp(scores - totals[:, None]) - answers
        slope = table.T @ (counts[:, None] * errors) + RIDGE * weights
        return float(RIDGE * (flat**2).sum() / 2 - likelihood), slope.ravel()

    start = np.zeros(len(rows) * len(classes))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS})
    weights: Floats = found.x.reshape(len(rows), len(classes))
    return weights
