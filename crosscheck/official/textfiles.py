"""CSV, TSV and JSON files as grids of cells."""

import csv
import io
import json
from pathlib import Path

from crosscheck.official.raw import Cell, Row, Sheet
from models.errors import BadInputError

_ENCODINGS = ("utf-8-sig", "cp1252")
_DELIMITERS = ",;\t|"
_LONGEST_CELL = 1_000_000


def read_delimited(path: Path) -> tuple[Sheet, ...]:
    """The one grid of a CSV or TSV file, with the encoding and delimiter noted."""
    text, encoding = decode(path)
    delimiter = "\t" if path.suffix.lower() == ".tsv" else _delimiter(text)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise BadInputError(f"{path.name} is not a table: {error}.", cure="Save it as CSV again.") from error
    name = {"\t": "tab", ",": "comma", ";": "semicolon", "|": "bar"}[delimiter]
    notes = (f"encoding {encoding}, delimiter {name}",)
    return (Sheet(path.stem, tuple(tuple(cell or None for cell in row) for row in rows), notes),)


def decode(path: Path) -> tuple[str, str]:
    """The file's text and the encoding it was read in."""
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16"), "utf-16"
    if b"\0" in data[:4096]:
        raise BadInputError(
            f"{path.name} is not a text file.", cure="Save it as CSV, XLSX, ODS or JSON and try again."
        )
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding), encoding.removesuffix("-sig")
        except UnicodeDecodeError:
            continue
    raise BadInputError(
        f"{path.name} is neither UTF-8 nor Windows-1252.", cure="Save it as UTF-8 and try again."
    )


def _delimiter(text: str) -> str:
    """The delimiter that splits most lines into one same number of cells, more than one."""
    sample = [line for line in text.splitlines()[:200] if line.strip()]
    scores: dict[str, tuple[int, int]] = {}
    for delimiter in _DELIMITERS:
        widths = [len(row) for row in csv.reader(sample, delimiter=delimiter)]
        commonest = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
        scores[delimiter] = (widths.count(commonest) if commonest > 1 else 0, commonest)
    return max(_DELIMITERS, key=lambda delimiter: scores[delimiter])


def read_json(path: Path) -> tuple[Sheet, ...]:
    """The list of records in a JSON file or in a portal's answer (``{"data": [...]}``)."""
    text, _ = decode(path)
    try:
        value = json.loads(text)
    except ValueError as error:
        raise BadInputError(f"{path.name} is not JSON: {error}.", cure="Download it again.") from error
    records = _records(value)
    if records is None:
        raise BadInputError(
            f"{path.name} holds no list of records.",
            cure="Give a JSON list of objects, or an object with such a list under 'data'.",
        )
    return (records_sheet(records, name=path.stem),)


def records_sheet(records: list[dict[str, object]], *, name: str) -> Sheet:
    """Records as a grid whose first row names the fields, in order of first appearance."""
    header: dict[str, None] = {}
    for record in records:
        header.update(dict.fromkeys(record))
    rows: list[Row] = [tuple(header)]
    rows.extend(tuple(_cell(record.get(key)) for key in header) for record in records)
    return Sheet(name, tuple(rows), ("JSON records",))


def _records(value: object) -> list[dict[str, object]] | None:
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        return value
    if isinstance(value, dict):
        return next((found for item in value.values() if (found := _records(item))), None)
    return None


def _cell(value: object) -> Cell:
    if value is None or (isinstance(value, (int, float, str)) and not isinstance(value, bool)):
        return value
    return json.dumps(value, ensure_ascii=False)
