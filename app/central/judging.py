"""The verdict on each operation of a batch. The platform's order wins (facts: sync 1.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, insert, select, update

from app.central.acts import Act, Desk
from app.central.declined import Declined
from app.central.identity import Caller
from app.central.log import Log
from app.central.records import chains, ops
from app.codecs.canonical import canonical
from app.codecs.chain import START, link
from app.contract.json import loads
from app.contract.leaf import leaf
from app.contract.messages import BODIES, Operation, OperationResult
from app.errors import Refused

FINAL = frozenset({"applied", "duplicate", "conflict", "rejected"})
GOOD = frozenset({"applied", "duplicate"})


@dataclass(frozen=True, slots=True)
class Judged:
    """The results of one batch, their leaves, and where the chain goes on."""

    results: tuple[OperationResult, ...]
    leaves: tuple[bytes, ...]
    next_seq: int
    missing_blobs: tuple[str, ...]


class Bench:
    """One batch of one counter, inside one transaction."""

    def __init__(self, tx: Connection, caller: Caller, desk: Desk, log: Log, at: str) -> None:
        self._tx, self._caller, self._desk, self._log, self._at = tx, caller, desk, log, at
        self._fresh: list[dict[str, Any]] = []
        self._again: list[dict[str, Any]] = []
        self._missing: set[str] = set()

    def judge(self, batch: Sequence[Operation]) -> Judged:
        """All verdicts, kept; Declined 409 when the chain does not fit, and nothing is kept."""
        self._load(batch)
        results: list[OperationResult] = []
        for op in batch:
            result = self._one(op)
            results.append(result)
            if result.code == "ID_REUSE":
                break  # a restored disk image: what follows cannot be trusted either
        hashes = [op.hash for op in batch]
        entries = tuple(
            self._leaf(digest, result) for digest, result in zip(hashes, results, strict=False)
        )
        self._keep()
        return Judged(tuple(results), entries, self._next, tuple(sorted(self._missing)))

    def _load(self, batch: Sequence[Operation]) -> None:
        terminal, epoch = self._caller.terminal, self._caller.epoch
        chain = self._tx.execute(
            select(chains).where(chains.c.terminal == terminal, chains.c.epoch == epoch)
        ).first()
        self._begun = chain is not None
        self._next: int = 1 if chain is None else chain.next_seq
        self._head: str = START if chain is None else chain.head
        wanted = [op.op_id for op in batch]
        rows = self._tx.execute(select(ops).where(ops.c.op_id.in_(wanted)))
        self._known = {row.op_id: row for row in rows}
        entities = {op.entity for op in batch}
        self._open = self._not_applied(entities)
        self._desk.load(batch, entities)

    def _not_applied(self, entities: set[str]) -> dict[str, set[int]]:
        """Earlier operations of these entities that did not come through."""
        rows = self._tx.execute(
            select(ops.c.entity, ops.c.seq).where(
                ops.c.entity.in_(entities),
                ops.c.terminal == self._caller.terminal,
                ops.c.epoch == self._caller.epoch,
                ops.c.status.not_in(GOOD),
            )
        )
        found: dict[str, set[int]] = {}
        for row in rows:
            found.setdefault(row.entity, set()).add(row.seq)
        return found

    def _one(self, op: Operation) -> OperationResult:
        known = self._known.get(op.op_id)
        if known is not None and not self._is_same(known, op):
            return _result(op, "rejected", "ID_REUSE")
        moved = known is not None and known.epoch != self._caller.epoch
        if moved and op.seq >= self._next:
            self._continue_chain(op)
        if known is not None and known.status in FINAL:
            return OperationResult(
                op_id=op.op_id,
                status=known.status,
                code=known.code,
                version=known.version,
                server_seq=known.server_seq,
            )
        text = self._text(op)
        if known is None:
            self._continue_chain(op)
        result = self._placed(self._verdict(op))
        self._note(op, text, result, new=known is None)
        return result

    def _is_same(self, known: Any, op: Operation) -> bool:
        """The same act; a counter enrolled again chains anew what had no final verdict."""
        if known.terminal != self._caller.terminal:
            return False
        if known.epoch == self._caller.epoch or not known.operation or op.body is None:
            return bool(known.hash == op.hash)
        return _unchained(loads(known.operation.encode())) == _unchained(op.hashed())

    def _text(self, op: Operation) -> str:
        """The bytes that were hashed; a body that is withheld can be checked when it comes."""
        if op.body is None:
            return ""
        text = canonical(op.hashed())
        if link(text) != op.hash:
            raise self._broken("FORK")
        return text.decode()

    def _continue_chain(self, op: Operation) -> None:
        if op.seq > self._next:
            raise self._broken("GAP")
        if op.seq < self._next or op.prev != self._head:
            raise self._broken("FORK")
        self._next, self._head = op.seq + 1, op.hash

    def _broken(self, error: str) -> Declined:
        return Declined(409, error, expected_seq=self._next, expected_prev=self._head)

    def _verdict(self, op: Operation) -> OperationResult:
        if op.body is None:
            return _result(op, "deferred", "WITHHELD")
        model = BODIES.get(op.type)
        if model is None:
            return _result(op, "rejected", "TYPE")
        try:
            act = Act(op, model.model_validate(op.body), self._caller, self._at)
        except ValidationError:
            return _result(op, "rejected", "BODY")
        waits = self._waits(op, act)
        return waits if waits is not None else self._apply(op, act)

    def _waits(self, op: Operation, act: Act) -> OperationResult | None:
        """Versions first, then attachments: what cannot be judged yet, or not any more."""
        version = self._desk.version(op.entity)
        if self._desk.is_duplicate(act):
            return _result(op, "duplicate", None, version)
        if op.base_version != version:
            if any(seq < op.seq for seq in self._open.get(op.entity, ())):
                return _result(op, "held", "EARLIER")
            return _result(op, "conflict", "VERSION", version)
        missing = self._desk.missing_blobs(op)
        if missing:
            self._missing |= missing
            return _result(op, "deferred", "BLOB")
        if self._desk.lacks_catalogue(act):
            return _result(op, "deferred", "CATALOGUE")
        return None

    def _apply(self, op: Operation, act: Act) -> OperationResult:
        try:
            version = self._desk.apply(act, self._log.size + 1)
        except Refused as refused:
            return _result(op, "rejected", refused.code)
        return _result(op, "applied", None, version)

    def _placed(self, result: OperationResult) -> OperationResult:
        """A final verdict has its place in the log."""
        place = self._log.size + 1 if result.status in FINAL else 0
        return result.model_copy(update={"server_seq": place})

    def _note(self, op: Operation, text: str, result: OperationResult, *, new: bool) -> None:
        if result.status in FINAL:
            self._log.append(self._leaf(op.hash, result))
        stands = self._open.setdefault(op.entity, set())
        stands.discard(op.seq) if result.status in GOOD else stands.add(op.seq)
        row = result.model_dump() | {"operation": text}
        if not new:
            place = {"epoch": self._caller.epoch, "seq": op.seq, "hash": op.hash}
            self._again.append({"op": row.pop("op_id"), **row, **place})
            return
        for name in ("seq", "hash", "type", "entity", "actor", "at_wall"):
            row[name] = getattr(op, name)
        place = {"terminal": self._caller.terminal, "epoch": self._caller.epoch}
        self._fresh.append(row | place | {"received_at": self._at})

    def _leaf(self, digest: str, result: OperationResult) -> bytes:
        return canonical(leaf(self._caller.terminal, self._caller.epoch, digest, result))

    def _keep(self) -> None:
        if self._fresh:
            self._tx.execute(insert(ops), self._fresh)
        for row in self._again:
            self._tx.execute(update(ops).where(ops.c.op_id == row.pop("op")).values(**row))
        self._desk.keep()
        self._log.keep(self._tx)
        self._keep_chain()

    def _keep_chain(self) -> None:
        where = {"terminal": self._caller.terminal, "epoch": self._caller.epoch}
        end = {"next_seq": self._next, "head": self._head}
        if not self._begun:
            self._tx.execute(insert(chains).values(**where, **end))
            return
        own = (chains.c.terminal == where["terminal"]) & (chains.c.epoch == where["epoch"])
        self._tx.execute(update(chains).where(own).values(**end))


def _unchained(operation: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in operation.items() if name not in ("seq", "prev")}


def _result(op: Operation, status: Any, code: str | None, version: int = 0) -> OperationResult:
    return OperationResult(op_id=op.op_id, status=status, code=code, version=version, server_seq=0)
