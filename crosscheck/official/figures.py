"""Rows of a recognised table → official counts, and a list of everything that could not be used."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crosscheck.official.categories import Category, CategoryError, merged, read_category
from crosscheck.official.columns import Column
from crosscheck.official.numbers import read_counts
from crosscheck.official.periods import When, joined, parse_when
from crosscheck.official.persons import persons
from crosscheck.official.places import Places
from crosscheck.official.raw import NumberedRow, SkippedRow, as_text
from crosscheck.official.reading import TableReading
from crosscheck.official.reasons import Reason
from crosscheck.official.rowplaces import RowPlaces
from crosscheck.official.words import CATEGORIES, TOTALS, UNITS, Role, fold
from models.vocabulary import Population, Unit, Violence

_MONTHS = {"bulan", "month", "bln"}
_REGION_NAMES = (Role.DISTRICT, Role.REGION, Role.PROVINCE)
_PERSONS = {"orang", "jiwa", "anak"}
_MOST_DOUBLED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialDraft:
    """One published count, before it is stored."""

    row_number: int
    value: int
    unit: Unit | None
    region: str
    year: int
    period: str | None
    population: Population
    violence: Violence
    breakdown: str | None

    @property
    def key(self) -> tuple[object, ...]:
        """What the count is of; a table should state it once."""
        return (
            *(self.region, self.year, self.period, self.unit),
            *(self.population, self.violence, self.breakdown),
        )


@dataclass(frozen=True, slots=True)
class Rejection:
    """One cell that cannot be used, and why."""

    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFigures:
    """What a table yields.

    ``skipped`` are rows that are no data, or hold no count. ``doubled`` tells of keys
    that the table states twice with different values.
    """

    figures: tuple[OfficialDraft, ...]
    rejections: tuple[Rejection, ...]
    skipped: tuple[SkippedRow, ...]
    doubled: tuple[str, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years counted, in order."""
        return tuple(sorted({figure.year for figure in self.figures}))

    @property
    def units(self) -> tuple[str, ...]:
        """The units counted; 'unknown' where the table does not say."""
        return tuple(sorted({str(figure.unit or "unknown") for figure in self.figures}))

    @property
    def regions(self) -> tuple[str, ...]:
        """The codes of the regions counted, in order."""
        return tuple(sorted({figure.region for figure in self.figures}))

    @property
    def rows(self) -> int:
        """How many rows yielded counts."""
        return len({figure.row_number for figure in self.figures})


class _RowError(Exception):
    """One row cannot be used."""

    def __init__(self, column: str, value: str, reason: str) -> None:
        super().__init__(reason)
        self.column, self.value, self.reason = column, value, reason


def to_official_figures(reading: TableReading, places: Places) -> TableFigures:
    """Turn every row into counts; what cannot be used is listed, never guessed."""
    reader = _RowReader(reading, places)
    figures: list[OfficialDraft] = []
    rejections: list[Rejection] = []
    skipped = list(reading.skipped)
    for position, row in enumerate(reading.table.rows):
        reason = reader.no_data(row, position)
        if reason is not None:
            skipped.append(SkippedRow(row.number, reason))
            continue
        try:
            figures.extend(reader.figures(row, position))
        except _RowError as error:
            rejections.append(Rejection(row.number, error.column, error.value, error.reason))
    skipped.sort(key=lambda one: one.number)
    return TableFigures(
        figures=tuple(figures),
        rejections=tuple(rejections),
        skipped=tuple(skipped),
        doubled=tuple(_doubled(figures, places)),
    )


