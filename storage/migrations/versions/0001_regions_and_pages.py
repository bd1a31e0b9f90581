"""Regions, outlets, pages and runs.

Revision 0001, after None.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "reference_data",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_reference_data")),
    )
    op.create_table(
        "region",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("parent_code", sa.String(length=8), nullable=True),
        sa.CheckConstraint(
            "kind IN ('national', 'province', 'kabupaten', 'kota', 'kecamatan')", name=op.f("ck_region_kind")
        ),
        sa.ForeignKeyConstraint(["parent_code"], ["region.code"], name=op.f("fk_region_parent_code_region")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_region")),
    )
    op.create_index(op.f("ix_region_name"), "region", ["name"], unique=False)
    op.create_index(op.f("ix_region_parent_code"), "region", ["parent_code"], unique=False)
    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("counts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.CheckConstraint(
            "kind IN ('crawl', 'import', 'extract', 'crosscheck', 'digest')", name=op.f("ck_run_kind")
        ),
        sa.CheckConstraint(
            "status IN ('running', 'finished', 'interrupted', 'failed')", name=op.f("ck_run_status")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run")),
    )
    op.create_table(
        "region_alias",
        sa.Column("alias", sa.String(length=80), nullable=False),
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(
            ["region_code"], ["region.code"], name=op.f("fk_region_alias_region_code_region")
        ),
        sa.PrimaryKeyConstraint("alias", "region_code", name=op.f("pk_region_alias")),
    )
    op.create_table(
        "source",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("outlet", sa.String(length=120), nullable=False),
        sa.Column("owner", sa.String(length=200), nullable=True),
        sa.Column("home_region", sa.String(length=8), nullable=True),
        sa.Column("declaration", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(["home_region"], ["region.code"], name=op.f("fk_source_home_region_region")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_source")),
    )
    op.create_index(op.f("ix_source_outlet"), "source", ["outlet"], unique=False)
    op.create_table(
        "page",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("source_name", sa.String(length=60), nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_fetched", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("http_status", sa.Integer(), nullable=True),
        sa.Column("content_type", sa.String(length=200), nullable=True),
        sa.Column("charset", sa.String(length=40), nullable=True),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("body_sha256", sa.String(length=64), nullable=True),
        sa.Column("read_sha256", sa.String(length=64), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "outcome IN ('stored', 'updated', 'unchanged', 'irrelevant', 'duplicate', 'list_page', 'video_page', 'paywall', 'consent_wall', 'bot_wall', 'soft_404', 'removed', 'no_text', 'not_html', 'too_large', 'robots', 'refused_address', 'redirect_loop', 'http_error', 'unreachable', 'unreadable', 'pending', 'discovery')",
            name=op.f("ck_page_outcome"),
        ),
        sa.CheckConstraint("url ~ '^(https?|file)://'", name=op.f("ck_page_url_scheme")),
        sa.ForeignKeyConstraint(["source_name"], ["source.name"], name=op.f("fk_page_source_name_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_page")),
        sa.UniqueConstraint("url", name=op.f("uq_page_url")),
    )
    op.create_index(op.f("ix_page_source_name"), "page", ["source_name"], unique=False)
    op.create_index(
        "ix_page_unread",
        "page",
        ["id"],
        unique=False,
        postgresql_where=sa.text("body IS NOT NULL AND body_sha256 IS DISTINCT FROM read_sha256"),
    )
    op.create_table(
        "url_outcome",
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("source_name", sa.String(length=60), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column("body_bytes", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('stored', 'updated', 'unchanged', 'irrelevant', 'duplicate', 'list_page', 'video_page', 'paywall', 'consent_wall', 'bot_wall', 'soft_404', 'removed', 'no_text', 'not_html', 'too_large', 'robots', 'refused_address', 'redirect_loop', 'http_error', 'unreachable', 'unreadable', 'pending', 'discovery')",
            name=op.f("ck_url_outcome_outcome"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["run.id"], name=op.f("fk_url_outcome_run_id_run"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["source_name"], ["source.name"], name=op.f("fk_url_outcome_source_name_source")
        ),
        sa.PrimaryKeyConstraint("run_id", "url", name=op.f("pk_url_outcome")),
    )
    op.create_index(op.f("ix_url_outcome_source_name"), "url_outcome", ["source_name"], unique=False)


def downgrade() -> None:
    """Go back."""
    op.drop_index(op.f("ix_url_outcome_source_name"), table_name="url_outcome")
    op.drop_table("url_outcome")
    op.drop_index(
        "ix_page_unread",
        table_name="page",
        postgresql_where=sa.text("body IS NOT NULL AND body_sha256 IS DISTINCT FROM read_sha256"),
    )
    op.drop_index(op.f("ix_page_source_name"), table_name="page")
    op.drop_table("page")
    op.drop_index(op.f("ix_source_outlet"), table_name="source")
    op.drop_table("source")
    op.drop_table("region_alias")
    op.drop_table("run")
    op.drop_index(op.f("ix_region_parent_code"), table_name="region")
    op.drop_index(op.f("ix_region_name"), table_name="region")
    op.drop_table("region")
    op.drop_table("reference_data")
