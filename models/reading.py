"""What was read out of pages: articles and the records tied to their sentences.

``public_evidence`` is ``evidence`` with all covered that identifies a victim, judged with the whole
article; null where nothing had to be covered.
"""

from datetime import date, datetime

from sqlalchemy import (
    CheckConstraint,
    Computed,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, UtcDateTime, Word, allowed
from models.vocabulary import (
    Direction,
    Population,
    ProgrammeAction,
    ProgrammeKind,
    Qualifier,
    Unit,
    Verdict,
    Violence,
)

PERIOD_PATTERN = r"^\d{4}-(0[1-9]|1[0-2])/\d{4}-(0[1-9]|1[0-2])$"


class Article(Base):
    """One version of the text at a page; a changed text is a new version.

    ``text_length`` repeats ``len(text)`` so that the database itself can refuse
    evidence that points past the end. ``duplicate_of`` names the article whose
    story this one repeats (same text at another address, or a wire copy).
    ``persons`` are the offsets, begin and end, of names that a recogniser found in the text; ``hidden`` those
    of what nobody but a reviewer may find by searching, by the rules that ``extraction_versions`` names.
    """

    __tablename__ = "article"
    __table_args__ = (
        UniqueConstraint("page_id", "version"),
        UniqueConstraint("id", "text_length"),
        CheckConstraint("char_length(text) = text_length", name="text_length"),
        Index("ix_article_newest", text("published DESC NULLS LAST"), text("id DESC")),
        Index(
            "ix_article_current_day",
            "page_id",
            postgresql_include=["published"],
            postgresql_where=text("current"),
        ),
        Index("uq_article_current", "page_id", unique=True, postgresql_where=text("current")),
        Index(
            "ix_article_words",
            text("to_tsvector('indonesian'::regconfig, (COALESCE(title, ''::text) || ' '::text) || text)"),
            postgresql_using="gin",
        ),
        Index(
            "ix_article_title_words",
            text("to_tsvector('indonesian'::regconfig, COALESCE(title, ''::text))"),
            postgresql_using="gin",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    page_id: Mapped[int] = mapped_column(ForeignKey("page.id"), index=True)
    version: Mapped[int]
    title: Mapped[str | None] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    text_length: Mapped[int]
    text_sha256: Mapped[str] = mapped_column(String(64), index=True)
    published: Mapped[date | None] = mapped_column(index=True)
    reader: Mapped[str] = mapped_column(String(60))
    read_at: Mapped[datetime] = mapped_column(UtcDateTime)
    current: Mapped[bool] = mapped_column(default=True)
    external_id: Mapped[str | None] = mapped_column(Text, default=None)
    duplicate_of: Mapped[int | None] = mapped_column(ForeignKey("article.id"), index=True, default=None)
    relevance: Mapped[float | None] = mapped_column(Float, default=None)
    extraction_versions: Mapped[dict[str, str] | None] = mapped_column(JSONB(none_as_null=True), default=None)
    persons: Mapped[list[list[int]] | None] = mapped_column(JSONB(none_as_null=True), default=None)
    hidden: Mapped[list[list[int]] | None] = mapped_column(JSONB(none_as_null=True), default=None)

    figures: Mapped[list["Figure"]] = relationship(
        default_factory=list, cascade="all, delete-orphan", order_by="Figure.start_offset"
    )
    mentions: Mapped[list["ProgrammeMention"]] = relationship(
        default_factory=list, cascade="all, delete-orphan", order_by="ProgrammeMention.start_offset"
    )
    trends: Mapped[list["Trend"]] = relationship(
        default_factory=list, cascade="all, delete-orphan", order_by="Trend.start_offset"
    )


def _evidence_constraints() -> tuple[ForeignKeyConstraint, CheckConstraint, CheckConstraint]:
    """Evidence lies inside its own article; the database refuses anything else."""
    return (
        ForeignKeyConstraint(
            ["article_id", "article_length"],
            ["article.id", "article.text_length"],
            ondelete="CASCADE",
        ),
        CheckConstraint(
            "start_offset >= 0 AND start_offset < end_offset AND end_offset <= article_length "
            "AND char_length(evidence) = end_offset - start_offset",
            name="evidence_inside_article",
        ),
        CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
    )


_NEWEST = (text("published DESC NULLS LAST"), text("article_id DESC"), text("id DESC"))
_LATEST = (_NEWEST[0], _NEWEST[2])
_QUEUE_WEIGHT = (
    "GREATEST(1::double precision - confidence, 0.02::double precision)"
    " * CASE WHEN region_code = 'ID' THEN 3::double precision"
    " WHEN length(region_code) = 2 THEN 2::double precision"
    " WHEN length(region_code) = 5 THEN 1::double precision"
    " ELSE 0.5::double precision END * consequence::double precision"
)
"""Doubt (at least 0.02), the level of the region, and what hangs on the figure."""


class Figure(Base):
    """One aggregate count that an article states.

    The columns hold what stands: the machine's reading, or a person's correction of it,
    which leaves the machine's in ``machine``. A rejected figure stays, and stands nowhere.
    ``added_by`` names the reviewer who found a figure that the machine missed. ``consequence``
    is (1 + open findings on it above info) times (1 + copies of its story), as the last check found;
    ``queue_weight`` is how soon a person should look.

    ``standing``, ``published`` and ``source_name`` repeat what the article and its page say, so
    that large stores are counted without either; the database's triggers keep them so.
    """

    __tablename__ = "figure"
    __table_args__ = (
        *_evidence_constraints(),
        CheckConstraint("value >= 0", name="value"),
        CheckConstraint("year BETWEEN 1945 AND 2200", name="year"),
        CheckConstraint(f"period ~ '{PERIOD_PATTERN}'", name="period"),
        CheckConstraint(allowed("unit", Unit), name="unit"),
        CheckConstraint(allowed("population", Population), name="population"),
        CheckConstraint(allowed("violence", Violence), name="violence"),
        CheckConstraint(allowed("qualifier", Qualifier), name="qualifier"),
        CheckConstraint(allowed("verdict", Verdict), name="verdict"),
        Index("ix_figure_region_year", "region_code", "year"),
        Index(
            "ix_figure_standing",
            "region_code",
            "year",
            text("(breakdown IS NOT NULL)"),
            text("(violence::text <> 'any'::text)"),
            text("published DESC NULLS LAST"),
            text("id DESC"),
            postgresql_ops={"region_code": "text_pattern_ops"},
            postgresql_include=["source_name"],
            postgresql_where=text("standing"),
        ),
        Index("ix_figure_newest", *_NEWEST, postgresql_where=text("standing")),
        Index(
            "ix_figure_of_source",
            "source_name",
            *_NEWEST,
            postgresql_include=["value"],
            postgresql_where=text("standing"),
        ),
        Index(
            "ix_figure_aside",
            "article_id",
            postgresql_include=["source_name"],
            postgresql_where=text("NOT standing"),
        ),
        Index("ix_figure_rejected", "id", postgresql_where=text("verdict::text = 'rejected'::text")),
        Index("ix_figure_value", "value", "id"),
        Index("ix_figure_confidence", "confidence", "id"),
        Index("ix_figure_year", "year", "id"),
        Index("ix_figure_year_newest", text("year DESC NULLS LAST"), text("id DESC")),
        Index(
            "ix_figure_waiting",
            text("queue_weight DESC"),
            "id",
            postgresql_where=text("reopened OR cardinality(answered_by) < 2"),
        ),
        Index("ix_figure_reopened", text("queue_weight DESC"), "id", postgresql_where=text("reopened")),
        Index(
            "ix_figure_unsure",
            text("queue_weight DESC"),
            "id",
            postgresql_where=text("verdict IS NULL AND answered_by <> '{}'::text[]"),
        ),
        Index(
            "ix_figure_words",
            text("to_tsvector('indonesian'::regconfig, COALESCE(public_evidence, evidence))"),
            postgresql_using="gin",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    article_id: Mapped[int] = mapped_column(index=True)
    article_length: Mapped[int]
    value: Mapped[int]
    unit: Mapped[Unit | None] = mapped_column(Word(Unit))
    region_code: Mapped[str | None] = mapped_column(ForeignKey("region.code"))
    year: Mapped[int | None]
    period: Mapped[str | None] = mapped_column(String(15))
    population: Mapped[Population] = mapped_column(Word(Population))
    violence: Mapped[Violence] = mapped_column(Word(Violence))
    breakdown: Mapped[str | None] = mapped_column(Text)
    qualifier: Mapped[Qualifier] = mapped_column(Word(Qualifier))
    credited_source: Mapped[str | None] = mapped_column(Text)
    evidence: Mapped[str] = mapped_column(Text)
    start_offset: Mapped[int]
    end_offset: Mapped[int]
    confidence: Mapped[float] = mapped_column(Float)
    public_evidence: Mapped[str | None] = mapped_column(Text, default=None)
    verdict: Mapped[Verdict | None] = mapped_column(Word(Verdict), default=None)
    machine: Mapped[dict[str, object] | None] = mapped_column(JSONB(none_as_null=True), default=None)
    answered_by: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default="{}", default_factory=list)
    reopened: Mapped[bool] = mapped_column(server_default="false", default=False)
    added_by: Mapped[str | None] = mapped_column(String(120), default=None)
    standing: Mapped[bool] = mapped_column(server_default="false", init=False)
    published: Mapped[date | None] = mapped_column(init=False)
    source_name: Mapped[str] = mapped_column(String(60), server_default="", init=False)
    consequence: Mapped[int] = mapped_column(server_default="1", default=1)
    queue_weight: Mapped[float | None] = mapped_column(
        Float, Computed(_QUEUE_WEIGHT, persisted=True), init=False
    )


class Programme(Base):
    """A named initiative, joined over articles by its folded name and region."""

    __tablename__ = "programme"
    __table_args__ = (
        UniqueConstraint("key", "region_code", postgresql_nulls_not_distinct=True),
        CheckConstraint(allowed("kind", ProgrammeKind), name="kind"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    key: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[ProgrammeKind] = mapped_column(Word(ProgrammeKind))
    region_code: Mapped[str | None] = mapped_column(ForeignKey("region.code"), index=True, default=None)


class ProgrammeMention(Base):
    """One article's mention of a programme; ``standing`` and ``published`` as in a figure."""

    __tablename__ = "programme_mention"
    __table_args__ = (
        *_evidence_constraints(),
        CheckConstraint(allowed("action", ProgrammeAction), name="action"),
        CheckConstraint(allowed("verdict", Verdict), name="verdict"),
        Index("ix_programme_mention_aliases", "aliases", postgresql_using="gin"),
        Index(
            "ix_programme_mention_words",
            text(
                "to_tsvector('indonesian'::regconfig, "
                "(name || ' '::text) || COALESCE(public_evidence, evidence))"
            ),
            postgresql_using="gin",
        ),
        Index("ix_programme_mention_standing", "programme_id", *_LATEST, postgresql_where=text("standing")),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    article_id: Mapped[int] = mapped_column(index=True)
    article_length: Mapped[int]
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"), index=True)
    name: Mapped[str] = mapped_column(Text)
    aliases: Mapped[list[str]] = mapped_column(ARRAY(Text))
    action: Mapped[ProgrammeAction] = mapped_column(Word(ProgrammeAction))
    evidence: Mapped[str] = mapped_column(Text)
    start_offset: Mapped[int]
    end_offset: Mapped[int]
    confidence: Mapped[float] = mapped_column(Float)
    public_evidence: Mapped[str | None] = mapped_column(Text, default=None)
    verdict: Mapped[Verdict | None] = mapped_column(Word(Verdict), default=None)
    standing: Mapped[bool] = mapped_column(server_default="false", init=False)
    published: Mapped[date | None] = mapped_column(init=False)

    programme: Mapped[Programme] = relationship(init=False, lazy="joined")


class Trend(Base):
    """One comparison over time that an article states; ``standing`` and ``published`` as in a figure."""

    __tablename__ = "trend"
    __table_args__ = (
        *_evidence_constraints(),
        CheckConstraint(allowed("direction", Direction), name="direction"),
        CheckConstraint(allowed("population", Population), name="population"),
        CheckConstraint(allowed("violence", Violence), name="violence"),
        CheckConstraint(allowed("verdict", Verdict), name="verdict"),
        Index("ix_trend_standing", "region_code", *_LATEST, postgresql_where=text("standing")),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    article_id: Mapped[int] = mapped_column(index=True)
    article_length: Mapped[int]
    direction: Mapped[Direction] = mapped_column(Word(Direction))
    delta: Mapped[int | None]
    from_year: Mapped[int | None]
    to_year: Mapped[int | None]
    region_code: Mapped[str | None] = mapped_column(ForeignKey("region.code"), index=True)
    population: Mapped[Population] = mapped_column(Word(Population))
    violence: Mapped[Violence] = mapped_column(Word(Violence))
    evidence: Mapped[str] = mapped_column(Text)
    start_offset: Mapped[int]
    end_offset: Mapped[int]
    confidence: Mapped[float] = mapped_column(Float)
    public_evidence: Mapped[str | None] = mapped_column(Text, default=None)
    verdict: Mapped[Verdict | None] = mapped_column(Word(Verdict), default=None)
    standing: Mapped[bool] = mapped_column(server_default="false", init=False)
    published: Mapped[date | None] = mapped_column(init=False)
