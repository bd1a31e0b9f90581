"""How many figures stand by region and year, and by province and outlet, kept by triggers.

Revision 0015, after 0014.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_FUNCTION = """
    CREATE FUNCTION count_figure() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP <> 'INSERT' THEN
            IF OLD.standing THEN
                INSERT INTO figure_count (region_code, year, source_name, figures) VALUES
                    (OLD.region_code, OLD.year, NULL, -1),
                    (split_part(OLD.region_code, '.', 1), OLD.year, OLD.source_name, -1);
            END IF;
        END IF;
        IF TG_OP <> 'DELETE' THEN
            IF NEW.standing THEN
                INSERT INTO figure_count (region_code, year, source_name, figures) VALUES
                    (NEW.region_code, NEW.year, NULL, 1),
                    (split_part(NEW.region_code, '.', 1), NEW.year, NEW.source_name, 1);
            END IF;
        END IF;
        RETURN NULL;
    END $$
"""
_TRIGGERS = (
    "CREATE TRIGGER figure_stored AFTER INSERT ON figure FOR EACH ROW"
    " WHEN (NEW.standing) EXECUTE FUNCTION count_figure()",
    "CREATE TRIGGER figure_deleted AFTER DELETE ON figure FOR EACH ROW"
    " WHEN (OLD.standing) EXECUTE FUNCTION count_figure()",
    "CREATE TRIGGER figure_changed AFTER UPDATE ON figure FOR EACH ROW"
    " WHEN ((OLD.standing, OLD.region_code, OLD.year, OLD.source_name) IS DISTINCT FROM"
    " (NEW.standing, NEW.region_code, NEW.year, NEW.source_name)) EXECUTE FUNCTION count_figure()",
)
_COUNTED = """
    INSERT INTO figure_count (region_code, year, source_name, figures)
    SELECT region_code, year, NULL, count(*) FROM figure WHERE standing GROUP BY region_code, year
    UNION ALL
    SELECT split_part(region_code, '.', 1), year, source_name, count(*) FROM figure WHERE standing
    GROUP BY 1, 2, 3
"""


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "figure_count",
        sa.Column("region_code", sa.String(8), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("source_name", sa.String(60), nullable=True),
        sa.Column("figures", sa.Integer(), nullable=False),
    )
    for statement in (_COUNTED, _FUNCTION, *_TRIGGERS):
        op.execute(statement)
    op.create_index(
        "ix_figure_count_region_code",
        "figure_count",
        ["region_code", "year"],
        postgresql_ops={"region_code": "text_pattern_ops"},
    )


def downgrade() -> None:
    """Go back."""
    op.execute("DROP FUNCTION count_figure() CASCADE")
    op.drop_table("figure_count")
