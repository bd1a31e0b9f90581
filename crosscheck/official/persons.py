"""Whom a count is about, from the table's scope, the column, and the row's sex and age."""

from dataclasses import dataclass

from crosscheck.official.words import AgeBand, Sex
from models.vocabulary import Population

_GIRL_OR_BOY = {Sex.FEMALE: Population.GIRLS, Sex.MALE: Population.BOYS}
_WOMAN_OR_MAN = {Sex.FEMALE: Population.WOMEN, Sex.MALE: Population.MEN}


@dataclass(frozen=True, slots=True)
class Persons:
    """A population of the vocabulary, and the sex where the vocabulary has no word for it."""

    population: Population
    sex: Sex | None = None


def persons(base: Population, sex: Sex | None, age: AgeBand | None) -> Persons:
    """The people that base, sex and age describe together.

    The vocabulary knows women and girls, not females of any age; 'perempuan' without an
    age therefore keeps the base and is told apart by ``sex``. Males among women and
    children are boys.
    """
    if sex is None:
        return Persons(_by_age(base, age))
    if age is not None and age.is_child:
        return Persons(_GIRL_OR_BOY[sex])
    if age is not None and age.is_adult:
        return Persons(_WOMAN_OR_MAN[sex])
    if base is Population.CHILDREN:
        return Persons(_GIRL_OR_BOY[sex])
    if sex is Sex.MALE and base is Population.WOMEN_CHILDREN:
        return Persons(Population.BOYS)
    return Persons(base) if base not in (Population.ALL, Population.WOMEN_CHILDREN) else Persons(base, sex)


def _by_age(base: Population, age: AgeBand | None) -> Population:
    if age is None:
        return base
    if age.is_child and base in (Population.ALL, Population.WOMEN_CHILDREN):
        return Population.CHILDREN
    if age.is_adult and base is Population.WOMEN_CHILDREN:
        return Population.WOMEN
    return base
