"""Which predicted figure answers which coded one, and where the two differ.

Scoring counts tuples (scoring.py); a person who looks for the cause of an error
needs to know which reading was meant. Figures of one value are paired greedily,
the most agreeing pair first; a shared place in the text settles equals.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from models.records import FigureRecord

CORE = ("region", "year")
MAIN = (*CORE, "unit", "population", "violence")
COMPARED = (*MAIN, "period", "breakdown", "qualifier")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A coded figure and its reading; one of the two is null where it was missed or made up."""

    coded: FigureRecord | None
    predicted: FigureRecord | None

    @property
    def differing(self) -> tuple[str, ...]:
        """Names of the fields on which the two disagree, in the order of the codebook."""
        if self.coded is None or self.predicted is None:
            return ()
        coded, predicted = self.coded, self.predicted
        return tuple(name for name in COMPARED if said(coded, name) != said(predicted, name))

    @property
    def verdict(self) -> str:
        """``missed``, ``spurious``, or the deepest agreement: ``full``, ``main``, ``core``, ``value``."""
        if self.predicted is None:
            return "missed"
        if self.coded is None:
            return "spurious"
        wrong = set(self.differing)
        if not wrong:
            return "full"
        if not wrong & set(MAIN):
            return "main"
        return "value" if wrong & set(CORE) else "core"


def said(figure: FigureRecord, name: str) -> str:
    """A field's value in words; of a breakdown only its kind, as scoring compares it."""
    value = getattr(figure, name)
    if value is None:
        return "null"
    return str(value).partition(":")[0] if name == "breakdown" else str(value)


def pair_figures(coded: Sequence[FigureRecord], predicted: Sequence[FigureRecord]) -> list[Pair]:
    """Every coded figure with its reading in the order of coding, then what was made up."""
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, left, right in sorted(_likeness(coded, predicted), reverse=True):
        if -left not in partner and -right not in taken:
            partner[-left] = -right
            taken.add(-right)
    pairs = [
        Pair(coded=figure, predicted=predicted[partner[index]] if index in partner else None)
        for index, figure in enumerate(coded)
    ]
    extra = (figure for index, figure in enumerate(predicted) if index not in taken)
    return [*pairs, *(Pair(coded=None, predicted=figure) for figure in extra)]


def _likeness(
    coded: Iterable[FigureRecord], predicted: Iterable[FigureRecord]
) -> Iterator[tuple[float, int, int]]:
    """How alike two figures of one value are; negative indices sort earlier ones first."""
    for (left, one), (right, other) in product(enumerate(coded), enumerate(predicted)):
        if one.value == other.value:
            yield _agreement(one, other), -left, -right


def _agreement(one: FigureRecord, other: FigureRecord) -> float:
    agreeing = sum(2 if name in CORE else 1 for name in COMPARED if said(one, name) == said(other, name))
    beside = one.start < other.end and other.start < one.end
    return agreeing + 0.5 * beside
