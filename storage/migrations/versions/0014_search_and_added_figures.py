"""One search, figures that reviewers add, the queue of large stores, and roles that change.

Revision 0014, after 0013.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_VERDICTS = "verdict IN ('accepted', 'corrected', 'rejected', 'unsure'{})"
_DEEDS = (
    "deed IN ('answered', 'undone', 'finding_set', 'logged_in', 'logged_out', 'account_added', "
    "'account_disabled', {}'password_set')"
)
_QUEUE_WEIGHT = (
    "GREATEST(1::double precision - confidence, 0.02::double precision)"
    " * CASE WHEN region_code = 'ID' THEN 3::double precision"
    " WHEN length(region_code) = 2 THEN 2::double precision"
    " WHEN length(region_code) = 5 THEN 1::double precision"
    " ELSE 0.5::double precision END * consequence::double precision"
)
_QUEUES = {
    "ix_figure_waiting": "reopened OR cardinality(answered_by) < 2",
    "ix_figure_reopened": "reopened",
    "ix_figure_unsure": "verdict IS NULL AND answered_by <> '{}'::text[]",
}
_JUDGED = ("figure", "programme_mention", "trend", "review")
_WORDS = {
    "figure": ("ix_figure_words", "COALESCE(public_evidence, evidence)"),
    "article": ("ix_article_title_words", "COALESCE(title, ''::text)"),
    "programme_mention": (
        "ix_programme_mention_words",
        "(name || ' '::text) || COALESCE(public_evidence, evidence)",
    ),
}


def upgrade() -> None:
    """Go forward."""
    for table in _JUDGED:
        _check(table, "verdict", _VERDICTS.format(", 'added'"))
    _check("log_entry", "deed", _DEEDS.format("'account_opened', 'role_set', "))
    op.add_column("figure", sa.Column("added_by", sa.String(length=120), nullable=True))
    op.add_column("figure", sa.Column("consequence", sa.Integer(), server_default="1", nullable=False))
    op.add_column("figure", sa.Column("queue_weight", sa.Float(), sa.Computed(_QUEUE_WEIGHT, persisted=True)))
    for name, waiting in _QUEUES.items():
        columns: list[str | sa.TextClause] = [sa.text("queue_weight DESC"), "id"]
        op.create_index(name, "figure", columns, postgresql_where=sa.text(waiting))
    op.create_index("ix_programme_mention_aliases", "programme_mention", ["aliases"], postgresql_using="gin")
    for table, (name, words) in _WORDS.items():
        vector = sa.text(f"to_tsvector('indonesian'::regconfig, {words})")
        op.create_index(name, table, [vector], postgresql_using="gin")


def downgrade() -> None:
    """Go back; what reviewers added and the log of what is new are lost."""
    for table, (name, _) in _WORDS.items():
        op.drop_index(name, table_name=table)
    op.drop_index("ix_programme_mention_aliases", table_name="programme_mention")
    for name in _QUEUES:
        op.drop_index(name, table_name="figure")
    op.drop_column("figure", "queue_weight")
    op.drop_column("figure", "consequence")
    op.execute("DELETE FROM figure WHERE added_by IS NOT NULL OR verdict = 'added'")
    op.execute("DELETE FROM review WHERE verdict = 'added'")
    op.execute("DELETE FROM log_entry WHERE deed IN ('account_opened', 'role_set')")
    op.drop_column("figure", "added_by")
    _check("log_entry", "deed", _DEEDS.format(""))
    for table in _JUDGED:
        _check(table, "verdict", _VERDICTS.format(""))


def _check(table: str, column: str, condition: str) -> None:
    name = op.f(f"ck_{table}_{column}")
    op.drop_constraint(name, table)
    op.create_check_constraint(name, table, condition)
