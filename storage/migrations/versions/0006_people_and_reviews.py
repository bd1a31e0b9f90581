"""Accounts, sessions and reviews.

Revision 0006, after 0005.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_VERDICTS = "verdict IN ('accepted', 'corrected', 'rejected', 'unsure')"
_RECORDS = "record IN ('figure', 'programme', 'trend')"
_DEEDS = (
    "deed IN ('answered', 'undone', 'finding_set', 'logged_in', 'logged_out', 'account_added', "
    "'account_disabled', 'password_set')"
)
_JUDGED = ("figure", "programme_mention", "trend")


def upgrade() -> None:
    """Go forward."""
    _create_people()
    for table in _JUDGED:
        op.add_column(table, sa.Column("verdict", sa.String(length=32), nullable=True))
        op.create_check_constraint(op.f(f"ck_{table}_verdict"), table, _VERDICTS)
    op.add_column("figure", sa.Column("machine", postgresql.JSONB(astext_type=sa.Text()), nullable=True))
    op.add_column(
        "figure", sa.Column("answered_by", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False)
    )
    op.add_column("figure", sa.Column("reopened", sa.Boolean(), server_default="false", nullable=False))
    op.alter_column("review", "value", existing_type=sa.Integer(), nullable=True)
    op.add_column(
        "review", sa.Column("record", sa.String(length=32), server_default="figure", nullable=False)
    )
    op.alter_column("review", "record", server_default=None)
    op.create_check_constraint(op.f("ck_review_record"), "review", _RECORDS)
    op.add_column("review", sa.Column("article_id", sa.Integer(), nullable=True))
    op.create_foreign_key(op.f("fk_review_article_id_article"), "review", "article", ["article_id"], ["id"])
    op.add_column("review", sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("review", sa.Column("undone_by", sa.String(length=60), nullable=True))


def _create_people() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("role IN ('reader', 'reviewer', 'admin')", name=op.f("ck_account_role")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("name", name=op.f("uq_account_name")),
    )
    op.create_table(
        "login_session",
        sa.Column("token_sha256", sa.String(length=64), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_login_session_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token_sha256", name=op.f("pk_login_session")),
    )
    op.create_index("ix_login_session_account_id", "login_session", ["account_id"], unique=False)
    op.create_table(
        "login_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name_sha256", sa.String(length=64), nullable=False),
        sa.Column("address", sa.String(length=60), nullable=False),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_login_attempt")),
    )
    op.create_index(
        "ix_login_attempt_name_sha256_tried_at", "login_attempt", ["name_sha256", "tried_at"], unique=False
    )
    op.create_index(
        "ix_login_attempt_address_tried_at", "login_attempt", ["address", "tried_at"], unique=False
    )
    op.create_table(
        "log_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(length=60), nullable=False),
        sa.Column("deed", sa.String(length=32), nullable=False),
        sa.Column("detail", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.CheckConstraint(_DEEDS, name=op.f("ck_log_entry_deed")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_entry")),
    )
    op.create_index("ix_log_entry_who", "log_entry", ["who"], unique=False)


def downgrade() -> None:
    """Go back; answers to programmes and trends, which have no number, are lost."""
    op.drop_column("review", "undone_by")
    op.drop_column("review", "undone_at")
    op.drop_constraint(op.f("fk_review_article_id_article"), "review", type_="foreignkey")
    op.drop_column("review", "article_id")
    op.drop_constraint(op.f("ck_review_record"), "review", type_="check")
    op.execute("DELETE FROM review WHERE record <> 'figure' OR value IS NULL")
    op.drop_column("review", "record")
    op.alter_column("review", "value", existing_type=sa.Integer(), nullable=False)
    op.execute("DELETE FROM figure WHERE verdict = 'rejected'")
    op.drop_column("figure", "reopened")
    op.drop_column("figure", "answered_by")
    op.drop_column("figure", "machine")
    for table in _JUDGED:
        op.drop_constraint(op.f(f"ck_{table}_verdict"), table, type_="check")
        op.drop_column(table, "verdict")
    for table in ("log_entry", "login_attempt", "login_session", "account"):
        op.drop_table(table)
