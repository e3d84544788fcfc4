"""What this counter did and the platform must hear: one row an act, written with the act itself.

The sequence has no gaps and each operation holds the digest of the one before (facts: sync 1.2).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from app.codecs.canonical import canonical
from app.codecs.chain import START, link
from app.contract.messages import MAX_OPERATION_BYTES
from app.store.tables import outbox
from app.sync import blob_notes, state
from app.sync.ids import uuid7

STATES = ("outbox", "applied", "conflict", "quarantine", "held", "deferred")
WITHHELD = "WITHHELD"  # a gateway would not take the body; its place in the chain is kept


@dataclass(frozen=True, slots=True)
class Waiting:
    """One operation on its way; `operation` is everything but its hash."""

    op_id: str
    seq: int
    hash: str
    entity: str
    size: int
    operation: Mapping[str, Any]

    @property
    def blobs(self) -> tuple[str, ...]:
        """SM3 of the attachments, without the prefix."""
        return tuple(name.removeprefix("sm3:") for name in self.operation["blobs"])

    def wire(self, *, withheld: bool = False) -> dict[str, Any]:
        """As it is sent; without its body where a gateway would not let that through."""
        sent = {**self.operation, "hash": self.hash}
        return {**sent, "body": None} if withheld else sent


@dataclass(frozen=True, slots=True)
class Trouble:
    """An operation a person must look at, or one that waits for another."""

    op_id: str
    entity: str
    type: str
    state: str
    code: str
    size: int


def add(
    tx: Connection,
    *,
    type: str,
    entity: str,
    base_version: int,
    actor: str,
    at_wall: str,
    at_mono: float,
    body: Mapping[str, Any],
    blobs: Sequence[str] = (),
) -> str:
    """Put one act into the outbox, in the caller's transaction; gives its op_id.

    `at_mono` is Clock.monotonic(), `blobs` the SM3 digests of attachments kept in the store.
    """
    epoch = current_epoch(tx)
    seq, prev = _head(tx, epoch)
    op_id = uuid7(int(datetime.fromisoformat(at_wall).timestamp() * 1000))
    operation = {
        "op_id": op_id,
        "seq": seq,
        "prev": prev,
        "type": type,
        "entity": entity,
        "base_version": base_version,
        "actor": actor,
        "at_wall": at_wall,
        "at_mono": int(at_mono * 1000),
        "blobs": [f"sm3:{digest}" for digest in blobs],
        "body": dict(body),
    }
    _keep(tx, epoch, operation)
    return op_id


def _head(tx: Connection, epoch: int) -> tuple[int, str]:
    last = tx.execute(
        select(outbox.c.seq, outbox.c.hash)
        .where(outbox.c.epoch == epoch)
        .order_by(outbox.c.seq.desc())
        .limit(1)
    ).first()
    return (1, START) if last is None else (last.seq + 1, last.hash)


def _keep(tx: Connection, epoch: int, operation: Mapping[str, Any]) -> None:
    text = canonical(operation)
    if len(text) > MAX_OPERATION_BYTES:
        raise ValueError(f"an operation of {len(text)} bytes; attachments travel as blobs")
    row = {name: operation[name] for name in ("op_id", "seq", "prev", "type", "entity")}
    row |= {"epoch": epoch, "hash": link(text), "operation": text.decode(), "size": len(text)}
    row |= {"state": "outbox", "code": "", "tries": 0, "parked_size": 0}
    tx.execute(outbox.insert().values(version=0, server_seq=0, **row))


def current_epoch(rx: Connection) -> int:
    """1 until the platform says otherwise at enrolment."""
    return int(state.get(rx, "epoch", "1"))


def next_version(rx: Connection, entity: str) -> int:
    """The `base_version` of the next act on `entity`: acts before it that were not refused."""
    return rx.execute(
        select(func.count())
        .select_from(outbox)
        .where(outbox.c.entity == entity, outbox.c.state.not_in(("conflict", "quarantine")))
    ).scalar_one()


def next_batch(
    rx: Connection, *, max_ops: int, max_bytes: int, again: Iterable[str] = ()
) -> tuple[Waiting, ...]:
    """The next operations in order, at least one; `again` are earlier ones worth asking about."""
    epoch = current_epoch(rx)
    rows = rx.execute(
        select(outbox)
        .where(outbox.c.epoch == epoch)
        .where((outbox.c.state == "outbox") | outbox.c.op_id.in_(list(again)))
        .order_by(outbox.c.seq)
        .limit(max_ops)
    )
    batch: list[Waiting] = []
    total = 0
    for row in rows:
        total += row.size
        if batch and total > max_bytes:
            break
        batch.append(_waiting(row))
    return tuple(batch)


def _waiting(row: Any) -> Waiting:
    operation = json.loads(row.operation)
    return Waiting(row.op_id, row.seq, row.hash, row.entity, row.size, operation)


def worth_asking_again(rx: Connection, limit: int = 200) -> tuple[str, ...]:
    """Deferred ones whose blobs have arrived, and held ones with nothing open before them."""
    earlier = outbox.alias("earlier")
    blocked = (
        select(earlier.c.op_id)
        .where(earlier.c.entity == outbox.c.entity, earlier.c.epoch == outbox.c.epoch)
        .where(earlier.c.seq < outbox.c.seq, earlier.c.state != "applied")
        .exists()
    )
    rows = rx.execute(
        select(outbox)
        .where(outbox.c.state.in_(("deferred", "held")), outbox.c.code != WITHHELD, ~blocked)
        .order_by(outbox.c.seq)
        .limit(limit)
    )
    found = [_waiting(row) for row in rows]
    arrived = blob_notes.blobs_done(rx, [digest for each in found for digest in each.blobs])
    return tuple(each.op_id for each in found if arrived.issuperset(each.blobs))


def one(rx: Connection, op_id: str) -> Waiting:
    """One operation by its name."""
    return _waiting(rx.execute(select(outbox).where(outbox.c.op_id == op_id)).one())


def blobs_awaited(rx: Connection, limit: int = 200) -> tuple[str, ...]:
    """Digests of the attachments that deferred operations wait for."""
    rows = rx.execute(
        select(outbox).where(outbox.c.state == "deferred").order_by(outbox.c.seq).limit(limit)
    )
    return tuple(digest for row in rows for digest in _waiting(row).blobs)


def open_epoch(tx: Connection, epoch: int) -> None:
    """After a new enrolment: what has no final verdict is chained anew, from 1, in order."""
    before = current_epoch(tx)
    state.put(tx, epoch=epoch)
    if before == epoch:
        return
    rows = tx.execute(
        select(outbox)
        .where(outbox.c.epoch == before, outbox.c.state.in_(("outbox", "deferred", "held")))
        .order_by(outbox.c.seq)
    ).all()
    for row in rows:
        seq, prev = _head(tx, epoch)
        text = canonical({**json.loads(row.operation), "seq": seq, "prev": prev})
        fresh = {"epoch": epoch, "seq": seq, "prev": prev, "hash": link(text), "code": ""}
        fresh |= {"operation": text.decode(), "size": len(text), "state": "outbox"}
        tx.execute(update(outbox).where(outbox.c.op_id == row.op_id).values(**fresh))


def parked(rx: Connection) -> tuple[str, ...]:
    """Operations whose body a gateway would not take."""
    rows = rx.execute(select(outbox.c.op_id).where(outbox.c.code == WITHHELD))
    return tuple(row.op_id for row in rows)


def park(tx: Connection, op_id: str, size: int) -> None:
    """Its body is too large for a gateway: named with its size; others pass it."""
    tx.execute(
        update(outbox)
        .where(outbox.c.op_id == op_id)
        .values(state="deferred", code=WITHHELD, parked_size=size)
    )


def mark_tried(tx: Connection, op_ids: Sequence[str]) -> None:
    """They are about to leave; from here on the platform may have them."""
    tx.execute(
        update(outbox).where(outbox.c.op_id == bindparam("op")).values(tries=outbox.c.tries + 1),
        [{"op": op_id} for op_id in op_ids],
    )


def rewind(tx: Connection, expected_seq: int) -> None:
    """The platform lacks operations it once had or never got: send again from there."""
    tx.execute(
        update(outbox)
        .where(outbox.c.epoch == current_epoch(tx), outbox.c.seq >= expected_seq)
        .values(state="outbox", code="")
    )


def hash_at(rx: Connection, seq: int) -> str | None:
    """The digest of operation `seq`, START for 0, None when there is no such operation."""
    if seq == 0:
        return START
    return rx.execute(
        select(outbox.c.hash).where(outbox.c.epoch == current_epoch(rx), outbox.c.seq == seq)
    ).scalar()


def counts(rx: Connection) -> dict[str, int]:
    """How many operations are where; the sum is all that was ever saved."""
    rows = rx.execute(select(outbox.c.state, func.count()).group_by(outbox.c.state)).all()
    return dict.fromkeys(STATES, 0) | {state: number for state, number in rows}


def troubles(rx: Connection) -> tuple[Trouble, ...]:
    """What is in conflict, quarantined, held or deferred, oldest first."""
    rows = rx.execute(
        select(outbox).where(outbox.c.state.not_in(("outbox", "applied"))).order_by(outbox.c.seq)
    )
    sizes = blob_notes.parked_sizes(rx)
    return tuple(_trouble(row, sizes) for row in rows)


def _trouble(row: Any, sizes: Mapping[str, int]) -> Trouble:
    """An attachment that is too large for a gateway is named with its own size."""
    parked = [sizes[each] for each in _waiting(row).blobs if each in sizes]
    if row.state == "deferred" and parked:
        return Trouble(row.op_id, row.entity, row.type, row.state, "sync.parked", max(parked))
    size = row.parked_size or row.size
    return Trouble(row.op_id, row.entity, row.type, row.state, row.code, size)


def whereabouts(rx: Connection, entity: str) -> str:
    """Where a case is: here | sent | received | trouble ("" when nothing was to be sent)."""
    rows = rx.execute(
        select(outbox.c.state, outbox.c.tries, outbox.c.receipt).where(outbox.c.entity == entity)
    ).all()
    if any(row.state in ("conflict", "quarantine", "held") for row in rows):
        return "trouble"
    if any(row.state == "outbox" and row.tries == 0 for row in rows):
        return "here"
    if any(row.state != "applied" or row.receipt is None for row in rows):
        return "sent"
    return "received" if rows else ""
