"""``kawal status``: how things stand."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import typer

from kawal.commands.asking import AS_JSON
from kawal.commands.collecting import now
from kawal.door import Door, door_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_STATUSES = ("todo", "doing", "succeeded", "failed")


def register(app: typer.Typer) -> None:
    """Add this command to the door."""
    app.command()(status)


def status(context: typer.Context, as_json: bool = AS_JSON) -> None:
    """Tell what is stored, how the last runs ended, and how clock, jobs, workers and outlets stand.

    Example: kawal status
    """
    from kawal.output import print_json
    from service.standing import standing
    from storage.counts import count_rows

    door = door_of(context)
    with door.database() as database, database.session() as session:
        told = {
            "stored": count_rows(session),
            "runs": _last_runs(session),
            **standing(session, now=now()),
        }
    if as_json:
        print_json(door.out, [told])
    else:
        _show(door, told)


def _last_runs(session: "Session") -> list[dict[str, Any]]:
    from models.vocabulary import RunKind
    from storage.runs import RunRepository

    latest = [run for kind in RunKind if (run := RunRepository(session).latest(kind)) is not None]
    return [
        {
            "run": run.id,
            "kind": run.kind.value,
            "status": run.status.value,
            "started": run.started.isoformat(timespec="seconds"),
            "error": run.error,
        }
        for run in latest
    ]


def _show(door: Door, told: Mapping[str, Any]) -> None:
    from kawal.words import stored_kind

    stored = {**told["stored"], "pages_waiting": told["pages_waiting"]}
    counts = [{"": stored_kind(door, kind), "rows": count} for kind, count in stored.items()]
    _show_rows(door, ("Tersimpan", "Stored"), counts)
    _show_rows(door, ("Kerja terakhir", "Last runs"), told["runs"])
    _show_rows(door, ("Jam", "Clock"), told["clock"])
    jobs = [
        {"job": kind, **{status: counts.get(status, 0) for status in _STATUSES}}
        for kind, counts in told["jobs"].items()
    ]
    _show_rows(door, ("Pekerjaan", "Jobs"), jobs)
    workers = [
        {
            **row,
            "queues": " ".join(row["queues"]),
        }
        for row in told["workers"]
    ]
    _show_rows(door, ("Pekerja", "Workers"), workers)
    alarms = [
        {"outlet": row["outlet"], "since": row["since"], "": door.word(row["id"], row["en"])}
        for row in told["alarms"]
    ]
    _show_rows(door, ("Media yang perlu diperiksa", "Outlets to look at"), alarms)


def _show_rows(door: Door, title: tuple[str, str], rows: list[dict[str, Any]]) -> None:
    from kawal.rows import print_rows

    if rows:
        print_rows(door, title, rows)
