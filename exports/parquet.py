"""Records as Parquet, the meaning of every column in its metadata."""

from collections.abc import Iterable, Iterator
from itertools import islice
from types import ModuleType
from typing import IO, Any

from exports.codebook import FieldType, TableSchema
from exports.records import Record
from models.errors import ExtraMissingError
from models.vocabulary import Language

_BATCH = 10_000


def write_parquet(
    schema: TableSchema, records: Iterable[Record], file: IO[bytes], language: Language
) -> None:
    """Write the records in groups of rows, never holding more than one group.

    Raises:
        ExtraMissingError: pyarrow is not installed.
    """
    arrow = _arrow()
    described = _described(arrow, schema, language)
    with arrow.parquet.ParquetWriter(file, described, compression="zstd") as writer:
        for batch in _batches(records):
            writer.write_batch(arrow.RecordBatch.from_pylist(batch, schema=described))


def _arrow() -> ModuleType:
    try:
        import pyarrow
        import pyarrow.parquet
    except ModuleNotFoundError as missing:
        raise ExtraMissingError(
            "Parquet needs pyarrow, which is not installed.",
            cure="Install it with pip install 'kawal-kasus[parquet]', or write CSV.",
        ) from missing
    module: ModuleType = pyarrow
    return module


def _described(arrow: ModuleType, schema: TableSchema, language: Language) -> Any:
    types = {
        FieldType.INTEGER: arrow.int64(),
        FieldType.NUMBER: arrow.float64(),
        FieldType.STRING: arrow.string(),
        FieldType.DATE: arrow.date32(),
        FieldType.DATETIME: arrow.timestamp("us", tz="UTC"),
    }
    return arrow.schema(
        [
            arrow.field(field.name, types[field.type], metadata={"description": field.meaning[language]})
            for field in schema.fields
        ],
        metadata={"title": schema.title[language]},
    )


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    rest = iter(records)
    while batch := list(islice(rest, _BATCH)):
        yield batch
