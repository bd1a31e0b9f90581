"""Whether an article is about violence against women or children as a social problem."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from extractors.document import Document
from extractors.relevance.features import relevance_features


@dataclass(frozen=True, slots=True, kw_only=True)
class RelevanceModel:
    """A logistic model: weights by feature, and the probability from which a page counts as relevant."""

    version: str
    bias: float
    threshold: float
    weights: Mapping[str, float]

    def probability(self, features: Mapping[str, float]) -> float:
        """Probability that the features are those of a relevant article."""
        score = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


@lru_cache(maxsize=1)
def load_relevance_model() -> RelevanceModel:
    """The packaged weights, fitted by ``python -m extractors.relevance.train``."""
    source = resources.files("extractors.relevance") / "weights.json"
    data = json.loads(source.read_text(encoding="utf-8"))
    return RelevanceModel(
        version=data["version"], bias=data["bias"], threshold=data["threshold"], weights=data["weights"]
    )


def judge_relevance(document: Document, *, model: RelevanceModel | None = None) -> float:
    """Probability between 0 and 1 that the article is relevant."""
    chosen = model or load_relevance_model()
    return round(chosen.probability(relevance_features(document)), 4)


def is_relevant(probability: float, *, model: RelevanceModel | None = None) -> bool:
    """Whether a probability reaches the model's threshold."""
    return probability >= (model or load_relevance_model()).threshold
