"""Schema 1: the first released store. The statements stand in r0001_first.sql, frozen."""

from pathlib import Path

from alembic import op

revision = "1"
down_revision = None


def upgrade() -> None:
    for statement in _statements():
        op.execute(statement)


def downgrade() -> None:
    bind = op.get_bind()
    found = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    bind.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for (name,) in bind.exec_driver_sql(found).all():
        if name != "alembic_version":
            op.drop_table(name)


def _statements() -> list[str]:
    text = Path(__file__).with_suffix(".sql").read_text("utf-8")
    return [part.strip() for part in text.split(";;\n") if part.strip()]
