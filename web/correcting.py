"""A reviewer's form as a whole reading, or what is wrong with it."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from models.geography import Region
from models.vocabulary import Population, Qualifier, Unit, Violence
from storage.regions import RegionRepository
from web.places import surely_meant

_LARGEST = 2**31 - 1
_PERIOD = re.compile(r"(\d{4})-(0[1-9]|1[0-2])/(\d{4})-(0[1-9]|1[0-2])")
_CODE = re.compile(r"\b(ID|\d{2}(?:\.\d{2}){0,2})\b")
_BREAKDOWN = re.compile(r"[a-z_]+:\S.*")
_LONGEST = 200
FIELDS = (
    "value", "unit", "region", "year", "period", "population", "violence", "breakdown", "qualifier", "source",
    "evidence",
)  # fmt: skip


@dataclass(slots=True)
class Correction:
    """What was understood of a form, which fields were not, and the regions that may be meant."""

    reading: dict[str, object] = field(default_factory=dict)
    wrong: set[str] = field(default_factory=set)
    candidates: tuple[Region, ...] = ()


def read_correction(form: dict[str, str], text: str, regions: RegionRepository, *, near: int) -> Correction:
    """Understand every field of a form; ``near`` is where the machine found its words."""
    read = Correction()
    read.reading["value"] = _whole(form["value"], read, "value", smallest=0, largest=_LARGEST)
    if read.reading["value"] is None:
        read.wrong.add("value")
    read.reading["year"] = _whole(form["year"], read, "year", smallest=1945, largest=2200)
    for name, vocabulary in (
        ("unit", Unit),
        ("population", Population),
        ("violence", Violence),
        ("qualifier", Qualifier),
    ):
        read.reading[name] = _word(form[name], read, name, vocabulary, may_be_unknown=name == "unit")
    read.reading["source"] = _line(form["source"])
    read.reading["breakdown"] = _line(form["breakdown"])
    if read.reading["breakdown"] and not _BREAKDOWN.fullmatch(str(read.reading["breakdown"])):
        read.wrong.add("breakdown")
    read.reading["region"] = _region(form["region"], read, regions)
    _read_period(form["period"], read)
    _read_words(form["evidence"], read, text, near)
    return read


def located(text: str, quotation: str, *, near: int) -> tuple[int, int] | None:
    """Where words stand in a text, whatever the spaces between them; the nearest place of several."""
    words = quotation.split()
    if not words:
        return None
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words))
    found = [match.span() for match in pattern.finditer(text)]
    return min(found, key=lambda span: abs(span[0] - near), default=None)


def region_text(region: Region) -> str:
    """A region as the form shows it: its name, then its code."""
    return f"{region.name} ({region.code})"


def _line(typed: str) -> str | None:
    return " ".join(typed.split())[:_LONGEST] or None


def _whole(typed: str, read: Correction, name: str, *, smallest: int, largest: int) -> int | None:
    plain = typed.strip().replace(".", "")
    if not plain:
        return None
    if not plain.isascii() or not plain.isdigit() or not smallest <= int(plain[:12]) <= largest:
        read.wrong.add(name)
        return None
    return int(plain[:12])


def _word(
    typed: str, read: Correction, name: str, vocabulary: type[StrEnum], *, may_be_unknown: bool
) -> str | None:
    if typed in set(vocabulary):
        return typed
    if typed or not may_be_unknown:
        read.wrong.add(name)
    return None


def _region(typed: str, read: Correction, regions: RegionRepository) -> str | None:
    """The code in brackets or by itself, else the one region of that name."""
    if not typed.strip():
        return None
    codes = _CODE.findall(typed)
    if codes and regions.get(codes[-1]) is not None:
        return str(codes[-1])
    found = regions.search(typed)
    meant = surely_meant(found, typed)
    if meant is not None:
        return meant.code
    read.wrong.add("region")
    read.candidates = tuple(found)
    return None


def _read_period(typed: str, read: Correction) -> None:
    """Months from and to, in order; the year is the last one's."""
    period = typed.replace(" ", "")
    read.reading["period"] = period or None
    if not period:
        return
    match = _PERIOD.fullmatch(period)
    if match is None or match.group(1, 2) > match.group(3, 4):
        read.wrong.add("period")
        return
    last = int(match.group(3))
    if read.reading["year"] is None and "year" not in read.wrong:
        read.reading["year"] = last
    if read.reading["year"] != last:
        read.wrong |= {"year", "period"}


def _read_words(typed: str, read: Correction, text: str, near: int) -> None:
    span = located(text, typed, near=near)
    if span is None:
        read.wrong.add("evidence")
        return
    read.reading["start"], read.reading["end"] = span
    read.reading["evidence"] = text[span[0] : span[1]]
