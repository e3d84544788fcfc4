"""How much of each attachment the platform has, as far as we know."""

from collections.abc import Sequence

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from app.store.tables import outbox_blobs


def blobs_done(rx: Connection, digests: Sequence[str]) -> set[str]:
    """Those the platform has whole."""
    rows = rx.execute(
        select(outbox_blobs.c.sm3).where(
            outbox_blobs.c.sm3.in_(list(digests)), outbox_blobs.c.done.is_(True)
        )
    )
    return {row.sm3 for row in rows}


def parked_sizes(rx: Connection) -> dict[str, int]:
    """Attachments that no gateway on the way took, with their size."""
    rows = rx.execute(select(outbox_blobs).where(outbox_blobs.c.parked_size > 0))
    return {row.sm3: row.parked_size for row in rows}


def blob_sent(rx: Connection, digest: str) -> int:
    """How many bytes of it the platform has, as far as we know."""
    found = rx.execute(select(outbox_blobs.c.sent).where(outbox_blobs.c.sm3 == digest)).scalar()
    return found or 0


def keep_blob(tx: Connection, digest: str, *, sent: int, done: bool, parked_size: int = 0) -> None:
    """Remember how far a blob has got."""
    values = {"sent": sent, "done": done, "parked_size": parked_size}
    row = insert(outbox_blobs).values(sm3=digest, **values)
    tx.execute(row.on_conflict_do_update(index_elements=["sm3"], set_=values))
