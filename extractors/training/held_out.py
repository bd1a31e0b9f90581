"""How well figures are read, and how sure of them to be, by a ranker that has not seen the article.

Scores of a ranker on the articles it was fitted to would flatter it. So each fold of the coded articles is
read with a ranker fitted to the other folds. The confidence learns, by rules alone, from written articles:
the rules were made while reading the open ones, where they are surer of themselves than they may be. Beside
these stand the figures of 129 written articles as the rules first read them, before anybody had seen an error
there; what happens on unseen articles lies between.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.evaluation.fitting import collect_examples, read_examples, write_certainty
from extractors.evaluation.gold import GoldArticle
from extractors.evaluation.running import predict
from extractors.evaluation.scoring import score_articles, summarise
from extractors.ranking.options import Field
from extractors.ranking.ranker import FieldRanker, load_ranker
from extractors.ranking.trees import ensemble_from
from extractors.toolkit import Toolkit, load_bare_toolkit
from extractors.training.component import (
    FIGURE_CODE,
    FOLDS,
    Paths,
    Trainable,
    code_hash,
    file_hash,
    fold_of,
    read_parts,
)
from extractors.training.figure_data import read_examples as read_choices
from extractors.training.ranking_model import WORTH, fit_field
from models.records import Extraction

UNSEEN_PART = "written"
FIRST_READINGS = Path(__file__).resolve().parents[2] / "tests" / "gold" / "first_readings.jsonl"
"""Recorded by ``python -m extractors.evaluation.fitting GOLD --record`` when the articles were new."""
_DEPTHS = ("core", "main", "full")


@dataclass(frozen=True, slots=True)
class _Fold:
    """Articles of one fold, and the toolkits that read them."""

    articles: Mapping[str, Sequence[GoldArticle]]
    toolkits: Mapping[str, Toolkit]


def confidence_component() -> Trainable:
    """The confidence in figures as a trainable component; it also scores the ranker."""
    return Trainable(
        name="confidence",
        engine="numpy",
        target="confidence",
        sources=(),
        settings={
            "folds": FOLDS,
            "learnt_from": UNSEEN_PART,
            "first_readings": file_hash(FIRST_READINGS) if FIRST_READINGS.is_file() else "",
            "code": code_hash((*FIGURE_CODE, "ranking")),
        },
        build=_build,
        needs=("ranker",),
        uses_gold=True,
    )


def _build(paths: Paths) -> dict[str, float]:
    parts = read_parts(paths)
    ranked = load_ranker(paths.out("ranker") / "fields.json").fields
    examples = read_examples(FIRST_READINGS) if FIRST_READINGS.is_file() else []
    read: defaultdict[str, dict[str, Extraction]] = defaultdict(dict)
    for fold in _folds(parts, ranked):
        for articles in fold.articles.values():
            for name, toolkit in fold.toolkits.items():
                read[name] |= predict(articles, toolkit)
        examples += collect_examples(fold.articles.get(UNSEEN_PART, ()), fold.toolkits["rules"])
    scores = write_certainty(examples, paths.out("confidence") / "weights.json")
    found = {name: round(100 * value, 2) for name, value in scores.items() if value is not None}
    return _scores(parts, read) | found


def _folds(parts: Mapping[str, Sequence[GoldArticle]], ranked: Sequence[Field]) -> Iterator[_Fold]:
    bare = load_bare_toolkit()
    everything = [gold for articles in parts.values() for gold in articles]
    for fold in range(FOLDS):
        others = [gold for gold in everything if fold_of(gold.article.id) != fold]
        seen = read_choices(others, bare)
        ranker = FieldRanker(
            {field: ensemble_from(fit_field(field, seen)) for field in ranked},
            {field: WORTH[field] for field in ranked},
        )
        yield _Fold(
            {
                name: [gold for gold in articles if fold_of(gold.article.id) == fold]
                for name, articles in parts.items()
            },
            {"rules": bare, "ranker": replace(bare, ranker=ranker)},
        )


def _scores(
    parts: Mapping[str, Sequence[GoldArticle]], read: Mapping[str, Mapping[str, Extraction]]
) -> dict[str, float]:
    """F1 in per cent by kind of article, by what read them, by depth."""
    scores: dict[str, float] = {}
    for part, articles in parts.items():
        for name, extractions in read.items():
            rows = summarise(score_articles(articles, extractions), rounds=0)
            scores |= {f"{part}_{name}_{depth}": round(100 * rows[depth].tally.f1, 2) for depth in _DEPTHS}
    return scores
