"""Why a table is not read at all, in one sentence with the cure."""

from collections.abc import Sequence

from crosscheck.official.columns import Column
from crosscheck.official.numbers import looks_numeric
from crosscheck.official.periods import find_when
from crosscheck.official.raw import RawTable, is_blank
from crosscheck.official.words import CATEGORIES, Role
from models.errors import BadInputError

REGION_ROLES = (Role.REGION, Role.REGION_CODE, Role.PROVINCE, Role.PROVINCE_CODE, Role.DISTRICT)
_ONLY_ONE = (Role.UNIT, *CATEGORIES, *REGION_ROLES, Role.DISTRICT_CODE)
_NO_COUNTS = ("it holds percentages", "it holds fractions", "it holds negative numbers", "every value is 100")


def refuse_side_by_side(table: RawTable) -> None:
    """Small tables glued together side by side fill no row in common."""
    width = range(len(table.header))
    counted = [index for index in width if looks_numeric(table.column(index))]
    filled = [{row.number for row in table.rows if not is_blank(row.cells[index])} for index in counted]
    if len(filled) < 2 or any(one & other for one in filled for other in filled if one is not other):
        return
    raise BadInputError(
        f"'{table.name}' is several small tables side by side: no row fills two of its number columns.",
        cure="Import the portal's own tables, one file each.",
    )


def refuse_unclear(columns: Sequence[Column]) -> None:
    """Columns that nobody can tell the role of, or two columns for one thing."""
    _refuse_shares(columns)
    unclear = [column for column in columns if column.role is None]
    if unclear:
        first = unclear[0]
        name = first.name or f"number {first.index + 1}"
        others = f" ({len(unclear)} columns are unclear)" if len(unclear) > 1 else ""
        raise BadInputError(
            f"Column '{name}' is unclear: {first.reason}{others}.",
            cure=f"Say what it is, as --map '{name}=count:cases', or leave it out: --map '{name}=ignore'.",
        )
    _refuse_doubles(columns)


def _refuse_shares(columns: Sequence[Column]) -> None:
    if any(column.role is Role.COUNT for column in columns):
        return
    for column in columns:
        broken = column.role is None and column.reason.startswith(_NO_COUNTS)
        if broken or (column.role is Role.IGNORE and "shares" in column.reason):
            raise BadInputError(
                f"Column '{column.name}' holds no counts: {column.reason}.",
                cure="Only counts are imported; look for the portal's table of numbers of cases or victims.",
            )


def _refuse_doubles(columns: Sequence[Column]) -> None:
    for role in _ONLY_ONE:
        same = [column.name for column in columns if column.role is role]
        if len(same) > 1:
            raise BadInputError(
                f"Columns '{same[0]}' and '{same[1]}' both read as {role}.",
                cure=f"Leave one out: --map '{same[1]}=ignore'.",
            )
    counts = [column.name for column in columns if column.role is Role.COUNT and column.reason != "--map"]
    repeated = next((name for name in counts if name.endswith("#2")), None)
    if repeated:
        raise BadInputError(
            f"Two columns are called '{repeated.removesuffix('#2')}'.",
            cure=f"Say what the second counts: --map '{repeated}=count:victims:boys' or '{repeated}=ignore'.",
        )


def refuse_without_counts(table: RawTable, columns: Sequence[Column]) -> None:
    """A table of words."""
    if not any(column.role is Role.COUNT for column in columns):
        raise BadInputError(
            f"'{table.name}' has no column of counts.",
            cure="If one is there, name it: --map 'COLUMN=count:cases'.",
        )


def refuse_without_year(table: RawTable) -> None:
    """Nothing says which year is counted; the file's name is only a hint."""
    hint = find_when(table.name)
    guess = (
        f", as the file's name hints: --map @year={hint.year}" if hint and hint.year else ": --map @year=2021"
    )
    raise BadInputError(
        f"'{table.name}' says nowhere which year it counts, as tables cleaned by somebody often do.",
        cure=f"Import the portal's own table, or say it{guess}.",
    )


def refuse_without_region(table: RawTable) -> None:
    """Nothing says which region is counted."""
    raise BadInputError(
        f"'{table.name}' says nowhere which region it counts.",
        cure="Name its portal with --portal, or say the region by its code: --map @region=31.",
    )


def refuse_without_unit(column: Column) -> None:
    """Nothing says whether cases, victims, reports or perpetrators are counted."""
    raise BadInputError(
        f"Column '{column.name}' does not say what it counts.",
        cure="Say --map @unit=cases, victims, reports or perpetrators; unknown if nobody can tell.",
    )
