"""What extraction needs besides the text: gazetteer and trained components, loaded once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from extractors.confidence import load_certainty
from extractors.nlp.entities import ShippedEntities
from extractors.nlp.weights import component_versions, rules_version
from extractors.regions import RegionFinder, build_region_finder
from models.regions import load_aliases, load_jurisdictions, load_regions

if TYPE_CHECKING:
    from extractors.figures.material import Material
    from extractors.figures.reading import Reading

USED = ("confidence", "entities")
"""The trained components that readings depend on, by their names in the manifest."""


class Scorer(Protocol):
    """Scores one option of one decision from named features; higher is better."""

    def score(self, decision: str, features: Mapping[str, float]) -> float:
        """The option's score."""
        ...


class Certainty(Protocol):
    """Tells how likely a figure is right, from the signs for and against it."""

    def __call__(self, signs: Mapping[str, float], /) -> float:
        """A chance between 0 and 1."""
        ...


class Ranker(Protocol):
    """Gives a second opinion on the fields of an article's figures."""

    def revise(self, material: "Material", readings: Sequence["Reading"]) -> None:
        """Change fields in place where the other answer is likelier."""
        ...


class Entities(Protocol):
    """SpaCy's pipeline, asked for a second opinion where the first is in doubt."""

    def relevance(self, text: str, /) -> float:
        """The chance that a story is about the problem."""
        ...


class Persons(Protocol):
    """Finds names of persons, so that private ones can be covered."""

    def persons(self, text: str, /) -> tuple[tuple[int, int], ...]:
        """Where persons are named who may be private."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word of a parsed sentence, offsets into the sentence's text."""

    start: int
    end: int
    lemma: str
    upos: str
    head: int
    """Index of the governing token, -1 for the root."""
    relation: str


class Syntax(Protocol):
    """A dependency parser that is asked about single sentences, lazily."""

    def parse(self, sentence: str) -> Sequence[Token]:
        """The sentence's tokens."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Toolkit:
    """Everything loaded once and handed to :func:`extractors.pipeline.extract`."""

    regions: RegionFinder
    scorer: Scorer | None = None
    """Replaces the built-in weights of the figure decisions."""
    ranker: Ranker | None = None
    entities: Entities | None = None
    """A second opinion on relevance; not in use, see docs/models.md."""
    persons: Persons | None = None
    syntax: Syntax | None = None
    calibrate: Certainty | None = None
    """Turns what spoke for a figure into the expected share of right figures."""
    versions: Mapping[str, str] = field(default_factory=dict)


def load_toolkit() -> Toolkit:
    """Load the gazetteer and everything trained that figures are read with, signed with its versions.

    Raises:
        ModelMissingError: trained weights are missing.
    """
    return replace(
        load_bare_toolkit(),
        persons=ShippedEntities(),
        calibrate=load_certainty(),
        versions={"rules": rules_version(), **component_versions(*USED)},
    )


def load_ranked_toolkit() -> Toolkit:
    """Load the same with the learned second opinion on fields, for measuring it (decision 150).

    Raises:
        ModelMissingError: trained weights are missing.
    """
    from extractors.ranking.ranker import load_ranker  # noqa: PLC0415

    plain = load_toolkit()
    versions = {**plain.versions, **component_versions("ranker")}
    return replace(plain, ranker=load_ranker(), versions=versions)


def load_bare_toolkit() -> Toolkit:
    """Load the gazetteer alone: everything is read by rules with weights set by hand."""
    return Toolkit(regions=build_region_finder(load_regions(), load_aliases(), load_jurisdictions()))
