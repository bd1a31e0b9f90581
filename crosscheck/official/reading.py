"""How a table was understood: every column's role, what holds for all rows, what was left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from crosscheck.official.columns import Column, recognise_column
from crosscheck.official.layouts import Layout
from crosscheck.official.options import (
    Constants,
    Said,
    read_mapping,
    subject_constants,
    title_constants,
)
from crosscheck.official.periods import parse_when
from crosscheck.official.places import Places
from crosscheck.official.raw import RawTable, SkippedRow
from crosscheck.official.reasons import Reason
from crosscheck.official.refusals import (
    REGION_ROLES,
    refuse_side_by_side,
    refuse_unclear,
    refuse_without_counts,
    refuse_without_region,
    refuse_without_unit,
    refuse_without_year,
)
from crosscheck.official.settling import settle_populations, settle_units
from crosscheck.official.words import CATEGORIES, Role, Sex, fold

_MONTHS = {"bulan", "month", "bln"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReading:
    """A table with the meaning of its columns; ``notes`` are what a reader should know."""

    table: RawTable
    columns: tuple[Column, ...]
    constants: Constants
    notes: tuple[str, ...] = ()
    layout: Layout | None = None

    def of(self, *roles: Role) -> tuple[Column, ...]:
        """The columns with one of the roles, left to right."""
        return tuple(column for column in self.columns if column.role in roles)

    @property
    def skipped(self) -> tuple[SkippedRow, ...]:
        """Rows that are no data, and why."""
        return self.table.skipped

    @property
    def grain(self) -> tuple[str, ...]:
        """What one count is for: region, time, sex and so on."""
        shown = (*REGION_ROLES, Role.TIME, *CATEGORIES)
        roles = dict.fromkeys(str(column.role).removesuffix("_code") for column in self.of(*shown))
        return tuple(roles)

    def described(self) -> list[dict[str, str]]:
        """The reading as lines to show: column, role, meaning, why, example."""
        return [
            {
                "column": column.name or f"(column {column.index + 1})",
                "role": str(column.role),
                "meaning": column.meaning,
                "because": column.reason,
                "example": column.example,
            }
            for column in self.columns
        ]


def recognise(
    table: RawTable,
    mapping: Mapping[str, str] | None = None,
    *,
    places: Places,
    title: str | None = None,
    filename: str | None = None,
    layout: Layout | None = None,
) -> TableReading:
    """Understand a table's columns by what they are called and what they hold.

    ``title`` is what the portal calls the table; of ``filename`` only the subject is taken,
    never year or region. ``mapping`` holds the user's word: column name → role
    ('jumlah' → 'count:cases'), and with '@' what holds for the whole table ('@year' →
    '2021'). It goes before ``layout``, which goes before recognition.

    Raises:
        BadInputError: a column's role, the year, the region or the unit cannot be told, or
            the table holds no counts. Names the column and the cure.
    """
    names = column_names(table.header)
    declared = read_mapping(layout.mapping if layout else {}, table, names, places)
    said = read_mapping(mapping or {}, table, names, places)
    refuse_side_by_side(table)
    columns = _columns(table, names, Said({**declared.columns, **said.columns}), places)
    columns, redundant = _without_redundant(columns)
    refuse_unclear(columns)
    refuse_without_counts(table, columns)
    columns, populations = settle_populations(table, columns)
    constants = said.constants.filled_from(declared.constants)
    from_title = title_constants((*table.titles, *([title] if title else [])), places)
    from_title = from_title.filled_from(subject_constants(filename or ""))
    columns, units = _with_units(table, columns, constants, from_title)
    constants = constants.filled_from(_usable(from_title, columns))
    _require_year(table, columns, constants)
    if constants.region is None and not any(column.role in REGION_ROLES for column in columns):
        refuse_without_region(table)
    notes = (*table.notes, *redundant, *populations, *units, *constants.notes)
    return TableReading(table=table, columns=tuple(columns), constants=constants, notes=notes, layout=layout)


def column_names(header: Sequence[str]) -> list[str]:
    """Column names; the second of one name is 'name#2'."""
    seen: dict[str, int] = {}
    names = []
    for name in header:
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 or not name else f"{name}#{seen[name]}")
    return names


def _columns(table: RawTable, names: list[str], said: Said, places: Places) -> list[Column]:
    return [
        said.columns.get(index) or recognise_column(index, name, table.column(index), places)
        for index, name in enumerate(names)
    ]


def _without_redundant(columns: list[Column]) -> tuple[list[Column], list[str]]:
    """Portals may give a region in two code systems; the Kemendagri columns are kept."""
    kept, notes = list(columns), []
    for role in (Role.REGION, Role.REGION_CODE, Role.DISTRICT, Role.DISTRICT_CODE):
        same = [column for column in columns if column.role is role]
        ours = [column for column in same if "kemendagri" in fold(column.name).split()]
        if len(same) == 1 or len(ours) != 1:
            continue
        for column in same:
            if column is not ours[0]:
                reason = Reason("import_same_region", column=ours[0].name)
                kept[column.index] = replace(column, role=Role.IGNORE, reason=reason)
                notes.append(f"'{column.name}' left out: {reason}")
    return kept, notes


def _with_units(
    table: RawTable, columns: list[Column], constants: Constants, titles: Constants
) -> tuple[list[Column], list[str]]:
    if constants.unit_said or any(column.role is Role.UNIT for column in columns):
        return columns, []
    settled, notes, missing = settle_units(table, columns, titles.unit)
    if missing is not None:
        refuse_without_unit(missing)
    return settled, notes


def _usable(titles: Constants, columns: Sequence[Column]) -> Constants:
    """The title's word; 'perempuan dan anak' does not hold for a table that also counts men."""
    men = any(column.role is Role.SEX or column.heading.sex is Sex.MALE for column in columns)
    return replace(titles, unit=None, population=None if men else titles.population)


def _require_year(table: RawTable, columns: Sequence[Column], constants: Constants) -> None:
    in_headings = all(
        column.heading.when is not None and column.heading.when.year is not None
        for column in columns
        if column.role is Role.COUNT
    )
    in_cells = any(column.role is Role.TIME and _names_year(table, column) for column in columns)
    if not (in_headings or in_cells or constants.when is not None):
        refuse_without_year(table)


def _names_year(table: RawTable, column: Column) -> bool:
    months = bool(_MONTHS & set(fold(column.name).split()))
    read = (parse_when(cell, months=months) for cell in table.column(column.index))
    return any(when is not None and when.year is not None for when in read)
