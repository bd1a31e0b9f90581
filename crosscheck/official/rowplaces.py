"""The region of each row, from whichever of its columns name one."""

from crosscheck.official.columns import Column
from crosscheck.official.places import Level, Place, PlaceContext, Places, uses_kota_prefix
from crosscheck.official.raw import NumberedRow, as_text
from crosscheck.official.reading import TableReading
from crosscheck.official.reasons import Reason
from crosscheck.official.words import Role, fold

_REGENCY_WORDS = {"kabupaten", "kota", "kab", "kabkota", "kabko"}


class RowPlaces:
    """Resolves rows of one table; each spelling once."""

    def __init__(self, reading: TableReading, places: Places) -> None:
        self._places = places
        self._reading = reading
        self._columns = {column.role: column for column in reading.columns}
        self._known: dict[tuple[str, ...], tuple[Place, str | None]] = {}
        name = self._columns.get(Role.REGION)
        names = {as_text(cell) for cell in reading.table.column(name.index)} if name else set()
        self._bare_is_kabupaten = uses_kota_prefix(names)

    @property
    def column_name(self) -> str:
        """The column to name when a region is not known."""
        roles = (Role.DISTRICT, Role.REGION, Role.REGION_CODE, Role.PROVINCE, Role.PROVINCE_CODE)
        return next((self._columns[role].name for role in roles if role in self._columns), "@region")

    def text(self, row: NumberedRow) -> str:
        """What the row says about its region."""
        roles = (Role.PROVINCE, Role.REGION_CODE, Role.REGION, Role.DISTRICT)
        return " ".join(text for role in roles if (text := self._cell(row, role)))

    def find(self, row: NumberedRow) -> tuple[Place, str | None]:
        """The row's region, and the breakdown that a layout gives a value that is none."""
        roles = (
            Role.PROVINCE,
            Role.PROVINCE_CODE,
            Role.REGION,
            Role.REGION_CODE,
            Role.DISTRICT,
            Role.DISTRICT_CODE,
        )
        key = tuple(self._cell(row, role) for role in roles)
        if key not in self._known:
            self._known[key] = self._find(row)
        return self._known[key]

    def _find(self, row: NumberedRow) -> tuple[Place, str | None]:
        declared = self._reading.layout.region_values if self._reading.layout else {}
        special = declared.get(fold(self._cell(row, Role.REGION)))
        if special is not None:
            return Place(special.region), special.breakdown
        return self._narrow(row), None

    def _narrow(self, row: NumberedRow) -> Place:
        """From the province down to the smallest region the row names."""
        place = Place(self._reading.constants.region or "ID")
        for names, codes, level in (
            (Role.PROVINCE, Role.PROVINCE_CODE, Level.PROVINCE),
            (Role.REGION, Role.REGION_CODE, self._region_level()),
            (Role.DISTRICT, Role.DISTRICT_CODE, Level.DISTRICT),
        ):
            if names not in self._columns and codes not in self._columns:
                continue
            place = self._resolve(row, names, codes, level, area=place.code or "ID")
            if place.code is None:
                return place
        return place

    def _resolve(self, row: NumberedRow, names: Role, codes: Role, level: Level, *, area: str) -> Place:
        name, code = self._cell(row, names), self._cell(row, codes)
        constants = self._reading.constants
        # '@region' may name the very region, or the one that all rows lie in.
        context = PlaceContext(
            level=level, area=area, bare_is_kabupaten=self._bare_is_kabupaten, codes=constants.codes
        )
        if not name and not code:
            return Place(None, Reason("import_no_region"))
        place = self._places.resolve(name=name or None, code=code or None, context=context)
        if place.code is None and level is Level.REGENCY and fold(name).startswith(("provinsi", "prov ")):
            wider = PlaceContext(level=Level.PROVINCE, area=area)
            return self._places.resolve(name=name, code=None, context=wider)
        return place

    def _region_level(self) -> Level:
        column = self._columns.get(Role.REGION) or self._columns.get(Role.REGION_CODE)
        words = set(fold(column.name).split()) if column else set()
        if words & _REGENCY_WORDS:
            return Level.REGENCY
        return self._level_of_names(column) if column and column.role is Role.REGION else Level.ANY

    def _level_of_names(self, column: Column) -> Level:
        """'wilayah' may hold provinces or regencies; whichever knows every name."""
        names = {as_text(cell) for cell in self._reading.table.column(column.index)} - {""}
        area = self._reading.constants.region or "ID"
        for level in (Level.PROVINCE, Level.REGENCY):
            context = PlaceContext(level=level, area=area)
            if all(self._places.named(name, context) for name in names):
                return level
        return Level.ANY

    def _cell(self, row: NumberedRow, role: Role) -> str:
        column = self._columns.get(role)
        return as_text(row.cells[column.index]) if column else ""
