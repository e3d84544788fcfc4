"""What the platform shows: one case to its own hall, what changed since, and its own state."""

from sqlalchemy import Connection, select
from sqlcipher3 import dbapi2

from app.central.declined import Declined
from app.central.identity import Caller
from app.central.reading import kept
from app.central.records import Mark, Records, cases, letters, ops
from app.contract.messages import (
    CaseSubmit,
    CaseView,
    Change,
    HistoryLine,
    LetterBody,
    LetterView,
    PullReply,
)
from app.contract.version import PROTOCOL

MAX_PULL = 500


def case_view(records: Records, caller: Caller, number: str) -> CaseView:
    """The record of one case; another hall's is as good as not there."""
    with records.read() as rx:
        own = (cases.c.number == number) & (cases.c.hall == caller.hall)
        row = rx.execute(select(cases).where(own)).first()
        if row is None:
            raise Declined(404, "NO_CASE")
        return CaseView(
            number=row.number,
            state=row.state,
            version=row.version,
            server_seq=row.server_seq,
            mode=row.mode,
            terminal=row.terminal,
            case=kept(CaseSubmit, row.body) if row.body else None,
            letters=_letters(rx, number),
            history=_history(rx, row.entity),
        )


def _letters(rx: Connection, number: str) -> list[LetterView]:
    rows = rx.execute(
        select(letters).where(letters.c.case_number == number).order_by(letters.c.number)
    )
    return [
        LetterView(
            letter=kept(LetterBody, row.body),
            voided_because=row.voided_because,
            replaced_by=row.replaced_by,
        )
        for row in rows
    ]


def _history(rx: Connection, entity: str) -> list[HistoryLine]:
    names = ("version", "op_id", "type", "actor", "at_wall", "received_at", "server_seq")
    rows = rx.execute(
        select(*(ops.c[name] for name in names))
        .where(ops.c.entity == entity, ops.c.status == "applied")
        .order_by(ops.c.server_seq)
        .limit(1000)
    )
    return [HistoryLine(**row) for row in rows.mappings()]


def changes(records: Records, caller: Caller, cursor: int, limit: int, at: str) -> PullReply:
    """The own hall's cases that changed after `cursor`, each once, as they are now."""
    limit = min(limit, MAX_PULL)
    with records.read() as rx:
        rows = rx.execute(
            select(cases)
            .where(cases.c.hall == caller.hall, cases.c.server_seq > cursor)
            .order_by(cases.c.server_seq)
            .limit(limit + 1)
        ).all()
    found = [
        Change(
            server_seq=row.server_seq,
            entity=row.entity,
            number=row.number,
            version=row.version,
            state=row.state,
        )
        for row in rows[:limit]
    ]
    last = found[-1].server_seq if found else cursor
    return PullReply(server_time=at, cursor=last, more=len(rows) > limit, changes=found)


def status(records: Records, mark: Mark) -> dict[str, object]:
    """For the administrator: nothing personal, no numbers of anything."""
    return {
        "mode": mark.mode,
        "encrypted": records.encrypted,
        "database": "sqlite",
        "library": dbapi2.sqlite_version,
        "protocol": PROTOCOL,
    }
