"""Official datasets and findings.

Revision 0003, after 0002.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "official_dataset",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("portal", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("licence", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("retrieved", sa.Date(), nullable=True),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["superseded_by"],
            ["official_dataset.id"],
            name=op.f("fk_official_dataset_superseded_by_official_dataset"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official_dataset")),
        sa.UniqueConstraint(
            "portal", "title", "content_sha256", name=op.f("uq_official_dataset_portal_title_content_sha256")
        ),
    )
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("identity", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("severity", sa.String(length=32), nullable=False),
        sa.Column("region_code", sa.String(length=8), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("sentence_id", sa.Text(), nullable=False),
        sa.Column("sentence_en", sa.Text(), nullable=False),
        sa.Column("numbers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("closed_reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('match', 'differs', 'not_comparable', 'conflict', 'arithmetic', 'falling_total', 'trend_contradicted', 'roll_up', 'missing_official', 'missing_reported')",
            name=op.f("ck_finding_kind"),
        ),
        sa.CheckConstraint(
            "severity IN ('info', 'note', 'warning', 'serious')", name=op.f("ck_finding_severity")
        ),
        sa.CheckConstraint(
            "state IN ('open', 'explained', 'dismissed', 'closed')", name=op.f("ck_finding_state")
        ),
        sa.ForeignKeyConstraint(["region_code"], ["region.code"], name=op.f("fk_finding_region_code_region")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
        sa.UniqueConstraint("identity", name=op.f("uq_finding_identity")),
    )
    op.create_index("ix_finding_region_year", "finding", ["region_code", "year"], unique=False)
    op.create_table(
        "official_figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dataset_id", sa.Integer(), nullable=False),
        sa.Column("row_number", sa.Integer(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(length=32), nullable=True),
        sa.Column("region_code", sa.String(length=8), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(length=15), nullable=True),
        sa.Column("population", sa.String(length=32), nullable=False),
        sa.Column("violence", sa.String(length=32), nullable=False),
        sa.Column("breakdown", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "period ~ '^\\d{4}-(0[1-9]|1[0-2])/\\d{4}-(0[1-9]|1[0-2])$'",
            name=op.f("ck_official_figure_period"),
        ),
        sa.CheckConstraint(
            "population IN ('women_children', 'women', 'children', 'girls', 'boys', 'men', 'all')",
            name=op.f("ck_official_figure_population"),
        ),
        sa.CheckConstraint(
            "unit IN ('cases', 'victims', 'reports', 'perpetrators')", name=op.f("ck_official_figure_unit")
        ),
        sa.CheckConstraint(
            "violence IN ('any', 'sexual', 'physical', 'psychological', 'domestic', 'neglect', 'trafficking', 'exploitation', 'online', 'bullying', 'offender_child', 'custody', 'child_marriage', 'other')",
            name=op.f("ck_official_figure_violence"),
        ),
        sa.CheckConstraint("value >= 0", name=op.f("ck_official_figure_value")),
        sa.ForeignKeyConstraint(
            ["dataset_id"],
            ["official_dataset.id"],
            name=op.f("fk_official_figure_dataset_id_official_dataset"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["region_code"], ["region.code"], name=op.f("fk_official_figure_region_code_region")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official_figure")),
    )
    op.create_index(op.f("ix_official_figure_dataset_id"), "official_figure", ["dataset_id"], unique=False)
    op.create_index(
        "ix_official_figure_region_year", "official_figure", ["region_code", "year"], unique=False
    )
    op.create_table(
        "finding_official",
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("official_figure_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["finding_id"],
            ["finding.id"],
            name=op.f("fk_finding_official_finding_id_finding"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["official_figure_id"],
            ["official_figure.id"],
            name=op.f("fk_finding_official_official_figure_id_official_figure"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("finding_id", "official_figure_id", name=op.f("pk_finding_official")),
    )
    op.create_table(
        "finding_figure",
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("figure_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["figure_id"], ["figure.id"], name=op.f("fk_finding_figure_figure_id_figure"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["finding_id"],
            ["finding.id"],
            name=op.f("fk_finding_figure_finding_id_finding"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("finding_id", "figure_id", name=op.f("pk_finding_figure")),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("finding_figure")
    op.drop_table("finding_official")
    op.drop_index("ix_official_figure_region_year", table_name="official_figure")
    op.drop_index(op.f("ix_official_figure_dataset_id"), table_name="official_figure")
    op.drop_table("official_figure")
    op.drop_index("ix_finding_region_year", table_name="finding")
    op.drop_table("finding")
    op.drop_table("official_dataset")
