"""The whole store as a data package: every table as a file, described for people and for programs.

``datapackage.json`` follows Frictionless Data Package (Table Schema for the fields),
``dataset.jsonld`` schema.org's Dataset, as search engines for data read it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from exports.codebook import TableName, schema_of
from exports.describing import About, Resource, data_package, schema_org_dataset
from exports.files import FileFormat, write_table
from exports.origins import origins
from exports.records import Record
from exports.tables import EVERYTHING
from models.errors import BadInputError
from models.vocabulary import Language
from storage.paging import hold_still

DESCRIPTION = "datapackage.json"
DATASET = "dataset.jsonld"


def write_package(
    session: Session,
    folder: Path,
    *,
    now: datetime,
    version: str,
    file_format: FileFormat = FileFormat.CSV,
    language: Language = Language.INDONESIAN,
) -> tuple[Resource, ...]:
    """Write every table and its descriptions into a folder, all as the store is at one moment.

    A package that is there already is replaced, file by file; ``session`` must not have
    been asked anything yet.

    Raises:
        BadInputError: the folder holds other things, or the format cannot stand in a package.
        ExtraMissingError: the format's library is not installed.
    """
    if file_format is FileFormat.XLSX:
        raise BadInputError("A package holds no workbooks.", cure="Choose csv or parquet.")
    _check_free(folder)
    hold_still(session)
    resources = tuple(_write(session, folder, name, file_format, language) for name in TableName)
    about = About(created=now, version=version, language=language, origins=origins(session))
    _write_json(folder / DATASET, schema_org_dataset(resources, about))
    _write_json(folder / DESCRIPTION, data_package(resources, about))
    return resources


def _check_free(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()) and not (folder / DESCRIPTION).exists():
        raise BadInputError(
            f"{folder} holds other files.", cure="Name an empty folder, or one with an earlier package."
        )


def _write(
    session: Session, folder: Path, name: TableName, file_format: FileFormat, language: Language
) -> Resource:
    schema, tally = schema_of(name), _Tally()
    path = folder / f"{name}.{file_format}"
    partial = path.with_suffix(".partial")
    with partial.open("wb") as file:
        records = tally.counted(EVERYTHING[name](session))
        write_table(schema, records, file, file_format=file_format, language=language)
    partial.replace(path)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Resource(
        schema=schema,
        path=path.name,
        file_format=file_format,
        rows=tally.rows,
        size=path.stat().st_size,
        sha256=digest,
        years=tally.years,
    )


class _Tally:
    """Counts the records that pass, and the first and last year they are about."""

    def __init__(self) -> None:
        self.rows = 0
        self.years: tuple[int, int] | None = None

    def counted(self, records: Iterable[Record]) -> Iterator[Record]:
        for record in records:
            self.rows += 1
            year = record.get("year")
            if year is not None:
                first, last = self.years or (year, year)
                self.years = (min(first, year), max(last, year))
            yield record


def _write_json(path: Path, value: Mapping[str, Any]) -> None:
    partial = path.with_suffix(".partial")
    partial.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    partial.replace(path)
