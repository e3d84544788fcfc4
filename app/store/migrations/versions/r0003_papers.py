"""Schema 3: how many pages of a copy came out; papers taken in for a case."""

from alembic import op

from app.store.migrations import statements

revision = "3"
down_revision = "2"


def upgrade() -> None:
    for statement in statements.of(__file__):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("papers")
    for column in ("pages", "pages_out"):
        op.execute(f"ALTER TABLE prints DROP COLUMN {column}")
