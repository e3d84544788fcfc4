"""Schema 5: the registry of seals and the book of their uses."""

from alembic import op

from app.store.migrations import statements

revision = "5"
down_revision = "4"


def upgrade() -> None:
    for statement in statements.of(__file__):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("seal_log")
    op.drop_table("seals")
