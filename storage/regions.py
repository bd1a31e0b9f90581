"""Regions: names, what lies in what, search."""

from sqlalchemy import ColumnElement, Select, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from models.geography import Region, RegionAlias
from models.vocabulary import RegionKind

_NO_MATCH = 9
_PREFIXES = ("kabupaten", "kota", "kabupaten administrasi", "kota administrasi")
_LEVELS = {kind: level for level, kind in enumerate(RegionKind)}


def codes_within(code: str) -> Select[tuple[str]]:
    """A query for the codes of a region and of everything in it."""
    tree = select(Region.code).where(Region.code == code).cte("tree", recursive=True)
    child = aliased(Region)
    tree = tree.union_all(select(child.code).join(tree, child.parent_code == tree.c.code))
    return select(tree.c.code)


class RegionRepository:
    """All SQL on ``region`` and ``region_alias``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, code: str) -> Region | None:
        """The region of that code."""
        return self._session.get(Region, code)

    def name(self, code: str) -> str | None:
        """Its official name."""
        return self._session.scalar(select(Region.name).where(Region.code == code))

    def names(self) -> dict[str, str]:
        """All names by code, in one query."""
        rows = self._session.execute(select(Region.code, Region.name))
        return {row.code: row.name for row in rows}

    def children(self, code: str) -> tuple[Region, ...]:
        """What lies directly in a region, by code."""
        query = select(Region).where(Region.parent_code == code).order_by(Region.code)
        return tuple(self._session.scalars(query))

    def descendants(self, code: str) -> tuple[Region, ...]:
        """Everything that lies in a region, by code."""
        query = select(Region).where(Region.code.in_(codes_within(code)), Region.code != code)
        return tuple(self._session.scalars(query.order_by(Region.code)))

    def search(self, text: str, *, limit: int = 20) -> tuple[Region, ...]:
        """Regions that are called or also called so, the best and largest first.

        Capitals do not matter; 'serang' finds Kota Serang, Kabupaten Serang and kecamatan.
        """
        wanted = text.strip()
        if not wanted:
            return ()
        rank = _rank(wanted)
        level = case(*((Region.kind == kind, number) for kind, number in _LEVELS.items()), else_=9)
        query = select(Region).where(rank < _NO_MATCH).order_by(rank, level, Region.code).limit(limit)
        return tuple(self._session.scalars(query))


def _rank(wanted: str) -> ColumnElement[int]:
    """How well a region's names fit: 0 its name, up to 4 somewhere inside it."""
    name, folded = func.lower(Region.name), wanted.lower()
    kinds = [
        f"{kind} {folded}" for kind in ("kabupaten", "kota", "kabupaten administrasi", "kota administrasi")
    ]
    other = select(RegionAlias.region_code).where(func.lower(RegionAlias.alias) == folded)
    inside = or_(name.startswith(folded, autoescape=True), name.contains(f" {folded}", autoescape=True))
    return case(
        (or_(name == folded, Region.code == wanted), 0),
        (name.in_(kinds), 1),
        (Region.code.in_(other), 2),
        (inside, 3),
        (name.contains(folded, autoescape=True), 4),
        else_=_NO_MATCH,
    )
