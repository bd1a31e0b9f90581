"""Moments at which scheduled work was due, each fired once."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from models.scheduling import ClockSlot


@dataclass(frozen=True, slots=True, kw_only=True)
class LastSlot:
    """The newest fired moment of one schedule, and how many are kept."""

    schedule: str
    due: datetime
    fired: datetime
    clock: str
    slots: int


class SlotRepository:
    """All SQL on ``clock_slot``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def take(self, schedule: str, due: datetime, *, now: datetime, clock: str) -> bool:
        """Claim a moment; False when it was fired before, by this clock or another."""
        row = upsert(ClockSlot).values(schedule=schedule, due=due, fired=now, clock=clock)
        taken = self._session.scalar(row.on_conflict_do_nothing().returning(ClockSlot.schedule))
        return taken is not None

    def note_job(self, schedule: str, due: datetime, job_id: int) -> None:
        """Note which job a moment put in the queue."""
        slot = (ClockSlot.schedule == schedule, ClockSlot.due == due)
        self._session.execute(update(ClockSlot).where(*slot).values(job_id=job_id))

    def all(self, schedule: str) -> tuple[ClockSlot, ...]:
        """Every kept moment of a schedule, oldest first."""
        query = select(ClockSlot).where(ClockSlot.schedule == schedule).order_by(ClockSlot.due)
        return tuple(self._session.scalars(query))

    def latest(self) -> list[LastSlot]:
        """The newest moment of every schedule, by name."""
        query = select(
            ClockSlot.schedule,
            ClockSlot.due,
            ClockSlot.fired,
            ClockSlot.clock,
            func.count().over(partition_by=ClockSlot.schedule).label("slots"),
        )
        query = query.ext(distinct_on(ClockSlot.schedule)).order_by(ClockSlot.schedule, ClockSlot.due.desc())
        return [LastSlot(**row) for row in self._session.execute(query).mappings()]

    def forget(self, *, before: datetime) -> int:
        """Drop moments fired before then; how many."""
        gone = delete(ClockSlot).where(ClockSlot.fired < before).returning(ClockSlot.due)
        return len(self._session.execute(gone).all())
