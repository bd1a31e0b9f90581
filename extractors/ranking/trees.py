"""An ensemble of decision trees as plain arrays, evaluated with NumPy."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extractors.ranking.views import Features
from models.errors import ModelMissingError


@dataclass(frozen=True, slots=True)
class Ensemble:
    """Trees whose leaves are nodes that lead to themselves, so all end after ``depth`` steps."""

    names: Mapping[str, int]
    roots: NDArray[np.int32]
    feature: NDArray[np.int32]
    threshold: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    leaf: NDArray[np.float64]
    depth: int

    def score(self, rows: Sequence[Features]) -> NDArray[np.float64]:
        """One score a row; features that the trees do not know count nothing."""
        table = self.table(rows)
        node = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        line = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            lower = table[line, self.feature[node]] <= self.threshold[node]
            node = np.where(lower, self.left[node], self.right[node])
        total: NDArray[np.float64] = self.leaf[node].sum(axis=1)
        return total

    def table(self, rows: Sequence[Features]) -> NDArray[np.float64]:
        """Rows as a table with one column for each known feature, 0 where a row lacks it."""
        table = np.zeros((len(rows), len(self.names)))
        for index, row in enumerate(rows):
            for name, value in row.items():
                column = self.names.get(name)
                if column is not None:
                    table[index, column] = value
        return table


def ensemble_from(content: Mapping[str, Any]) -> Ensemble:
    """An ensemble from its JSON form."""
    return Ensemble(
        names={name: index for index, name in enumerate(content["names"])},
        roots=np.array(content["roots"], dtype=np.int32),
        feature=np.array(content["feature"], dtype=np.int32),
        threshold=np.array(content["threshold"], dtype=np.float64),
        left=np.array(content["left"], dtype=np.int32),
        right=np.array(content["right"], dtype=np.int32),
        leaf=np.array(content["leaf"], dtype=np.float64),
        depth=int(content["depth"]),
    )


def read_ensembles(path: Path) -> tuple[dict[str, Ensemble], dict[str, float]]:
    """Ensembles by field, and by field what a rule's answer is worth beside them.

    Raises:
        ModelMissingError: the file is missing or holds no ensembles.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        fields = content["fields"]
        ensembles = {name: ensemble_from(entry["trees"]) for name, entry in fields.items()}
        return ensembles, {name: float(entry["rule"]) for name, entry in fields.items()}
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise ModelMissingError(
            f"{path} holds no ranker: {problem}.",
            cure="Run 'make train DATA=…' or install the package again with its weights.",
        ) from problem
