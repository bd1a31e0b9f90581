"""Records as a table whose headings are in the reader's language."""

from collections.abc import Mapping, Sequence
from typing import Any

from kawal.door import Door


def print_rows(
    door: Door, title: tuple[str, str], rows: Sequence[Mapping[str, Any]], *, numeric: int = -1
) -> None:
    """Print records of one shape, a column a field; ``title`` is Indonesian and English.

    Column ``numeric`` is right-aligned. Without records it says that there are none.
    """
    from kawal.output import print_table
    from kawal.words import heading, term

    if not rows:
        door.say(f"{title[0]}: tidak ada.", f"{title[1]}: none.")
        return
    headings = [heading(door, name) for name in rows[0]]
    cells = ([term(door, cell) for cell in row.values()] for row in rows)
    print_table(door.out, door.word(*title), headings, cells, numeric=numeric)
