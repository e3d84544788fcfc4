"""Schema 4: the mark of a case whose person was typed by hand, kept for good."""

from alembic import op

from app.store.migrations import statements

revision = "4"
down_revision = "3"


def upgrade() -> None:
    for statement in statements.of(__file__):
        op.execute(statement)


def downgrade() -> None:
    op.execute("DROP TRIGGER cases_marked_for_good")
    op.execute("ALTER TABLE cases DROP COLUMN hand")
