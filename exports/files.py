"""One table as a file, in the format that is wanted."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import IO

from exports.codebook import TableSchema
from exports.csvfile import as_csv
from exports.parquet import write_parquet
from exports.records import Record
from exports.workbook import as_xlsx
from models.vocabulary import Language


class FileFormat(StrEnum):
    """Formats of files; the word is the ending of their names."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"

    @property
    def is_text(self) -> bool:
        """Whether a person may read it on a screen."""
        return self is FileFormat.CSV


def write_table(
    schema: TableSchema,
    records: Iterable[Record],
    file: IO[bytes],
    *,
    file_format: FileFormat = FileFormat.CSV,
    language: Language = Language.INDONESIAN,
) -> None:
    """Write the records as they come, however many there are; ``language`` is that of the meanings.

    Raises:
        BadInputError: there are more rows than the format can hold.
        ExtraMissingError: the format's library is not installed.
    """
    if file_format is FileFormat.PARQUET:
        write_parquet(schema, records, file, language)
        return
    for piece in _pieces(schema, records, file_format, language):
        file.write(piece)


def _pieces(
    schema: TableSchema, records: Iterable[Record], file_format: FileFormat, language: Language
) -> Iterator[bytes]:
    if file_format is FileFormat.XLSX:
        return as_xlsx(schema, records, language)
    return as_csv(schema, records)
