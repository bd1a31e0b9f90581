import numpy as np
import pytest

from extractors.nlp.decoding import greedy_tree


@pytest.mark.parametrize(
    ("heads", "is_tree"),
    [
        ([0, 0, 1], True),
        ([0, 2, 0, 2], True),
        ([0, 0, 0], False),
        ([0, 2, 1], False),
        ([0, 0, 3, 2], False),
        ([0, 2, 3, 4, 0], True),
    ],
)
def test_greedy_heads_are_taken_only_when_they_are_one_tree(heads: list[int], is_tree: bool) -> None:
    scores = np.zeros((len(heads), len(heads)))
    scores[range(len(heads)), heads] = 1.0

    tree = greedy_tree(scores)

    assert (tree is not None) == is_tree
    if tree is not None:
        assert list(tree) == heads
