"""Small facts of the line to the platform: who we are there, its key, where we stopped."""

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from app.store.tables import sync_state


def get(rx: Connection, name: str, otherwise: str = "") -> str:
    """The fact, or `otherwise` while it is not known."""
    found = rx.execute(select(sync_state.c.value).where(sync_state.c.name == name)).scalar()
    return otherwise if found is None else str(found)


def put(tx: Connection, **facts: str | int) -> None:
    """Keep facts, each over its former value."""
    for name, value in facts.items():
        row = insert(sync_state).values(name=name, value=str(value))
        tx.execute(row.on_conflict_do_update(index_elements=["name"], set_={"value": str(value)}))


def forget(tx: Connection, name: str) -> None:
    """The fact is not known any more."""
    tx.execute(delete(sync_state).where(sync_state.c.name == name))
