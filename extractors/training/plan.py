"""What is trained, in an order in which everything comes after what it needs."""

from functools import cache

from extractors.training.component import Trainable
from extractors.training.entity_model import entity_component
from extractors.training.held_out import confidence_component
from extractors.training.ranking_model import ranker_component
from extractors.training.relevance_model import relevance_component
from extractors.training.stanza_models import stanza_components


@cache
def components() -> tuple[Trainable, ...]:
    """All trainable components."""
    return (
        *stanza_components(),
        relevance_component(),
        entity_component(),
        ranker_component(),
        confidence_component(),
    )


def component(name: str) -> Trainable:
    """The component of a name that :func:`components` lists."""
    return next(c for c in components() if c.name == name)
