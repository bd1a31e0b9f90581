"""What extraction takes in and gives out: plain values, no database.

Offsets are Python string indices into :attr:`ArticleText.text`, end exclusive;
``text[start:end] == evidence`` always holds. Field meanings follow
docs/codebook.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from models.vocabulary import (
    Direction,
    Population,
    ProgrammeAction,
    ProgrammeKind,
    Qualifier,
    Unit,
    Violence,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleText:
    """One article as handed to the extractors."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: date | None = None
    home_region: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRecord:
    """One aggregate count that an article states."""

    value: int
    unit: Unit | None
    region: str | None
    year: int | None
    period: str | None
    population: Population
    violence: Violence
    breakdown: str | None
    qualifier: Qualifier
    source: str | None
    evidence: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeRecord:
    """One named initiative that an article mentions."""

    name: str
    aliases: tuple[str, ...]
    kind: ProgrammeKind
    region: str | None
    action: ProgrammeAction
    evidence: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendRecord:
    """One comparison over time that an article states."""

    direction: Direction
    delta: int | None
    from_year: int | None
    to_year: int | None
    region: str | None
    population: Population
    violence: Violence
    evidence: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Everything read out of one article, with the versions that read it."""

    article_id: str
    relevant: bool
    relevance: float
    figures: tuple[FigureRecord, ...] = ()
    programmes: tuple[ProgrammeRecord, ...] = ()
    trends: tuple[TrendRecord, ...] = ()
    persons: tuple[tuple[int, int], ...] | None = None
    """Where a recogniser found names that may be private ones (:mod:`models.masking`); null: none looked."""
    versions: Mapping[str, str] = field(default_factory=dict)
