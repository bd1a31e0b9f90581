"""The ranker: trees learned from coded articles, weighed against the rules' answers.

The rules were made while reading the coded articles, so on these they look surer
than they are, and a cross-validation there would throw any second opinion away.
What a rule's answer is worth was therefore measured on articles that its authors had
not seen (decision 62) and is fixed here. A field is ranked only where both together beat the rules
on written articles that the trees did not see.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from extractors.ranking.options import Field, Value
from extractors.ranking.trees import Ensemble, ensemble_from
from extractors.toolkit import load_bare_toolkit
from extractors.training.component import FIGURE_CODE, FOLDS, Paths, Trainable, code_hash, fold_of, read_parts
from extractors.training.figure_data import ArticleExamples, read_examples
from extractors.training.tree_fitting import PARAMETERS, ROUNDS, fit_trees

WORTH = {Field.REGION: 1.5, Field.PERIOD: 2.0, Field.POPULATION: 3.0, Field.VIOLENCE: 2.0}
"""By how much, in log-odds, the rules' answer is likelier than another of the same learned score."""


def ranker_component() -> Trainable:
    """The ranker as a trainable component."""
    return Trainable(
        name="ranker",
        engine="lightgbm",
        target="ranking",
        sources=(),
        settings={
            **PARAMETERS,
            "rounds": ROUNDS,
            "worth": {field.value: amount for field, amount in WORTH.items()},
            "code": code_hash((*FIGURE_CODE, "ranking")),
        },
        build=_build,
        uses_gold=True,
    )


def _build(paths: Paths) -> dict[str, float]:
    toolkit = load_bare_toolkit()
    parts = {name: read_examples(articles, toolkit) for name, articles in read_parts(paths).items()}
    coded, written = parts["open"], parts.get("written", [])
    scores: dict[str, float] = {}
    fields: dict[str, Any] = {}
    for field in Field:
        found = _cross_validate(field, coded, written)
        scores |= found
        if found[f"{field}_written_both"] > found[f"{field}_written_rules"]:
            fields[field.value] = {"rule": WORTH[field], "trees": fit_field(field, [*coded, *written])}
    target = paths.out("ranker") / "fields.json"
    target.write_text(json.dumps({"fields": fields}, separators=(",", ":")), encoding="utf-8")
    return scores


def _cross_validate(
    field: Field, coded: Sequence[ArticleExamples], written: Sequence[ArticleExamples]
) -> dict[str, float]:
    """Accuracy in per cent of rules, trees and both, by kind of article; trees see other folds only."""
    alone: dict[str, Sequence[Value]] = {}
    both: dict[str, Sequence[Value]] = {}
    articles = [*coded, *written]
    for fold in range(FOLDS):
        trees = ensemble_from(fit_field(field, [a for a in articles if fold_of(a.article_id) != fold]))
        for article in (a for a in articles if fold_of(a.article_id) == fold):
            alone[article.article_id] = _decode(field, article, trees, 0.0)
            both[article.article_id] = _decode(field, article, trees, WORTH[field])
    ruled = {a.article_id: [example.ruled[field] for example in a.examples] for a in articles}
    return {
        f"{field}_{kind}_{name}": _accuracy(field, some, decoded)
        for kind, some in (("open", coded), ("written", written))
        for name, decoded in (("rules", ruled), ("trees", alone), ("both", both))
    }


def fit_field(field: Field, articles: Iterable[ArticleExamples]) -> dict[str, Any]:
    """The trees of one field in the form that :func:`ensemble_from` reads."""
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


def _decode(field: Field, article: ArticleExamples, trees: Ensemble, worth: float) -> list[Value]:
    """Each figure's value, chosen in order."""
    chosen: list[Value] = []
    for example in article.examples:
        ruled = example.ruled[field]
        values, rows = example.rows(field, chosen)
        if ruled in values:
            scores = trees.score(rows)
            scores[values.index(ruled)] += worth
            chosen.append(values[int(np.argmax(scores))])
        else:
            chosen.append(ruled)
    return chosen


def _accuracy(
    field: Field, articles: Iterable[ArticleExamples], decoded: Mapping[str, Sequence[Value]]
) -> float:
    """Per cent of the coded figures that were read whose field is right."""
    right = [
        value == example.coded[field]
        for article in articles
        for example, value in zip(article.examples, decoded[article.article_id], strict=True)
        if example.coded
    ]
    return round(100 * sum(right) / max(1, len(right)), 2)
