"""What holds for a whole table: said by the user (``--map``), by a layout, or by the table's title."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import TypeVar

from crosscheck.official.columns import Column
from crosscheck.official.headings import Heading, read_heading
from crosscheck.official.periods import When, find_when, parse_when
from crosscheck.official.places import CodeSystem, Level, PlaceContext, Places
from crosscheck.official.raw import RawTable, as_text
from crosscheck.official.words import UNITS, Role, fold
from models.errors import BadInputError
from models.vocabulary import Population, Unit, Violence

_PERIOD = re.compile(r"(\d{4})-(\d\d)/(\d{4})-(\d\d)")
_PLACE = re.compile(r"\b(?:kabupaten|kab\.|kota|provinsi|prov\.)\s+(?:[\w.'-]+\s*){1,4}", re.IGNORECASE)
_SERVED = re.compile(r"\b(?:ter|di)layani\b")
_WOMEN_CHILDREN = re.compile(r"\b(?:perempuan(?: dan)? anak|anak dan perempuan)\b")
_UNKNOWN = "unknown"
_Word = TypeVar("_Word", bound=StrEnum)
_Meaning = TypeVar("_Meaning")


@dataclass(frozen=True, slots=True, kw_only=True)
class Constants:
    """What every row of a table has in common; None where the rows say it themselves."""

    region: str | None = None
    when: When | None = None
    unit: Unit | None = None
    unit_said: bool = False
    population: Population | None = None
    violence: Violence | None = None
    breakdown: str | None = None
    codes: CodeSystem | None = None
    notes: tuple[str, ...] = ()

    def filled_from(self, other: "Constants") -> "Constants":
        """These, and from ``other`` what these leave open."""
        open_fields = {
            entry.name: getattr(other, entry.name)
            for entry in fields(self)
            if entry.name != "notes" and not getattr(self, entry.name)
        }
        return replace(self, **open_fields, notes=(*self.notes, *other.notes))


@dataclass(frozen=True, slots=True)
class Said:
    """The user's word on columns, by index, and on the whole table."""

    columns: Mapping[int, Column] = field(default_factory=dict)
    constants: Constants = field(default_factory=Constants)


def read_mapping(mapping: Mapping[str, str], table: RawTable, names: list[str], places: Places) -> Said:
    """Read ``--map`` entries.

    Raises:
        BadInputError: there is no such column, role or constant.
    """
    columns = {}
    constants = Constants()
    for key, value in mapping.items():
        if key.startswith("@"):
            constants = _constant(constants, key, value.strip(), places)
        else:
            index = _index(key, names)
            columns[index] = _column(index, names[index], value.strip(), table)
    return Said(columns, constants)


def _index(key: str, names: list[str]) -> int:
    wanted = " ".join(key.split())
    for index, name in enumerate(names):
        if name == wanted:
            return index
    folded = [index for index, name in enumerate(names) if fold(name) == fold(wanted)]
    if len(folded) == 1:
        return folded[0]
    raise BadInputError(f"There is no column '{key}'.", cure=f"The columns are: {', '.join(names)}.")


def _column(index: int, name: str, value: str, table: RawTable) -> Column:
    """'count:victims:children:sexual' or another role's name."""
    word, *details = value.split(":")
    if word not in set(Role):
        raise BadInputError(f"'{word}' is no role of a column.", cure=f"Choose one of: {', '.join(Role)}.")
    heading = read_heading(name)
    for detail in details:
        heading = _with_detail(heading, detail)
    example = next((text for cell in table.column(index) if (text := as_text(cell))), "")
    return Column(index=index, name=name, role=Role(word), reason="--map", heading=heading, example=example)


def _with_detail(heading: Heading, detail: str) -> Heading:
    if detail in set(Unit):
        return replace(heading, unit=Unit(detail))
    if detail in set(Population):
        return replace(heading, population=Population(detail), sex=None)
    if detail in set(Violence):
        return replace(heading, violence=Violence(detail))
    raise BadInputError(
        f"'{detail}' is neither a unit, a population nor a class of violence.",
        cure="See docs/codebook.md for the words.",
    )


def _constant(known: Constants, key: str, value: str, places: Places) -> Constants:
    if key in ("@year", "@period"):
        return replace(known, when=_when(key, value))
    if key == "@region":
        if value not in places.by_code:
            raise BadInputError(f"'{value}' is no region's code.", cure="Give a Kemendagri code, as 36.73.")
        return replace(known, region=value)
    if key == "@unit":
        return replace(known, unit=None if value == _UNKNOWN else _word(key, value, Unit), unit_said=True)
    return _constant_word(known, key, value)


def _constant_word(known: Constants, key: str, value: str) -> Constants:
    if key == "@population":
        return replace(known, population=_word(key, value, Population))
    if key == "@violence":
        return replace(known, violence=_word(key, value, Violence))
    if key == "@codes":
        return replace(known, codes=_word(key, value, CodeSystem))
    if key == "@breakdown":
        return replace(known, breakdown=value)
    raise BadInputError(
        f"'{key}' cannot be set for a whole table.",
        cure="Use @year, @period, @region, @unit, @population, @violence, @breakdown or @codes.",
    )


def _word(key: str, value: str, vocabulary: type[_Word]) -> _Word:
    if value not in set(vocabulary):
        raise BadInputError(f"{key}={value} is not known.", cure=f"Choose one of: {', '.join(vocabulary)}.")
    return vocabulary(value)


def _when(key: str, value: str) -> When:
    stated = _PERIOD.fullmatch(value)
    if stated and stated[1] == stated[3]:
        return When(int(stated[1]), int(stated[2]), int(stated[4]))
    when = parse_when(value)
    if when is None or when.year is None:
        raise BadInputError(f"{key}={value} names no year.", cure="Write 2021 or 2021-01/2021-06.")
    return when


def title_constants(titles: Iterable[str], places: Places) -> Constants:
    """What the lines above a table say: 'Jumlah Korban … Kota Serang Tahun 2021'."""
    found = Constants()
    for title in titles:
        said = replace(subject_constants(title), when=find_when(title), region=_region(title, places))
        found = found.filled_from(said)
    return found


def subject_constants(title: str) -> Constants:
    """What is counted, by a title or a file's name; its year and region are not looked for."""
    folded = fold(title)
    served = _SERVED.search(folded)
    return Constants(
        unit=_first(folded, UNITS),
        population=Population.WOMEN_CHILDREN if _WOMEN_CHILDREN.search(folded) else None,
        # Those who were served are fewer than those who were counted.
        breakdown="service:terlayani" if served else None,
        notes=(f"title '{title}'",) if served or _WOMEN_CHILDREN.search(folded) else (),
    )


def _first(folded: str, phrases: Mapping[str, _Meaning]) -> _Meaning | None:
    """The meaning of the phrase that stands first in the text."""
    places = {phrase: f" {folded} ".find(f" {phrase} ") for phrase in phrases}
    present = [phrase for phrase, place in places.items() if place >= 0]
    return phrases[min(present, key=lambda phrase: (places[phrase], -len(phrase)))] if present else None


def _region(title: str, places: Places) -> str | None:
    """The one region that the title names with its kind."""
    codes = set()
    for found in _PLACE.finditer(title):
        words = found[0].split()
        for length in range(len(words), 1, -1):
            named = places.named(" ".join(words[:length]), PlaceContext(level=Level.ANY))
            if len(named) == 1:
                codes |= named
                break
    return codes.pop() if len(codes) == 1 else None
