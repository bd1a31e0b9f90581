"""How the listing commands answer: a table for people, or a file for other software."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from kawal.door import Door
from kawal.formats import Form, chosen_form, destination

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Wanted = TypeVar("Wanted")
COUNTED = ("region_name", "year", "period", "value", "unit", "population", "violence", "breakdown")
"""What a count is of, in the order in which people see it."""


@dataclass(frozen=True, kw_only=True)  # A generic one with slots cannot be made in Python 3.11.
class Listing(Generic[Wanted]):
    """One kind of row: where it comes from, how people see it, what table of the codebook it is."""

    title: tuple[str, str]
    columns: Sequence[str]
    rows: "Callable[[Session, Wanted], Iterable[Any]]"
    table: str | None = None
    records: "Callable[[Session, Wanted], Iterator[dict[str, Any]]] | None" = None
    numeric: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """In what form the rows are wanted, and in which file."""

    form: Form
    output: Path | None = None

    @classmethod
    def of(cls, form: Form | None = None, output: Path | None = None, *, as_json: bool = False) -> "Wish":
        """Settle ``--json``, ``--format`` and ``--output``.

        Raises:
            BadInputError: they contradict each other.
        """
        return cls(form=chosen_form(form, output, as_json=as_json), output=output)


def answer(door: Door, listing: Listing[Wanted], wanted: "Callable[[Session], Wanted]", wish: Wish) -> None:
    """Ask the store and give the rows; evidence leaves masked, as everything readers see."""
    from storage.paging import hold_still

    with door.database() as database, database.session() as session:
        # However long the rows take, they are those of one moment.
        hold_still(session)
        asked = wanted(session)
        if wish.form is Form.TABLE:
            _print(door, listing, listing.rows(session, asked))
        elif wish.form is Form.JSON:
            _write_json(listing.rows(session, asked), wish)
        else:
            _write_file(door, listing, session, asked, wish)


def _print(door: Door, listing: Listing[Wanted], found: Iterable[Any]) -> None:
    from kawal.masks import masked_record
    from kawal.output import as_record, print_table
    from kawal.words import heading, term

    rows = [masked_record(as_record(row)) for row in found]
    headings = [heading(door, column.removesuffix("_id").removesuffix("_en")) for column in listing.columns]
    cells = ([term(door, row[column]) for column in listing.columns] for row in rows)
    print_table(door.out, door.word(*listing.title), headings, cells, numeric=listing.numeric)
    if not rows:
        door.say("Tidak ada yang cocok.", "Nothing fits.")


def _write_json(found: Iterable[Any], wish: Wish) -> None:
    from kawal.masks import masked_record
    from kawal.output import as_record, json_pieces

    records = (masked_record(as_record(row)) for row in found)
    with destination(wish.form, wish.output) as file:
        for piece in json_pieces(records):
            file.write(piece.encode())


def _write_file(door: Door, listing: Listing[Wanted], session: "Session", asked: Wanted, wish: Wish) -> None:
    from exports.codebook import TableName, schema_of
    from exports.files import FileFormat, write_table
    from models.vocabulary import Language

    if listing.records is None or listing.table is None:
        raise TypeError("this listing has no files")
    schema = schema_of(TableName(listing.table))
    records = listing.records(session, asked)
    with destination(wish.form, wish.output) as file:
        write_table(
            schema,
            records,
            file,
            file_format=FileFormat(wish.form.value),
            language=Language(door.lang.value),
        )
