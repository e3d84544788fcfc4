"""The platform's answer to a batch, kept: the receipt first, then where each operation now is."""

from collections.abc import Mapping, Sequence
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, bindparam, insert, update

from app.codecs.canonical import canonical
from app.codecs.chain import merkle_root
from app.contract.leaf import leaf, signed_part
from app.contract.messages import OperationResult, PushReply, Receipt
from app.contract.signature import from_base64
from app.errors import Unavailable
from app.store.tables import outbox, outbox_blobs, receipts
from app.sync.outbox import Waiting

STATE_OF = {
    "applied": "applied",
    "duplicate": "applied",
    "conflict": "conflict",
    "rejected": "quarantine",
    "deferred": "deferred",
    "held": "held",
}


def apply(tx: Connection, batch: Sequence[Waiting], reply: PushReply, key: bytes) -> None:
    """Check the receipt under the platform's key, then keep it and every verdict."""
    sent = {each.op_id: each for each in batch}
    answered = [sent.get(result.op_id) for result in reply.results]
    if reply.receipt is None or None in answered:
        raise Unavailable("sync.receipt-missing")
    check_receipt(reply.receipt, reply.results, {each.op_id: each.hash for each in batch}, key)
    receipt = _keep_receipt(tx, reply.receipt)
    _keep_verdicts(tx, reply.results, receipt)
    if reply.missing_blobs:
        _blobs_are_missing(tx, reply.missing_blobs)


def check_receipt(
    receipt: Receipt, results: Sequence[OperationResult], hashes: Mapping[str, str], key: bytes
) -> None:
    """Unavailable unless the receipt is the platform's and is over exactly these results."""
    leaves = [
        canonical(leaf(receipt.terminal, receipt.epoch, hashes[each.op_id], each))
        for each in results
    ]
    if receipt.leaves != len(leaves) or receipt.root != merkle_root(leaves).hex():
        raise Unavailable("sync.receipt-wrong")
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(
            from_base64(receipt.signature), canonical(signed_part(receipt))
        )
    except (InvalidSignature, ValueError):
        raise Unavailable("sync.receipt-wrong") from None


def _keep_receipt(tx: Connection, receipt: Receipt) -> int:
    made = tx.execute(
        insert(receipts).values(
            server_time=receipt.server_time,
            root=receipt.root,
            log_size=receipt.log_size,
            log_root=receipt.log_root,
            body=canonical(receipt.model_dump(mode="json")).decode(),
        )
    )
    return int(made.inserted_primary_key[0])  # type: ignore[index]


def _keep_verdicts(tx: Connection, results: Sequence[OperationResult], receipt: int) -> None:
    rows: list[dict[str, Any]] = [
        {
            "op": each.op_id,
            "state": STATE_OF[each.status],
            "code": each.code or "",
            "version": each.version,
            "server_seq": each.server_seq,
            "receipt": receipt,
        }
        for each in results
    ]
    if rows:
        tx.execute(update(outbox).where(outbox.c.op_id == bindparam("op")), rows)


def _blobs_are_missing(tx: Connection, names: Sequence[str]) -> None:
    digests = [name.removeprefix("sm3:") for name in names]
    tx.execute(
        update(outbox_blobs).where(outbox_blobs.c.sm3.in_(digests)).values(sent=0, done=False)
    )
