"""Pages about the collection itself: programmes, outlets, official tables, method, codebook."""

from dataclasses import replace

from fastapi import APIRouter, HTTPException, Request, Response

from crosscheck.revisions import dataset_revisions
from exports.codebook import TableName, schema_of
from models.vocabulary import ProgrammeAction, ProgrammeKind
from storage.coverage import CoverageRepository
from storage.health import AlarmRow, HealthRepository
from storage.official import OfficialRepository
from storage.programmes import ProgrammeRepository
from storage.region_book import RegionBook
from web.asking import NEWEST_MENTIONS, After, Number, ProgrammesAsked, SomePage, Store
from web.pages import language_of, tools_of

router = APIRouter(include_in_schema=False)
_PROGRAMMES, _ROWS = 50, 500


@router.get("/program")
def programmes(request: Request, session: Store, asked: ProgrammesAsked, after: After = None) -> Response:
    """Show one page of named programmes: where, since when, and how they fare."""
    wanted = replace(asked, after=after, limit=_PROGRAMMES)
    rows = ProgrammeRepository(session).select(wanted, newest=NEWEST_MENTIONS)
    values = {
        "programmes": rows,
        "next_after": rows[-1].id if len(rows) == _PROGRAMMES else None,
        "asked": asked,
        "region_name": RegionBook.of(session).name(asked.region) if asked.region else None,
        "kinds": list(ProgrammeKind),
        "actions": list(ProgrammeAction),
    }
    return tools_of(request).render(request, "programmes.html", values)


@router.get("/media")
def outlets(request: Request, session: Store) -> Response:
    """Show the outlets, what came from them, whether they still answer, and what a person should look at."""
    health = HealthRepository(session)
    alarms: dict[str, list[AlarmRow]] = {}
    for alarm in health.standing():
        alarms.setdefault(alarm.source_name, []).append(alarm)
    values = {
        "outlets": CoverageRepository(session).outlets(),
        "alarms": alarms,
        "numbers": {name: row.numbers for name, row in health.noted().items()},
    }
    return tools_of(request).render(request, "outlets.html", values)


@router.get("/resmi")
def official(request: Request, session: Store) -> Response:
    """Show the official tables and their versions."""
    datasets = OfficialRepository(session).datasets(include_superseded=True)
    return tools_of(request).render(request, "official.html", {"datasets": datasets})


@router.get("/resmi/{dataset_id}")
def dataset(
    request: Request, session: Store, dataset_id: Number, row: After = None, page: SomePage = None
) -> Response:
    """Show one version of one official table, a page at a time; the first, or that of a ``row``."""
    repository = OfficialRepository(session)
    found = [one for one in repository.datasets(include_superseded=True) if one.id == dataset_id]
    if not found:
        raise HTTPException(404)
    shown = page or (1 if row is None else 1 + repository.before(row) // _ROWS)
    rows = repository.of_dataset(dataset_id, limit=_ROWS + 1, offset=(shown - 1) * _ROWS)
    book = RegionBook.of(session)
    values = {
        "dataset": found[0],
        "rows": rows[:_ROWS],
        "page": shown,
        "is_last": len(rows) <= _ROWS,
        "changes": dataset_revisions(session, dataset_id) if shown == 1 else (),
        "name_of": book.name,
        "language": language_of(request),
    }
    return tools_of(request).render(request, "dataset.html", values)


@router.get("/tentang")
def about(request: Request) -> Response:
    """Show what this is, how figures are read, compared and protected, and their licence."""
    return tools_of(request).render(request, "about.html", {})


@router.get("/buku-kode")
def codebook(request: Request) -> Response:
    """Show what every exported field of every table means."""
    return tools_of(request).render(
        request, "codebook.html", {"tables": [schema_of(name) for name in TableName]}
    )
