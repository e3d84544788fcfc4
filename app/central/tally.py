"""How often the public page had to say no: a number a day and kind, nothing of who or what."""

import threading
from collections import Counter

from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DBAPIError

from app.central.records import Records, refusals
from app.clock import Clock
from app.errors import Unavailable

RATE, NOT_HERE = "rate", "not-here"
EVERY = 60.0  # seconds between two writes: a flood of refusals is no flood of writes


class Tally:
    """Counts in memory, kept once a minute and at the end."""

    def __init__(self, records: Records, clock: Clock) -> None:
        self._records, self._clock = records, clock
        self._lock = threading.Lock()
        self._counts: Counter[tuple[str, str]] = Counter()
        self._kept = clock.monotonic()

    def add(self, kind: str) -> None:
        with self._lock:
            self._counts[self._clock.now().date().isoformat(), kind] += 1

    def keep_when_due(self) -> None:
        if self._clock.monotonic() - self._kept >= EVERY:
            self.keep()

    def keep(self) -> None:
        """A database that is busy or full gets the counts the next time."""
        with self._lock:
            self._kept = self._clock.monotonic()
            counts, self._counts = self._counts, Counter()
        try:
            _write(self._records, counts)
        except (DBAPIError, Unavailable):
            with self._lock:
                self._counts.update(counts)


def _write(records: Records, counts: Counter[tuple[str, str]]) -> None:
    if not counts:
        return
    rows = [{"day": day, "kind": kind, "times": n} for (day, kind), n in counts.items()]
    added = insert(refusals)
    summed = {"times": refusals.c.times + added.excluded.times}
    with records.write() as tx:
        refusals.create(tx, checkfirst=True)  # databases marked before have none
        tx.execute(added.on_conflict_do_update(index_elements=["day", "kind"], set_=summed), rows)
