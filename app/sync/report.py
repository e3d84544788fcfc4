"""What services tell the platform: one call an act, in the transaction of the act itself."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from app.clock import Clock
from app.domain.cases import Case, Letter
from app.store.tables import outbox as outbox_table
from app.sync import outbox, translate


def entity_of(case: Case) -> str:
    """What the platform's version numbers count on."""
    return f"case:{case.id}"


def server_seq(rx: Connection, case: Case) -> int:
    """The platform's number for the last thing of this case it took; 0 before that."""
    found = select(func.max(outbox_table.c.server_seq)).where(
        outbox_table.c.entity == entity_of(case)
    )
    return int(rx.execute(found).scalar() or 0)


def case_submitted(tx: Connection, clock: Clock, case: Case, letter: Letter, actor: str) -> str:
    """The case was decided and its letter sealed; gives the op_id."""
    body = translate.case_submit(case, letter)
    return _add(tx, clock, case, "case.submit", actor, body, (letter.sm3,))


def letter_voided(
    tx: Connection,
    clock: Clock,
    case: Case,
    old: Letter,
    reason: str,
    replacement: Letter | None,
    actor: str,
) -> str:
    """`old` is void; `replacement` follows it, or the case is void too."""
    at = clock.now().isoformat()
    body = translate.letter_void(case, old, reason, at, replacement)
    blobs = () if replacement is None else (replacement.sm3,)
    return _add(tx, clock, case, "letter.void", actor, body, blobs)


def case_abandoned(tx: Connection, clock: Clock, case: Case, reason: str, actor: str) -> str:
    """Given up before anything was sealed; the number stays used."""
    body = translate.case_abandon(case, reason, clock.now().isoformat())
    return _add(tx, clock, case, "case.abandon", actor, body, ())


def _add(
    tx: Connection,
    clock: Clock,
    case: Case,
    type: str,
    actor: str,
    body: Mapping[str, Any],
    blobs: Sequence[str],
) -> str:
    entity = entity_of(case)
    return outbox.add(
        tx,
        type=type,
        entity=entity,
        base_version=outbox.next_version(tx, entity),
        actor=actor,
        at_wall=clock.now().isoformat(),
        at_mono=clock.monotonic(),
        body=body,
        blobs=blobs,
    )
