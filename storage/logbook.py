"""Who did what, and when."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.people import LogEntry
from models.vocabulary import Deed


class Logbook:
    """All SQL on ``log_entry``; entries are written once and never changed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def write(
        self, who: str, deed: Deed, *, now: datetime, detail: Mapping[str, object] | None = None
    ) -> None:
        """Note one deed."""
        self._session.add(LogEntry(done_at=now, who=who, deed=deed, detail=dict(detail or {})))
        self._session.flush()

    def newest(self, *, limit: int, offset: int = 0, deeds: tuple[Deed, ...] = ()) -> list[LogEntry]:
        """Entries, the newest first."""
        query = select(LogEntry).order_by(LogEntry.done_at.desc(), LogEntry.id.desc())
        if deeds:
            query = query.where(LogEntry.deed.in_(deeds))
        return list(self._session.scalars(query.limit(limit).offset(offset)))
