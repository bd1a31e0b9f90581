"""What a candidate becomes while its fields are decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from extractors.figures.breakdown_words import BreakdownWord, Dimension
from extractors.figures.candidates import Candidate
from extractors.figures.cues import Cue
from extractors.mentions import PeriodMention, RegionMention
from models.vocabulary import Population, Qualifier, Unit, Violence


class Label(StrEnum):
    """What a count's own words say about it; lists vary along one of these."""

    POPULATION = "population"
    VIOLENCE = "violence"
    REGION = "region"
    PERIOD = "period"
    BREAKDOWN = "breakdown"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A resolved period: the codebook's ``year`` and ``period``; ``compared`` marks a comparison's."""

    year: int | None = None
    period: str | None = None
    compared: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The values that hold where an item does not say otherwise."""

    population: Population = Population.ALL
    violence: Violence = Violence.ANY
    region: str | None = None
    when: When = When()
    unit: Unit | None = None
    subtype: str = ""
    """The word that gave the violence, for type: breakdowns of a series."""

    def with_(self, **changes: object) -> "Frame":
        """A copy with some values changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(slots=True, kw_only=True)
class OwnWords:
    """The mentions inside a candidate's own span."""

    population: Sequence[Cue] = ()
    violence: Sequence[Cue] = ()
    regions: Sequence[RegionMention] = ()
    periods: Sequence[PeriodMention] = ()
    words: Sequence[BreakdownWord] = ()

    def labels(self) -> frozenset[Label]:
        """The fields these words speak about."""
        present = {
            Label.POPULATION: self.population,
            Label.VIOLENCE: self.violence,
            Label.REGION: self.regions,
            Label.PERIOD: self.periods,
            Label.BREAKDOWN: self.words,
        }
        return frozenset(label for label, words in present.items() if words)


@dataclass(slots=True, kw_only=True)
class Reading:
    """One candidate with its fields; ``frame`` is what its list shares."""

    candidate: Candidate
    own: OwnWords
    labels: frozenset[Label]
    group: int = -1
    frame: Frame = field(default_factory=Frame)
    value: int = 0
    unit: Unit | None = None
    population: Population = Population.ALL
    violence: Violence = Violence.ANY
    region: str | None = None
    when: When = When()
    breakdown: tuple[Dimension, str] | None = None
    qualifier: Qualifier = Qualifier.EXACT
    source: str | None = None
    subtype: str = ""
    """The own word of violence, for type: breakdowns."""
    moves_on: bool = False
    """Where a count stood before it moved ('dari 16 menjadi 21')."""
    moved: bool = False
    """Where a count moved to, from the number before."""
    parent: "Reading | None" = None
    assumed: frozenset[Label] = frozenset()
    """The fields that only the article as a whole tells."""
    confidence: float = 1.0
    signs: Mapping[str, float] = field(default_factory=dict)
    """What spoke for and against the figure, by name."""

    def as_frame(self) -> Frame:
        """What this figure hands down to its parts."""
        return Frame(
            population=self.population,
            violence=self.violence,
            region=self.region,
            when=self.when,
            unit=self.unit,
            subtype=self.subtype,
        )
