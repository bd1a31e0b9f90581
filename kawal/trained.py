"""The trained components as rows of a table, on the screen and in the documentation."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractors.nlp.weights import Component

COLUMNS = ("name", "version", "engine", "size", "minutes", "training data", "scores")
PART = "models"
"""Between whose markers the tables stand in a page."""
_HELD_OUT = "confidence"
"""The component whose scores tell how figures are read by parts that have not seen the article."""
_READERS = {"rules": "rules alone", "ranker": "rules and ranker"}
_DEPTHS = ("core", "main", "full")


def row(component: "Component") -> tuple[str, ...]:
    """One component; scores in per cent, minutes of one core's processor time."""
    return (
        component.name,
        component.version,
        component.engine,
        f"{component.size / 1e6:.1f} MB",
        "–" if component.seconds is None else f"{component.seconds / 60:.1f}",
        ", ".join(f"{source['name']} ({source['licence']})" for source in component.training_data),
        ", ".join(f"{name} {score:.1f}" for name, score in component.scores.items()),
    )


def write_tables(path: Path, components: "Sequence[Component]") -> None:
    """Write the components and what the learned parts do on articles held out into a page.

    Raises:
        BadInputError: the page has no markers for them.
    """
    from extractors.evaluation.page import table, write_between

    whole = sum(component.size for component in components)
    minutes = sum(component.seconds or 0 for component in components) / 60
    parts = [
        table(COLUMNS, map(row, components)),
        f"All files together {whole / 1e6:.1f} MB; training took {minutes:.0f} minutes of one core.",
        "Figures of articles held out from the ranker's training (F1, per cent):",
        table(("articles", "read by", *_DEPTHS), _held_out_rows(components)),
    ]
    write_between(path, PART, "\n\n".join(parts))


def _held_out_rows(components: "Sequence[Component]") -> list[tuple[str, ...]]:
    scores = next((component.scores for component in components if component.name == _HELD_OUT), {})
    return [
        (part, named, *(f"{scores[f'{part}_{reader}_{depth}']:.1f}" for depth in _DEPTHS))
        for part in ("open", "written")
        for reader, named in _READERS.items()
        if f"{part}_{reader}_{_DEPTHS[0]}" in scores
    ]