class _RowReader:
    """Reads the rows of one table."""

    def __init__(self, reading: TableReading, places: Places) -> None:
        self._reading = reading
        self._places = RowPlaces(reading, places)
        self._counted = reading.of(Role.COUNT)
        self._numbers = {c.index: read_counts(reading.table.column(c.index)) for c in self._counted}
        self._unit_column = next(iter(reading.of(Role.UNIT)), None)

    def no_data(self, row: NumberedRow, position: int) -> str | None:
        """Why the row is no data, if it is none."""
        names = (as_text(row.cells[column.index]) for column in self._reading.of(*_REGION_NAMES))
        if any(fold(name) in TOTALS for name in names):
            return "a total of other rows"
        empty = all(
            numbers.values[position] is None and position not in numbers.bad_cells
            for numbers in self._numbers.values()
        )
        return "no count in it" if empty else None

    def figures(self, row: NumberedRow, position: int) -> list[OfficialDraft]:
        """The counts of one row."""
        place = self._place(row)
        when = self._when(row)
        return [
            self._figure(row, column, value, place, _with_heading(when, column))
            for column in self._counted
            if (value := self._value(row, column, position)) is not None
        ]

    def _value(self, row: NumberedRow, column: Column, position: int) -> int | None:
        numbers = self._numbers[column.index]
        if position in numbers.bad_cells:
            raise _RowError(column.name, as_text(row.cells[column.index]), Reason("import_no_whole_number"))
        return numbers.values[position]

    def _figure(
        self, row: NumberedRow, column: Column, value: int, place: tuple[str, str | None], when: When
    ) -> OfficialDraft:
        category = self._category(row, column)
        constants = self._reading.constants
        base = category.population or constants.population or Population.ALL
        who = persons(base, category.sex, category.age)
        sex = f"sex:{who.sex}" if who.sex else None
        parts = {*category.parts, place[1], constants.breakdown, sex} - {None}
        return OfficialDraft(
            row_number=row.number,
            value=value,
            unit=self._unit(row, column),
            region=place[0],
            year=when.year or 0,
            period=when.period,
            population=who.population,
            violence=category.violence or constants.violence or Violence.ANY,
            breakdown="; ".join(sorted(str(part) for part in parts)) or None,
        )

    def _place(self, row: NumberedRow) -> tuple[str, str | None]:
        place, breakdown = self._places.find(row)
        if place.code is None:
            raise _RowError(self._places.column_name, self._places.text(row), place.reason or "")
        return place.code, breakdown

    def _when(self, row: NumberedRow) -> When:
        """The year and months of the row; the table's own where the row is silent."""
        parts = []
        for column in self._reading.of(Role.TIME):
            cell = row.cells[column.index]
            when = parse_when(cell, months=bool(_MONTHS & set(fold(column.name).split())))
            if when is None:
                raise _RowError(column.name, as_text(cell), Reason("import_no_such_time"))
            parts.append(when)
        when = joined(parts)
        if when is None:
            names = " and ".join(column.name for column in self._reading.of(Role.TIME))
            raise _RowError(names, "", Reason("import_other_times"))
        return _filled(when, self._reading.constants.when)

    def _category(self, row: NumberedRow, column: Column) -> Category:
        found = []
        for one in self._reading.of(*CATEGORIES):
            cell = row.cells[one.index]
            try:
                found.append(read_category(one, cell, of_perpetrator=column.heading.perpetrators))
            except CategoryError as error:
                raise _RowError(one.name, as_text(cell), error.reason) from error
        try:
            return merged(found, column.heading)
        except CategoryError as error:
            raise _RowError(column.name, "", error.reason) from error

    def _unit(self, row: NumberedRow, column: Column) -> Unit | None:
        constants = self._reading.constants
        if constants.unit_said:
            return constants.unit
        if self._unit_column is None:
            return column.heading.unit
        text = as_text(row.cells[self._unit_column.index])
        unit = UNITS.get(fold(text))
        if unit is None:
            raise _RowError(self._unit_column.name, text, Reason("import_no_such_unit"))
        # 'ORANG' beside 'jumlah_pelaku' are perpetrators.
        persons_said = fold(text) in _PERSONS and column.heading.unit is Unit.PERPETRATORS
        return Unit.PERPETRATORS if persons_said else unit


def _filled(when: When, whole: When | None) -> When:
    if whole is None or (when.year is not None and when.year != whole.year):
        return when
    first, last = (when.first, when.last) if when.first is not None else (whole.first, whole.last)
    return When(when.year or whole.year, first, last)


def _with_heading(when: When, column: Column) -> When:
    """The row's time narrowed by the heading's ('2019', 'Januari')."""
    both = joined([when, column.heading.when]) if column.heading.when is not None else when
    if both is None or both.year is None:
        raise _RowError(column.name, "", Reason("import_other_time_above"))
    return both


def _doubled(figures: Sequence[OfficialDraft], places: Places) -> Iterator[str]:
    """Keys stated twice with different values: an error of the publisher, worth knowing."""
    rows: dict[tuple[object, ...], list[OfficialDraft]] = {}
    for figure in figures:
        rows.setdefault(figure.key, []).append(figure)
    doubled = [same for same in rows.values() if len({figure.value for figure in same}) > 1]
    for same in doubled[:_MOST_DOUBLED]:
        first = same[0]
        stated = ", ".join(f"{figure.value} (row {figure.row_number})" for figure in same)
        what = " ".join(_words([first.period or first.year, first.population, first.breakdown]))
        yield f"{places.name(first.region)} {what}: {stated}"
    if len(doubled) > _MOST_DOUBLED:
        yield f"and {len(doubled) - _MOST_DOUBLED} more"


def _words(parts: Iterable[object]) -> Iterator[str]:
    return (str(part) for part in parts if part is not None)
