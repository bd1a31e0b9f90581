"""The topic model: whom figures count, learned from all coded articles that may be learned from."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extractors.document import read_document
from extractors.evaluation.gold import GoldArticle
from extractors.figures.choice import LinearScorer
from extractors.figures.finding import read_figures
from extractors.pipeline import read_material
from extractors.ranking.topics import TopicModel, article_features, chosen, near_features, save_topics
from extractors.toolkit import Toolkit, load_bare_toolkit
from extractors.training.component import FIGURE_CODE, FOLDS, Paths, Trainable, code_hash, fold_of, read_parts
from extractors.training.figure_data import dated, pair_readings
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


def topics_component() -> Trainable:
    """The topic model as a trainable component."""
    return Trainable(
        name="topics",
        engine="numpy",
        target="topics",
        sources=(),
        settings={
            "ridge": RIDGE,
            "least_articles": LEAST_ARTICLES,
            "least_weight": LEAST_WEIGHT,
            "code": code_hash((*FIGURE_CODE, "ranking")),
        },
        build=_build,
        uses_gold=True,
    )


def _build(paths: Paths) -> dict[str, float]:
    toolkit = load_bare_toolkit()
    parts = {name: topic_examples(articles, toolkit) for name, articles in read_parts(paths).items()}
    everything = [example for examples in parts.values() for example in examples]
    save_topics(fit_topics(everything), paths.out("topics") / "population.json")
    read = _held_out(everything)
    scores: dict[str, float] = {}
    for part, examples in parts.items():
        scores[f"{part}_rules"] = _right(examples, {id(e): e.ruled for e in examples})
        scores[f"{part}_with_topics"] = _right(examples, read)
    return scores


def _held_out(examples: Sequence[TopicExample]) -> dict[int, Population]:
    """The population of every example, the model having seen the other folds only."""
    read: dict[int, Population] = {}
    for fold in range(FOLDS):
        model = fit_topics([e for e in examples if fold_of(e.article_id) != fold])
        for example in (e for e in examples if fold_of(e.article_id) == fold):
            read[id(example)] = example.ruled
            if example.ruled is Population.ALL:
                read[id(example)] = chosen(model.chances(example.features))[0]
    return read


def _right(examples: Sequence[TopicExample], read: Mapping[int, Population]) -> float:
    """Per cent of the figures whose population is the coder's."""
    right = sum(read[id(example)] is example.coded for example in examples)
    return round(100 * right / max(1, len(examples)), 2)


def topic_examples(articles: Iterable[GoldArticle], toolkit: Toolkit) -> list[TopicExample]:
    """An example of every figure that both coder and rules found."""
    found: list[TopicExample] = []
    for gold in articles:
        material = read_material(read_document(dated(gold.article)), toolkit)
        readings = read_figures(material, toolkit.scorer or LinearScorer())
        shared = article_features(material)
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


def _fit(examples: Sequence[TopicExample], rows: Mapping[str, int], classes: Sequence[Population]) -> Floats:
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
