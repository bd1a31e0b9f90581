"""Stanza's search for the best dependency tree, skipped where the greedy choice already is that tree."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray


def greedy_tree(scores: NDArray[np.floating[Any]]) -> NDArray[np.intp] | None:
    """The best head of every word, null when these heads are no tree with exactly one root.

    When they are, no tree scores higher, and the search for one (Chu-Liu-Edmonds with
    one root, pure Python in Stanza) can be left out: it takes most of the parsing time.
    """
    heads = scores.argmax(axis=1)
    heads[0] = 0
    if np.count_nonzero(heads[1:] == 0) != 1:
        return None
    reached = heads
    for _ in range(len(heads).bit_length()):
        reached = reached[reached]
    return heads if not reached.any() else None


def best_tree(scores: NDArray[np.floating[Any]]) -> NDArray[np.intp]:
    """The heads of the highest-scoring tree with one root; ``scores[i, j]`` rates j as the head of i.

    Tries the cheap ways first: the greedy choice, then the best tree with any number
    of roots; each is the answer whenever it happens to have one root.
    """
    from stanza.models.common.chuliu_edmonds import chuliu_edmonds, chuliu_edmonds_one_root  # noqa: PLC0415

    tree = greedy_tree(scores)
    if tree is not None:
        return tree
    searched: NDArray[np.intp] = chuliu_edmonds(scores.astype(np.float64))
    if np.count_nonzero(searched[1:] == 0) != 1:
        searched = chuliu_edmonds_one_root(scores)
    return searched


def decode_predictions(
    vocab: Any,
    batch_size: int,
    predictions: Sequence[Any],
    lengths: Sequence[int],
    resolve_head_constraints: bool = False,
) -> list[list[list[Any]]]:
    """Heads and relations of a batch, in the form of Stanza's own ``decode_graph_predictions``.

    Repairs of doubled subjects and objects are left out: they cost as much again
    and change few of the relations that the extractors look at.
    """
    decoded = []
    for index in range(batch_size):
        length = lengths[index]
        tree = best_tree(predictions[0][index][:length, :length])
        labels = predictions[1][index]
        relations = vocab.unmap([labels[i][tree[i]] for i in range(1, length)])
        decoded.append([[tree[i + 1], relation] for i, relation in enumerate(relations)])
    return decoded
