"""What was confirmed to follow ended measures; a later confirmation supersedes an earlier one."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, insert, select

from app.domain.governing import Confirmation
from app.domain.successor import Successor
from app.store.tables import successors


@dataclass(frozen=True, slots=True)
class Kept:
    """A confirmation as it was kept, with the moment it was made."""

    confirmation: Confirmation
    at: str


def add(tx: Connection, confirmation: Confirmation, at: str, line: int) -> None:
    said = confirmation.successor
    tx.execute(
        insert(successors).values(
            after=said.after,
            pack=said.pack,
            version=confirmation.version,
            basis=said.basis,
            confirmed_by=said.confirmed_by,
            confirmed_on=said.confirmed_on.isoformat(),
            at=at,
            trail_id=line,
        )
    )


def all_kept(rx: Connection) -> tuple[Kept, ...]:
    """The oldest first."""
    return tuple(
        Kept(
            Confirmation(
                Successor(
                    row.after,
                    row.pack,
                    row.basis,
                    row.confirmed_by,
                    date.fromisoformat(row.confirmed_on),
                ),
                row.version,
            ),
            row.at,
        )
        for row in rx.execute(select(successors).order_by(successors.c.id))
    )
