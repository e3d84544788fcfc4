"""What the platform has, as it says; kept beside the counter's own cases, never over them."""

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert

from app.contract.messages import PullReply
from app.store.tables import platform_cases
from app.sync import state


def keep(tx: Connection, reply: PullReply) -> None:
    """The changes of one page and where the next one begins."""
    for change in reply.changes:
        values = {
            "number": change.number,
            "version": change.version,
            "state": change.state,
            "server_seq": change.server_seq,
        }
        row = insert(platform_cases).values(entity=change.entity, **values)
        tx.execute(
            row.on_conflict_do_update(
                index_elements=["entity"],
                set_=values,
                where=platform_cases.c.server_seq < change.server_seq,
            )
        )
    state.put(tx, cursor=reply.cursor)
