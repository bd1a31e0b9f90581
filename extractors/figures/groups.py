"""Lists: runs of figures that vary along one dimension."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.document import BlockKind, Document
from extractors.figures.breakdown_words import Dimension
from extractors.figures.own import varying_labels
from extractors.figures.reading import Frame, Label, Reading


@dataclass(slots=True, kw_only=True)
class Group:
    """Figures of one list, in order; ``labels`` is what its items say of themselves."""

    index: int
    members: list[Reading]
    labels: frozenset[Label]
    frame: Frame = field(default_factory=Frame)
    parent: Reading | None = None
    dimension: Dimension | None = None

    def handed_on(self, differing: frozenset[Label]) -> Frame:
        """What a list that continues this one inherits: all but what the items differ in."""
        head = self.members[-1]
        changes: dict[str, object] = {}
        if Label.VIOLENCE not in differing:
            changes["violence"] = head.violence
        if Label.POPULATION not in differing and (
            Label.VIOLENCE not in differing or _names_people_first(head)
        ):
            changes["population"] = head.population
        if Label.REGION not in differing:
            changes["region"] = head.region
        if Label.PERIOD not in differing:
            changes["when"] = head.when
        return self.frame.with_(**changes)

    @property
    def total(self) -> int:
        """The sum of the items."""
        return sum(member.value for member in self.members)


def _names_people_first(reading: Reading) -> bool:
    """'anak korban pencabulan' hands the children on, 'pencabulan terhadap anak' does not."""
    people = min((cue.start for cue in reading.own.population), default=None)
    kind = min((cue.start for cue in reading.own.violence if not cue.generic), default=None)
    return people is None or kind is None or people < kind


def form_groups(document: Document, readings: Sequence[Reading]) -> list[Group]:
    """Cut the figures of a document into lists."""
    runs: list[list[Reading]] = []
    for reading in readings:
        if runs and _continues(document, runs[-1], reading):
            runs[-1].append(reading)
        else:
            runs.append([reading])
    runs = [part for run in runs for part in _split_total(document, run)]
    return [Group(index=index, members=run, labels=_shared_labels(run)) for index, run in enumerate(runs)]


def _continues(document: Document, run: list[Reading], reading: Reading) -> bool:
    last = run[-1]
    here, there = reading.candidate.sentence, last.candidate.sentence
    if here.index != there.index:
        return _same_list(document, there.block, here.block)
    mine, theirs = varying_labels(reading), varying_labels(last)
    if not mine or not theirs:
        return False
    shared = mine & theirs
    if shared == {Label.POPULATION} and Label.VIOLENCE in mine ^ theirs and len(run) == 1:
        return False
    return bool(shared)


def _same_list(document: Document, before: int, here: int) -> bool:
    """Whether two lines are neighbouring items of one list or rows of one table."""
    kinds = (BlockKind.ITEM, BlockKind.ROW)
    if here - before != 1:
        return False
    return (
        document.blocks[before].kind in kinds and document.blocks[here].kind is document.blocks[before].kind
    )


def _split_total(document: Document, run: list[Reading]) -> list[list[Reading]]:
    """A first item that equals the sum of the rest is their total."""
    if len(run) < 3:
        return [run]
    rest = sum(reading.value for reading in run[1:])
    if run[0].value == rest and rest > 0:
        return [[run[0]], run[1:]]
    if run[-1].value == sum(reading.value for reading in run[:-1]) > 0:
        return [run[:-1], [run[-1]]]
    return [run]


def _shared_labels(run: list[Reading]) -> frozenset[Label]:
    counts = {label: sum(label in varying_labels(reading) for reading in run) for label in Label}
    most = max(counts.values(), default=0)
    return frozenset(
        label for label, count in counts.items() if count and count >= min(most, len(run) // 2 + 1)
    )
