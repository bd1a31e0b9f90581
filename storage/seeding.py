"""Reference data: regions and their other names, loaded when the program's lists change."""

from hashlib import sha256
from itertools import groupby

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.postgresql import insert as upsert

from models.geography import ReferenceData, Region, RegionAlias
from models.regions import AliasEntry, RegionEntry, load_aliases, load_regions

_NAME = "regions"


def seed_regions(connection: Connection) -> bool:
    """Load regions and aliases; False when the database already holds these very lists.

    Regions are added and renamed, never removed: figures refer to them.
    """
    regions, aliases = load_regions(), load_aliases()
    fingerprint = sha256(repr((regions, aliases)).encode()).hexdigest()
    known = select(ReferenceData.content_sha256).where(ReferenceData.name == _NAME)
    if connection.scalar(known) == fingerprint:
        return False
    _load_regions(connection, regions)
    _load_aliases(connection, aliases)
    row = upsert(ReferenceData).values(name=_NAME, content_sha256=fingerprint)
    changed = {"content_sha256": row.excluded.content_sha256}
    connection.execute(row.on_conflict_do_update(index_elements=["name"], set_=changed))
    return True


def _load_regions(connection: Connection, entries: tuple[RegionEntry, ...]) -> None:
    row = upsert(Region)
    changed = {name: row.excluded[name] for name in ("name", "kind", "parent_code")}
    statement = row.on_conflict_do_update(index_elements=["code"], set_=changed)
    # A parent must be there before its children.
    for _, level in groupby(sorted(entries, key=_depth), key=_depth):
        values = [
            {"code": entry.code, "name": entry.name, "kind": entry.kind, "parent_code": entry.parent_code}
            for entry in level
        ]
        connection.execute(statement, values)


def _load_aliases(connection: Connection, entries: tuple[AliasEntry, ...]) -> None:
    connection.execute(delete(RegionAlias))
    rows = [{"alias": entry.alias, "region_code": entry.code, "note": entry.note} for entry in entries]
    if rows:
        connection.execute(insert(RegionAlias), rows)


def _depth(entry: RegionEntry) -> int:
    if entry.parent_code is None:
        return 0
    return entry.code.count(".") + 1
