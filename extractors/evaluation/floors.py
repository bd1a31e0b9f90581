"""The least precision and recall that the extractors must keep on a gold folder.

Floors only rise (scripts/raise_floors.py); lowering one is an edit by hand, in a commit
that says why. The hash of the corpus stands beside them: a floor means nothing on other
articles.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from extractors.evaluation.scoring import Row
from models.errors import BadInputError

MARGIN = 0.01
"""How far under what was measured a floor is set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """Least ``precision`` and ``recall`` by measure, and the corpus they hold for."""

    corpus: str
    least: Mapping[str, Mapping[str, float]]


def corpus_hash(folder: Path) -> str:
    """SHA-256 over the contents of a gold folder's files in the order of their names."""
    digest = sha256()
    for path in sorted(folder.glob("*.json")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def measured(rows: Mapping[str, Row]) -> dict[str, dict[str, float]]:
    """Precision and recall by measure."""
    return {
        name: {"precision": row.tally.precision, "recall": row.tally.recall} for name, row in rows.items()
    }


def broken(floors: Floors, scores: Mapping[str, Mapping[str, float]]) -> list[str]:
    """One sentence for each score under its floor."""
    return [
        f"{name}: {side} {scores[name][side]:.4f} is under its floor {least:.2f}"
        for name, sides in floors.least.items()
        for side, least in sides.items()
        if scores[name][side] < least
    ]


def raised(floors: Floors, scores: Mapping[str, Mapping[str, float]]) -> Floors:
    """The floors with those raised that a better score allows; none is lowered."""
    least = {
        name: {
            side: max(floors.least.get(name, {}).get(side, 0.0), _under(score))
            for side, score in sides.items()
        }
        for name, sides in scores.items()
    }
    return Floors(corpus=floors.corpus, least=least)


def _under(score: float) -> float:
    """The margin below a score, rounded down to a hundredth."""
    return max(math.floor((score - MARGIN) * 100 + 1e-9) / 100, 0.0)


def read_floors(path: Path) -> Floors:
    """The floors of a file.

    Raises:
        BadInputError: the file is no list of floors.
    """
    try:
        content = json.loads(path.read_text("utf-8"))
        return Floors(corpus=content["corpus"], least=content["least"])
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise BadInputError(f"{path} holds no floors: {problem}.", cure="Restore it from Git.") from problem


def write_floors(floors: Floors, path: Path) -> None:
    """Write the floors, one measure a line."""
    lines = (f'  "{name}": {json.dumps(sides)}' for name, sides in floors.least.items())
    least = ",\n".join(lines)
    path.write_text(f'{{\n "corpus": "{floors.corpus}",\n "least": {{\n{least}\n }}\n}}\n', "utf-8")
