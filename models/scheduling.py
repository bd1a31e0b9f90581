"""When scheduled work was due, who does it, and how the outlets are doing."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, String, Text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, UtcDateTime, Word, allowed
from models.vocabulary import AlarmKind


class ClockSlot(Base):
    """One moment at which one schedule was due; its key lets it be fired once, whoever tries."""

    __tablename__ = "clock_slot"

    schedule: Mapped[str] = mapped_column(String(40), primary_key=True)
    due: Mapped[datetime] = mapped_column(UtcDateTime, primary_key=True)
    fired: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    clock: Mapped[str] = mapped_column(String(200))
    job_id: Mapped[int | None] = mapped_column(BigInteger, default=None)


class WorkerProcess(Base):
    """The process behind a worker of the queue, so that its death is seen at once on its own machine."""

    __tablename__ = "worker_process"

    worker_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    host: Mapped[str] = mapped_column(String(120))
    pid: Mapped[int]
    started: Mapped[datetime] = mapped_column(UtcDateTime)
    queues: Mapped[list[str]] = mapped_column(ARRAY(Text), default_factory=list)


class SourceHealth(Base):
    """How an outlet was doing when it was last looked at."""

    __tablename__ = "source_health"

    source_name: Mapped[str] = mapped_column(ForeignKey("source.name", ondelete="CASCADE"), primary_key=True)
    checked: Mapped[datetime] = mapped_column(UtcDateTime)
    numbers: Mapped[dict[str, object]] = mapped_column(JSONB, default_factory=dict)


class SourceAlarm(Base):
    """Something about an outlet that a person should look at; one row a kind, kept after it cleared."""

    __tablename__ = "source_alarm"
    __table_args__ = (CheckConstraint(allowed("kind", AlarmKind), name="kind"),)

    source_name: Mapped[str] = mapped_column(ForeignKey("source.name", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[AlarmKind] = mapped_column(Word(AlarmKind), primary_key=True)
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    last_seen: Mapped[datetime] = mapped_column(UtcDateTime)
    sentence_id: Mapped[str] = mapped_column(Text)
    sentence_en: Mapped[str] = mapped_column(Text)
    cleared: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    mailed: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
