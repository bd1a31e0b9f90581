"""The clock and the workers.

Revision 0009, after 0008.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_ALARMS = (
    "'never_reached', 'unreachable', 'quiet', 'few_articles', 'mix_changed', 'dates_lost', 'layout_drift'"
)


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "clock_slot",
        sa.Column("schedule", sa.String(length=40), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("fired", sa.DateTime(timezone=True), nullable=False),
        sa.Column("clock", sa.String(length=200), nullable=False),
        sa.Column("job_id", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("schedule", "due", name=op.f("pk_clock_slot")),
    )
    op.create_index(op.f("ix_clock_slot_fired"), "clock_slot", ["fired"])
    op.create_table(
        "worker_process",
        sa.Column("worker_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("host", sa.String(length=120), nullable=False),
        sa.Column("pid", sa.Integer(), nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("queues", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("worker_id", name=op.f("pk_worker_process")),
    )
    _health()
    op.add_column("run", sa.Column("source_name", sa.String(length=60), nullable=True))
    op.create_foreign_key(op.f("fk_run_source_name_source"), "run", "source", ["source_name"], ["name"])
    op.create_index(op.f("ix_run_source_name"), "run", ["source_name"])
    op.create_index(
        "ix_url_outcome_pending", "url_outcome", ["url"], postgresql_where=sa.text("outcome = 'pending'")
    )
    # Two libraries' own tables, each in a schema of its own: storage/queue_schema.py fills `queue`.
    op.execute("CREATE SCHEMA queue")
    op.execute("CREATE SCHEMA clock")
    op.create_table(
        "apscheduler_jobs",
        sa.Column("id", sa.Unicode(length=191), primary_key=True),
        sa.Column("next_run_time", sa.Float(precision=25), index=True),
        sa.Column("job_state", sa.LargeBinary(), nullable=False),
        schema="clock",
    )


def downgrade() -> None:
    """Go back."""
    op.execute("DROP SCHEMA clock CASCADE")
    op.execute("DROP SCHEMA queue CASCADE")
    op.drop_index("ix_url_outcome_pending", "url_outcome")
    op.drop_index(op.f("ix_run_source_name"), "run")
    op.drop_constraint(op.f("fk_run_source_name_source"), "run")
    op.drop_column("run", "source_name")
    for table in ("source_alarm", "source_health", "worker_process", "clock_slot"):
        op.drop_table(table)


def _health() -> None:
    op.create_table(
        "source_health",
        sa.Column("source_name", sa.String(length=60), nullable=False),
        sa.Column("checked", sa.DateTime(timezone=True), nullable=False),
        sa.Column("numbers", postgresql.JSONB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_name"],
            ["source.name"],
            name=op.f("fk_source_health_source_name_source"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("source_name", name=op.f("pk_source_health")),
    )
    op.create_table(
        "source_alarm",
        sa.Column("source_name", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sentence_id", sa.Text(), nullable=False),
        sa.Column("sentence_en", sa.Text(), nullable=False),
        sa.Column("cleared", sa.DateTime(timezone=True), nullable=True),
        sa.Column("mailed", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(f"kind IN ({_ALARMS})", name=op.f("ck_source_alarm_kind")),
        sa.ForeignKeyConstraint(
            ["source_name"],
            ["source.name"],
            name=op.f("fk_source_alarm_source_name_source"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("source_name", "kind", name=op.f("pk_source_alarm")),
    )
