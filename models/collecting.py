"""What collecting remembers between crawls: lists, addresses that wait, when to ask again, progress."""

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, String, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, UtcDateTime


class Listing(Base):
    """A feed, sitemap or list page as it was read last.

    ``more`` holds the further places it led to, as ``[url, kind, depth]``, which are
    asked also when the list itself has not changed.
    """

    __tablename__ = "listing"

    source_name: Mapped[str] = mapped_column(ForeignKey("source.name"), primary_key=True)
    url: Mapped[str] = mapped_column(Text, primary_key=True)
    last_read: Mapped[datetime] = mapped_column(UtcDateTime)
    etag: Mapped[str | None] = mapped_column(Text, default=None)
    last_modified: Mapped[str | None] = mapped_column(Text, default=None)
    more: Mapped[list[list[object]]] = mapped_column(JSONB, default_factory=list)


class Backfill(Base):
    """One order to collect an outlet's past; null days are open ends."""

    __tablename__ = "backfill"

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    source_name: Mapped[str] = mapped_column(ForeignKey("source.name"), index=True)
    started: Mapped[datetime] = mapped_column(UtcDateTime)
    since: Mapped[date | None] = mapped_column(default=None)
    until: Mapped[date | None] = mapped_column(default=None)
    ended: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)


class BackfillPlace(Base):
    """One list of a backfill, read or not yet."""

    __tablename__ = "backfill_place"

    backfill_id: Mapped[int] = mapped_column(ForeignKey("backfill.id", ondelete="CASCADE"), primary_key=True)
    url: Mapped[str] = mapped_column(Text, primary_key=True)
    kind: Mapped[str] = mapped_column(String(32))
    depth: Mapped[int]
    is_read: Mapped[bool] = mapped_column(default=False)


class Lead(Base):
    """An article's address that a list or another article named and that has not ended yet."""

    __tablename__ = "lead"

    source_name: Mapped[str] = mapped_column(ForeignKey("source.name"), primary_key=True)
    url: Mapped[str] = mapped_column(Text, primary_key=True)
    found_at: Mapped[datetime] = mapped_column(UtcDateTime)
    day: Mapped[date | None] = mapped_column(default=None)
    depth: Mapped[int] = mapped_column(default=0)
    attempts: Mapped[int] = mapped_column(default=0)
    backfill_id: Mapped[int | None] = mapped_column(
        ForeignKey("backfill.id", ondelete="CASCADE"), index=True, default=None
    )


class Polling(Base):
    """When an outlet was crawled and is due again; ``per_week`` is its observed rate, null while unknown."""

    __tablename__ = "polling"

    source_name: Mapped[str] = mapped_column(ForeignKey("source.name"), primary_key=True)
    first_crawl: Mapped[datetime] = mapped_column(UtcDateTime)
    last_crawl: Mapped[datetime] = mapped_column(UtcDateTime)
    next_due: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    per_week: Mapped[float | None] = mapped_column(default=None)
    failures: Mapped[int] = mapped_column(default=0)


class ImportProgress(Base):
    """How far the import of an archive file has come; ``counts`` are its records by outcome."""

    __tablename__ = "import_progress"

    fingerprint: Mapped[str] = mapped_column(String(64), primary_key=True)
    path: Mapped[str] = mapped_column(Text)
    started: Mapped[datetime] = mapped_column(UtcDateTime)
    ended: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    position: Mapped[int] = mapped_column(BigInteger, default=0)
    records: Mapped[int] = mapped_column(default=0)
    counts: Mapped[dict[str, int]] = mapped_column(JSONB, default_factory=dict)
