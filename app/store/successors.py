"""What was confirmed to follow ended measures; a later confirmation supersedes an earlier one."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from app.domain.governing import Confirmation, as_row, from_row
from app.store.tables import successors


@dataclass(frozen=True, slots=True)
class Kept:
    """A confirmation as it was kept, with the moment it was made."""

    confirmation: Confirmation
    at: str


def add(tx: Connection, confirmation: Confirmation, at: str, line: int) -> None:
    tx.execute(insert(successors).values(as_row(confirmation) | {"at": at, "trail_id": line}))


def all_kept(rx: Connection) -> tuple[Kept, ...]:
    """The oldest first."""
    rows = rx.execute(select(successors).order_by(successors.c.id)).mappings()
    return tuple(Kept(from_row({**row}), row["at"]) for row in rows)
