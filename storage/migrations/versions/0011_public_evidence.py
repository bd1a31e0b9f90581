"""What readers may see of a sentence.

Revision 0011, after 0010.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_TABLES = ("figure", "programme_mention", "trend")


def upgrade() -> None:
    """Go forward."""
    for table in _TABLES:
        op.add_column(table, sa.Column("public_evidence", sa.Text(), nullable=True))


def downgrade() -> None:
    """Go back."""
    for table in _TABLES:
        op.drop_column(table, "public_evidence")
