"""Beside every figure what its article says of it: whether it stands, its day, its outlet; indexes on these.

Revision 0013, after 0012.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_FUNCTIONS = (
    """
    CREATE FUNCTION figure_of_article() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        SELECT a.current AND a.duplicate_of IS NULL AND NEW.verdict IS DISTINCT FROM 'rejected',
               a.published, p.source_name
        INTO NEW.standing, NEW.published, NEW.source_name
        FROM article a JOIN page p ON p.id = a.page_id WHERE a.id = NEW.article_id;
        IF NOT FOUND THEN  -- The foreign key refuses the row.
            NEW.standing := false;
            NEW.source_name := '';
        END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE FUNCTION article_of_figures() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        UPDATE figure SET published = NEW.published,
            standing = NEW.current AND NEW.duplicate_of IS NULL AND verdict IS DISTINCT FROM 'rejected'
        WHERE article_id = NEW.id;
        RETURN NULL;
    END $$
    """,
    """
    CREATE FUNCTION page_of_figures() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        UPDATE figure SET source_name = NEW.source_name
        FROM article WHERE article.page_id = NEW.id AND figure.article_id = article.id;
        RETURN NULL;
    END $$
    """,
)
_TRIGGERS = (
    "CREATE TRIGGER figure_of_article BEFORE INSERT OR UPDATE OF article_id, verdict ON figure"
    " FOR EACH ROW EXECUTE FUNCTION figure_of_article()",
    "CREATE TRIGGER article_of_figures AFTER UPDATE OF current, duplicate_of, published ON article"
    " FOR EACH ROW WHEN ((OLD.current, OLD.duplicate_of, OLD.published) IS DISTINCT FROM"
    " (NEW.current, NEW.duplicate_of, NEW.published)) EXECUTE FUNCTION article_of_figures()",
    "CREATE TRIGGER page_of_figures AFTER UPDATE OF source_name ON page"
    " FOR EACH ROW WHEN (OLD.source_name IS DISTINCT FROM NEW.source_name)"
    " EXECUTE FUNCTION page_of_figures()",
)
_STANDING = sa.text("standing")


def upgrade() -> None:
    """Go forward."""
    op.add_column("figure", sa.Column("standing", sa.Boolean(), server_default="false", nullable=False))
    op.add_column("figure", sa.Column("published", sa.Date(), nullable=True))
    op.add_column("figure", sa.Column("source_name", sa.String(60), server_default="", nullable=False))
    op.execute(
        "UPDATE figure SET published = a.published, source_name = p.source_name,"
        " standing = a.current AND a.duplicate_of IS NULL AND verdict IS DISTINCT FROM 'rejected'"
        " FROM article a JOIN page p ON p.id = a.page_id WHERE a.id = figure.article_id"
    )
    for statement in (*_FUNCTIONS, *_TRIGGERS):
        op.execute(statement)
    op.drop_index("ix_figure_region_prefix", table_name="figure")
    op.create_index(
        "ix_figure_standing",
        "figure",
        [
            "region_code",
            "year",
            sa.text("(breakdown IS NOT NULL)"),
            sa.text("(violence::text <> 'any'::text)"),
            sa.text("published DESC NULLS LAST"),
            sa.text("id DESC"),
        ],
        postgresql_ops={"region_code": "text_pattern_ops"},
        postgresql_include=["source_name"],
        postgresql_where=_STANDING,
    )
    newest = [sa.text("published DESC NULLS LAST"), sa.text("article_id DESC"), sa.text("id DESC")]
    op.create_index("ix_figure_newest", "figure", newest, postgresql_where=_STANDING)
    op.create_index("ix_figure_of_source", "figure", ["source_name", *newest], postgresql_where=_STANDING)
    rejected = sa.text("verdict::text = 'rejected'::text")
    op.create_index("ix_figure_rejected", "figure", ["id"], postgresql_where=rejected)
    op.create_index(
        "ix_article_current_day",
        "article",
        ["page_id"],
        postgresql_include=["published"],
        postgresql_where=sa.text("current"),
    )
    op.create_index("ix_trend_region_code", "trend", ["region_code"])
    op.create_index("ix_programme_region_code", "programme", ["region_code"])
    op.create_index("ix_finding_region_weight", "finding", ["region_code", sa.text("weight DESC"), "id"])
    op.create_index("ix_official_figure_year", "official_figure", ["year"])
    op.create_index("ix_region_lower_name", "region", [sa.text("lower(name::text)")])


def downgrade() -> None:
    """Go back."""
    for name, table in (
        ("ix_region_lower_name", "region"),
        ("ix_official_figure_year", "official_figure"),
        ("ix_finding_region_weight", "finding"),
        ("ix_programme_region_code", "programme"),
        ("ix_trend_region_code", "trend"),
        ("ix_article_current_day", "article"),
        ("ix_figure_rejected", "figure"),
        ("ix_figure_of_source", "figure"),
        ("ix_figure_newest", "figure"),
        ("ix_figure_standing", "figure"),
    ):
        op.drop_index(name, table_name=table)
    op.create_index(
        "ix_figure_region_prefix",
        "figure",
        ["region_code", "year"],
        postgresql_ops={"region_code": "text_pattern_ops"},
    )
    for function in ("figure_of_article", "article_of_figures", "page_of_figures"):
        op.execute(f"DROP FUNCTION {function}() CASCADE")
    for column in ("source_name", "published", "standing"):
        op.drop_column("figure", column)
