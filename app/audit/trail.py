"""The trail: add(tx, …) writes one line, each holding the digest of the one before (sync 3)."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select

from app.clock import Clock
from app.codecs import chain
from app.codecs.canonical import canonical
from app.store import tables

PAGE = 500  # lines held in memory while exporting

_last = select(tables.trail.c.id, tables.trail.c.hash).order_by(tables.trail.c.id.desc()).limit(1)
_entry = select(tables.trail.c.entry).where(tables.trail.c.id == bindparam("line"))
_mode = select(tables.installation.c.mode)
_page = (
    select(tables.trail.c.id, tables.trail.c.entry, tables.trail.c.hash)
    .where(tables.trail.c.id > bindparam("after"))
    .order_by(tables.trail.c.id)
    .limit(PAGE)
)


def add(
    tx: Connection, clock: Clock, officer: str, act: str, subject: str, **facts: str | int
) -> int:
    """Write the line of this act into its own transaction; answers the line's number."""
    last = tx.execute(_last).one_or_none()
    entry: dict[str, object] = {
        "id": 1 if last is None else last.id + 1,
        "at": clock.now().isoformat(),
        "officer": officer,
        "act": act,
        "subject": subject,
        "mode": tx.execute(_mode).scalar_one_or_none() or "",
        "facts": facts,
        "prev": chain.START if last is None else last.hash,
    }
    text = canonical(entry)
    row = {name: entry[name] for name in ("id", "at", "officer", "act", "subject", "prev")}
    tx.execute(insert(tables.trail), {**row, "entry": text.decode(), "hash": chain.link(text)})
    return int(str(entry["id"]))


def entry(rx: Connection, line: int) -> dict[str, Any] | None:
    """The entry of one line, None when there is no such line."""
    text = rx.execute(_entry, {"line": line}).scalar_one_or_none()
    return None if text is None else dict(json.loads(text))


def lines(rx: Connection) -> Iterator[str]:
    """The export, one JSON object a line: the entry as it was hashed, and its hash."""
    after = 0
    while page := rx.execute(_page, {"after": after}).all():
        for row in page:
            yield f'{{"entry":{row.entry},"hash":"{row.hash}"}}'
        after = page[-1].id
