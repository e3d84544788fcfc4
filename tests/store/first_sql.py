"""Writes r0001_first.sql from tables.py; run by hand, and only before the first release."""

from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from app.store import tables

TARGET = Path(__file__).parents[2] / "app/store/migrations/versions/r0001_first.sql"


def statements() -> list[str]:
    made = []
    for table in tables.metadata.sorted_tables:
        made.append(str(CreateTable(table).compile(dialect=sqlite.dialect())))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made += [str(CreateIndex(index).compile(dialect=sqlite.dialect())) for index in indexes]
    return [*made, *tables.triggers()]


def tidy(statement: str) -> str:
    return "\n".join(line.strip() for line in statement.strip().splitlines() if line.strip())


if __name__ == "__main__":
    TARGET.write_text(";;\n".join(tidy(part) for part in statements()) + ";;\n", "utf-8")
