"""The regions kept in memory: every page names some, and they change only with the program.

``Database.prepare`` is all that writes them, before anything is asked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, select
from sqlalchemy.orm import Session

from models.geography import Region
from models.regions import RegionEntry
from models.vocabulary import RegionKind

Key = TypeVar("Key")
_LIKELY = (RegionKind.PROVINCE, RegionKind.KABUPATEN, RegionKind.KOTA)
_BOOKS: WeakKeyDictionary[Engine | Connection, "RegionBook"] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class RegionBook:
    """All regions of one database; what :class:`storage.regions.RegionRepository` asks of the table."""

    suggested: tuple[str, ...]
    """The names a reader is likely to type: provinces, kabupaten and kota, by name."""
    _by_code: Mapping[str, RegionEntry]
    _by_name: Mapping[str, tuple[RegionEntry, ...]]
    _inside: Mapping[str | None, tuple[RegionEntry, ...]]

    @classmethod
    def of(cls, session: Session) -> "RegionBook":
        """The regions of this session's database, read from it once."""
        book = cls.known(session)
        if book is None:
            book = _BOOKS[session.get_bind()] = _read(session)
        return book

    @classmethod
    def known(cls, session: Session) -> "RegionBook | None":
        """The regions of this session's database, where they have been read already."""
        return _BOOKS.get(session.get_bind())

    def get(self, code: str) -> RegionEntry | None:
        """The region of that code."""
        return self._by_code.get(code)

    def name(self, code: str) -> str | None:
        """Its official name."""
        found = self._by_code.get(code)
        return None if found is None else found.name

    def parents(self, code: str) -> list[RegionEntry]:
        """What a region lies in, the largest first."""
        found: list[RegionEntry] = []
        place = self._by_code.get(code)
        while place is not None and place.parent_code is not None:
            place = self._by_code.get(place.parent_code)
            if place is not None:
                found.insert(0, place)
        return found

    def children(self, code: str) -> tuple[RegionEntry, ...]:
        """What lies directly in a region, by code."""
        return self._inside.get(code, ())

    def called(self, text: str) -> RegionEntry | None:
        """The one province, kabupaten or kota of exactly this name or code, found without searching."""
        wanted = text.strip()
        named = self._by_name.get(wanted.lower(), ())
        coded = self._by_code.get(wanted)
        found = named if coded is None or coded in named else (*named, coded)
        return found[0] if len(found) == 1 and found[0].kind is not RegionKind.KECAMATAN else None


def _read(session: Session) -> RegionBook:
    columns = select(Region.code, Region.name, Region.kind, Region.parent_code)
    places = [RegionEntry(*row) for row in session.execute(columns.order_by(Region.code))]
    likely = select(Region.name).where(Region.kind.in_(_LIKELY)).order_by(Region.name)
    return RegionBook(
        suggested=tuple(session.scalars(likely)),
        _by_code={place.code: place for place in places},
        _by_name=_grouped((place.name.lower(), place) for place in places),
        _inside=_grouped((place.parent_code, place) for place in places),
    )


def _grouped(pairs: Iterable[tuple[Key, RegionEntry]]) -> dict[Key, tuple[RegionEntry, ...]]:
    found: dict[Key, list[RegionEntry]] = {}
    for key, place in pairs:
        found.setdefault(key, []).append(place)
    return {key: tuple(places) for key, places in found.items()}
