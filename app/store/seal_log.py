"""The book of uses of the seal: rows that are only ever added, one for each step of a use."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from app.store.tables import cases, seal_log

UNDER_WAY = ("asked", "signing")
OVER = ("abandoned", "voided")  # states of a case that is sealed no more
LETTER_PLACE = 3  # "-01" behind the case's number


@dataclass(frozen=True, slots=True)
class Use:
    """One step of one use. `digest`: to be signed while signing, of the sealed file when done.

    `use`: the trail line of its first step. `trusted`: the platform's time, not the PC's.
    """

    use: int
    step: str
    at: str
    trusted: bool
    officer: str
    roles: str
    seal: str
    seal_id: str
    seal_name: str
    certificate: str
    token: str
    simulated: bool
    letter: str
    kind: str
    digest: str = ""
    code: str = ""
    tries_left: int | None = None


_COLUMNS = tuple(seal_log.c[name] for name in Use.__slots__)
_last = select(func.max(seal_log.c.id)).group_by(seal_log.c.use)


def add(tx: Connection, step: Use, line: int) -> None:
    row = {name: getattr(step, name) for name in Use.__slots__}
    tx.execute(insert(seal_log), {**row, "trail_id": line})


def under_way(rx: Connection) -> tuple[Use, ...]:
    """The last step of each use that has no end."""
    wanted = select(*_COLUMNS).where(seal_log.c.id.in_(_last), seal_log.c.step.in_(UNDER_WAY))
    return tuple(Use(*row) for row in rx.execute(wanted.order_by(seal_log.c.id)))


def ends(rx: Connection, most: int) -> tuple[Use, ...]:
    """How the uses ended, or where they stand, the newest first."""
    wanted = select(*_COLUMNS).where(seal_log.c.id.in_(_last))
    return tuple(Use(*row) for row in rx.execute(wanted.order_by(seal_log.c.id.desc()).limit(most)))


def counts(rx: Connection) -> dict[tuple[str, str], int]:
    """How many uses of each seal's file ended how, by (digest, step)."""
    wanted = select(seal_log.c.seal, seal_log.c.step, func.count()).group_by(
        seal_log.c.seal, seal_log.c.step
    )
    return {(seal, step): count for seal, step, count in rx.execute(wanted)}


def unresolved(rx: Connection) -> tuple[str, ...]:
    """Letters whose last use has an unknown end and whose case goes on."""
    newest = select(func.max(seal_log.c.id)).group_by(seal_log.c.letter)
    wanted = select(seal_log.c.letter).where(
        seal_log.c.id.in_(newest), seal_log.c.step == "unknown"
    )
    letters = rx.execute(wanted.order_by(seal_log.c.id)).scalars().all()
    over = select(cases.c.number).where(cases.c.state.in_(OVER))
    gone = set(rx.execute(over).scalars()) if letters else set()
    return tuple(each for each in letters if each[:-LETTER_PLACE] not in gone)
