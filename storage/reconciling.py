"""Writing findings: many at once, and only those that say something new."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

import orjson
from sqlalchemy import (
    ColumnClause,
    Integer,
    Table,
    Text,
    any_,
    cast,
    column,
    delete,
    func,
    literal,
    select,
    tuple_,
    update,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from models.official import Finding, finding_figure, finding_official
from models.vocabulary import FindingKind, FindingState, Severity
from storage.filters import as_array

NO_LONGER_FOLLOWS = "no_longer_follows"
_CLOSED = FindingState.CLOSED
_BATCH = 5_000
_SAID = {
    "identity": Text,
    "kind": Text,
    "severity": Text,
    "region_code": Text,
    "year": Integer,
    "sentence_id": Text,
    "sentence_en": Text,
    "numbers": JSONB,
}
_WRITTEN = {**_SAID, "content_sha256": Text}


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingDraft:
    """One statement that follows from the figures now, before it is stored."""

    identity: str
    kind: FindingKind
    severity: Severity
    region_code: str | None
    year: int | None
    sentence_id: str
    sentence_en: str
    numbers: Mapping[str, object]
    figure_ids: tuple[int, ...] = ()
    official_ids: tuple[int, ...] = ()

    def as_json(self) -> bytes:
        """What is written of it, as one JSON object."""
        return orjson.dumps({name: getattr(self, name) for name in _SAID})

    def content_sha256(self, said: bytes) -> str:
        """A fingerprint of what it says and what that rests on."""
        return sha256(said + orjson.dumps((self.figure_ids, self.official_ids))).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReconcileCounts:
    """What reconciling did to the stored findings."""

    new: int
    kept: int
    reopened: int
    closed: int


@dataclass(frozen=True, slots=True)
class _Known:
    id: int
    state: FindingState
    content_sha256: str | None


def reconcile(
    session: Session,
    drafts: Sequence[FindingDraft],
    *,
    now: datetime,
    reasons: Mapping[str, str] | None = None,
    regions: Collection[str] | None = None,
) -> ReconcileCounts:
    """Make the stored findings say what the drafts say.

    The same identity stays the same row with the state people gave it. What no
    longer follows is closed, for its entry in ``reasons`` if there is one; a closed
    one that follows again is open. With ``regions`` only their findings are touched.
    """
    by_identity = {draft.identity: draft for draft in drafts}
    if len(by_identity) < len(drafts):
        raise ValueError("two drafts bear the same identity")
    known = _known_locked(session, regions)
    _write(session, by_identity, known, now)
    gone = [name for name, one in known.items() if name not in by_identity and one.state != _CLOSED]
    for reason, names in _by_reason(gone, reasons or {}).items():
        closing = {"state": _CLOSED, "closed_reason": reason, "closed_at": now}
        _set(session, [known[name].id for name in names], closing)
    back = [name for name, one in known.items() if name in by_identity and one.state == _CLOSED]
    reopening = {"state": FindingState.OPEN, "closed_reason": None, "closed_at": None}
    _set(session, [known[name].id for name in back], reopening)
    kept = sum(name in known for name in by_identity) - len(back)
    new = len(by_identity) - kept - len(back)
    return ReconcileCounts(new=new, kept=kept, reopened=len(back), closed=len(gone))


def _known_locked(session: Session, regions: Collection[str] | None) -> dict[str, _Known]:
    columns = (Finding.identity, Finding.id, Finding.state, Finding.content_sha256)
    query = select(*columns).order_by(Finding.id).with_for_update()
    if regions is not None:
        query = query.where(Finding.region_code.in_(regions))
    found = session.execute(query)
    return {row.identity: _Known(row.id, row.state, row.content_sha256) for row in found}


def _write(
    session: Session, drafts: Mapping[str, FindingDraft], known: Mapping[str, _Known], now: datetime
) -> None:
    """Write what is new or says something else; of the rest only that it was seen again."""
    rows: list[bytes] = []
    same: list[int] = []
    for identity, draft in drafts.items():
        said, before = draft.as_json(), known.get(identity)
        content = draft.content_sha256(said)
        if before is not None and before.content_sha256 == content:
            same.append(before.id)
        else:
            rows.append(said[:-1] + b',"content_sha256":"' + content.encode() + b'"}')
    numbers = {name: number for batch in _batches(rows) for name, number in _upsert(session, batch, now)}
    _tie(session, {number: drafts[name] for name, number in numbers.items()}, known)
    _set(session, same, {"last_seen": now})


def _upsert(session: Session, rows: list[bytes], now: datetime) -> Iterable[tuple[str, int]]:
    """Rows as JSON objects, written by hand: each has been put into words once, for its fingerprint."""
    typed: list[ColumnClause[Any]] = [column(name, kind) for name, kind in _WRITTEN.items()]
    array = (b"[" + b",".join(rows) + b"]").decode()
    sent = func.jsonb_to_recordset(cast(literal(array, Text), JSONB)).table_valued(*typed)
    drafts = sent.render_derived(name="drafts", with_types=True)
    source = select(*drafts.c, literal(now), literal(now), literal(FindingState.OPEN.value))
    statement = upsert(Finding).from_select([*_WRITTEN, "first_seen", "last_seen", "state"], source)
    changed = {name: statement.excluded[name] for name in (*_WRITTEN, "last_seen") if name != "identity"}
    written = statement.on_conflict_do_update(index_elements=["identity"], set_=changed)
    found = session.execute(written.returning(Finding.identity, Finding.id))
    return [(row.identity, row.id) for row in found]


def _tie(session: Session, drafts: Mapping[int, FindingDraft], known: Mapping[str, _Known]) -> None:
    """Tie findings, by number, to just the figures they rest on."""
    old = [number for number, draft in drafts.items() if draft.identity in known]
    figures = [(number, other) for number, draft in drafts.items() for other in draft.figure_ids]
    official = [(number, other) for number, draft in drafts.items() for other in draft.official_ids]
    for table, pairs in ((finding_figure, figures), (finding_official, official)):
        _replace(session, table, old, pairs)


def _replace(session: Session, table: Table, old: list[int], pairs: list[tuple[int, int]]) -> None:
    """Two statements, however many there are; new findings have no ties to take away."""
    left, right = table.columns
    sides = func.unnest(
        as_array((one for one, _ in pairs), Integer), as_array((to for _, to in pairs), Integer)
    )
    both = sides.table_valued("finding", "figure").render_derived(name="pairs")
    wanted = select(both.c.finding, both.c.figure)
    if old:
        stale = delete(table).where(left == any_(as_array(old, Integer)), tuple_(left, right).not_in(wanted))
        session.execute(stale)
    if pairs:
        added = upsert(table).from_select([left.name, right.name], wanted)
        session.execute(added.on_conflict_do_nothing())


def _set(session: Session, findings: list[int], values: Mapping[str, object]) -> None:
    if findings:
        chosen = update(Finding).where(Finding.id == any_(as_array(findings, Integer)))
        session.execute(chosen.values(**values).execution_options(synchronize_session=False))


def _by_reason(identities: Iterable[str], reasons: Mapping[str, str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for identity in identities:
        groups.setdefault(reasons.get(identity, NO_LONGER_FOLLOWS), []).append(identity)
    return groups


def _batches(rows: list[bytes]) -> Iterable[list[bytes]]:
    return (rows[start : start + _BATCH] for start in range(0, len(rows), _BATCH))
