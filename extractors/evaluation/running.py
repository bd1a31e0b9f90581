"""The extractors over a gold folder, whole or with components taken away."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from extractors.evaluation.gold import GoldArticle
from extractors.pipeline import extract
from extractors.toolkit import Toolkit
from models.errors import BadInputError
from models.records import Extraction

COMPONENTS: Mapping[str, str] = {
    "stanza": "syntax",
    "ner": "persons",
    "ranker": "ranker",
    "calibration": "calibrate",
}
"""A component's name on the command line, and the toolkit's field that holds it."""
RULES_ONLY = "rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ablation:
    """A run without some components; ``absent`` are those the toolkit does not hold anyway."""

    name: str
    without: tuple[str, ...]
    absent: tuple[str, ...]
    toolkit: Toolkit


def predict(articles: Iterable[GoldArticle], toolkit: Toolkit) -> dict[str, Extraction]:
    """What the extractors read in each article, by its id."""
    return {one.article.id: extract(one.article, toolkit) for one in articles}


def plan_ablations(names: Sequence[str], toolkit: Toolkit) -> list[Ablation]:
    """One run for each name; ``rules`` takes every trained component away.

    Raises:
        BadInputError: there is no component of that name.
    """
    unknown = [name for name in names if name not in (*COMPONENTS, RULES_ONLY)]
    if unknown:
        raise BadInputError(
            f"There is no component {unknown[0]!r}.", cure=f"Known: {', '.join((*COMPONENTS, RULES_ONLY))}."
        )
    return [_ablation(name, toolkit) for name in names]


def _ablation(name: str, toolkit: Toolkit) -> Ablation:
    wanted = tuple(COMPONENTS) if name == RULES_ONLY else (name,)
    known = {field.name for field in fields(toolkit)}
    held = {
        component: COMPONENTS[component]
        for component in wanted
        if COMPONENTS[component] in known and getattr(toolkit, COMPONENTS[component]) is not None
    }
    changes: dict[str, Any] = dict.fromkeys(held.values())
    return Ablation(
        name=name,
        without=tuple(held),
        absent=tuple(component for component in wanted if component not in held),
        toolkit=replace(toolkit, **changes),
    )
