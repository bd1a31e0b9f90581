"""A second opinion on relevance, asked only where the first is in doubt."""

from extractors.confidence import log_odds, logistic
from extractors.relevance.judging import load_relevance_model

SHARE = 0.1
"""How much the second opinion weighs. By cross-validation over the coded articles: with more than this,
articles on single crimes were let in."""
_LOUDEST = log_odds(1.0)


def in_doubt(first: float) -> bool:
    """Whether a second opinion, however sure, could change the verdict."""
    return abs((1 - SHARE) * _beyond_threshold(first)) <= SHARE * _LOUDEST


def joined(first: float, second: float) -> float:
    """The probability after both; the threshold stays that of the first."""
    score = (1 - SHARE) * _beyond_threshold(first) + SHARE * log_odds(second)
    return round(logistic(score + log_odds(load_relevance_model().threshold)), 4)


def _beyond_threshold(first: float) -> float:
    return log_odds(first) - log_odds(load_relevance_model().threshold)
