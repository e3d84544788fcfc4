"""Officers and their wrong passwords. A lock-out counts down by the monotonic clock only."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from app.store.tables import lock_outs, officers

A_DAY = 24 * 3600


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody who may sign in. `verifier` is the argon2id string, never shown."""

    id: str
    name: str
    roles: tuple[str, ...]
    verifier: str
    training: bool
    active: bool = True

    def __repr__(self) -> str:
        return f"Officer({self.id})"


@dataclass(frozen=True, slots=True)
class LockOut:
    """Tries used up and seconds still locked, as of `counted_at` of the run named."""

    officer: str
    failures: int = 0
    seconds_left: int = 0
    run: str = ""
    counted_at: int = 0

    def at(self, run: str, run_began: int, now: int) -> "LockOut":
        """Carried to now: what passed before this run began is not known, so it does not count."""
        passed = now - (self.counted_at if self.run == run else run_began)
        left = max(self.seconds_left - max(passed, 0), 0)
        over = self.seconds_left > 0 and left == 0
        failures = 0 if over else self.failures
        return replace(self, failures=failures, seconds_left=left, run=run, counted_at=now)


def load(rx: Connection, officer: str) -> Officer | None:
    row = rx.execute(select(officers).where(officers.c.id == officer)).one_or_none()
    if row is None:
        return None
    roles = tuple(row.roles.split())
    return Officer(row.id, row.name, roles, row.verifier, row.training, row.active)


def listed(rx: Connection) -> tuple[Officer, ...]:
    ids = rx.execute(select(officers.c.id).order_by(officers.c.id)).scalars().all()
    return tuple(found for each in ids if (found := load(rx, each)) is not None)


def count(rx: Connection) -> int:
    return rx.execute(select(func.count()).select_from(officers)).scalar_one()


def add(tx: Connection, officer: Officer, line: int) -> None:
    tx.execute(insert(officers).values(id=officer.id, trail_id=line, **_columns(officer)))


def change(tx: Connection, officer: Officer, line: int) -> None:
    row = update(officers).where(officers.c.id == officer.id)
    tx.execute(row.values(trail_id=line, **_columns(officer)))


def lock_out(rx: Connection, officer: str) -> LockOut:
    row = rx.execute(select(lock_outs).where(lock_outs.c.officer == officer)).one_or_none()
    return LockOut(officer) if row is None else LockOut(*row)


def keep_lock_out(tx: Connection, found: LockOut) -> None:
    row = {name: getattr(found, name) for name in ("failures", "seconds_left", "run", "counted_at")}
    made = upsert(lock_outs).values(officer=found.officer, **row)
    tx.execute(made.on_conflict_do_update(index_elements=["officer"], set_=row))


def forgive(tx: Connection, officer: str) -> None:
    """After a right password."""
    tx.execute(delete(lock_outs).where(lock_outs.c.officer == officer))


def forget_old(tx: Connection, run: str, run_began: int, now: int) -> None:
    """Tries a day old, and those of an earlier run whose lock is over; an officer's own stay."""
    nobodys = lock_outs.c.officer.not_in(select(officers.c.id))
    earlier = (lock_outs.c.run != run) & (lock_outs.c.seconds_left <= now - run_began)
    old = (lock_outs.c.run == run) & (lock_outs.c.counted_at < now - A_DAY)
    tx.execute(delete(lock_outs).where(nobodys & (earlier | old)))


def _columns(officer: Officer) -> dict[str, str | bool]:
    return {
        "name": officer.name,
        "roles": " ".join(officer.roles),
        "verifier": officer.verifier,
        "training": officer.training,
        "active": officer.active,
    }
