"""``kawal crosscheck``, and what shows over time: ``gaps``, ``revisions``, ``reliability``."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import typer

from kawal.commands.asking import AS_JSON, REGION, WITHIN, YEAR
from kawal.door import Door, door_of

if TYPE_CHECKING:
    from crosscheck.views import SideBySide


def register(app: typer.Typer) -> None:
    """Add these commands to the door."""
    for command in (crosscheck, gaps, revisions, reliability):
        app.command()(command)


def crosscheck(
    context: typer.Context,
    region: str | None = REGION,
    within: bool = WITHIN,
    year: int | None = YEAR,
    as_json: bool = AS_JSON,
) -> None:
    """Renew the findings and lay reports beside official figures; with a region only there.

    Example: kawal crosscheck --region 36.73 --year 2020
    """
    from crosscheck.run import check, check_regions
    from crosscheck.views import side_by_sides
    from kawal.output import as_record, print_json
    from kawal.places import region_code
    from kawal.reports import say_check
    from storage.regions import RegionRepository

    door = door_of(context)
    now = datetime.now(UTC)
    with door.database() as database, database.session() as session:
        code = region_code(session, region)
        reports = [check(session, now)] if code is None else check_regions(session, now, [code])
        tables = side_by_sides(session, region=code, year=year, with_descendants=within)
        names = RegionRepository(session).names()
    if as_json:
        print_json(door.out, (as_record(row) for rows in tables.values() for row in rows))
        return
    for (place, of_year), rows in tables.items():
        _print_side_by_side(door, f"{names[place]} {of_year}", rows)
    for report in reports:
        say_check(door, report)


def _print_side_by_side(door: Door, title: str, rows: "list[SideBySide]") -> None:
    from kawal.output import print_table
    from kawal.words import term
    from models.labels import number
    from models.vocabulary import Language

    language = Language(door.lang.value)
    columns = (
        door.word("yang dihitung", "what is counted"),
        door.word("resmi", "official"),
        door.word("diberitakan", "reported"),
        door.word("kesimpulan", "verdict"),
    )
    lines = (
        (
            row.label(language),
            "\n".join(f"{number(cell.value, language)} ({cell.publisher})" for cell in row.official) or None,
            "\n".join(
                f"{number(cell.value, language)} ({cell.outlet}, {cell.published or '–'})"
                for cell in row.reported
            )
            or None,
            term(door, row.verdict),
        )
        for row in rows
    )
    print_table(door.out, title, columns, lines)


def gaps(
    context: typer.Context,
    months: int = typer.Option(6, "--months", min=1, help="How long a silence counts."),
    region: str | None = typer.Option(None, "--region", help="Only this region and what lies in it."),
    as_json: bool = AS_JSON,
) -> None:
    """List regions that were reported on once, and not for so many months.

    Example: kawal gaps --months 12 --region 36
    """
    from crosscheck.series import report_gaps
    from kawal.output import as_record
    from kawal.places import region_code

    door = door_of(context)
    today = datetime.now(UTC).date()
    with door.database() as database, database.session() as session:
        found = report_gaps(session, today=today, months=months, region=region_code(session, region))
    title = ("Wilayah tanpa berita", "Regions without reports")
    columns = ("region_name", "last", "months")
    _show(door, title, columns, [as_record(gap) for gap in found], as_json=as_json)


def revisions(
    context: typer.Context,
    region: str = typer.Option(..., "--region", help="Code (36.73) or full name ('Kota Serang')."),
    as_json: bool = AS_JSON,
) -> None:
    """List what was reported of a region with more than one number, and when each came up.

    Example: kawal revisions --region 36.73
    """
    from crosscheck.revisions import reported_revisions
    from kawal.places import region_code
    from models.vocabulary import Language

    door = door_of(context)
    language = Language(door.lang.value)
    with door.database() as database, database.session() as session:
        code = region_code(session, region)
        found = reported_revisions(session, code or region)
    rows = [
        {
            "what": one.key.label(language),
            "value": value.value,
            "published": None if value.published is None else value.published.isoformat(),
            "outlets": ", ".join(value.outlets),
        }
        for one in found
        for value in one.values
    ]
    title = ("Angka yang berubah", "Numbers that changed")
    _show(door, title, ("what", "value", "published", "outlets"), rows, as_json=as_json)


def reliability(
    context: typer.Context,
    at_least: int = typer.Option(1, "--at-least", min=1, help="Only outlets compared so often."),
    as_json: bool = AS_JSON,
) -> None:
    """List how often each outlet's figures agree with official ones, where they can be compared.

    Example: kawal reliability --at-least 10
    """
    from crosscheck.series import outlet_reliability
    from kawal.output import as_record

    door = door_of(context)
    with door.database() as database, database.session() as session:
        found = outlet_reliability(session, at_least=at_least)
    rows = [{**as_record(one), "share": round(one.share, 3)} for one in found]
    title = ("Kecocokan dengan angka resmi", "Agreement with official figures")
    _show(door, title, ("outlet", "matches", "differs", "share"), rows, as_json=as_json)


def _show(
    door: Door, title: tuple[str, str], columns: Sequence[str], rows: list[dict[str, Any]], *, as_json: bool
) -> None:
    from kawal.output import print_json, print_table
    from kawal.words import heading

    if as_json:
        print_json(door.out, rows)
        return
    headings = [heading(door, column) for column in columns]
    print_table(door.out, door.word(*title), headings, ([row[name] for name in columns] for row in rows))
    if not rows:
        door.say("Tidak ada yang cocok.", "Nothing fits.")
