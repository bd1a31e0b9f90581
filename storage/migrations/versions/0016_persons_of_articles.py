"""Where an article's text names persons who may be private, as found when it was read.

Revision 0016, after 0015.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.add_column("article", sa.Column("persons", JSONB(none_as_null=True), nullable=True))


def downgrade() -> None:
    """Go back; reading again finds them anew."""
    op.drop_column("article", "persons")
