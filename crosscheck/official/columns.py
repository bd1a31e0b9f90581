"""One column's role, from what it is called and what it holds."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from crosscheck.official.headings import Heading, read_heading
from crosscheck.official.numbers import looks_numeric, read_counts
from crosscheck.official.periods import parse_when
from crosscheck.official.places import Level, PlaceContext, Places
from crosscheck.official.raw import Cell, as_text, is_blank
from crosscheck.official.reasons import Reason
from crosscheck.official.words import (
    EDUCATION,
    PLACES,
    POPULATIONS,
    SEXES,
    UNITS,
    WORK,
    Role,
    age_band,
    fold,
    violence_named,
)

_TIME_WORDS = {
    *("tahun", "year", "thn", "bulan", "month", "periode", "yearmonth", "tanggal", "triwulan", "semester"),
    *("kuartal", "quarter", "waktu", "bln", "masa", "period", "tgl", "date"),
}
_MONTH_WORDS = {"bulan", "month", "bln"}
_IGNORED = {
    *("keterangan", "sumber", "catatan", "link", "url", "updated at", "created at", "tanggal update"),
    *("tanggal unggah", "tanggal unduh", "last update", "update", "diperbarui", "tanggal pembaruan"),
    *("source", "kode dataset", "nama dataset", "instansi", "opd", "satker", "dinas"),
}
_INDEX_NAMES = {"", "id", "no", "nomor", "index", "unnamed 0", "no urut", "rownum", "row number"}
_REGENCY = {"kabupaten", "kota", "kab", "kabkota", "kabko", "kabkot", "regency", "kabupatenkota"}
_PROVINCE = {"provinsi", "propinsi", "prov", "province"}
_DISTRICT = {"kecamatan", "kec", "district"}
_AREA = {"wilayah", "daerah", "region", "kewilayahan", "area"}
_CODE = {"kode", "kd", "code", "id"}
# The first word found decides: 'pendidikan_klien_dan_pelaku' is about education.
_CATEGORY_WORDS = (
    ("kelamin", Role.SEX),
    ("gender", Role.SEX),
    ("jk", Role.SEX),
    ("usia", Role.AGE),
    ("umur", Role.AGE),
    ("pendidikan", Role.EDUCATION),
    ("pekerjaan", Role.WORK),
    ("tempat", Role.PLACE),
    ("tkp", Role.PLACE),
    ("lokasi", Role.PLACE),
    ("pelayanan", Role.SERVICE),
    ("layanan", Role.SERVICE),
    ("perkawinan", Role.MARITAL),
    ("pernikahan", Role.MARITAL),
    ("hubungan", Role.PERPETRATOR),
    ("pelaku", Role.PERPETRATOR),
    ("lapor", Role.STATUS),
    ("status", Role.STATUS),
    ("kekerasan", Role.VIOLENCE),
    ("kasus", Role.VIOLENCE),
    ("korban", Role.VICTIMS),
    ("klien", Role.VICTIMS),
)
_MOST = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What one column was read as; ``role`` None means that nobody can tell.

    ``reason`` says by what it was recognised, or why not.
    """

    index: int
    name: str
    role: Role | None
    reason: str
    heading: Heading = field(default_factory=Heading)
    example: str = ""

    @property
    def meaning(self) -> str:
        """What a count column counts, in words of the codebook."""
        heading = self.heading
        if self.role is not Role.COUNT:
            return ""
        parts = (
            heading.unit,
            heading.population,
            heading.sex,
            heading.age,
            heading.violence,
            heading.breakdown,
        )
        said = [str(part) for part in parts if part is not None]
        if heading.when is not None:
            said.append(heading.when.period or str(heading.when.year or "months"))
        return ", ".join([*said, *(["by perpetrator"] if heading.perpetrators else [])])


def recognise_column(index: int, name: str, cells: Sequence[Cell], places: Places) -> Column:
    """The column's role by its name and values together."""
    role, reason = _role(name, cells, places)
    heading = read_heading(name) if role is Role.COUNT else Heading()
    example = next((as_text(cell) for cell in cells if not is_blank(cell)), "")
    return Column(index=index, name=name, role=role, reason=reason, heading=heading, example=example)


def _role(name: str, cells: Sequence[Cell], places: Places) -> tuple[Role | None, str]:
    folded = fold(name)
    words = set(folded.split())
    if _is_index(folded, cells):
        return Role.IGNORE, Reason("import_row_numbers")
    if folded in _IGNORED:
        return Role.IGNORE, Reason("import_remark")
    scope = _scope_role(words, cells, places)
    if scope is not None:
        return scope, Reason("import_by_name")
    return _numeric_role(name, cells) if looks_numeric(cells) else _text_role(words, cells, places)


