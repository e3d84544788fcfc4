"""What makes a clerk's day shorter: how often a matter is picked, and what was put aside."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from app.store.tables import drafts, usage

MOST = 100  # picks of one matter that count; more would not change its place

_more = upsert(usage)
_count_use = _more.on_conflict_do_update(
    index_elements=["matter"], set_={"count": usage.c.count + 1, "last": _more.excluded.last}
)


@dataclass(frozen=True, slots=True)
class Parked:
    """Something put aside: a half-filled screen, or a case by its number in the body."""

    id: str
    at: str
    label: str
    body: Mapping[str, Any]


def count_use(tx: Connection, matter: str, at: str) -> None:
    tx.execute(_count_use, {"matter": matter, "count": 1, "last": at})


def picks(rx: Connection) -> list[tuple[str, date]]:
    """Each matter as often as it was picked, all on its last day; for domain.search.weigh."""
    rows = rx.execute(select(usage.c.matter, usage.c.count, usage.c.last)).all()
    return [
        (matter, datetime.fromisoformat(last).date())
        for matter, count, last in rows
        for _ in range(min(count, MOST))
    ]


def park(tx: Connection, officer: str, parked: Parked) -> None:
    body = json.dumps(dict(parked.body), ensure_ascii=False)
    row = {"id": parked.id, "at": parked.at, "label": parked.label, "body": body}
    tx.execute(insert(drafts).values(officer=officer, **row))


def parked_by(rx: Connection, officer: str) -> tuple[Parked, ...]:
    """The newest first."""
    rows = rx.execute(
        select(drafts).where(drafts.c.officer == officer).order_by(drafts.c.at.desc())
    )
    return tuple(Parked(row.id, row.at, row.label, json.loads(row.body)) for row in rows)


def take_back(tx: Connection, officer: str, parked: str) -> Parked | None:
    """Hand it out and forget it; None when it is not there or another's."""
    found = next((each for each in parked_by(tx, officer) if each.id == parked), None)
    tx.execute(delete(drafts).where(drafts.c.officer == officer, drafts.c.id == parked))
    return found
