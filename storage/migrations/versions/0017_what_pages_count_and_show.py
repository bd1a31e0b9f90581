"""Beside every trend and mention whether it stands and its day; what searching may see; wider indexes.

Revision 0017, after 0016.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_TABLES = ("trend", "programme_mention")
_RECORD = """
    CREATE FUNCTION record_of_article() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        SELECT a.current AND a.duplicate_of IS NULL AND NEW.verdict IS DISTINCT FROM 'rejected', a.published
        INTO NEW.standing, NEW.published FROM article a WHERE a.id = NEW.article_id;
        IF NOT FOUND THEN  -- The foreign key refuses the row.
            NEW.standing := false;
        END IF;
        RETURN NEW;
    END $$
"""
_ARTICLE = """
    CREATE FUNCTION article_of_records() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE stands boolean := NEW.current AND NEW.duplicate_of IS NULL;
    BEGIN
        UPDATE trend SET published = NEW.published, standing = stands AND verdict IS DISTINCT FROM 'rejected'
        WHERE article_id = NEW.id;
        UPDATE programme_mention
        SET published = NEW.published, standing = stands AND verdict IS DISTINCT FROM 'rejected'
        WHERE article_id = NEW.id;
        RETURN NULL;
    END $$
"""
_ARTICLE_TRIGGER = (
    "CREATE TRIGGER article_of_records AFTER UPDATE OF current, duplicate_of, published ON article"
    " FOR EACH ROW WHEN ((OLD.current, OLD.duplicate_of, OLD.published) IS DISTINCT FROM"
    " (NEW.current, NEW.duplicate_of, NEW.published)) EXECUTE FUNCTION article_of_records()"
)
_STANDING = sa.text("standing")
_NEWEST = [sa.text("published DESC NULLS LAST"), sa.text("id DESC")]
_OF_SOURCE: list[str | sa.TextClause] = ["source_name", _NEWEST[0], sa.text("article_id DESC"), _NEWEST[1]]


def upgrade() -> None:
    """Go forward."""
    op.add_column("article", sa.Column("hidden", JSONB(none_as_null=True), nullable=True))
    op.execute(_RECORD)
    for table in _TABLES:
        op.add_column(table, sa.Column("standing", sa.Boolean(), server_default="false", nullable=False))
        op.add_column(table, sa.Column("published", sa.Date(), nullable=True))
        op.execute(
            f"UPDATE {table} SET published = a.published,"  # noqa: S608
            " standing = a.current AND a.duplicate_of IS NULL AND verdict IS DISTINCT FROM 'rejected'"
            f" FROM article a WHERE a.id = {table}.article_id"
        )
        op.execute(
            f"CREATE TRIGGER record_of_article BEFORE INSERT OR UPDATE OF article_id, verdict ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION record_of_article()"
        )
    op.execute(_ARTICLE)
    op.execute(_ARTICLE_TRIGGER)
    op.create_index("ix_trend_standing", "trend", ["region_code", *_NEWEST], postgresql_where=_STANDING)
    op.create_index(
        "ix_programme_mention_standing",
        "programme_mention",
        ["programme_id", *_NEWEST],
        postgresql_where=_STANDING,
    )
    _of_source(include=["value"])
    _counts(include=["source_name", "figures"])
    op.create_index(
        "ix_figure_aside",
        "figure",
        ["article_id"],
        postgresql_include=["source_name"],
        postgresql_where=sa.text("NOT standing"),
    )
    op.create_index(
        "ix_page_fetched", "page", ["id"], postgresql_include=["source_name", "outcome", "last_fetched"]
    )


def downgrade() -> None:
    """Go back."""
    op.drop_index("ix_page_fetched", table_name="page")
    op.drop_index("ix_figure_aside", table_name="figure")
    _of_source(include=[])
    _counts(include=[])
    op.execute("DROP FUNCTION article_of_records() CASCADE")
    op.execute("DROP FUNCTION record_of_article() CASCADE")
    for table in _TABLES:
        op.drop_index(f"ix_{table}_standing", table_name=table)
        op.drop_column(table, "published")
        op.drop_column(table, "standing")
    op.drop_column("article", "hidden")


def _of_source(*, include: list[str]) -> None:
    op.drop_index("ix_figure_of_source", table_name="figure")
    op.create_index(
        "ix_figure_of_source", "figure", _OF_SOURCE, postgresql_where=_STANDING, postgresql_include=include
    )


def _counts(*, include: list[str]) -> None:
    op.drop_index("ix_figure_count_region_code", table_name="figure_count")
    op.create_index(
        "ix_figure_count_region_code",
        "figure_count",
        ["region_code", "year"],
        postgresql_ops={"region_code": "text_pattern_ops"},
        postgresql_include=include,
    )
