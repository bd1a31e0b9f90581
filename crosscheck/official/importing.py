"""A file → datasets in the store: read, shown, all or nothing."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy.orm import Session

from crosscheck.official.figures import OfficialDraft, TableFigures, to_official_figures
from crosscheck.official.layouts import Layout, find_layout, load_layouts
from crosscheck.official.places import Places
from crosscheck.official.raw import RawTable
from crosscheck.official.reading import TableReading, recognise
from crosscheck.official.tables import read_table, read_tables
from models.errors import BadInputError
from models.official import OfficialDataset, OfficialFigure
from models.regions import load_aliases, load_regions
from storage.official import OfficialRepository

LOCAL = "berkas lokal"
_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """What the user says about a file; everything may be left open."""

    portal: str | None = None
    title: str | None = None
    publisher: str | None = None
    licence: str | None = None
    retrieved: date | None = None
    sheet: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    skip_bad: bool = False
    layout_folders: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTable:
    """One table as it would be stored."""

    title: str
    portal: str
    publisher: str | None
    licence: str | None
    retrieved: date | None
    reading: TableReading
    result: TableFigures

    @property
    def content_sha256(self) -> str:
        """A hash of the counts: the same numbers are no new version."""
        counts = sorted(json.dumps({**asdict(figure), "row_number": 0}) for figure in self.result.figures)
        return sha256("\n".join(counts).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedTable:
    """One table after it was stored, or found to be there already."""

    plan: PlannedTable
    dataset_id: int
    version: int
    new: bool


def default_places() -> Places:
    """Every region of the country with its other names."""
    return Places(load_regions(), load_aliases())


def plan_import(
    path: Path, options: ImportOptions, *, places: Places | None = None
) -> tuple[PlannedTable, ...]:
    """Read a file as it would be imported, without storing anything.

    Raises:
        BadInputError: the file cannot be read, or a table of it is unclear or holds no counts.
    """
    places = places or default_places()
    layouts = load_layouts(*options.layout_folders)
    tables = (read_table(path, sheet=options.sheet),) if options.sheet else read_tables(path)
    plans = []
    for table in tables:
        base = options.title or " ".join(path.stem.replace("_", " ").split())
        title = base if len(tables) == 1 else f"{base} – {table.name}"
        plan = plan_table(
            table, options, filename=f"{path.stem} {table.name}", layouts=layouts, places=places
        )
        plans.append(replace(plan, title=title))
    return tuple(plans)


def plan_table(
    table: RawTable,
    options: ImportOptions,
    *,
    layouts: Sequence[Layout],
    places: Places,
    filename: str | None = None,
) -> PlannedTable:
    """Read one table as it would be imported.

    Raises:
        BadInputError: the table is unclear or holds no counts.
    """
    layout = find_layout(layouts, table.header, options.portal)
    mapping = dict(options.mapping)
    if layout is not None and layout.year_to_retrieval and not {"@period", "@year"} & set(mapping):
        mapping["@period"] = _year_until(options.retrieved, options.title or table.name)
    try:
        reading = recognise(
            table, mapping, places=places, title=options.title, filename=filename, layout=layout
        )
    except BadInputError as unclear:
        portals = _possible_portals(layouts, table.header) if layout is None else ()
        if not portals:
            raise
        hints = [f"If this is a table of {portal}, say --portal {portal}." for portal in portals]
        raise BadInputError(unclear.problem, cure=" ".join([*hints, unclear.cure])) from unclear
    return PlannedTable(
        title=options.title or table.name,
        portal=options.portal or (layout.portal if layout else LOCAL),
        publisher=options.publisher or (layout.publisher if layout else None),
        licence=options.licence or (layout.licence if layout else None),
        retrieved=options.retrieved,
        reading=reading,
        result=to_official_figures(reading, places),
    )


def _year_until(day: date | None, title: str) -> str:
    if day is None:
        raise BadInputError(
            f"{title!r} counts the year in which it was fetched, up to that day, and does not name it.",
            cure="Say the day: --retrieved YYYY-MM-DD.",
        )
    return f"{day.year}-01/{day.year}-{day.month:02d}"


def _possible_portals(layouts: Iterable[Layout], header: Sequence[str]) -> tuple[str, ...]:
    """Portals that write tables with just these columns, though others may too."""
    return tuple(dict.fromkeys(layout.portal for layout in layouts if layout.fits(header, layout.portal)))


def refuse_rejections(plans: Iterable[PlannedTable]) -> None:
    """All or nothing: one bad row keeps the whole file out.

    Raises:
        BadInputError: a row was rejected; the first ones are named.
    """
    rejected = [rejection for plan in plans for rejection in plan.result.rejections]
    if not rejected:
        return
    shown = "; ".join(f"row {r.row}, {r.column} '{r.value}': {r.reason}" for r in rejected[:_SHOWN])
    more = f"; and {len(rejected) - _SHOWN} more" if len(rejected) > _SHOWN else ""
    raise BadInputError(
        f"{len(rejected)} rows cannot be used: {shown}{more}.",
        cure="Nothing was stored. Mend the file, or leave these rows out with --skip-bad.",
    )


def store_import(
    session: Session, plans: Sequence[PlannedTable], *, now: datetime, skip_bad: bool = False
) -> tuple[ImportedTable, ...]:
    """Store what was planned: every table, or none.

    Raises:
        BadInputError: a row was rejected and ``skip_bad`` is not said, or nothing is left.
    """
    if not skip_bad:
        refuse_rejections(plans)
    empty = next((plan for plan in plans if not plan.result.figures), None)
    if empty is not None:
        raise BadInputError(f"'{empty.title}' yields no count.", cure="See its reading with --dry-run.")
    repository = OfficialRepository(session)
    imported = []
    for plan in plans:
        dataset, new = repository.add_dataset(_dataset(plan, now))
        imported.append(ImportedTable(plan=plan, dataset_id=dataset.id, version=dataset.version, new=new))
    return tuple(imported)


def import_file(
    session: Session,
    path: Path,
    options: ImportOptions | None = None,
    *,
    now: datetime,
    places: Places | None = None,
) -> tuple[ImportedTable, ...]:
    """Read and store a file.

    Raises:
        BadInputError: it cannot be read, is unclear, or has bad rows; nothing is stored.
    """
    options = options or ImportOptions()
    plans = plan_import(path, options, places=places)
    return store_import(session, plans, now=now, skip_bad=options.skip_bad)


def _dataset(plan: PlannedTable, now: datetime) -> OfficialDataset:
    return OfficialDataset(
        portal=plan.portal,
        title=plan.title,
        publisher=plan.publisher,
        licence=plan.licence,
        version=1,
        retrieved=plan.retrieved,
        imported_at=now,
        content_sha256=plan.content_sha256,
        figures=[as_official_figure(draft) for draft in plan.result.figures],
    )


def as_official_figure(draft: OfficialDraft) -> OfficialFigure:
    """A count as it is stored."""
    return OfficialFigure(
        row_number=draft.row_number,
        value=draft.value,
        unit=draft.unit,
        region_code=draft.region,
        year=draft.year,
        period=draft.period,
        population=draft.population,
        violence=draft.violence,
        breakdown=draft.breakdown,
    )
