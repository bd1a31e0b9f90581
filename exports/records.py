"""Stored rows as flat records, by the fields of the codebook; every text of an article masked."""

from collections.abc import Iterator, Mapping
from typing import Any

from exports.codebook import TableName, schema_of
from models.masking import masked
from models.official import OfficialDataset
from storage.figures import FigureRow
from storage.findings import FindingRow
from storage.official import OfficialRow
from storage.programmes import ProgrammeRow
from storage.trends import TrendRow

Record = dict[str, Any]
_CONFIDENCE_DIGITS = 3


def figure_record(row: FigureRow) -> Record:
    """One reported figure."""
    return _of_article(row, TableName.FIGURES)


def trend_record(row: TrendRow) -> Record:
    """One stated trend."""
    return _of_article(row, TableName.TRENDS)


def programme_records(row: ProgrammeRow) -> Iterator[Record]:
    """One record a mention of the programme."""
    programme = {
        "programme_id": row.id,
        "name": row.name,
        "kind": row.kind,
        "region": row.region,
        "region_name": row.region_name,
    }
    for mention in row.mentions:
        special = {**programme, "aliases": "; ".join(mention.aliases) or None}
        yield _of_article(mention, TableName.PROGRAMMES, special)


def official_record(row: OfficialRow) -> Record:
    """One official figure."""
    return _record(row, TableName.OFFICIAL_FIGURES, {"dataset_title": row.title})


def dataset_record(row: OfficialDataset) -> Record:
    """One official table."""
    return _record(row, TableName.OFFICIAL_DATASETS, {"dataset_title": row.title})


def finding_record(row: FindingRow) -> Record:
    """One finding; what it rests on stands in lists, which the other tables resolve."""
    numbers = row.numbers
    key = numbers.get("key")
    counted = key if isinstance(key, Mapping) else {}
    special = {name: counted.get(name) for name in ("period", "unit", "population", "violence", "breakdown")}
    special |= {name: _whole(numbers.get(name)) for name in ("reported", "official", "difference")}
    special |= {
        "sentence_id": masked(row.sentence_id),
        "sentence_en": masked(row.sentence_en),
        "comment": None if row.comment is None else masked(row.comment),
        "outlets": _listed("; ", (figure.outlet for figure in row.figures)),
        "urls": _listed(" ", (figure.url for figure in row.figures)),
        "figure_ids": _listed(" ", (figure.id for figure in row.figures)),
        "official_ids": _listed(" ", (figure.id for figure in row.official)),
    }
    return _record(row, TableName.FINDINGS, special)


def _of_article(row: Any, table: TableName, special: Mapping[str, Any] | None = None) -> Record:
    texts = {
        "title": None if row.title is None else masked(row.title),
        "evidence": row.said,
        "confidence": round(row.confidence, _CONFIDENCE_DIGITS),
    }
    return _record(row, table, {**texts, **(special or {})})


def _record(row: object, table: TableName, special: Mapping[str, Any]) -> Record:
    columns = schema_of(table).columns
    return {name: special[name] if name in special else getattr(row, name) for name in columns}


def _whole(value: object) -> int | None:
    # Of a missing year 'official' holds a list; only two numbers that meet are told.
    return value if isinstance(value, int) else None


def _listed(separator: str, values: Iterator[object]) -> str | None:
    return separator.join(dict.fromkeys(str(value) for value in values)) or None
