"""The figure that an article counts as its whole, to which later lists go back."""

from collections.abc import Sequence

from extractors.figures.groups import Group
from extractors.figures.reading import Label, Reading
from models.vocabulary import Population, Violence

_FIRST = 40
"""Among so many first figures the whole is looked for."""


def whole_figure(done: Sequence[Group]) -> Reading | None:
    """The first figure, a series of years told first, or a larger later one that says it counts both.

    A report may open with a part ('934 kasus kekerasan anak') before it gives the whole.
    """
    if not done:
        return None
    opening = done[0]
    head = opening.members[-1] if len(opening.members) == 1 or opening.labels == {Label.PERIOD} else None
    if head is not None and head.population is Population.WOMEN_CHILDREN:
        return head
    least = head.value if head is not None else max(member.value for member in opening.members)
    readings = [reading for group in done[:_FIRST] for reading in group.members]
    wider = [reading for reading in readings if _covers_both(reading) and reading.value >= least]
    return max(wider, key=lambda reading: reading.value, default=head)


def _covers_both(reading: Reading) -> bool:
    both = any(cue.value == Population.WOMEN_CHILDREN for cue in reading.own.population)
    return both and reading.violence is Violence.ANY and not reading.when.compared
