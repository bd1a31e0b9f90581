"""One issue of the digest, as values: what is in it and why, before any markup."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.vocabulary import FindingKind, Language, ProgrammeAction, ProgrammeKind, Severity, Topic


class Change(StrEnum):
    """What happened to a finding since the last issue."""

    NEW = "new"
    WORSE = "worse"
    CHANGED = "changed"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The words of an article that carry a number, masked."""

    outlet: str
    url: str
    published: date | None
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingItem:
    """A finding that changed: its numbers, its sentence, the words behind it."""

    change: Change
    kind: FindingKind
    severity: Severity
    region: str
    year: int | None
    sentence: str
    numbers: tuple[tuple[str, int], ...]
    quotes: tuple[Quote, ...] = ()
    closed_reason: str | None = None
    why: str = ""
    """Why it is in this issue, for this reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """One new figure in words, and what it may be set beside."""

    text: str
    beside: tuple[str, ...] = ()
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story with its main figures; ``copies`` are other outlets that printed it word for word."""

    title: str
    outlet: str
    url: str
    published: date | None
    copies: tuple[str, ...]
    lines: tuple[FigureLine, ...]
    more: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeItem:
    """A programme heard of for the first time, or newly launched."""

    name: str
    kind: ProgrammeKind
    action: ProgrammeAction
    region: str | None
    quote: Quote
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A region that nothing was reported of for long."""

    region: str
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPair:
    """What was reported and what was published for one year; null is unknown, not nought."""

    year: int
    reported: int | None
    official: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionChart:
    """One region's whole-year totals, to be drawn and to be read as a table."""

    region: str
    what: str
    rows: tuple[YearPair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Everything one issue tells, in the order in which it is read."""

    since: date
    until: date
    regions: tuple[str, ...]
    language: Language
    findings: tuple[FindingItem, ...] = ()
    more_findings: int = 0
    confirmed: int = 0
    """New figures that agree with the official ones."""
    stories: tuple[Story, ...] = ()
    more_stories: int = 0
    programmes: tuple[ProgrammeItem, ...] = ()
    silences: tuple[Silence, ...] = ()
    more_silences: int = 0
    charts: tuple[RegionChart, ...] = ()
    topics: tuple[Topic, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing happened; silence alone is no news."""
        return not (self.findings or self.stories or self.programmes)
