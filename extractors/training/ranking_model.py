"""The ranker: trees learned from the open gold articles, weighed against the rules on the written ones.

The rules were made while reading the open articles, so on these they look surer
than they are, and any cross-validation there would throw the learned opinion away.
What a rule's answer is worth is therefore measured on articles written and coded
for the project (tests/gold/written). The shipped trees learn from both.
"""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from extractors.ranking.options import Field, Value
from extractors.ranking.trees import Ensemble, ensemble_from
from extractors.toolkit import load_toolkit
from extractors.training.component import Paths, Trainable
from extractors.training.figure_data import ArticleExamples, Example, read_examples
from extractors.training.tree_fitting import PARAMETERS, ROUNDS, fit_trees

FOLDS = 10
WORTHS = tuple(step / 2 for step in range(11))
"""What a rule's answer may be worth, in log-odds."""
UNMEASURED_WORTH = 2.0


def ranker_component() -> Trainable:
    """The ranker as a trainable component."""
    return Trainable(
        name="ranker",
        engine="lightgbm",
        target="ranking",
        sources=(),
        settings={**PARAMETERS, "rounds": ROUNDS, "worths": WORTHS, "rules": _code_hash()},
        build=_build,
        uses_gold=True,
    )


def _code_hash() -> str:
    """Hash of the code whose answers and features the trees learn from."""
    package = Path(__file__).resolve().parents[1]
    folders = ("figures", "ranking", "regions", "periods", "numbers", "agencies")
    files = [path for folder in folders for path in sorted((package / folder).rglob("*.py"))]
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def _build(paths: Paths) -> dict[str, float]:
    toolkit = load_toolkit()
    coded = read_examples(paths.gold, toolkit)
    written = read_examples(paths.written, toolkit) if paths.written.is_dir() else []
    scores: dict[str, float] = {}
    fields: dict[str, Any] = {}
    for field in Field:
        worth = _measure(field, coded, written, scores)
        fields[field.value] = {"rule": worth, "trees": _fit(field, [*coded, *written])}
    target = paths.out("ranker") / "fields.json"
    target.write_text(json.dumps({"fields": fields}, separators=(",", ":")), encoding="utf-8")
    return scores


def _measure(
    field: Field,
    coded: Sequence[ArticleExamples],
    written: Sequence[ArticleExamples],
    scores: dict[str, float],
) -> float:
    """What the rules' answer is worth; accuracies in per cent go into ``scores``."""
    alone: dict[str, Sequence[tuple[Value, float]]] = {}
    for fold in range(FOLDS):
        rest = [article for article in coded if _fold(article) != fold]
        trees = ensemble_from(_fit(field, rest))
        alone |= {a.article_id: _decode(field, a, trees, 0.0) for a in coded if _fold(a) == fold}
    scores[f"{field}_open_rules"] = _accuracy(field, coded, _ruled(field, coded))
    scores[f"{field}_open_trees_alone"] = _accuracy(field, coded, alone)
    if not written:
        return UNMEASURED_WORTH
    trees = ensemble_from(_fit(field, coded))
    decoded = {worth: {a.article_id: _decode(field, a, trees, worth) for a in written} for worth in WORTHS}
    honest: dict[str, Sequence[tuple[Value, float]]] = {}
    for article in written:
        others = [other for other in written if other is not article]
        honest[article.article_id] = decoded[_best(field, others, decoded)][article.article_id]
    scores[f"{field}_written_rules"] = _accuracy(field, written, _ruled(field, written))
    scores[f"{field}_written_trees_alone"] = _accuracy(field, written, decoded[0.0])
    scores[f"{field}_written_ranker"] = _accuracy(field, written, honest)
    return _best(field, written, decoded)


Decoded = Mapping[str, Sequence[tuple[Value, float]]]
"""By article, for each figure the chosen value and the share that the coder's value got."""


def _best(field: Field, articles: Sequence[ArticleExamples], decoded: Mapping[float, Decoded]) -> float:
    """The worth under which the coders' answers are likeliest."""
    return max(WORTHS, key=lambda worth: _likelihood(articles, decoded[worth]))


def _likelihood(articles: Iterable[ArticleExamples], decoded: Decoded) -> float:
    return sum(
        math.log(max(share, 1e-3))
        for article in articles
        for example, (_, share) in zip(article.examples, decoded[article.article_id], strict=True)
        if example.coded
    )


def _fold(article: ArticleExamples) -> int:
    return int(sha256(article.article_id.encode()).hexdigest(), 16) % FOLDS


def _fit(field: Field, articles: Iterable[ArticleExamples]) -> dict[str, Any]:
    rows: list[dict[str, float]] = []
    right: list[float] = []
    sizes: list[int] = []
    for article in articles:
        before: list[Value] = []
        for example in article.examples:
            if example.coded:
                values, features = example.rows(field, before)
                rows += features
                right += [float(value == example.coded[field]) for value in values]
                sizes.append(len(values))
            before.append(example.answer(field))
    return fit_trees(rows, right, sizes)


def _decode(
    field: Field, article: ArticleExamples, trees: Ensemble, worth: float
) -> list[tuple[Value, float]]:
    """Each figure's value, chosen in order, and the share of the coder's value."""
    chosen: list[Value] = []
    answers = []
    for example in article.examples:
        value, share = _choose(field, example, trees, worth, chosen)
        chosen.append(value)
        answers.append((value, share))
    return answers


def _choose(
    field: Field, example: Example, trees: Ensemble, worth: float, chosen: Sequence[Value]
) -> tuple[Value, float]:
    ruled = example.ruled[field]
    wanted = example.coded[field] if example.coded else None
    values, rows = example.rows(field, chosen)
    if ruled not in values:
        return ruled, float(ruled == wanted)
    scores = trees.score(rows)
    scores[values.index(ruled)] += worth
    weights = np.exp(scores - scores.max())
    share = float(weights[values.index(wanted)] / weights.sum()) if wanted in values else 0.0
    return values[int(np.argmax(scores))], share


def _ruled(field: Field, articles: Iterable[ArticleExamples]) -> Decoded:
    return {a.article_id: [(example.ruled[field], 0.0) for example in a.examples] for a in articles}


def _accuracy(field: Field, articles: Iterable[ArticleExamples], decoded: Decoded) -> float:
    """Per cent of the coded figures that were read whose field is right."""
    right = [
        value == example.coded[field]
        for article in articles
        for example, (value, _) in zip(article.examples, decoded[article.article_id], strict=True)
        if example.coded
    ]
    return round(100 * sum(right) / max(1, len(right)), 2)
