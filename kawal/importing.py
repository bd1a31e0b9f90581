"""Imports while a bar advances."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kawal.door import Door

if TYPE_CHECKING:
    from models.vocabulary import Outcome
    from service.reading import Desk
    from storage.database import Database


def import_articles(
    door: Door, database: "Database", desk: "Desk", files: Sequence[Path], *, run_id: int
) -> "Counter[Outcome]":
    """Import article files; give how many ended how."""
    from kawal.progress import counting
    from service.importing import import_files

    if not files:
        return Counter()
    with counting(door.err, door.word("Membaca", "Reading")) as report:
        done = iter(range(1, len(files) + 1))
        return import_files(
            database, desk, files, run_id=run_id, on_file=lambda: report(next(done), len(files))
        )


def import_archives(
    door: Door,
    database: "Database",
    desk: "Desk",
    archives: Sequence[Path],
    *,
    run_id: int,
    declared_only: bool,
) -> "Counter[Outcome]":
    """Import WARC files; give how many of their records ended how."""
    from kawal.progress import counting
    from service.archives import import_archive
    from service.cycle import chosen, declare_sources

    total: Counter[Outcome] = Counter()
    if not archives:
        return total
    declared = chosen((), added=door.settings.outlets_dir)
    declare_sources(database, declared)
    for path in archives:
        with counting(door.err, path.name) as report:
            told = import_archive(
                database,
                desk,
                path,
                run_id=run_id,
                declared=declared,
                declared_only=declared_only,
                on_record=lambda records, say=report: say(records, None),  # type: ignore[misc]
            )
        total += told.counts
    return total
