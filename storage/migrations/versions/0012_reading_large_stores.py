"""Indexes for reading large stores, and the weight of a finding.

Revision 0012, after 0011.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_WEIGHT = (
    "CASE WHEN state = 'open' THEN 1e12 ELSE 0 END"
    " + CASE severity WHEN 'serious' THEN 2e10 WHEN 'warning' THEN 1e10 ELSE 0 END"
    " + LEAST(ABS(COALESCE((numbers ->> 'difference')::float8, 0)), 1e9)"
)


def upgrade() -> None:
    """Go forward."""
    op.add_column("finding", sa.Column("weight", sa.Float(), sa.Computed(_WEIGHT, persisted=True)))
    op.create_index("ix_finding_weight", "finding", [sa.text("weight DESC"), "id"])
    op.create_index(
        "ix_figure_region_prefix",
        "figure",
        ["region_code", "year"],
        postgresql_ops={"region_code": "text_pattern_ops"},
    )
    op.create_index("ix_figure_value", "figure", ["value", "id"])
    op.create_index("ix_figure_confidence", "figure", ["confidence", "id"])
    op.create_index("ix_figure_year", "figure", ["year", "id"])
    op.create_index("ix_figure_year_newest", "figure", [sa.text("year DESC NULLS LAST"), sa.text("id DESC")])
    op.create_index(
        "ix_article_newest", "article", [sa.text("published DESC NULLS LAST"), sa.text("id DESC")]
    )


def downgrade() -> None:
    """Go back."""
    for name, table in (
        ("ix_article_newest", "article"),
        ("ix_figure_year_newest", "figure"),
        ("ix_figure_year", "figure"),
        ("ix_figure_confidence", "figure"),
        ("ix_figure_value", "figure"),
        ("ix_figure_region_prefix", "figure"),
        ("ix_finding_weight", "finding"),
    ):
        op.drop_index(name, table_name=table)
    op.drop_column("finding", "weight")
