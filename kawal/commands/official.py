"""``kawal official …``: tables that authorities publish."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from kawal.commands.asking import AS_JSON, LIMIT, REGION, WITHIN, YEAR
from kawal.door import Door, door_of
from kawal.formats import FORM, OUTPUT, Form
from kawal.listing import COUNTED, Listing, Wish, answer
from models.errors import BadInputError
from models.vocabulary import Population, Unit, Violence

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from crosscheck.official.importing import PlannedTable

official_app = typer.Typer(no_args_is_help=True, help="Official tables.")


def register(app: typer.Typer) -> None:
    """Add these commands to the door."""
    app.add_typer(official_app, name="official")


@official_app.command(name="import")
def import_(
    context: typer.Context,
    file: Path = typer.Argument(..., help="CSV, TSV, XLSX, ODS or JSON, as the portal gives it."),
    portal: str | None = typer.Option(None, "--portal", help="Where it was published."),
    title: str | None = typer.Option(None, "--title", help="What the portal calls it."),
    retrieved: datetime | None = typer.Option(
        None, "--retrieved", formats=["%Y-%m-%d"], help="Day it was fetched from the portal."
    ),
    mapping: list[str] | None = typer.Option(
        None, "--map", help="column=role, where the reading is unsure; '@year=2021' for the whole table."
    ),
    publisher: str | None = typer.Option(None, "--publisher", help="The authority that publishes it."),
    licence: str | None = typer.Option(None, "--licence", help="As the portal states it."),
    sheet: str | None = typer.Option(None, "--sheet", help="Only this sheet of a workbook."),
    save_layout: str | None = typer.Option(
        None, "--save-layout", help="Keep --map under this name, for later files of the same --portal."
    ),
    skip_bad: bool = typer.Option(False, "--skip-bad", help="Leave rows out that cannot be read."),
    dry_run: bool = typer.Option(False, "--dry-run", help="Show the reading, store nothing."),
    as_json: bool = AS_JSON,
) -> None:
    """Read an official table: every row, or none.

    Example: kawal official import jumlah_kasus.csv --portal "Open Data Jabar"
    """
    from crosscheck.official.importing import ImportOptions, plan_import

    door = door_of(context)
    pairs = _pairs(mapping or [])
    if save_layout is not None and not (portal and pairs):
        raise BadInputError("--save-layout keeps what --map says of a --portal.", cure="Give both as well.")
    options = ImportOptions(
        portal=portal,
        title=title,
        publisher=publisher,
        licence=licence,
        retrieved=retrieved.date() if retrieved else None,
        sheet=sheet,
        mapping=pairs,
        skip_bad=skip_bad,
        layout_folders=(door.settings.layouts_dir,),
    )
    plans = plan_import(file, options)
    _show_plans(door, plans, as_json=as_json)
    if dry_run:
        return
    _store_plans(door, plans, skip_bad=skip_bad)
    if save_layout is not None and portal is not None:
        _keep_layout(door, plans[0], save_layout, portal, pairs)


def _keep_layout(door: Door, plan: "PlannedTable", name: str, portal: str, mapping: dict[str, str]) -> None:
    from crosscheck.official.layouts import save_layout

    header = plan.reading.table.header
    path = save_layout(door.settings.layouts_dir, name=name, portal=portal, header=header, mapping=mapping)
    door.err.print(f"{door.word('Tata letak', 'Layout')}: {path}", markup=False, soft_wrap=True)


def _store_plans(door: Door, plans: "tuple[PlannedTable, ...]", *, skip_bad: bool) -> None:
    from crosscheck.official.importing import store_import
    from crosscheck.revisions import dataset_revisions

    with door.database() as database, database.session() as session:
        stored = store_import(session, plans, now=datetime.now(UTC), skip_bad=skip_bad)
        changed = {table.dataset_id: len(dataset_revisions(session, table.dataset_id)) for table in stored}
    for table in stored:
        state = door.word("baru", "new") if table.new else door.word("sudah ada", "there already")
        said = f"{table.plan.title}: {door.word('versi', 'version')} {table.version}, {state}."
        if table.new and table.version > 1:
            number = changed[table.dataset_id]
            said += " " + door.word(
                f"{number} angka berubah: kawal official changes {table.dataset_id}",
                f"{number} counts changed: kawal official changes {table.dataset_id}",
            )
        door.err.print(said, markup=False)


@official_app.command()
def fetch(
    context: typer.Context,
    portal: str = typer.Argument(..., help="A portal with a declared interface: opendata.jabarprov.go.id"),
    url: str | None = typer.Option(None, "--url", help="A mirror's address instead of the declared one."),
    skip_bad: bool = typer.Option(False, "--skip-bad", help="Leave rows out that cannot be read."),
    dry_run: bool = typer.Option(False, "--dry-run", help="Show the reading, store nothing."),
    as_json: bool = AS_JSON,
) -> None:
    """Ask a portal for its declared tables, page by page, and import them.

    Example: kawal official fetch opendata.jabarprov.go.id --dry-run
    """
    from crosscheck.official.fetching import FetchOptions, fetch_tables

    door = door_of(context)
    today = datetime.now(UTC).date()
    with door.err.status(door.word(f"Menanyai {portal} …", f"Asking {portal} …")):
        plans = fetch_tables(portal, today=today, options=FetchOptions(url=url))
    _show_plans(door, plans, as_json=as_json)
    if not dry_run:
        _store_plans(door, plans, skip_bad=skip_bad)


@official_app.command()
def enter(
    context: typer.Context,
    value: int = typer.Argument(..., min=0, help="The count."),
    region: str = typer.Option(..., "--region", help="Code (36.73) or full name."),
    year: int = typer.Option(..., "--year", help="Calendar year of the count."),
    document: str = typer.Option(..., "--document", help="Title of the document it stands in."),
    unit: Unit = typer.Option(..., "--unit", help="What is counted."),
    population: Population = typer.Option(Population.ALL, "--population", help="Whom it was done to."),
    violence: Violence = typer.Option(Violence.ANY, "--violence", help="Class of violence."),
    period: str | None = typer.Option(None, "--period", help="YYYY-MM/YYYY-MM, when not the whole year."),
    publisher: str | None = typer.Option(None, "--publisher", help="Who published the document."),
    address: str | None = typer.Option(None, "--address", help="Where the document can be found."),
) -> None:
    """Enter a single official figure with the document it stands in.

    Example: kawal official enter 39 --region 36.73 --year 2020 --unit cases --document "LKIP DP3AKB 2020"
    """
    from crosscheck.official.entering import SourceDocument, enter_figure
    from crosscheck.official.figures import OfficialDraft
    from kawal.places import region_code

    door = door_of(context)
    source = SourceDocument(title=document, publisher=publisher, address=address)
    with door.database() as database, database.session() as session:
        code = region_code(session, region)
        figure = OfficialDraft(
            row_number=1,
            value=value,
            unit=unit,
            region=region if code is None else code,
            year=year,
            period=period,
            population=population,
            violence=violence,
            breakdown=None,
        )
        dataset, new = enter_figure(session, figure, source, now=datetime.now(UTC))
        version = dataset.version
    state = door.word("baru", "new") if new else door.word("sudah ada", "there already")
    door.out.print(f"{document}: {door.word('versi', 'version')} {version}, {state}.", markup=False)


@official_app.command(name="list")
def list_(context: typer.Context, as_json: bool = AS_JSON) -> None:
    """List the official tables in the store, superseded versions included.

    Example: kawal official list
    """
    from kawal.output import print_json
    from kawal.rows import print_rows
    from storage.official import OfficialRepository

    door = door_of(context)
    with door.database() as database, database.session() as session:
        rows: list[dict[str, Any]] = [
            {
                "id": dataset.id,
                "portal": dataset.portal,
                "title": dataset.title,
                "version": dataset.version,
                "publisher": dataset.publisher,
                "retrieved": None if dataset.retrieved is None else dataset.retrieved.isoformat(),
                "figures": len(dataset.figures),
                "superseded": dataset.superseded_by is not None,
            }
            for dataset in OfficialRepository(session).datasets(include_superseded=True)
        ]
    if as_json:
        print_json(door.out, rows)
        return
    print_rows(door, ("Tabel resmi", "Official tables"), rows)


@official_app.command()
def changes(
    context: typer.Context,
    dataset: int = typer.Argument(..., min=1, help="Number of the newer version (kawal official list)."),
    as_json: bool = AS_JSON,
) -> None:
    """List what a version of a table changed against the one before: official figures are revised too.

    Example: kawal official changes 2
    """
    from crosscheck.revisions import dataset_revisions
    from kawal.output import print_json
    from kawal.rows import print_rows
    from models.vocabulary import Language
    from storage.regions import RegionRepository

    door = door_of(context)
    language = Language(door.lang.value)
    with door.database() as database, database.session() as session:
        found = dataset_revisions(session, dataset)
        names = RegionRepository(session).names()
    rows: list[dict[str, Any]] = [
        {
            "region": one.key.region,
            "region_name": names[one.key.region],
            "what": one.key.label(language),
            "before": one.before,
            "after": one.after,
        }
        for one in found
    ]
    if as_json:
        print_json(door.out, rows)
        return
    title = ("Yang berubah sejak versi sebelumnya", "Changed since the version before")
    print_rows(door, title, rows, numeric=4)


@official_app.command()
def figures(
    context: typer.Context,
    region: str | None = REGION,
    within: bool = WITHIN,
    year: int | None = YEAR,
    dataset: int | None = typer.Option(None, "--dataset", min=1, help="Number of an official table."),
    limit: int | None = LIMIT,
    form: Form | None = FORM,
    output: Path | None = OUTPUT,
    as_json: bool = AS_JSON,
) -> None:
    """List official figures, of the newest version of each table.

    Example: kawal official figures --region 36.73 --year 2020 --format csv
    """
    from exports import tables
    from kawal.places import region_code
    from storage.official import OfficialFilter, OfficialRepository
    from storage.paging import every

    def wanted(session: "Session") -> OfficialFilter:
        return OfficialFilter(
            region=region_code(session, region),
            with_descendants=within,
            year=year,
            dataset_id=dataset,
            limit=limit,
        )

    listing = Listing[OfficialFilter](
        title=("Angka resmi", "Official figures"),
        columns=(*COUNTED, "portal"),
        numeric=3,
        rows=lambda session, asked: every(OfficialRepository(session).select, asked),
        table="official-figures",
        records=tables.official_figures,
    )
    answer(door_of(context), listing, wanted, Wish.of(form, output, as_json=as_json))


def _pairs(mapping: list[str]) -> dict[str, str]:
    pairs = [item.partition("=") for item in mapping]
    for column, equals, role in pairs:
        if not equals or not role:
            raise typer.BadParameter(f"--map {column}: write column=role.")
    return {column: role for column, _, role in pairs}


def _show_plans(door: Door, plans: "tuple[PlannedTable, ...]", *, as_json: bool) -> None:
    from kawal.output import print_json
    from kawal.rows import print_rows
    from kawal.words import term

    if as_json:
        print_json(door.out, [_plan_record(plan) for plan in plans])
        return
    for plan in plans:
        print_rows(door, (plan.title, plan.title), plan.reading.described())
        result = plan.result
        known = {unit.value: unit for unit in Unit}
        units = ", ".join(str(term(door, known.get(name, name))) for name in result.units) or "–"
        door.say(
            f"{result.rows} baris → {len(result.figures)} angka; satuan {units}; "
            f"tahun {_span(result.years)}; {len(result.regions)} wilayah; "
            f"{len(result.skipped)} dilewati; {len(result.rejections)} ditolak.",
            f"{result.rows} rows → {len(result.figures)} figures; units {units}; "
            f"years {_span(result.years)}; {len(result.regions)} regions; "
            f"{len(result.skipped)} skipped; {len(result.rejections)} rejected.",
        )
        rejected = [
            {"row": bad.row, "column": bad.column, "content": bad.value, "reason": bad.reason}
            for bad in result.rejections[:20]
        ]
        if rejected:
            print_rows(door, ("Ditolak", "Rejected"), rejected)


def _plan_record(plan: "PlannedTable") -> dict[str, Any]:
    from kawal.output import as_record

    result = plan.result
    return {
        "title": plan.title,
        "portal": plan.portal,
        "columns": plan.reading.described(),
        "rows": result.rows,
        "figures": len(result.figures),
        "units": list(result.units),
        "years": list(result.years),
        "regions": list(result.regions),
        "rejections": [as_record(rejection) for rejection in result.rejections],
    }


def _span(years: tuple[int, ...]) -> str:
    if not years:
        return "–"
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
