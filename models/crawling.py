"""What was fetched, from whom, in which run, and what became of it."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, UtcDateTime, Word, allowed
from models.vocabulary import Outcome, RunKind, RunStatus


class Source(Base):
    """One outlet, as last declared in crawler/outlets/."""

    __tablename__ = "source"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    outlet: Mapped[str] = mapped_column(String(120), index=True)
    owner: Mapped[str | None] = mapped_column(String(200), default=None)
    home_region: Mapped[str | None] = mapped_column(ForeignKey("region.code"), default=None)
    declaration: Mapped[dict[str, object]] = mapped_column(JSONB, default_factory=dict)


class Page(Base):
    """One address and the last body seen there.

    ``body`` is zlib-compressed HTML as received; it is null while unknown and
    again once the page was judged irrelevant (victims stay unnamed).
    ``read_sha256`` is the body hash that was last read into an article; a page
    whose ``body_sha256`` differs from it waits to be read. ``changed_at`` is when
    the body last became another one, or the page went or came back; null for pages
    that have been the same since they were first seen.
    """

    __tablename__ = "page"
    __table_args__ = (
        CheckConstraint(allowed("outcome", Outcome), name="outcome"),
        CheckConstraint("url ~ '^(https?|file)://'", name="url_scheme"),
        Index(
            "ix_page_unread",
            "id",
            postgresql_where=text("body IS NOT NULL AND body_sha256 IS DISTINCT FROM read_sha256"),
        ),
        Index("ix_page_fetched", "id", postgresql_include=["source_name", "outcome", "last_fetched"]),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    url: Mapped[str] = mapped_column(Text, unique=True)
    source_name: Mapped[str] = mapped_column(ForeignKey("source.name"), index=True)
    first_seen: Mapped[datetime] = mapped_column(UtcDateTime)
    last_fetched: Mapped[datetime] = mapped_column(UtcDateTime)
    outcome: Mapped[Outcome] = mapped_column(Word(Outcome), default=Outcome.PENDING)
    http_status: Mapped[int | None] = mapped_column(default=None)
    content_type: Mapped[str | None] = mapped_column(String(200), default=None)
    charset: Mapped[str | None] = mapped_column(String(40), default=None)
    etag: Mapped[str | None] = mapped_column(Text, default=None)
    last_modified: Mapped[str | None] = mapped_column(Text, default=None)
    body: Mapped[bytes | None] = mapped_column(LargeBinary, default=None, deferred=True)
    body_sha256: Mapped[str | None] = mapped_column(String(64), default=None)
    read_sha256: Mapped[str | None] = mapped_column(String(64), default=None)
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    changed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)


class Run(Base):
    """One piece of scheduled or asked-for work, from start to end."""

    __tablename__ = "run"
    __table_args__ = (
        CheckConstraint(allowed("kind", RunKind), name="kind"),
        CheckConstraint(allowed("status", RunStatus), name="status"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    kind: Mapped[RunKind] = mapped_column(Word(RunKind))
    started: Mapped[datetime] = mapped_column(UtcDateTime)
    status: Mapped[RunStatus] = mapped_column(Word(RunStatus), default=RunStatus.RUNNING)
    ended: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    error: Mapped[str | None] = mapped_column(Text, default=None)
    counts: Mapped[dict[str, int]] = mapped_column(JSONB, default_factory=dict)
    source_name: Mapped[str | None] = mapped_column(ForeignKey("source.name"), index=True, default=None)


class UrlOutcome(Base):
    """The one outcome of one URL in one run."""

    __tablename__ = "url_outcome"
    __table_args__ = (
        CheckConstraint(allowed("outcome", Outcome), name="outcome"),
        Index("ix_url_outcome_pending", "url", postgresql_where=text("outcome = 'pending'")),
    )

    run_id: Mapped[int] = mapped_column(ForeignKey("run.id", ondelete="CASCADE"), primary_key=True)
    url: Mapped[str] = mapped_column(Text, primary_key=True)
    source_name: Mapped[str] = mapped_column(ForeignKey("source.name"), index=True)
    outcome: Mapped[Outcome] = mapped_column(Word(Outcome))
    detail: Mapped[str | None] = mapped_column(Text, default=None)
    body_bytes: Mapped[int] = mapped_column(default=0)
