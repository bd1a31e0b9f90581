"""When a finding was closed.

Revision 0005, after 0004.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.add_column("finding", sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE finding SET closed_at = last_seen WHERE state = 'closed'")


def downgrade() -> None:
    """Go back."""
    op.drop_column("finding", "closed_at")
