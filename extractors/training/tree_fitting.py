"""Fits an ensemble of trees to choices among options, with LightGBM, and writes it as plain arrays."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extractors.ranking.views import Features
from extractors.training.component import SEED
from models.errors import ModelMissingError

ROUNDS = 100
PARAMETERS: dict[str, Any] = {
    "learning_rate": 0.1,
    "num_leaves": 12,
    "max_depth": 6,
    "min_data_in_leaf": 10,
    "lambda_l2": 5.0,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "use_missing": False,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
    "seed": SEED,
}
_LEAST_CURVATURE = 1e-3


class _ChoiceLoss:
    """Softmax over the options of each choice; the right option's share should be one."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self._group = np.repeat(np.arange(len(sizes)), sizes)
        self._count = len(sizes)

    def __call__(
        self, scores: NDArray[np.float64], data: Any
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        right = data.get_label()
        highest = np.full(self._count, -np.inf)
        np.maximum.at(highest, self._group, scores)
        weight = np.exp(scores - highest[self._group])
        share = weight / np.bincount(self._group, weight, self._count)[self._group]
        known = np.bincount(self._group, right, self._count)[self._group] > 0
        gradient = np.where(known, share - right, 0.0)
        return gradient, np.maximum(share * (1 - share), _LEAST_CURVATURE)


def fit_trees(rows: Sequence[Features], right: Sequence[float], sizes: Sequence[int]) -> dict[str, Any]:
    """Trees in the form that :func:`extractors.ranking.trees.ensemble_from` reads.

    Args:
        rows: the options' features, choice after choice.
        right: 1 for the right option of each choice, 0 for the others.
        sizes: how many options each choice has.

    Raises:
        ModelMissingError: LightGBM is not installed.
    """
    try:
        import lightgbm  # noqa: PLC0415
    except ImportError as error:
        raise ModelMissingError(
            "Training the ranker needs LightGBM.", cure="Run 'make setup' for developers."
        ) from error
    names = sorted({name for row in rows for name in row})
    column = {name: index for index, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    for index, row in enumerate(rows):
        table[index, [column[name] for name in row]] = list(row.values())
    booster = lightgbm.train(
        {**PARAMETERS, "objective": _ChoiceLoss(sizes)},
        lightgbm.Dataset(table, np.asarray(right), params={"verbose": -1}),
        ROUNDS,
    )
    return _arrays(names, [tree["tree_structure"] for tree in booster.dump_model()["tree_info"]])


def _arrays(names: Sequence[str], trees: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The trees flattened; only the features they use are kept."""
    flat: dict[str, Any] = {key: [] for key in ("roots", "feature", "threshold", "left", "right", "leaf")}
    depth = 0
    for tree in trees:
        flat["roots"].append(len(flat["leaf"]))
        depth = max(depth, _flatten(tree, flat))
    used = sorted({index for index in flat["feature"] if index >= 0})
    place = {index: new for new, index in enumerate(used)}
    flat["feature"] = [place.get(index, 0) for index in flat["feature"]]
    return {"names": [names[index] for index in used], "depth": depth, **flat}


def _flatten(node: dict[str, Any], flat: dict[str, Any]) -> int:
    """Append a node and what is below it; how deep that goes."""
    index = len(flat["leaf"])
    split = "split_feature" in node
    flat["feature"].append(node["split_feature"] if split else -1)
    flat["threshold"].append(round(node["threshold"], 9) if split else 0.0)
    flat["leaf"].append(0.0 if split else round(node["leaf_value"], 6))
    flat["left"].append(index)
    flat["right"].append(index)
    if not split:
        return 0
    flat["left"][index] = len(flat["leaf"])
    left = _flatten(node["left_child"], flat)
    flat["right"][index] = len(flat["leaf"])
    return 1 + max(left, _flatten(node["right_child"], flat))
