"""Collecting: lists asked conditionally, addresses that wait, polling, backfills and imports.

Revision 0008, after 0007.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Go forward."""
    op.add_column("page", sa.Column("changed_at", _MOMENT, nullable=True))
    _lists()
    _backfills()
    _leads()
    _polling()
    _imports()


def downgrade() -> None:
    """Go back."""
    for table in ("import_progress", "polling", "lead", "backfill_place", "backfill", "listing"):
        op.drop_table(table)
    op.drop_column("page", "changed_at")


def _source(name: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["source_name"], ["source.name"], name=op.f(f"fk_{name}_source_name_source")
    )


def _lists() -> None:
    op.create_table(
        "listing",
        sa.Column("source_name", sa.String(60), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("last_read", _MOMENT, nullable=False),
        sa.Column("more", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        _source("listing"),
        sa.PrimaryKeyConstraint("source_name", "url", name=op.f("pk_listing")),
    )


def _backfills() -> None:
    op.create_table(
        "backfill",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_name", sa.String(60), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("started", _MOMENT, nullable=False),
        sa.Column("ended", _MOMENT, nullable=True),
        _source("backfill"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backfill")),
    )
    op.create_index(op.f("ix_backfill_source_name"), "backfill", ["source_name"])
    op.create_table(
        "backfill_place",
        sa.Column("backfill_id", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("is_read", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["backfill_id"],
            ["backfill.id"],
            name=op.f("fk_backfill_place_backfill_id_backfill"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("backfill_id", "url", name=op.f("pk_backfill_place")),
    )


def _leads() -> None:
    op.create_table(
        "lead",
        sa.Column("source_name", sa.String(60), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("found_at", _MOMENT, nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("backfill_id", sa.Integer(), nullable=True),
        _source("lead"),
        sa.ForeignKeyConstraint(
            ["backfill_id"], ["backfill.id"], name=op.f("fk_lead_backfill_id_backfill"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("source_name", "url", name=op.f("pk_lead")),
    )
    op.create_index(op.f("ix_lead_backfill_id"), "lead", ["backfill_id"])


def _polling() -> None:
    op.create_table(
        "polling",
        sa.Column("source_name", sa.String(60), nullable=False),
        sa.Column("first_crawl", _MOMENT, nullable=False),
        sa.Column("last_crawl", _MOMENT, nullable=False),
        sa.Column("next_due", _MOMENT, nullable=False),
        sa.Column("per_week", sa.Float(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        _source("polling"),
        sa.PrimaryKeyConstraint("source_name", name=op.f("pk_polling")),
    )
    op.create_index(op.f("ix_polling_next_due"), "polling", ["next_due"])


def _imports() -> None:
    op.create_table(
        "import_progress",
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("started", _MOMENT, nullable=False),
        sa.Column("ended", _MOMENT, nullable=True),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("records", sa.Integer(), nullable=False),
        sa.Column("counts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_import_progress")),
    )
