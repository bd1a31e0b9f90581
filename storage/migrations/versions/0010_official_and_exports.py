"""Findings that are written only when they change, and found by the figures they rest on.

Revision 0010, after 0009.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.add_column("finding", sa.Column("content_sha256", sa.String(length=64), nullable=True))
    op.create_index(op.f("ix_finding_figure_figure_id"), "finding_figure", ["figure_id"], unique=False)
    op.create_index(
        op.f("ix_finding_official_official_figure_id"),
        "finding_official",
        ["official_figure_id"],
        unique=False,
    )


def downgrade() -> None:
    """Go back."""
    op.drop_index(op.f("ix_finding_official_official_figure_id"), table_name="finding_official")
    op.drop_index(op.f("ix_finding_figure_figure_id"), table_name="finding_figure")
    op.drop_column("finding", "content_sha256")
