"""What people decided, and who may log in."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, UtcDateTime, Word, allowed
from models.vocabulary import Deed, RecordKind, Role, Verdict


class Account(Base):
    """Somebody who may log in. Accounts are disabled, never deleted: what they did keeps their name."""

    __tablename__ = "account"
    __table_args__ = (CheckConstraint(allowed("role", Role), name="role"),)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    name: Mapped[str] = mapped_column(String(60), unique=True)
    role: Mapped[Role] = mapped_column(Word(Role))
    password_hash: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    disabled_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)


class LoginSession(Base):
    """One browser that is logged in. The cookie's token is kept as a hash only."""

    __tablename__ = "login_session"

    token_sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime] = mapped_column(UtcDateTime)


class LoginAttempt(Base):
    """One try at a password, kept for as long as it counts against the next.

    The typed name is kept as a hash: people type passwords into the wrong field.
    """

    __tablename__ = "login_attempt"
    __table_args__ = (
        Index("ix_login_attempt_name_sha256_tried_at", "name_sha256", "tried_at"),
        Index("ix_login_attempt_address_tried_at", "address", "tried_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    name_sha256: Mapped[str] = mapped_column(String(64))
    address: Mapped[str] = mapped_column(String(60))
    tried_at: Mapped[datetime] = mapped_column(UtcDateTime)


class LogEntry(Base):
    """One thing that a person did."""

    __tablename__ = "log_entry"
    __table_args__ = (CheckConstraint(allowed("deed", Deed), name="deed"),)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    done_at: Mapped[datetime] = mapped_column(UtcDateTime)
    who: Mapped[str] = mapped_column(String(60), index=True)
    deed: Mapped[Deed] = mapped_column(Word(Deed))
    detail: Mapped[dict[str, object]] = mapped_column(JSONB, default_factory=dict)


class Review(Base):
    """A person's answer to one machine reading.

    It belongs to the page and the reading, not to a figure row, so it survives
    re-extraction; it re-opens when the article or the reading has changed.
    """

    __tablename__ = "review"
    __table_args__ = (
        CheckConstraint(allowed("verdict", Verdict), name="verdict"),
        CheckConstraint(allowed("record", RecordKind), name="record"),
        Index("ix_review_reading", "page_id", "value"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    page_id: Mapped[int] = mapped_column(ForeignKey("page.id"))
    evidence: Mapped[str] = mapped_column(Text)
    value: Mapped[int | None]
    verdict: Mapped[Verdict] = mapped_column(Word(Verdict))
    reviewer: Mapped[str] = mapped_column(String(120))
    reviewed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    machine: Mapped[dict[str, object]] = mapped_column(JSONB)
    corrected: Mapped[dict[str, object] | None] = mapped_column(JSONB(none_as_null=True), default=None)
    comment: Mapped[str | None] = mapped_column(Text, default=None)
    reopened: Mapped[bool] = mapped_column(default=False)
    record: Mapped[RecordKind] = mapped_column(Word(RecordKind), default=RecordKind.FIGURE)
    article_id: Mapped[int | None] = mapped_column(ForeignKey("article.id"), default=None)
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    undone_by: Mapped[str | None] = mapped_column(String(60), default=None)
