"""Records as CSV."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from exports.codebook import TableSchema
from exports.records import Record

_CHUNK = 65_536
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(schema: TableSchema, records: Iterable[Record]) -> Iterator[bytes]:
    """The records as CSV in UTF-8, piece by piece.

    A text that a spreadsheet would run as a formula begins with an apostrophe.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(schema.columns)
    for record in records:
        writer.writerow([_harmless(record[name]) for name in schema.columns])
        # Every piece costs a web server a change of thread; rows one by one took minutes.
        if buffer.tell() > _CHUNK:
            yield buffer.getvalue().encode()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode()


def _harmless(value: Any) -> Any:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return value.isoformat() if hasattr(value, "isoformat") else value
