"""Lists as read last, and the addresses they named that still wait."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from models.collecting import Lead, Listing

MOST_ATTEMPTS = 3
"""How often an address that fails in passing (no answer, 5xx, 429) is asked before it is given up."""

Further = tuple[str, str, int]
"""A further place: its address, its kind and how deep it lies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListState:
    """What a list was asked with and led to when it was read last."""

    last_read: datetime
    etag: str | None = None
    last_modified: str | None = None
    more: tuple[Further, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLead:
    """An address that waits; ``day`` is when it is said to be from, ``depth`` how many articles led to it."""

    url: str
    day: date | None = None
    depth: int = 0


class ListingRepository:
    """All SQL on ``listing``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def states(self, source_name: str) -> dict[str, ListState]:
        """Every list of an outlet that was read before, by address."""
        found = self._session.scalars(select(Listing).where(Listing.source_name == source_name))
        return {
            listing.url: ListState(
                last_read=listing.last_read,
                etag=listing.etag,
                last_modified=listing.last_modified,
                more=tuple((str(url), str(kind), int(str(depth))) for url, kind, depth in listing.more),
            )
            for listing in found
        }

    def record(self, source_name: str, url: str, state: ListState) -> None:
        """Note how a list was read, in place of what was known."""
        values = {
            "source_name": source_name,
            "url": url,
            "last_read": state.last_read,
            "etag": state.etag,
            "last_modified": state.last_modified,
            "more": [list(further) for further in state.more],
        }
        row = upsert(Listing).values(values)
        changed = {column: row.excluded[column] for column in ("last_read", "etag", "last_modified", "more")}
        self._session.execute(row.on_conflict_do_update(index_elements=["source_name", "url"], set_=changed))


class LeadRepository:
    """All SQL on ``lead``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self, source_name: str, leads: Iterable[WaitingLead], *, now: datetime, backfill_id: int | None = None
    ) -> None:
        """Note addresses that wait; those waiting already stay as they are."""
        rows = [
            {
                "source_name": source_name,
                "url": lead.url,
                "found_at": now,
                "day": lead.day,
                "depth": lead.depth,
                "attempts": 0,
                "backfill_id": backfill_id,
            }
            for lead in sorted(leads, key=lambda lead: lead.url)
        ]
        if rows:
            self._session.execute(upsert(Lead).on_conflict_do_nothing(), rows)

    def waiting(self, source_name: str, *, limit: int, backfill_id: int | None = None) -> list[WaitingLead]:
        """Addresses of an outlet (or of one backfill of it) that wait, the newest day first."""
        query = select(Lead.url, Lead.day, Lead.depth).where(
            Lead.source_name == source_name,
            Lead.backfill_id.is_(None) if backfill_id is None else Lead.backfill_id == backfill_id,
        )
        newest = (Lead.attempts, Lead.day.desc().nulls_last(), Lead.found_at.desc(), Lead.url)
        rows = self._session.execute(query.order_by(*newest).limit(limit))
        return [WaitingLead(**row) for row in rows.mappings()]

    def settle(self, source_name: str, url: str) -> None:
        """An address has ended for good."""
        self._session.execute(delete(Lead).where(Lead.source_name == source_name, Lead.url == url))

    def failed(self, source_name: str, url: str) -> None:
        """An address failed in passing; after the third time it waits no longer."""
        is_it = (Lead.source_name == source_name, Lead.url == url)
        self._session.execute(update(Lead).where(*is_it).values(attempts=Lead.attempts + 1))
        self._session.execute(delete(Lead).where(*is_it, Lead.attempts >= MOST_ATTEMPTS))
