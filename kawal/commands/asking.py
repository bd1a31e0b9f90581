"""``kawal figures|programmes|trends|articles|findings``: filters in, rows out."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kawal.door import door_of
from kawal.formats import FORM, OUTPUT, Form
from kawal.listing import COUNTED, Listing, Wish, answer
from models.vocabulary import FindingKind, Population, Unit, Violence

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

REGION = typer.Option(None, "--region", help="Code (36.73) or full name ('Kota Serang').")
WITHIN = typer.Option(False, "--within", help="Also everything inside that region.")
OUTLET = typer.Option(None, "--outlet", help="Domain or name of an outlet.")
YEAR = typer.Option(None, "--year", help="Calendar year of the count.")
SINCE = typer.Option(None, "--since", formats=["%Y-%m-%d"], help="Published on or after this day.")
UNTIL = typer.Option(None, "--until", formats=["%Y-%m-%d"], help="Published on or before this day.")
LIMIT = typer.Option(None, "--limit", min=1, help="At most so many rows.")
AS_JSON = typer.Option(False, "--json", help="One JSON array, for programs.")
COPIES = typer.Option(False, "--copies", help="Also wire copies of a story already told.")


def register(app: typer.Typer) -> None:
    """Add these commands to the door."""
    for command in (figures, programmes, trends, articles, findings):
        app.command()(command)


def figures(
    context: typer.Context,
    region: str | None = REGION,
    within: bool = WITHIN,
    year: int | None = YEAR,
    outlet: str | None = OUTLET,
    unit: Unit | None = typer.Option(None, "--unit", help="What is counted."),
    population: Population | None = typer.Option(None, "--population", help="Whom it was done to."),
    violence: Violence | None = typer.Option(None, "--violence", help="Class of violence."),
    since: datetime | None = SINCE,
    until: datetime | None = UNTIL,
    min_confidence: float | None = typer.Option(None, "--min-confidence", min=0, max=1),
    copies: bool = COPIES,
    limit: int | None = LIMIT,
    form: Form | None = FORM,
    output: Path | None = OUTPUT,
    as_json: bool = AS_JSON,
) -> None:
    """List reported figures, each with the sentence that says it.

    Example: kawal figures --region "Kota Serang" --year 2020 --json
    """
    from exports import tables
    from storage.figures import FigureFilter, FigureRepository
    from storage.paging import every

    def wanted(session: "Session") -> FigureFilter:
        return FigureFilter(
            region=_code(session, region),
            with_descendants=within,
            year=year,
            outlet=outlet,
            unit=unit,
            population=population,
            violence=violence,
            since=since.date() if since else None,
            until=until.date() if until else None,
            min_confidence=min_confidence,
            include_duplicates=copies,
            limit=limit,
        )

    listing = Listing[FigureFilter](
        title=("Angka yang diberitakan", "Reported figures"),
        columns=(*COUNTED, "outlet", "published", "evidence"),
        numeric=3,
        rows=lambda session, asked: every(FigureRepository(session).select, asked),
        table="figures",
        records=tables.figures,
    )
    answer(door_of(context), listing, wanted, Wish.of(form, output, as_json=as_json))


def programmes(
    context: typer.Context,
    region: str | None = REGION,
    within: bool = WITHIN,
    outlet: str | None = OUTLET,
    limit: int | None = LIMIT,
    form: Form | None = FORM,
    output: Path | None = OUTPUT,
    as_json: bool = AS_JSON,
) -> None:
    """List named programmes with their mentions.

    Example: kawal programmes --region 36.73
    """
    from exports import tables
    from storage.paging import every
    from storage.programmes import ProgrammeFilter, ProgrammeRepository

    def wanted(session: "Session") -> ProgrammeFilter:
        return ProgrammeFilter(
            region=_code(session, region), with_descendants=within, outlet=outlet, limit=limit
        )

    listing = Listing[ProgrammeFilter](
        title=("Program", "Programmes"),
        columns=("name", "kind", "region_name"),
        rows=lambda session, asked: every(ProgrammeRepository(session).select, asked),
        table="programmes",
        records=tables.programmes,
    )
    answer(door_of(context), listing, wanted, Wish.of(form, output, as_json=as_json))


def trends(
    context: typer.Context,
    region: str | None = REGION,
    within: bool = WITHIN,
    outlet: str | None = OUTLET,
    limit: int | None = LIMIT,
    form: Form | None = FORM,
    output: Path | None = OUTPUT,
    as_json: bool = AS_JSON,
) -> None:
    """List stated comparisons over time.

    Example: kawal trends --region 36 --within
    """
    from exports import tables
    from storage.paging import every
    from storage.trends import TrendFilter, TrendRepository

    def wanted(session: "Session") -> TrendFilter:
        return TrendFilter(region=_code(session, region), with_descendants=within, outlet=outlet, limit=limit)

    columns = ("region_name", "direction", "delta", "from_year", "to_year", "outlet", "published", "evidence")
    listing = Listing[TrendFilter](
        title=("Tren yang diberitakan", "Stated trends"),
        columns=columns,
        rows=lambda session, asked: every(TrendRepository(session).select, asked),
        table="trends",
        records=tables.trends,
    )
    answer(door_of(context), listing, wanted, Wish.of(form, output, as_json=as_json))


def articles(
    context: typer.Context,
    region: str | None = REGION,
    within: bool = WITHIN,
    outlet: str | None = OUTLET,
    words: str | None = typer.Option(None, "--words", help="Words in title or text."),
    since: datetime | None = SINCE,
    until: datetime | None = UNTIL,
    copies: bool = COPIES,
    limit: int | None = LIMIT,
    as_json: bool = AS_JSON,
) -> None:
    """List stored articles.

    Example: kawal articles --outlet bantentv.com --since 2025-01-01
    """
    from storage.articles import ArticleFilter, ArticleRepository
    from storage.paging import every

    def wanted(session: "Session") -> ArticleFilter:
        return ArticleFilter(
            region=_code(session, region),
            with_descendants=within,
            outlet=outlet,
            words=words,
            since=since.date() if since else None,
            until=until.date() if until else None,
            include_duplicates=copies,
            limit=limit,
        )

    listing = Listing[ArticleFilter](
        title=("Berita", "Articles"),
        columns=("outlet", "published", "title", "figures", "version"),
        rows=lambda session, asked: every(ArticleRepository(session).select, asked),
    )
    answer(door_of(context), listing, wanted, Wish.of(as_json=as_json))


def findings(
    context: typer.Context,
    region: str | None = REGION,
    within: bool = WITHIN,
    year: int | None = YEAR,
    kind: FindingKind | None = typer.Option(None, "--kind", help="Only findings of this kind."),
    closed: bool = typer.Option(False, "--closed", help="Also findings that no longer hold."),
    limit: int | None = LIMIT,
    form: Form | None = FORM,
    output: Path | None = OUTPUT,
    as_json: bool = AS_JSON,
) -> None:
    """List what follows when reports and official figures are laid side by side.

    Example: kawal findings --kind differs --region 36 --within
    """
    from exports import tables
    from storage.findings import FindingFilter, FindingRepository
    from storage.paging import every

    def wanted(session: "Session") -> FindingFilter:
        return FindingFilter(
            region=_code(session, region),
            with_descendants=within,
            year=year,
            kind=kind,
            include_closed=closed,
            limit=limit,
        )

    door = door_of(context)
    columns = ("severity", "kind", "region_name", "year", door.word("sentence_id", "sentence_en"))
    listing = Listing[FindingFilter](
        title=("Temuan", "Findings"),
        columns=(*columns, "state", "closed_reason") if closed else columns,
        rows=lambda session, asked: every(FindingRepository(session).select, asked),
        table="findings",
        records=tables.findings,
    )
    answer(door, listing, wanted, Wish.of(form, output, as_json=as_json))


def _code(session: "Session", region: str | None) -> str | None:
    from kawal.places import region_code

    return region_code(session, region)
