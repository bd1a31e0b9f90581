"""What authorities published, and what follows when reports are laid beside it."""

from datetime import date, datetime

from sqlalchemy import (
    CheckConstraint,
    Column,
    Computed,
    Float,
    ForeignKey,
    Index,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, UtcDateTime, Word, allowed
from models.reading import PERIOD_PATTERN, Figure
from models.vocabulary import FindingKind, FindingState, Population, Severity, Unit, Violence


class OfficialDataset(Base):
    """One file an authority published, as imported; a newer one supersedes it."""

    __tablename__ = "official_dataset"
    __table_args__ = (UniqueConstraint("portal", "title", "content_sha256"),)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    portal: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    publisher: Mapped[str | None] = mapped_column(Text)
    licence: Mapped[str | None] = mapped_column(Text)
    version: Mapped[int]
    retrieved: Mapped[date | None]
    imported_at: Mapped[datetime] = mapped_column(UtcDateTime)
    content_sha256: Mapped[str] = mapped_column(String(64))
    superseded_by: Mapped[int | None] = mapped_column(ForeignKey("official_dataset.id"), default=None)

    figures: Mapped[list["OfficialFigure"]] = relationship(default_factory=list, cascade="all, delete-orphan")


class OfficialFigure(Base):
    """One count an authority published."""

    __tablename__ = "official_figure"
    __table_args__ = (
        CheckConstraint("value >= 0", name="value"),
        CheckConstraint(f"period ~ '{PERIOD_PATTERN}'", name="period"),
        CheckConstraint(allowed("unit", Unit), name="unit"),
        CheckConstraint(allowed("population", Population), name="population"),
        CheckConstraint(allowed("violence", Violence), name="violence"),
        Index("ix_official_figure_region_year", "region_code", "year"),
        Index("ix_official_figure_year", "year"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    dataset_id: Mapped[int] = mapped_column(
        ForeignKey("official_dataset.id", ondelete="CASCADE"), index=True, init=False
    )
    row_number: Mapped[int]
    value: Mapped[int]
    unit: Mapped[Unit | None] = mapped_column(Word(Unit))
    region_code: Mapped[str] = mapped_column(ForeignKey("region.code"))
    year: Mapped[int]
    period: Mapped[str | None] = mapped_column(String(15), default=None)
    population: Mapped[Population] = mapped_column(Word(Population), default=Population.ALL)
    violence: Mapped[Violence] = mapped_column(Word(Violence), default=Violence.ANY)
    breakdown: Mapped[str | None] = mapped_column(Text, default=None)


finding_figure = Table(
    "finding_figure",
    Base.metadata,
    Column("finding_id", ForeignKey("finding.id", ondelete="CASCADE"), primary_key=True),
    Column("figure_id", ForeignKey("figure.id", ondelete="CASCADE"), primary_key=True, index=True),
)

finding_official = Table(
    "finding_official",
    Base.metadata,
    Column("finding_id", ForeignKey("finding.id", ondelete="CASCADE"), primary_key=True),
    Column(
        "official_figure_id",
        ForeignKey("official_figure.id", ondelete="CASCADE"),
        primary_key=True,
        index=True,
    ),
)


_WEIGHT = (
    "CASE WHEN state = 'open' THEN 1e12 ELSE 0 END"
    " + CASE severity WHEN 'serious' THEN 2e10 WHEN 'warning' THEN 1e10 ELSE 0 END"
    " + LEAST(ABS(COALESCE((numbers ->> 'difference')::float8, 0)), 1e9)"
)


class Finding(Base):
    """One statement that follows from figures laid side by side.

    ``identity`` is stable over re-runs: the same contradiction is the same row,
    so what people decided about it (``state``, ``comment``) survives. ``weight``
    orders them: open before decided, serious before slight, far apart before near.
    """

    __tablename__ = "finding"
    __table_args__ = (
        CheckConstraint(allowed("kind", FindingKind), name="kind"),
        CheckConstraint(allowed("severity", Severity), name="severity"),
        CheckConstraint(allowed("state", FindingState), name="state"),
        Index("ix_finding_region_year", "region_code", "year"),
        Index("ix_finding_weight", text("weight DESC"), "id"),
        Index("ix_finding_region_weight", "region_code", text("weight DESC"), "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    identity: Mapped[str] = mapped_column(String(64), unique=True)
    kind: Mapped[FindingKind] = mapped_column(Word(FindingKind))
    severity: Mapped[Severity] = mapped_column(Word(Severity))
    region_code: Mapped[str | None] = mapped_column(ForeignKey("region.code"))
    year: Mapped[int | None]
    sentence_id: Mapped[str] = mapped_column(Text)
    sentence_en: Mapped[str] = mapped_column(Text)
    numbers: Mapped[dict[str, object]] = mapped_column(JSONB)
    first_seen: Mapped[datetime] = mapped_column(UtcDateTime)
    last_seen: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[FindingState] = mapped_column(Word(FindingState), default=FindingState.OPEN)
    comment: Mapped[str | None] = mapped_column(Text, default=None)
    closed_reason: Mapped[str | None] = mapped_column(Text, default=None)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    weight: Mapped[float | None] = mapped_column(Float, Computed(_WEIGHT, persisted=True), init=False)
    content_sha256: Mapped[str | None] = mapped_column(String(64), default=None)

    figures: Mapped[list[Figure]] = relationship(secondary=finding_figure, default_factory=list)
    official_figures: Mapped[list[OfficialFigure]] = relationship(
        secondary=finding_official, default_factory=list
    )
