"""What this counter is: marked once, training or live, and never turned into the other."""

import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from app.errors import Unavailable
from app.store.tables import installation


@dataclass(frozen=True, slots=True)
class Installation:
    """One counter of one hall. `issuer` is the name under a letter, where the seal goes."""

    id: str
    mode: str  # training | live
    division: str
    terminal: str
    hall_name: str
    issuer: str

    @property
    def counter(self) -> str:
        """The first two parts of its case numbers."""
        return f"{self.division}-{self.terminal}"

    @property
    def training(self) -> bool:
        return self.mode != "live"


def new(mode: str, division: str, terminal: str, hall_name: str, issuer: str) -> Installation:
    if mode not in ("training", "live"):
        raise ValueError("mode is training or live")
    return Installation(secrets.token_hex(8), mode, division, terminal, hall_name, issuer)


def mark(tx: Connection, found: Installation, line: int) -> None:
    """Once; the table holds one row."""
    tx.execute(insert(installation).values(only=1, trail_id=line, **_columns(found)))


def correct(tx: Connection, found: Installation, line: int) -> None:
    """Names given at enrolment; neither mode nor identity can change."""
    row = _columns(found)
    kept = (installation.c.id == row.pop("id")) & (installation.c.mode == row.pop("mode"))
    if tx.execute(update(installation).where(kept).values(trail_id=line, **row)).rowcount != 1:
        raise Unavailable("installation.other-mode")


def load(rx: Connection) -> Installation | None:
    """None in a store that was made and not yet marked."""
    row = rx.execute(select(installation)).one_or_none()
    if row is None:
        return None
    return Installation(row.id, row.mode, row.division, row.terminal, row.hall_name, row.issuer)


def _columns(found: Installation) -> dict[str, str]:
    names = ("id", "mode", "division", "terminal", "hall_name", "issuer")
    return {name: getattr(found, name) for name in names}
