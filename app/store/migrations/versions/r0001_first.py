"""Schema 1: the first released store. The statements stand in r0001_first.sql, frozen."""

from alembic import op

from app.store.migrations import statements

revision = "1"
down_revision = None


def upgrade() -> None:
    for statement in statements.of(__file__):
        op.execute(statement)


def downgrade() -> None:
    bind = op.get_bind()
    found = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    bind.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for (name,) in bind.exec_driver_sql(found).all():
        if name != "alembic_version":
            op.drop_table(name)
