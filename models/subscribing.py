"""Who is written to, what an issue says, and what became of every mail."""

from datetime import date, datetime

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    LargeBinary,
    SmallInteger,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, UtcDateTime, Word, allowed
from models.vocabulary import DeliveryState, Frequency, Language, Letter, TimeZone, WhenEmpty


class Subscriber(Base):
    """One reader of the digest and what this reader wishes."""

    __tablename__ = "subscriber"
    __table_args__ = (
        CheckConstraint(allowed("frequency", Frequency), name="frequency"),
        CheckConstraint(allowed("language", Language), name="language"),
        CheckConstraint(allowed("zone", TimeZone), name="zone"),
        CheckConstraint(allowed("when_empty", WhenEmpty), name="when_empty"),
        CheckConstraint(allowed("letter", Letter), name="letter"),
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        CheckConstraint("monthday BETWEEN 1 AND 28", name="monthday"),
        CheckConstraint("hour BETWEEN 0 AND 23", name="hour"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    regions: Mapped[list[str]] = mapped_column(ARRAY(String(8)))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    language: Mapped[Language] = mapped_column(Word(Language), default=Language.INDONESIAN)
    frequency: Mapped[Frequency] = mapped_column(Word(Frequency), default=Frequency.WEEKLY)
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    paused_reason: Mapped[str | None] = mapped_column(Text, default=None)
    topics: Mapped[list[str]] = mapped_column(ARRAY(String(32)), default_factory=list)
    weekday: Mapped[int] = mapped_column(SmallInteger, default=0)
    """Of a weekly digest: 0 is Monday."""
    monthday: Mapped[int] = mapped_column(SmallInteger, default=1)
    hour: Mapped[int] = mapped_column(SmallInteger, default=6)
    zone: Mapped[TimeZone] = mapped_column(Word(TimeZone), default=TimeZone.WIB)
    when_empty: Mapped[WhenEmpty] = mapped_column(Word(WhenEmpty), default=WhenEmpty.LINE)
    wished_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    """When the wishes last changed; hours that passed before do not count."""
    paused_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    """When the operator was told of the pause."""
    unsubscribed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    links: Mapped[int] = mapped_column(default=0)
    """Counts up when the links sent so far shall no longer work."""
    letter: Mapped[Letter | None] = mapped_column(Word(Letter), default=None)
    letter_asked_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    letter_sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    letter_tries: Mapped[int] = mapped_column(default=0)


class DigestIssue(Base):
    """The digest of one span of days; ``frozen_at`` says when its content stopped changing."""

    __tablename__ = "digest_issue"
    __table_args__ = (
        UniqueConstraint("frequency", "until"),
        CheckConstraint(allowed("frequency", Frequency), name="frequency"),
        CheckConstraint("since <= until", name="days"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    frequency: Mapped[Frequency] = mapped_column(Word(Frequency))
    since: Mapped[date]
    until: Mapped[date]
    frozen_at: Mapped[datetime] = mapped_column(UtcDateTime)


class DigestEdition(Base):
    """One issue as it is told to everybody with the same regions, topics and language."""

    __tablename__ = "digest_edition"
    __table_args__ = (
        UniqueConstraint("issue_id", "wishes"),
        CheckConstraint(allowed("language", Language), name="language"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    issue_id: Mapped[int] = mapped_column(ForeignKey("digest_issue.id", ondelete="CASCADE"))
    wishes: Mapped[str] = mapped_column(Text)
    """Language, regions and topics as one word."""
    language: Mapped[Language] = mapped_column(Word(Language))
    composed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    is_empty: Mapped[bool]
    subject: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    page: Mapped[str] = mapped_column(Text)
    """The content as part of a page, without styles of its own."""
    charts: Mapped[list[dict[str, str]]] = mapped_column(JSONB)
    """Name and alternative text of each picture, in order."""


class DigestChart(Base):
    """A picture of an edition."""

    __tablename__ = "digest_chart"
    __table_args__ = (UniqueConstraint("edition_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    edition_id: Mapped[int] = mapped_column(ForeignKey("digest_edition.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(40))
    png: Mapped[bytes] = mapped_column(LargeBinary)


class Delivery(Base):
    """One issue for one subscriber; the database refuses a second row."""

    __tablename__ = "delivery"
    __table_args__ = (
        UniqueConstraint("issue_id", "subscriber_id"),
        CheckConstraint(allowed("state", DeliveryState), name="state"),
        Index("ix_delivery_next_try", "state", "next_try_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    issue_id: Mapped[int] = mapped_column(ForeignKey("digest_issue.id", ondelete="CASCADE"))
    subscriber_id: Mapped[int] = mapped_column(ForeignKey("subscriber.id", ondelete="CASCADE"))
    message_id: Mapped[str] = mapped_column(Text, unique=True)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    edition_id: Mapped[int | None] = mapped_column(ForeignKey("digest_edition.id"), default=None)
    state: Mapped[DeliveryState] = mapped_column(Word(DeliveryState), default=DeliveryState.PLANNED)
    reason: Mapped[str | None] = mapped_column(Text, default=None)
    """Why it was skipped, or what the mail server answered."""
    attempts: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    changed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
