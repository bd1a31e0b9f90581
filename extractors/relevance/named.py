"""A third look at relevance: whether the page names a programme against this violence.

Source: 'relevant' in docs/codebook.md, which counts 'programmes' among what makes a page relevant.
The learned weights know pages that count; one that only tells of a new service counts nothing.
"""

from extractors.document import Document
from extractors.programmes import find_programmes
from extractors.programmes.against import speaks_of_own_field
from extractors.relevance.features import Features, relevance_features
from extractors.relevance.judging import load_relevance_model

_DOUBT = 0.005
"""Below this the page's words are those of courts, games or roads throughout."""
_SURE = 0.6
_CRIME = ("incident", "trial", "named_ages", "family_court")
_MOST_OF_CRIME = 1.0
_OTHER_FIELDS = ("health", "traffic", "sport", "politics", "crime", "other_field")
_OWN_FIELD = ("deed", "topic", "programme", "office", "prevention")


def raised_by_programmes(probability: float, document: Document) -> float:
    """The probability, at least the threshold where the page is about a programme of this field.

    A single crime that a task force deals with stays a single crime, a flood where a team plays
    with children a flood.
    """
    threshold = load_relevance_model().threshold
    if not _DOUBT <= probability < threshold or not speaks_of_own_field(document.plain):
        return probability
    if _is_of_crime(features := relevance_features(document)) or _is_of_other_field(features):
        return probability
    named = any(programme.confidence >= _SURE for programme in find_programmes(document))
    return threshold if named else probability


def _is_of_crime(features: Features) -> bool:
    return max(features[name] for name in _CRIME) > _MOST_OF_CRIME


def _is_of_other_field(features: Features) -> bool:
    return max(features[name] for name in _OTHER_FIELDS) > sum(features[name] for name in _OWN_FIELD)
