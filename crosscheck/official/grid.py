"""Where in a grid of cells the table lies: its block of columns, its header, its data rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crosscheck.official.raw import Cell, NumberedRow, RawTable, Row, Sheet, SkippedRow, as_text, is_blank

_NUMBER = re.compile(r"[-+]?\d[\d.,]*\s*%?")
_COLUMN_NUMBER = re.compile(r"\(\d{1,2}\)")
_FOOTNOTE = re.compile(r"(sumber|catatan|keterangan|source|note)\b|\*", re.IGNORECASE)
_HEADER_WITHIN = 50
_SAME_TABLE = 0.9


@dataclass(frozen=True, slots=True)
class _Header:
    names: tuple[str, ...]
    first: int
    after: int


def find_table(sheet: Sheet) -> RawTable | None:
    """The sheet's table, or None when no row of it looks like a header over data."""
    columns, notes = _main_columns(sheet.rows)
    rows = [tuple(_at(row, column) for column in columns) for row in sheet.rows]
    header = _find_header(rows)
    if header is None:
        return None
    data, skipped = _data_rows(rows, header)
    return RawTable(
        name=sheet.name,
        header=header.names,
        rows=data,
        titles=_titles(rows[: header.first]),
        skipped=skipped,
        notes=(*sheet.notes, *notes, *_header_notes(header)),
    )


def _at(row: Row, column: int) -> Cell:
    return row[column] if column < len(row) else None


def _main_columns(rows: Sequence[Row]) -> tuple[list[int], list[str]]:
    """The columns of the largest block; wholly empty columns part blocks (a pivot table beside the data)."""
    width = max(map(len, rows), default=0)
    filled = [sum(not is_blank(_at(row, column)) for row in rows) for column in range(width)]
    blocks: list[list[int]] = [[]]
    for column, count in enumerate(filled):
        if count:
            blocks[-1].append(column)
        elif blocks[-1]:
            blocks.append([])
    blocks = [block for block in blocks if block]
    if not blocks:
        return [], []
    main = max(blocks, key=lambda block: sum(filled[column] for column in block))
    height = max(filled[column] for column in main)
    kept: list[int] = []
    notes = []
    for block in blocks:
        if block is main or max(filled[column] for column in block) >= height * _SAME_TABLE:
            kept.extend(block)
        else:
            notes.append(f"columns {_letters(block[0])}–{_letters(block[-1])} left out: a separate block")
    return kept, notes


def _letters(column: int) -> str:
    """A column's name in a spreadsheet: 0 is A, 26 is AA."""
    name = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _find_header(rows: list[Row]) -> _Header | None:
    first = next(
        (index for index in range(min(len(rows), _HEADER_WITHIN)) if _like_header(rows[index])), None
    )
    if first is None:
        return None
    after = first + 1
    lines = [[as_text(cell) for cell in rows[first]]]
    while after < len(rows) and _like_header(rows[after]) and _leaves_room(lines[-1], rows[after]):
        lines.append([as_text(cell) for cell in rows[after]])
        after += 1
    names = _joined(lines)
    if after < len(rows) and _numbers_columns(rows[after]):
        after += 1
    return _Header(names, first, after) if any(names) else None


def _like_header(row: Row) -> bool:
    """At least two different cells, one of them words, and no number but years."""
    texts = [as_text(cell) for cell in row if not is_blank(cell)]
    numbers = [text for text in texts if _NUMBER.fullmatch(text)]
    words = len(texts) - len(numbers)
    return len(set(texts)) > 1 and words > 0 and all(_year_like(text) for text in numbers)


def _year_like(text: str) -> bool:
    return bool(re.fullmatch(r"(19|20)\d\d", text))


def _leaves_room(line: list[str], below: Row) -> bool:
    """Whether the lower row fills cells that the upper one leaves empty or repeats: a merged heading."""
    return any(
        not is_blank(cell) and (not line[index] or (index > 0 and line[index] == line[index - 1]))
        for index, cell in enumerate(below)
    )


def _joined(lines: list[list[str]]) -> tuple[str, ...]:
    """One name a column: '2020 / Laki-laki' under a heading that spans several columns."""
    for depth, line in enumerate(lines[:-1]):
        for index in range(1, len(line)):
            if not line[index] and any(lower[index] for lower in lines[depth + 1 :]):
                line[index] = line[index - 1]
    names = []
    for parts in zip(*lines, strict=True):
        distinct = dict.fromkeys(part for part in parts if part)
        names.append(" / ".join(distinct))
    return tuple(names)


def _numbers_columns(row: Row) -> bool:
    """The '(1) (2) (3)' line that printed tables put under their header."""
    texts = [as_text(cell) for cell in row if not is_blank(cell)]
    return len(texts) > 1 and all(_COLUMN_NUMBER.fullmatch(text) for text in texts)


def _data_rows(rows: list[Row], header: _Header) -> tuple[tuple[NumberedRow, ...], tuple[SkippedRow, ...]]:
    data, skipped = [], []
    for index in range(header.after, len(rows)):
        reason = _not_data(rows[index], header.names)
        if reason is None:
            data.append(NumberedRow(index + 1, rows[index]))
        else:
            skipped.append(SkippedRow(index + 1, reason))
    while (
        skipped and skipped[-1].reason == "blank row" and (not data or skipped[-1].number > data[-1].number)
    ):
        skipped.pop()
    return tuple(data), tuple(skipped)


def _not_data(row: Row, header: tuple[str, ...]) -> str | None:
    filled = [(index, as_text(cell)) for index, cell in enumerate(row) if not is_blank(cell)]
    if not filled:
        return "blank row"
    if all(text == header[index] for index, text in filled):
        return "the header again"
    alone = len(filled) == 1
    if alone and (_FOOTNOTE.match(filled[0][1]) or (len(header) > 2 and not _NUMBER.fullmatch(filled[0][1]))):
        return "a line of text, no data"
    return None


def _titles(rows: list[Row]) -> tuple[str, ...]:
    texts = (dict.fromkeys(as_text(cell) for cell in row if not is_blank(cell)) for row in rows)
    return tuple(" ".join(distinct) for distinct in texts if distinct)


def _header_notes(header: _Header) -> list[str]:
    rows = header.after - header.first
    return (
        [f"header in row {header.first + 1}"]
        if rows == 1
        else [f"header in {rows} rows from row {header.first + 1}"]
    )
