"""Cohen's kappa against published examples."""

import pytest

from models.agreement import cohen_kappa, share_agreed


def pairs(both_yes: int, yes_no: int, no_yes: int, both_no: int) -> list[tuple[str, str]]:
    return (
        [("yes", "yes")] * both_yes
        + [("yes", "no")] * yes_no
        + [("no", "yes")] * no_yes
        + [("no", "no")] * both_no
    )


@pytest.mark.parametrize(
    ("table", "kappa"),
    [
        # The worked examples of Wikipedia's article: grants, then two tables alike in plain agreement.
        ((20, 5, 10, 15), 0.40),
        ((45, 15, 25, 15), 0.1304),
        ((25, 35, 5, 35), 0.2593),
    ],
)
def test_published_examples(table: tuple[int, int, int, int], kappa: float) -> None:
    assert cohen_kappa(pairs(*table)) == pytest.approx(kappa, abs=5e-5)


def test_cohens_own_table_of_three_kinds() -> None:
    # Cohen 1960, table 1 (shares of 200): kappa 0.492.
    table = {
        ("a", "a"): 88, ("a", "b"): 10, ("a", "c"): 2,
        ("b", "a"): 14, ("b", "b"): 40, ("b", "c"): 6,
        ("c", "a"): 18, ("c", "b"): 10, ("c", "c"): 12,
    }  # fmt: skip
    judged = [pair for pair, times in table.items() for _ in range(times)]
    assert cohen_kappa(judged) == pytest.approx(0.492, abs=5e-4)


def test_perfect_opposite_and_undefined() -> None:
    assert cohen_kappa(pairs(3, 0, 0, 3)) == 1
    assert cohen_kappa(pairs(0, 3, 3, 0)) == -1
    assert cohen_kappa([]) is share_agreed([]) is None
    assert cohen_kappa(pairs(5, 0, 0, 0)) is None
    assert share_agreed(pairs(5, 0, 0, 0)) == 1
