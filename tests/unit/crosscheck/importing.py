"""Write a table, read it as the importer would."""

from functools import cache
from pathlib import Path
from typing import Any

from crosscheck.official.figures import OfficialDraft
from crosscheck.official.importing import ImportOptions, PlannedTable, default_places, plan_import
from crosscheck.official.places import Places


@cache
def places() -> Places:
    return default_places()


def plan(
    folder: Path, text: str, *, name: str = "tabel.csv", encoding: str = "utf-8", **options: Any
) -> PlannedTable:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    (planned,) = plan_import(path, ImportOptions(**options), places=places())
    return planned


def values(planned: PlannedTable) -> list[tuple[str, int, int]]:
    return [(one.region, one.year, one.value) for one in planned.result.figures]


def one(planned: PlannedTable, **wanted: object) -> OfficialDraft:
    (found,) = [
        draft
        for draft in planned.result.figures
        if all(getattr(draft, field) == value for field, value in wanted.items())
    ]
    return found
