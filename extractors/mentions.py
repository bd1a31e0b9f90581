"""The mentions that later steps reason about: numbers, periods, places, agencies.

Offsets are string indices into the document's text, end exclusive.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class NumberKind(StrEnum):
    """What a number in running text is; only ``count`` may become a figure.

    ``count`` always has a value. ``range`` is either end of 'lima sampai tujuh kasus',
    ``vague`` is 'belasan', ``collective`` takes up something counted before ('ketiga
    korban itu', 'keduanya'), ``other`` counts places, institutions, steps and the like,
    ``none`` is 'tidak ada' (value 0) where a list of counts would have a number.
    """

    COUNT = "count"
    NONE = "none"
    RANGE = "range"
    VAGUE = "vague"
    COLLECTIVE = "collective"
    OTHER = "other"
    ORDINAL = "ordinal"
    DECIMAL = "decimal"
    PERCENT = "percent"
    YEAR = "year"
    DATE = "date"
    TIME = "time"
    AGE = "age"
    MONEY = "money"
    LAW = "law"
    PHONE = "phone"
    ADDRESS = "address"
    DURATION = "duration"
    MEASURE = "measure"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMention:
    """One number. ``value`` is null for what is not a whole count (decimals, vague words)."""

    start: int
    end: int
    value: int | None
    kind: NumberKind
    text: str
    at_least: bool = False
    """True for forms such as '10-an lebih' that say more than the number."""
    about: bool = False
    """True for forms such as '10-an'."""


class PeriodBase(StrEnum):
    """What a period expression was resolved against."""

    ABSOLUTE = "absolute"
    PUBLISHED = "published"
    PREVIOUS = "previous"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodMention:
    """One expression of time that may govern a count.

    ``period`` is 'YYYY-MM/YYYY-MM', null for a whole calendar year. ``year`` is null
    while it cannot be told ('Januari' with no year in sight, 'tahun ini' without a
    publication date); ``months`` (first, last) then still holds what is known.
    """

    start: int
    end: int
    text: str
    year: int | None
    period: str | None
    months: tuple[int, int] | None = None
    years: tuple[int, int] | None = None
    """First and last year of a span of several years; ``year`` is the last."""
    base: PeriodBase = PeriodBase.ABSOLUTE
    same_months: bool = False
    """'pada periode yang sama': the months of the period it is compared with."""
    dateline: bool = False
    """A full day in brackets or a dateline, which tells when it was said, not the count's period."""
    relative: bool = False
    """Counted from another year in the text ('tahun sebelumnya'), so no ground for further ones."""
    day: date | None = None
    """The day that a dateline or an event date names, where its year is known."""
    open_ended: bool = False
    """No end is stated ('tahun ini', 'sejak Maret 2025', the running year): the count goes on
    until the month of publication, which ``period`` holds where it is known."""


class PlaceVia(StrEnum):
    """How a region was named."""

    NAME = "name"
    ALIAS = "alias"
    AGENCY = "agency"
    JURISDICTION = "jurisdiction"
    NATIONAL = "national"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionMention:
    """One mention of a region. ``reason`` says by which rule the code was chosen.

    ``start`` takes in the word before the name that says what it is ('Kota', 'Polres').
    A mention ``via`` outside is about what lies beyond ``code`` ('luar Kota Bontang'), or
    beyond the region that the text is about where none is named ('luar daerah').
    """

    start: int
    end: int
    text: str
    code: str
    via: PlaceVia
    confidence: float
    reason: str
    explicit_kind: bool = False
    """The text itself says Kota, Kabupaten, Kecamatan or Provinsi."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyMention:
    """One mention of an office or system that figures can be credited to."""

    start: int
    end: int
    text: str
    short: str
    """As credited: the acronym where the text has one, plus its region as written."""
    code: str | None
    """Region the agency answers for; null when the text does not say."""
