"""How far orders to collect an outlet's past have come."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import exists, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from models.collecting import Backfill, BackfillPlace, Lead
from storage.leads import Further


class BackfillRepository:
    """All SQL on ``backfill`` and ``backfill_place``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def open(self, source_name: str, *, since: date | None, until: date | None, now: datetime) -> int:
        """The unfinished order for these days, begun now when there is none; its number."""
        query = select(Backfill.id).where(
            Backfill.source_name == source_name,
            Backfill.since.is_not_distinct_from(since),
            Backfill.until.is_not_distinct_from(until),
            Backfill.ended.is_(None),
        )
        known = self._session.scalar(query.order_by(Backfill.id.desc()).limit(1))
        if known is not None:
            return known
        order = Backfill(source_name=source_name, since=since, until=until, started=now)
        self._session.add(order)
        self._session.flush()
        return order.id

    def places(self, backfill_id: int) -> dict[Further, bool]:
        """The order's lists and whether each has been read."""
        query = select(BackfillPlace).where(BackfillPlace.backfill_id == backfill_id)
        rows = self._session.scalars(query.order_by(BackfillPlace.depth, BackfillPlace.url))
        return {(row.url, row.kind, row.depth): row.is_read for row in rows}

    def note(self, backfill_id: int, places: Iterable[Further]) -> None:
        """Note further lists of an order; those noted before stay as they are."""
        rows = [
            {"backfill_id": backfill_id, "url": url, "kind": kind, "depth": depth, "is_read": False}
            for url, kind, depth in sorted(places)
        ]
        if rows:
            self._session.execute(upsert(BackfillPlace).on_conflict_do_nothing(), rows)

    def mark_read(self, backfill_id: int, url: str) -> None:
        """Say that a list has been read; another address changes nothing."""
        place = update(BackfillPlace).where(
            BackfillPlace.backfill_id == backfill_id, BackfillPlace.url == url
        )
        self._session.execute(place.values(is_read=True))

    def end_when_done(self, backfill_id: int, *, now: datetime) -> bool:
        """Close an order none of whose lists and addresses wait any longer; whether it is closed."""
        places = exists().where(BackfillPlace.backfill_id == backfill_id, ~BackfillPlace.is_read)
        leads = exists().where(Lead.backfill_id == backfill_id)
        order = update(Backfill).where(Backfill.id == backfill_id, ~places, ~leads)
        return self._session.execute(order.values(ended=now).returning(Backfill.id)).one_or_none() is not None
