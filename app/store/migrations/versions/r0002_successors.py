"""Schema 2: confirmations of what follows ended measures; a letter is voided once."""

from alembic import op

from app.store.migrations import statements

revision = "2"
down_revision = "1"

ON_LETTERS = ("letters_no_replace", "letters_voided_once")


def upgrade() -> None:
    for statement in statements.of(__file__):
        op.execute(statement)


def downgrade() -> None:
    for trigger in ON_LETTERS:
        op.execute(f"DROP TRIGGER {trigger}")
    op.drop_table("successors")
