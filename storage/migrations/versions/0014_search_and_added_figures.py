"""One search, figures that reviewers add, and roles that change.

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
    for table, (name, words) in _WORDS.items():
        vector = sa.text(f"to_tsvector('indonesian'::regconfig, {words})")
        op.create_index(name, table, [vector], postgresql_using="gin")


def downgrade() -> None:
    """Go back; what reviewers added and the log of what is new are lost."""
    for table, (name, _) in _WORDS.items():
        op.drop_index(name, table_name=table)
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
