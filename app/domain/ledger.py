"""A ledger (台账): lines are added and never changed; what was wrong gets a correcting line."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from app.domain.forms import complete
from app.errors import Refused

L = TypeVar("L")


@dataclass(frozen=True)  # no slots: Python 3.11 cannot make Ledger[L]() with them
class Entry(Generic[L]):
    """A line with its place, from 1; `corrects` is the place of the line it puts right, or 0."""

    place: int
    line: L
    by: str
    at: datetime
    corrects: int = 0
    why: str = ""


@dataclass(frozen=True)  # no slots: Python 3.11 cannot make Ledger[L]() with them
class Ledger(Generic[L]):
    """All entries in the order of writing; there is no way to take one out (A15-3, A16-2)."""

    entries: tuple[Entry[L], ...] = ()

    def add(self, line: L, *, by: str, at: datetime) -> "Ledger[L]":
        """The ledger with one line more."""
        return self._with(line, by, at, 0, "")

    def correct(self, place: int, line: L, *, by: str, at: datetime, why: str) -> "Ledger[L]":
        """The ledger with a further line that puts an older one right; both stay."""
        complete("A15-3", "ledger.no-reason", why=why)
        if not 1 <= place <= len(self.entries):
            raise Refused("A15-3", "ledger.no-such-line", place=place)
        return self._with(line, by, at, place, why)

    def current(self) -> tuple[Entry[L], ...]:
        """The lines that hold today: those nobody has put right."""
        corrected = {entry.corrects for entry in self.entries}
        return tuple(entry for entry in self.entries if entry.place not in corrected)

    def _with(self, line: L, by: str, at: datetime, corrects: int, why: str) -> "Ledger[L]":
        complete("A15-3", "ledger.nobody", by=by)
        entry = Entry(len(self.entries) + 1, line, by, at, corrects, why)
        return Ledger((*self.entries, entry))
