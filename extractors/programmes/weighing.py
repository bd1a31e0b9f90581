"""The weights by which a group of mentions is judged to be a programme or not.

They were set by hand from the definition and checked on the open gold part. Any callable from
features to a probability can take :class:`LinearJudge`'s place, for instance one that asks a
trained entity recogniser.
"""

import math
from collections.abc import Mapping
from typing import Protocol

WEIGHTS: Mapping[str, float] = {
    "bias": -3.0,
    "caring_name": 1.0,
    "named_head": 1.0,
    "named_thing": 1.0,
    "quoted_after_noun": 1.8,
    "capitals": 0.8,
    "several_words": 0.7,
    "shelter": 1.0,
    "known": 6.0,
    "lead": 2.4,
    "head": 1.0,
    "named": 2.6,
    "contact": 1.0,
    "quoted": 0.6,
    "quoted_after_cue": 1.4,
    "acronym": 0.8,
    "spelt_out": 1.2,
    "in_use": 0.8,
    "lower": 1.8,
    "family": 3.2,
    "defined": 3.0,
    "listed": 2.4,
    "hashtag": 2.0,
    "called": 3.2,
    "founded": 1.8,
    "owned": 1.6,
    "calling_name": 1.2,
    "harm": -4.0,
    "protests": -4.0,
    "described_after": 1.6,
    "task_force": 3.0,
    "sosialisasi": 0.8,
    "generic_activity": -3.0,
    "launch": 1.4,
    "topic_in_name": 1.5,
    "topic_in_sentence": 0.6,
    "programme_word_in_expansion": 1.3,
    "repeated": 0.9,
    "distinctive": 0.5,
    "agency": -8.0,
    "data_system": -9.0,
    "law": -6.0,
    "event": -4.0,
    "category": -5.0,
    "off_topic": -5.0,
    "slogan": -4.0,
    "long": -2.0,
    "place_head_without_topic": -5.0,
    "head_without_topic": -1.2,
    "person_title": -4.0,
    "source_of_data": -3.0,
    "post_for_victims": 1.8,
    "no_words": -6.0,
    "region_only": -6.0,
    "organisation": -5.5,
    "who_counts": -1.5,
    "venue": -3.0,
    "other_field": -4.0,
    "serves": 2.0,
    "handled": 1.3,
    "quoted_subject": 2.0,
    "generic_place": -4.5,
    "kind_only": -3.0,
    "born": 2.0,
    "presented": 1.9,
    "taken_up": 1.2,
    "company": 2.0,
}
THRESHOLD = 0.5


class Judge(Protocol):
    """Turns a group's features into the probability that it is a programme."""

    def __call__(self, features: Mapping[str, float]) -> float:
        """The probability."""
        ...


class LinearJudge:
    """A logistic judgement with fixed weights."""

    def __init__(self, weights: Mapping[str, float] = WEIGHTS) -> None:
        self._weights = weights

    def __call__(self, features: Mapping[str, float]) -> float:
        """Probability by the weighted sum of the features."""
        score = self._weights["bias"] + sum(
            self._weights.get(name, 0.0) * value for name, value in features.items()
        )
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))
