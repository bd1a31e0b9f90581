"""What a category cell restricts its count to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from crosscheck.official.columns import Column
from crosscheck.official.headings import Heading
from crosscheck.official.raw import Cell, as_text
from crosscheck.official.reasons import Reason, both
from crosscheck.official.words import (
    ONE_LETTER_SEXES,
    POPULATIONS,
    SEXES,
    TOTALS,
    UNKNOWN_CATEGORY,
    AgeBand,
    Role,
    Sex,
    age_band,
    fold,
    violence_named,
)
from models.vocabulary import Population, Violence

_UNKNOWN_WORDS = {"", "na", "n a", "nan", "null", "none", "tidak diketahui", "tidak ada data", "unknown"}
_KIND_WORDS = {Role.AGE: "usia", Role.EDUCATION: "pendidikan", Role.WORK: "pekerjaan"}
_SCHOOLS = {"sltp": "smp", "slta": "sma", "tk paud": "tk/paud"}
_CHILDREN = {Population.CHILDREN, Population.GIRLS, Population.BOYS}
_INSIDE = {
    Population.CHILDREN: {Population.GIRLS, Population.BOYS},
    Population.WOMEN_CHILDREN: {Population.WOMEN, *_CHILDREN},
    Population.ALL: set(Population) - {Population.ALL},
}
_Value = TypeVar("_Value")
_ADULTS = {Sex.FEMALE: Population.WOMEN, Sex.MALE: Population.MEN}


class CategoryError(Exception):
    """A category that the vocabulary does not know."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One restriction, or several merged; ``parts`` are breakdowns as 'kind:value'."""

    population: Population | None = None
    sex: Sex | None = None
    age: AgeBand | None = None
    violence: Violence | None = None
    parts: tuple[str, ...] = ()


NOTHING = Category()


def read_category(column: Column, cell: Cell, *, of_perpetrator: bool = False) -> Category:
    """What the cell says in its column; a total restricts nothing.

    A blank, 'NA' or the column's own name is the category 'tidak diketahui'.

    Raises:
        CategoryError: the word is not known where only known ones count.
    """
    text = as_text(cell)
    folded = fold(text)
    if folded in TOTALS:
        return NOTHING
    unknown = folded in _UNKNOWN_WORDS or folded == fold(column.name)
    if unknown and column.role in (Role.SEX, Role.VICTIMS, Role.VIOLENCE):
        raise CategoryError(Reason("import_no_such_category"))
    category = (
        Category(parts=(f"{column.role}:{UNKNOWN_CATEGORY}",)) if unknown else _known(column, text, folded)
    )
    if not of_perpetrator or column.role is Role.PERPETRATOR:
        return category
    # The population of perpetrators is none of the vocabulary's: only the breakdown remains.
    word = _KIND_WORDS.get(column.role, "") if column.role else ""
    values = [part.partition(":")[2] for part in category.parts] or [folded]
    return Category(parts=tuple(f"perpetrator:{word} {value}".replace(": ", ":") for value in values))


def _known(column: Column, text: str, folded: str) -> Category:
    if column.role is Role.SEX:
        return Category(sex=_sex(folded))
    if column.role is Role.VICTIMS and folded == "dewasa":
        return Category(age=AgeBand(18, None))
    if column.role is Role.VICTIMS:
        return Category(population=POPULATIONS.get(folded) or _ADULTS[_sex(folded)])
    if column.role is Role.VIOLENCE:
        return _violence(text)
    if column.role is Role.AGE:
        return _age(text)
    value = _SCHOOLS.get(folded, " ".join(text.casefold().split())) if column.role is Role.EDUCATION else None
    return Category(parts=(f"{column.role}:{value or ' '.join(text.casefold().split())}",))


def _sex(folded: str) -> Sex:
    sex = SEXES.get(folded) or ONE_LETTER_SEXES.get(folded)
    if sex is None:
        raise CategoryError(Reason("import_no_such_victims"))
    return sex


def _violence(text: str) -> Category:
    named = violence_named(text)
    if named is None:
        raise CategoryError(Reason("import_no_such_violence"))
    violence, subtype = named
    return Category(violence=violence, parts=(subtype,) if subtype else ())


def _age(text: str) -> Category:
    band = age_band(text)
    if band is not None:
        return Category(age=band, parts=(f"age:{band}",))
    named = {"anak": AgeBand(0, 17), "dewasa": AgeBand(18, None), "lansia": AgeBand(60, None)}.get(fold(text))
    if named is None:
        raise CategoryError(Reason("import_no_such_ages"))
    return Category(age=named, parts=(f"age:{fold(text)}",))


def merged(categories: Iterable[Category], heading: Heading) -> Category:
    """The row's categories and the column's own, together.

    Raises:
        CategoryError: two of them speak of one thing.
    """
    own = Category(
        population=heading.population,
        sex=heading.sex,
        age=heading.age,
        violence=heading.violence,
        parts=_heading_parts(heading),
    )
    everything = [*categories, own]
    return Category(
        # 'Anak Perempuan' in a row narrows 'perempuan dan anak' in the heading.
        population=_narrowest([c.population for c in everything]),
        sex=_only([c.sex for c in everything]),
        age=_only([c.age for c in everything]),
        violence=_only([c.violence for c in everything]),
        parts=tuple(part for category in everything for part in category.parts),
    )


def _heading_parts(heading: Heading) -> tuple[str, ...]:
    parts = [heading.breakdown] if heading.breakdown else []
    if heading.age is not None and heading.age != AgeBand(18, None):
        parts.append(f"age:{heading.age}")
    if heading.rest and not heading.violence:
        parts.append("other:lainnya")
    return tuple(parts)


def _narrowest(populations: Sequence[Population | None]) -> Population | None:
    known = {population for population in populations if population is not None}
    inner = {one for one in known if not any(other in _INSIDE.get(one, ()) for other in known)}
    return _only(list(inner))


def _only(values: Sequence[_Value | None]) -> _Value | None:
    known = {value for value in values if value is not None}
    if len(known) > 1:
        raise CategoryError(Reason("import_at_once", values=both(sorted(map(str, known)))))
    return known.pop() if known else None