def _scope_role(words: set[str], cells: Sequence[Cell], places: Places) -> Role | None:
    """Unit, time or region, which hold for all counts of a row."""
    if words & {"satuan", "unit"}:
        return Role.UNIT
    if words & _TIME_WORDS and _is_time(words, cells):
        return Role.TIME
    return _region_role(words, cells, places)


def _is_index(folded: str, cells: Sequence[Cell]) -> bool:
    if folded not in _INDEX_NAMES:
        return False
    numbers = [as_text(cell) for cell in cells if not is_blank(cell)]
    return len(set(numbers)) == len(numbers) and all(re.fullmatch(r"\d+", number) for number in numbers)


def _is_time(words: set[str], cells: Sequence[Cell]) -> bool:
    months = bool(words & _MONTH_WORDS)
    filled = [cell for cell in cells if not is_blank(cell)]
    read = [parse_when(cell, months=months) for cell in filled]
    known = [when for when in read if when is not None]
    dates = {as_text(cell) for cell in filled if re.match(r"\d{4}-\d\d-\d\d", as_text(cell))}
    # Several days of one month would be daily or weekly counts, which a month must not stand for.
    daily = len(dates) > len({date[:7] for date in dates})
    return len(known) >= _MOST * len(filled) and bool(known) and not daily


def _region_role(words: set[str], cells: Sequence[Cell], places: Places) -> Role | None:
    if words & {"jumlah", "jml", "total", "kejadian"}:
        return None
    numeric = looks_numeric(cells)
    if numeric and not words & _CODE and not _are_codes(cells, places):
        return None
    for named, role, coded in (
        (_DISTRICT, Role.DISTRICT, Role.DISTRICT_CODE),
        (_REGENCY, Role.REGION, Role.REGION_CODE),
        (_PROVINCE, Role.PROVINCE, Role.PROVINCE_CODE),
        (_AREA, Role.REGION, Role.REGION_CODE),
    ):
        if words & named:
            return coded if numeric or words & _CODE else role
    return None


def _are_codes(cells: Sequence[Cell], places: Places) -> bool:
    codes = {as_text(cell) for cell in cells if not is_blank(cell)}
    return sum(bool(places.coded(code, None)) for code in codes) >= _MOST * len(codes)


def _numeric_role(name: str, cells: Sequence[Cell]) -> tuple[Role | None, str]:
    heading = read_heading(name)
    if heading.percent:
        return Role.IGNORE, Reason("import_shares")
    counts = read_counts(cells)
    if counts.problem:
        return None, counts.problem
    if heading.unknown:
        unknown = " ".join(heading.unknown)
        return None, f"it holds numbers, but nobody knows what '{unknown}' in its name means"
    if heading.counts or heading.when is not None or heading.has_category:
        return Role.COUNT, Reason("import_by_numbers")
    return None, "it holds numbers, but its name does not say what they count"


def _text_role(words: set[str], cells: Sequence[Cell], places: Places) -> tuple[Role | None, str]:
    values = {as_text(cell) for cell in cells if not is_blank(cell)}
    if not values:
        return Role.IGNORE, Reason("import_empty")
    for word, role in _CATEGORY_WORDS:
        if word in words:
            return _victims_or_sex(role, values), Reason("import_by_name")
    for role, fits in _value_tests(places):
        if sum(fits(value) for value in values) >= _MOST * len(values):
            return _victims_or_sex(role, values), Reason("import_by_values")
    return None, "its words fit no category"


def _victims_or_sex(role: Role, values: set[str]) -> Role:
    """A column of sexes that also says 'anak' sorts victims into women, girls, boys."""
    if role not in (Role.SEX, Role.VICTIMS):
        return role
    return Role.VICTIMS if any(fold(value) in POPULATIONS for value in values) else Role.SEX


def _value_tests(places: Places) -> tuple[tuple[Role, Callable[[str], bool]], ...]:
    everywhere = PlaceContext(level=Level.ANY)
    return (
        (Role.UNIT, lambda value: fold(value) in UNITS and fold(value) != "anak"),
        (Role.SEX, lambda value: fold(value) in SEXES or fold(value) in POPULATIONS),
        (Role.VIOLENCE, lambda value: violence_named(value) is not None),
        (Role.AGE, lambda value: age_band(value) is not None),
        (Role.EDUCATION, lambda value: fold(value) in EDUCATION),
        (Role.PLACE, lambda value: fold(value) in PLACES),
        (Role.WORK, lambda value: fold(value) in WORK),
        (Role.REGION, lambda value: bool(places.named(value, everywhere))),
    )
