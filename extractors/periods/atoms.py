"""The smallest expressions of time in a text: days, months, years, quarters, 'tahun lalu'."""

from dataclasses import dataclass
from enum import Enum, auto


class Sort(Enum):
    """What sort of expression an atom is."""

    DAY = auto()
    MONTH = auto()
    YEAR = auto()
    RELATIVE = auto()
    NOW = auto()
    PART = auto()
    LAST = auto()
    SAME = auto()
    THOSE = auto()
    """'tiga bulan itu': ``count`` months named before."""
    SHIFT = auto()
    """'triwulan sebelumnya', 'sebulan kemudian': ``count`` months before or after those named."""
    SCHOOL = auto()
    """A school year, July to June; ``year`` is the one it begins in."""
    NOTHING = auto()
    """Read and left out: 'dua tahun sebelumnya' may be both years or the earlier one."""


class Anchor(Enum):
    """What a relative year is counted from."""

    PUBLISHED = auto()
    PREVIOUS = auto()
    NAMED = auto()
    """'tahun terakhir' after a span of years: its last one."""
    LATEST = auto()
    """'Oktober lalu': the last one before publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """One expression; what it leaves open is null."""

    start: int
    end: int
    sort: Sort
    day: int | None = None
    months: tuple[int, int] | None = None
    year: int | None = None
    anchor: Anchor | None = None
    shift: int = 0
    """Years from the anchor: 'tahun lalu' is -1."""
    edge: str | None = None
    """awal, pertengahan or akhir."""
    count: int | None = None
    """How many months, or years, of 'enam bulan terakhir' and 'tiga bulan yang sama'."""
    in_years: bool = False
    of_year: bool = False
    """Of the running year: 'dalam lima bulan' in a story of May."""
    of_days: bool = False
    """'1-30 September': a stretch of days within one month."""
    month_shift: int | None = None
    """Months from the month of publication: 'bulan lalu' is -1."""
    current: bool = False
    """'2025 ini': the text itself says that this is the running year."""
    foreign: bool = False
    """English, so furniture of the page rather than the article."""
