"""When outlets were crawled and are due again."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from models.collecting import Polling


class PollingRepository:
    """All SQL on ``polling``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, source_name: str) -> Polling | None:
        """What is known of an outlet's polling; None before its first crawl."""
        return self._session.get(Polling, source_name, populate_existing=True)

    def due_times(self) -> dict[str, datetime]:
        """By outlet, when it is due again; outlets that were never crawled are left out."""
        return {row.source_name: row.next_due for row in self._session.scalars(select(Polling))}

    def list(self) -> tuple[Polling, ...]:
        """All outlets that were crawled, the one due next first."""
        return tuple(self._session.scalars(select(Polling).order_by(Polling.next_due, Polling.source_name)))

    def record(
        self, source_name: str, *, now: datetime, next_due: datetime, per_week: float | None, failures: int
    ) -> None:
        """Note a crawl and when the next is due."""
        row = upsert(Polling).values(
            source_name=source_name,
            first_crawl=now,
            last_crawl=now,
            next_due=next_due,
            per_week=per_week,
            failures=failures,
        )
        columns = ("last_crawl", "next_due", "per_week", "failures")
        changed = {column: row.excluded[column] for column in columns}
        self._session.execute(row.on_conflict_do_update(index_elements=["source_name"], set_=changed))
