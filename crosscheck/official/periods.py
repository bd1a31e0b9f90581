"""When a cell or a heading says it was: '202302', 'January', 'Triwulan I 2023', '2019.0'."""

import calendar
import re
from dataclasses import dataclass

from crosscheck.official.raw import Cell, as_text

_INDONESIAN = (
    *("januari", "februari", "maret", "april", "mei", "juni"),
    *("juli", "agustus", "september", "oktober", "november", "desember"),
)
_OTHER = {
    name: number
    for number, names in (
        (2, "pebruari"),
        (8, "agt ags aug"),
        (9, "sept"),
        (10, "oct"),
        (11, "nopember nop"),
        (12, "dec"),
    )
    for name in names.split()
}
MONTHS: dict[str, int] = {
    **{name: number for number, name in enumerate(_INDONESIAN, 1)},
    **{name[:3]: number for number, name in enumerate(_INDONESIAN, 1)},
    **{name.casefold(): number for number, name in enumerate(calendar.month_name) if number},
    **_OTHER,
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
_MONTHS = re.compile(rf"\b({_MONTH})\b\.?(?:\s*(?:-|–|s/?d\.?|sampai|hingga|to)\s*({_MONTH})\b)?")
_PART = re.compile(r"\b(triwulan|tw|kuartal|quarter|q|semester|smt|sem)\s*\.?\s*(iv|i{1,3}|[1-4])\b")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_COMPACT = re.compile(r"((?:19|20)\d\d)[-/.]?(0[1-9]|1[0-2])")
_DAY = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])-\d\d(?:[ T].*)?")
_SHORT_YEAR = re.compile(rf"\b{_MONTH}[-' ](\d\d)\b")


@dataclass(frozen=True, slots=True)
class When:
    """A year, months of an unsaid year, or both; months are inclusive."""

    year: int | None = None
    first: int | None = None
    last: int | None = None

    @property
    def period(self) -> str | None:
        """'YYYY-MM/YYYY-MM', or None when it is the whole year."""
        if self.year is None or self.first is None or (self.first, self.last) == (1, 12):
            return None
        return f"{self.year}-{self.first:02d}/{self.year}-{self.last:02d}"


def parse_when(cell: Cell, *, months: bool = False) -> When | None:
    """What the cell says about time, or None; ``months`` says that 1 to 12 are months."""
    text = as_text(cell).casefold().replace("_", " ").strip()
    if months and re.fullmatch(r"0?[1-9]|1[0-2]", text):
        return When(None, int(text), int(text))
    if re.fullmatch(r"(19|20)\d\d", text):
        return When(int(text))
    stamp = _DAY.fullmatch(text) or _COMPACT.fullmatch(text)
    if stamp:
        return When(int(stamp[1]), int(stamp[2]), int(stamp[2]))
    return find_when(text)


def find_when(text: str) -> When | None:
    """The one year and span of months named somewhere in words; None if there is neither or two."""
    folded = text.casefold().replace("_", " ")
    years = set(_YEAR.findall(folded))
    short = _SHORT_YEAR.search(folded)
    year = int(years.pop()) if len(years) == 1 else 2000 + int(short[1]) if short and not years else None
    if len(years) > 1:
        return None
    span = _span(folded)
    if span is None:
        return When(year) if year is not None else None
    return When(year, *span)


def _span(text: str) -> tuple[int, int] | None:
    part = _PART.search(text)
    if part:
        number = _ROMAN.get(part[2]) or int(part[2])
        length = 6 if part[1].startswith(("sem", "smt")) else 3
        return (length * (number - 1) + 1, length * number) if length * number <= 12 else None
    found = _MONTHS.findall(text)
    if len(found) != 1:
        return None
    first, last = MONTHS[found[0][0]], MONTHS[found[0][1] or found[0][0]]
    return (first, last) if first <= last else None


def joined(parts: list[When]) -> When | None:
    """What several columns say together; None when they contradict one another."""
    years = {part.year for part in parts if part.year is not None}
    spans = {(part.first, part.last) for part in parts if part.first is not None}
    if len(years) > 1 or len(spans) > 1:
        return None
    first, last = spans.pop() if spans else (None, None)
    return When(years.pop() if years else None, first, last)
