"""The platform's Merkle log of verdicts (RFC 6962 with SM3) and its signed receipts."""

from collections.abc import Sequence
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, insert, select, update

from app.central.records import leaves as leaf_table
from app.central.records import log_head
from app.codecs.canonical import canonical
from app.codecs.chain import merkle_root, sm3, sm3_hex
from app.contract.leaf import signed_part
from app.contract.messages import Mode, PlatformKey, Receipt
from app.contract.signature import to_base64


class Log:
    """The log's end: how many leaves, and the roots of the whole subtrees, largest first."""

    def __init__(self, size: int = 0, peaks: Sequence[bytes] = ()) -> None:
        self.size = size
        self._peaks = list(peaks)
        self._fresh: list[tuple[int, bytes]] = []

    @classmethod
    def read(cls, rx: Connection) -> "Log":
        row = rx.execute(select(log_head).with_for_update()).one()
        return cls(row.size, [bytes.fromhex(peak) for peak in row.peaks.split()])

    def append(self, leaf: bytes) -> None:
        """One more leaf; subtrees of equal size are joined."""
        digest = sm3(b"\x00" + leaf)
        self._fresh.append((self.size, digest))
        self._peaks.append(digest)
        full = self.size
        while full & 1:
            right, left = self._peaks.pop(), self._peaks.pop()
            self._peaks.append(sm3(b"\x01" + left + right))
            full >>= 1
        self.size += 1

    def root(self) -> bytes:
        if not self._peaks:
            return sm3(b"")
        root = self._peaks[-1]
        for peak in reversed(self._peaks[:-1]):
            root = sm3(b"\x01" + peak + root)
        return root

    def keep(self, tx: Connection) -> None:
        """Write what was appended."""
        if not self._fresh:
            return
        rows = [{"position": at, "hash": digest.hex()} for at, digest in self._fresh]
        tx.execute(insert(leaf_table), rows)
        peaks = " ".join(peak.hex() for peak in self._peaks)
        tx.execute(update(log_head).values(size=self.size, peaks=peaks))
        self._fresh.clear()


def receipt(
    key: Ed25519PrivateKey,
    log: Log,
    batch: Sequence[bytes],
    *,
    terminal: str,
    epoch: int,
    mode: Mode,
    at: datetime,
) -> Receipt:
    """One signature over a batch: its leaves' root and the log's."""
    known = platform_key(key)
    unsigned = Receipt(
        log="sm3-rfc6962",
        terminal=terminal,
        epoch=epoch,
        mode=mode,
        leaves=len(batch),
        root=merkle_root(batch).hex(),
        log_size=log.size,
        log_root=log.root().hex(),
        server_time=at.isoformat(),
        alg=known.alg,
        key=known.key,
        signature="AA==",
    )
    signature = key.sign(canonical(signed_part(unsigned)))
    return unsigned.model_copy(update={"signature": to_base64(signature)})


def platform_key(key: Ed25519PrivateKey) -> PlatformKey:
    """The public half, as counters pin it."""
    public = key.public_key().public_bytes_raw()
    return PlatformKey(alg="ed25519", key=sm3_hex(public), public_key=to_base64(public))
