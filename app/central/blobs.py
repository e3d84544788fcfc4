"""Attachments by digest, in chunks that can be taken up again; each hall has its own."""

from sqlalchemy import Connection, Row, delete, insert, select, update

from app.central.declined import Declined
from app.central.identity import Caller
from app.central.records import Records, blob_chunks, blobs
from app.codecs.chain import sm3_hex
from app.contract.messages import MAX_BLOB_BYTES


def progress(records: Records, caller: Caller, digest: str) -> tuple[int, int]:
    """Bytes received and whole length; Declined 404 when nothing has come."""
    with records.read() as rx:
        row = _row(rx, caller, digest)
    if row is None:
        raise Declined(404, "NO_BLOB")
    return row.received, row.size


def receive(
    records: Records, caller: Caller, digest: str, offset: int, length: int, data: bytes
) -> int:
    """One chunk; gives how many bytes are here now. The last one is checked against the digest."""
    if not 0 < length <= MAX_BLOB_BYTES or not 0 <= offset <= length:
        raise Declined(422, "RANGE")
    if len(data) > length - offset or (not data and offset < length):
        raise Declined(422, "RANGE")
    with records.write() as tx:
        row = _row(tx, caller, digest)
        if row is not None and row.done:
            return int(row.size)
        if row is None or (offset == 0 and row.size != length):
            _begin(tx, caller, digest, length)
            row = _row(tx, caller, digest)
        if row is None or row.size != length or row.received != offset:
            raise Declined(409, "OFFSET", offset=0 if row is None else row.received)
        return _add(tx, caller, digest, offset, length, data)


def _add(tx: Connection, caller: Caller, digest: str, offset: int, length: int, data: bytes) -> int:
    chunk = {"hall": caller.hall, "sm3": digest, "position": offset, "data": data}
    tx.execute(insert(blob_chunks).values(**chunk))
    received = offset + len(data)
    done = received == length
    whole = done and sm3_hex(_bytes(tx, caller, digest)) == digest
    if done and not whole:
        _begin(tx, caller, digest, length)
        return -1
    own = (blobs.c.hall == caller.hall) & (blobs.c.sm3 == digest)
    tx.execute(update(blobs).where(own).values(received=received, done=done))
    return received


def fetch(records: Records, caller: Caller, digest: str) -> bytes:
    """The whole of it, for its own hall."""
    with records.read() as rx:
        row = _row(rx, caller, digest)
        if row is None or not row.done:
            raise Declined(404, "NO_BLOB")
        return _bytes(rx, caller, digest)


def _begin(tx: Connection, caller: Caller, digest: str, length: int) -> None:
    """An empty place for it, whatever was there unfinished."""
    for table in (blob_chunks, blobs):
        tx.execute(delete(table).where(table.c.hall == caller.hall, table.c.sm3 == digest))
    row = {"hall": caller.hall, "sm3": digest, "size": length, "received": 0, "done": False}
    tx.execute(insert(blobs).values(**row))


def _row(rx: Connection, caller: Caller, digest: str) -> "Row[tuple[object, ...]] | None":
    return rx.execute(
        select(blobs).where(blobs.c.hall == caller.hall, blobs.c.sm3 == digest)
    ).first()


def _bytes(rx: Connection, caller: Caller, digest: str) -> bytes:
    own = (blob_chunks.c.hall == caller.hall) & (blob_chunks.c.sm3 == digest)
    rows = rx.execute(select(blob_chunks.c.data).where(own).order_by(blob_chunks.c.position))
    return b"".join(row.data for row in rows)
