"""Articles and what was read out of them.

Revision 0002, after 0001.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "programme",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("region_code", sa.String(length=8), nullable=True),
        sa.CheckConstraint(
            "kind IN ('service', 'hotline', 'app', 'space', 'task_force', 'community', 'campaign', 'policy', 'other')",
            name=op.f("ck_programme_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["region_code"], ["region.code"], name=op.f("fk_programme_region_code_region")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme")),
        sa.UniqueConstraint(
            "key",
            "region_code",
            name=op.f("uq_programme_key_region_code"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_length", sa.Integer(), nullable=False),
        sa.Column("text_sha256", sa.String(length=64), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("reader", sa.String(length=60), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("duplicate_of", sa.Integer(), nullable=True),
        sa.Column("relevance", sa.Float(), nullable=True),
        sa.Column("extraction_versions", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.CheckConstraint("char_length(text) = text_length", name=op.f("ck_article_text_length")),
        sa.ForeignKeyConstraint(
            ["duplicate_of"], ["article.id"], name=op.f("fk_article_duplicate_of_article")
        ),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name=op.f("fk_article_page_id_page")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("id", "text_length", name=op.f("uq_article_id_text_length")),
        sa.UniqueConstraint("page_id", "version", name=op.f("uq_article_page_id_version")),
    )
    op.create_index(op.f("ix_article_duplicate_of"), "article", ["duplicate_of"], unique=False)
    op.create_index(op.f("ix_article_page_id"), "article", ["page_id"], unique=False)
    op.create_index(op.f("ix_article_published"), "article", ["published"], unique=False)
    op.create_index(op.f("ix_article_text_sha256"), "article", ["text_sha256"], unique=False)
    op.create_index(
        "ix_article_words",
        "article",
        [
            sa.literal_column(
                "to_tsvector('indonesian'::regconfig, (COALESCE(title, ''::text) || ' '::text) || text)"
            )
        ],
        unique=False,
        postgresql_using="gin",
    )
    op.create_index(
        "uq_article_current", "article", ["page_id"], unique=True, postgresql_where=sa.text("current")
    )
    op.create_table(
        "figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("article_length", sa.Integer(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(length=32), nullable=True),
        sa.Column("region_code", sa.String(length=8), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("period", sa.String(length=15), nullable=True),
        sa.Column("population", sa.String(length=32), nullable=False),
        sa.Column("violence", sa.String(length=32), nullable=False),
        sa.Column("breakdown", sa.Text(), nullable=True),
        sa.Column("qualifier", sa.String(length=32), nullable=False),
        sa.Column("credited_source", sa.Text(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("start_offset", sa.Integer(), nullable=False),
        sa.Column("end_offset", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.CheckConstraint(
            "period ~ '^\\d{4}-(0[1-9]|1[0-2])/\\d{4}-(0[1-9]|1[0-2])$'", name=op.f("ck_figure_period")
        ),
        sa.CheckConstraint(
            "population IN ('women_children', 'women', 'children', 'girls', 'boys', 'men', 'all')",
            name=op.f("ck_figure_population"),
        ),
        sa.CheckConstraint(
            "qualifier IN ('exact', 'about', 'at_least', 'at_most')", name=op.f("ck_figure_qualifier")
        ),
        sa.CheckConstraint(
            "unit IN ('cases', 'victims', 'reports', 'perpetrators')", name=op.f("ck_figure_unit")
        ),
        sa.CheckConstraint(
            "violence IN ('any', 'sexual', 'physical', 'psychological', 'domestic', 'neglect', 'trafficking', 'exploitation', 'online', 'bullying', 'offender_child', 'custody', 'child_marriage', 'other')",
            name=op.f("ck_figure_violence"),
        ),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_figure_confidence")),
        sa.CheckConstraint(
            "start_offset >= 0 AND start_offset < end_offset AND end_offset <= article_length AND char_length(evidence) = end_offset - start_offset",
            name=op.f("ck_figure_evidence_inside_article"),
        ),
        sa.CheckConstraint("value >= 0", name=op.f("ck_figure_value")),
        sa.CheckConstraint("year BETWEEN 1945 AND 2200", name=op.f("ck_figure_year")),
        sa.ForeignKeyConstraint(
            ["article_id", "article_length"],
            ["article.id", "article.text_length"],
            name=op.f("fk_figure_article_id_article_length_article"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["region_code"], ["region.code"], name=op.f("fk_figure_region_code_region")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure")),
    )
    op.create_index(op.f("ix_figure_article_id"), "figure", ["article_id"], unique=False)
    op.create_index("ix_figure_region_year", "figure", ["region_code", "year"], unique=False)
    op.create_table(
        "programme_mention",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("article_length", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("aliases", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("action", sa.String(length=32), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("start_offset", sa.Integer(), nullable=False),
        sa.Column("end_offset", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.CheckConstraint(
            "action IN ('launched', 'planned', 'running', 'mentioned')",
            name=op.f("ck_programme_mention_action"),
        ),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_programme_mention_confidence")),
        sa.CheckConstraint(
            "start_offset >= 0 AND start_offset < end_offset AND end_offset <= article_length AND char_length(evidence) = end_offset - start_offset",
            name=op.f("ck_programme_mention_evidence_inside_article"),
        ),
        sa.ForeignKeyConstraint(
            ["article_id", "article_length"],
            ["article.id", "article.text_length"],
            name=op.f("fk_programme_mention_article_id_article_length_article"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_programme_mention_programme_id_programme")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_mention")),
    )
    op.create_index(
        op.f("ix_programme_mention_article_id"), "programme_mention", ["article_id"], unique=False
    )
    op.create_index(
        op.f("ix_programme_mention_programme_id"), "programme_mention", ["programme_id"], unique=False
    )
    op.create_table(
        "trend",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("article_length", sa.Integer(), nullable=False),
        sa.Column("direction", sa.String(length=32), nullable=False),
        sa.Column("delta", sa.Integer(), nullable=True),
        sa.Column("from_year", sa.Integer(), nullable=True),
        sa.Column("to_year", sa.Integer(), nullable=True),
        sa.Column("region_code", sa.String(length=8), nullable=True),
        sa.Column("population", sa.String(length=32), nullable=False),
        sa.Column("violence", sa.String(length=32), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("start_offset", sa.Integer(), nullable=False),
        sa.Column("end_offset", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.CheckConstraint("direction IN ('up', 'down', 'flat')", name=op.f("ck_trend_direction")),
        sa.CheckConstraint(
            "population IN ('women_children', 'women', 'children', 'girls', 'boys', 'men', 'all')",
            name=op.f("ck_trend_population"),
        ),
        sa.CheckConstraint(
            "violence IN ('any', 'sexual', 'physical', 'psychological', 'domestic', 'neglect', 'trafficking', 'exploitation', 'online', 'bullying', 'offender_child', 'custody', 'child_marriage', 'other')",
            name=op.f("ck_trend_violence"),
        ),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_trend_confidence")),
        sa.CheckConstraint(
            "start_offset >= 0 AND start_offset < end_offset AND end_offset <= article_length AND char_length(evidence) = end_offset - start_offset",
            name=op.f("ck_trend_evidence_inside_article"),
        ),
        sa.ForeignKeyConstraint(
            ["article_id", "article_length"],
            ["article.id", "article.text_length"],
            name=op.f("fk_trend_article_id_article_length_article"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["region_code"], ["region.code"], name=op.f("fk_trend_region_code_region")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trend")),
    )
    op.create_index(op.f("ix_trend_article_id"), "trend", ["article_id"], unique=False)


def downgrade() -> None:
    """Go back."""
    op.drop_index(op.f("ix_trend_article_id"), table_name="trend")
    op.drop_table("trend")
    op.drop_index(op.f("ix_programme_mention_programme_id"), table_name="programme_mention")
    op.drop_index(op.f("ix_programme_mention_article_id"), table_name="programme_mention")
    op.drop_table("programme_mention")
    op.drop_index("ix_figure_region_year", table_name="figure")
    op.drop_index(op.f("ix_figure_article_id"), table_name="figure")
    op.drop_table("figure")
    op.drop_index("uq_article_current", table_name="article", postgresql_where=sa.text("current"))
    op.drop_index("ix_article_words", table_name="article", postgresql_using="gin")
    op.drop_index(op.f("ix_article_text_sha256"), table_name="article")
    op.drop_index(op.f("ix_article_published"), table_name="article")
    op.drop_index(op.f("ix_article_page_id"), table_name="article")
    op.drop_index(op.f("ix_article_duplicate_of"), table_name="article")
    op.drop_table("article")
    op.drop_table("programme")
