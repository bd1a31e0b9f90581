"""Records as Parquet, the meaning of every column in its metadata."""

from collections.abc import Iterable, Iterator
from io import RawIOBase
from itertools import islice
from types import ModuleType
from typing import IO, TYPE_CHECKING, Any

from exports.codebook import FieldType, TableSchema
from exports.records import Record
from models.errors import ExtraMissingError
from models.vocabulary import Language

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

_GROUP = 5_000
"""Rows of one group: as many as are held in memory at once."""


def write_parquet(
    schema: TableSchema, records: Iterable[Record], file: IO[bytes], language: Language
) -> None:
    """Write the records in groups of rows, never holding more than one group.

    Raises:
        ExtraMissingError: pyarrow is not installed.
    """
    file.writelines(as_parquet(schema, records, language))


def as_parquet(schema: TableSchema, records: Iterable[Record], language: Language) -> Iterator[bytes]:
    """The records as Parquet, piece by piece: a group of rows has left before the next is read.

    Raises:
        ExtraMissingError: pyarrow is not installed; said at once, not with the first piece.
    """
    arrow = _arrow()
    return _pieces(arrow, _described(arrow, schema, language), records)


def _pieces(arrow: ModuleType, described: Any, records: Iterable[Record]) -> Iterator[bytes]:
    outlet = _Outlet()
    rest = iter(records)
    with arrow.parquet.ParquetWriter(outlet, described, compression="zstd") as writer:
        while group := list(islice(rest, _GROUP)):
            writer.write_batch(arrow.RecordBatch.from_pylist(group, schema=described))
            del group
            yield outlet.taken()
    # What the library holds ready for the next group would stay with the process.
    arrow.default_memory_pool().release_unused()
    yield outlet.taken()


class _Outlet(RawIOBase):
    """A file that keeps what was written only until it is taken."""

    def __init__(self) -> None:
        self._written: list[bytes] = []
        self._position = 0

    def writable(self) -> bool:
        """Whether it can be written to, which is all that it can."""
        return True

    def write(self, data: "Buffer", /) -> int:
        """Keep some bytes until they are taken."""
        piece = bytes(data)
        self._written.append(piece)
        self._position += len(piece)
        return len(piece)

    def tell(self) -> int:
        """How many bytes have been written."""
        return self._position

    def taken(self) -> bytes:
        """What was written since the last time."""
        piece = b"".join(self._written)
        self._written.clear()
        return piece


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
