"""What only the whole table can tell: whom 'perempuan' means, what the total sums, the unit."""

from collections.abc import Sequence
from dataclasses import replace

from crosscheck.official.columns import Column
from crosscheck.official.numbers import read_counts
from crosscheck.official.raw import RawTable
from crosscheck.official.words import UNITS, Role, Sex, fold
from models.vocabulary import Population, Unit

_CHILDREN = (Population.CHILDREN, Population.GIRLS, Population.BOYS)


def settle_populations(table: RawTable, columns: Sequence[Column]) -> tuple[list[Column], list[str]]:
    """Columns with 'perempuan' settled as adult women or females of any age, and notes.

    Beside a column of children, 'perempuan' is adult women, unless both together exceed
    the table's own total: then girls are counted in both.
    """
    counts = [column for column in columns if column.role is Role.COUNT]
    children = [column for column in counts if column.heading.population in _CHILDREN]
    male = any(column.heading.sex is Sex.MALE for column in counts)
    women = [column for column in counts if column.heading.sex is Sex.FEMALE and not male]
    totals = [column for column in counts if column.heading.total]
    sums = _adds_up(table, totals[0], [*children, *women]) if totals and children and women else None
    if sums is False:
        return list(columns), [
            f"'{women[0].name}' and '{children[0].name}' overlap: their sum is not the total"
        ]
    changed = {column.index: _counting(column, Population.WOMEN) for column in women}
    notes = [f"'{column.name}' read as adult women" for column in women]
    if sums:
        changed[totals[0].index] = _counting(totals[0], Population.WOMEN_CHILDREN)
        notes.append(f"'{totals[0].name}' is women and children together, in every row")
    return [changed.get(column.index, column) for column in columns], notes


def _counting(column: Column, population: Population) -> Column:
    return replace(column, heading=replace(column.heading, population=population, sex=None))


def _adds_up(table: RawTable, total: Column, parts: Sequence[Column]) -> bool:
    columns = [read_counts(table.column(column.index)).values for column in (total, *parts)]
    known = [row for row in zip(*columns, strict=True) if None not in row]
    return bool(known) and all(row[0] == sum(value or 0 for value in row[1:]) for row in known)


def settle_units(
    table: RawTable, columns: Sequence[Column], title_unit: Unit | None
) -> tuple[list[Column], list[str], Column | None]:
    """Columns with their unit, notes, and a column whose unit nobody can tell."""
    missing = [c for c in columns if c.role is Role.COUNT and c.heading.unit is None]
    if not missing:
        return list(columns), [], None
    found = (
        _unit_in_cells(table, missing)
        or _unit_beside(columns, missing)
        or ((title_unit, f"unit {title_unit}, by the title") if title_unit else None)
    )
    if found is None:
        return list(columns), [], missing[0]
    unit, note = found
    settled = [replace(c, heading=replace(c.heading, unit=unit)) if c in missing else c for c in columns]
    return settled, [note], None


def _unit_in_cells(table: RawTable, missing: Sequence[Column]) -> tuple[Unit, str] | None:
    """'1.234 kasus': the unit stands beside the number."""
    words = {word for column in missing for word in read_counts(table.column(column.index)).words}
    units = {UNITS[word] for word in words if word in UNITS}
    if len(units) != 1:
        return None
    unit = units.pop()
    return unit, f"unit {unit}, as the cells say"


def _unit_beside(columns: Sequence[Column], missing: Sequence[Column]) -> tuple[Unit, str] | None:
    units = {c.heading.unit for c in columns if c.role is Role.COUNT and c.heading.unit is not None}
    if len(units) == 1:
        unit = units.pop()
        return unit, f"unit {unit}, as in the other columns"
    victims = [c for c in columns if c.role is Role.VICTIMS and "korban" in fold(c.name).split()]
    if victims:
        return Unit.VICTIMS, f"unit victims, sorted by '{victims[0].name}'"
    if all("kekerasan" in fold(column.name).split() for column in missing):
        return Unit.CASES, f"unit cases: '{missing[0].name}' counts incidents of violence"
    return None
