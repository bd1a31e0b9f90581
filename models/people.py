"""What people decided, and who is written to."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, UtcDateTime, Word, allowed
from models.vocabulary import DeliveryState, Frequency, Language, Verdict


class Review(Base):
    """A person's answer to one machine reading.

    It belongs to (page, evidence, value), not to a figure row, so it survives
    re-extraction; it re-opens when text and reading both change.
    """

    __tablename__ = "review"
    __table_args__ = (
        CheckConstraint(allowed("verdict", Verdict), name="verdict"),
        Index("ix_review_reading", "page_id", "value"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    page_id: Mapped[int] = mapped_column(ForeignKey("page.id"))
    evidence: Mapped[str] = mapped_column(Text)
    value: Mapped[int]
    verdict: Mapped[Verdict] = mapped_column(Word(Verdict))
    reviewer: Mapped[str] = mapped_column(String(120))
    reviewed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    machine: Mapped[dict[str, object]] = mapped_column(JSONB)
    corrected: Mapped[dict[str, object] | None] = mapped_column(JSONB(none_as_null=True), default=None)
    comment: Mapped[str | None] = mapped_column(Text, default=None)
    reopened: Mapped[bool] = mapped_column(default=False)


class Subscriber(Base):
    """One reader of the digest."""

    __tablename__ = "subscriber"
    __table_args__ = (
        CheckConstraint(allowed("frequency", Frequency), name="frequency"),
        CheckConstraint(allowed("language", Language), name="language"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    regions: Mapped[list[str]] = mapped_column(ARRAY(String(8)))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    language: Mapped[Language] = mapped_column(Word(Language), default=Language.INDONESIAN)
    frequency: Mapped[Frequency] = mapped_column(Word(Frequency), default=Frequency.WEEKLY)
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    paused_reason: Mapped[str | None] = mapped_column(Text, default=None)


class Delivery(Base):
    """One digest issue for one subscriber; the database refuses a second row."""

    __tablename__ = "delivery"
    __table_args__ = (
        UniqueConstraint("issue", "subscriber_id"),
        CheckConstraint(allowed("state", DeliveryState), name="state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    issue: Mapped[date]
    subscriber_id: Mapped[int] = mapped_column(ForeignKey("subscriber.id", ondelete="CASCADE"))
    message_id: Mapped[str] = mapped_column(Text, unique=True)
    state: Mapped[DeliveryState] = mapped_column(Word(DeliveryState), default=DeliveryState.PLANNED)
    reason: Mapped[str | None] = mapped_column(Text, default=None)
    changed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
