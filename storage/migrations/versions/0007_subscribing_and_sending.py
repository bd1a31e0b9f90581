"""Subscribing and sending.

Revision 0007, after 0006.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

WISHES = (
    ("topics", postgresql.ARRAY(sa.String(length=32)), "'{}'"),
    ("weekday", sa.SmallInteger(), "0"),
    ("monthday", sa.SmallInteger(), "1"),
    ("hour", sa.SmallInteger(), "6"),
    ("zone", sa.String(length=32), "'WIB'"),
    ("when_empty", sa.String(length=32), "'line'"),
    ("links", sa.Integer(), "0"),
    ("letter_tries", sa.Integer(), "0"),
)
INSTANTS = ("wished_at", "paused_at", "told_at", "unsubscribed_at", "letter_asked_at", "letter_sent_at")
CHECKS = {
    "zone": "zone IN ('WIB', 'WITA', 'WIT')",
    "when_empty": "when_empty IN ('line', 'nothing')",
    "letter": "letter IN ('confirm', 'link')",
    "weekday": "weekday BETWEEN 0 AND 6",
    "monthday": "monthday BETWEEN 1 AND 28",
    "hour": "hour BETWEEN 0 AND 23",
}
STATES = "state IN ('planned', 'claimed', 'sent', 'skipped', 'failed')"


def upgrade() -> None:
    """Go forward; nothing was ever sent before, so deliveries begin anew."""
    for name, kind, standard in WISHES:
        op.add_column("subscriber", sa.Column(name, kind, nullable=False, server_default=sa.text(standard)))
        op.alter_column("subscriber", name, server_default=None)
    op.add_column("subscriber", sa.Column("letter", sa.String(length=32), nullable=True))
    for name in INSTANTS:
        op.add_column("subscriber", sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    for name, rule in CHECKS.items():
        op.create_check_constraint(op.f(f"ck_subscriber_{name}"), "subscriber", rule)
    op.drop_table("delivery")
    _issues()
    _deliveries()


def _issues() -> None:
    op.create_table(
        "digest_issue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("frequency", sa.String(length=32), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("frozen_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "frequency IN ('daily', 'weekly', 'monthly')", name=op.f("ck_digest_issue_frequency")
        ),
        sa.CheckConstraint("since <= until", name=op.f("ck_digest_issue_days")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digest_issue")),
        sa.UniqueConstraint("frequency", "until", name=op.f("uq_digest_issue_frequency_until")),
    )
    op.create_table(
        "digest_edition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("issue_id", sa.Integer(), nullable=False),
        sa.Column("wishes", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=32), nullable=False),
        sa.Column("composed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_empty", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("subject", "text", "html", "page")),
        sa.Column("charts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.CheckConstraint("language IN ('id', 'en')", name=op.f("ck_digest_edition_language")),
        sa.ForeignKeyConstraint(
            ["issue_id"],
            ["digest_issue.id"],
            name=op.f("fk_digest_edition_issue_id_digest_issue"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digest_edition")),
        sa.UniqueConstraint("issue_id", "wishes", name=op.f("uq_digest_edition_issue_id_wishes")),
    )
    op.create_table(
        "digest_chart",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("png", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_id"],
            ["digest_edition.id"],
            name=op.f("fk_digest_chart_edition_id_digest_edition"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digest_chart")),
        sa.UniqueConstraint("edition_id", "name", name=op.f("uq_digest_chart_edition_id_name")),
    )


def _deliveries() -> None:
    op.create_table(
        "delivery",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("issue_id", sa.Integer(), nullable=False),
        sa.Column("subscriber_id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_try_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(STATES, name=op.f("ck_delivery_state")),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["digest_edition.id"], name=op.f("fk_delivery_edition_id_digest_edition")
        ),
        sa.ForeignKeyConstraint(
            ["issue_id"],
            ["digest_issue.id"],
            name=op.f("fk_delivery_issue_id_digest_issue"),
            ondelete="CASCADE",
        ),
        _of_subscriber(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
        sa.UniqueConstraint("issue_id", "subscriber_id", name=op.f("uq_delivery_issue_id_subscriber_id")),
        sa.UniqueConstraint("message_id", name=op.f("uq_delivery_message_id")),
    )
    op.create_index("ix_delivery_next_try", "delivery", ["state", "next_try_at"], unique=False)


def _of_subscriber() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["subscriber_id"],
        ["subscriber.id"],
        name=op.f("fk_delivery_subscriber_id_subscriber"),
        ondelete="CASCADE",
    )


def downgrade() -> None:
    """Go back."""
    for table in ("delivery", "digest_chart", "digest_edition", "digest_issue"):
        op.drop_table(table)
    op.create_table(
        "delivery",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("issue", sa.Date(), nullable=False),
        sa.Column("subscriber_id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(STATES, name=op.f("ck_delivery_state")),
        _of_subscriber(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
        sa.UniqueConstraint("issue", "subscriber_id", name=op.f("uq_delivery_issue_subscriber_id")),
        sa.UniqueConstraint("message_id", name=op.f("uq_delivery_message_id")),
    )
    for name in CHECKS:
        op.drop_constraint(op.f(f"ck_subscriber_{name}"), "subscriber", type_="check")
    for name in ("letter", *INSTANTS, *(wish for wish, _, _ in WISHES)):
        op.drop_column("subscriber", name)
