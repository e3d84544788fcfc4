"""What the city confirmed to follow ended measures, said at the platform itself (A25-1).

No counter confirms for the city: only who holds the database and its key runs the command.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from app.central.records import Records, metadata, successors
from app.clock import Clock
from app.domain.duties import Role
from app.domain.governing import Confirmation, as_row, from_row
from app.domain.policy import Pack
from app.domain.review import Person
from app.domain.successor import confirm
from app.errors import Refused, Unavailable


def prepare(records: Records) -> None:
    """A database that is older than confirmations gets their table."""
    with records.write() as tx:
        metadata.create_all(tx, tables=[successors])


def confirm_basis(
    records: Records, clock: Clock, packs: Sequence[Pack], pack: str, basis: str, who: str
) -> Confirmation:
    """From today on; Unavailable with the rule's own code when it is no confirmation."""
    prepare(records)
    now = clock.now()
    new = _meant(packs, pack)
    old = next((each for each in packs if each.id == new.follows), new)
    person = Person(who.strip(), (Role.LEGAL_REVIEWER,))
    try:
        said = confirm(old, new, basis, person, now.date())
    except Refused as refused:
        raise Unavailable(refused.code, **refused.facts) from refused
    made = Confirmation(said, new.version)
    with records.write() as tx:
        tx.execute(insert(successors).values(as_row(made) | {"at": now.isoformat()}))
    return made


def kept(rx: Connection) -> tuple[Confirmation, ...]:
    """The oldest first."""
    rows = rx.execute(select(successors).order_by(successors.c.id))
    return tuple(from_row({**row}) for row in rows.mappings())


def _meant(packs: Sequence[Pack], asked: str) -> Pack:
    """By its name, or by name and version where several versions ship."""
    found = [each for each in packs if asked in (each.id, each.pin)]
    if len(found) != 1:
        raise Unavailable("pack.unknown", pack=asked)
    return found[0]
