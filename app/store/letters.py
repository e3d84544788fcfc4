"""Sealed letters, their bytes by SM3 digest, and every print of them."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from app.codecs.chain import sm3_hex
from app.domain.cases import Letter
from app.store.tables import blobs, cases, letters, prints

PDF = "application/pdf"

_OWN = tuple(name for name in Letter.__slots__ if name in letters.c)  # fields that are columns
_keep_blob = upsert(blobs).on_conflict_do_nothing()


@dataclass(frozen=True, slots=True)
class Print:
    """One copy on paper; its states stand in app/services/printing.py.

    `pages` were handed over; `pages_out` came out, None where nobody told.
    """

    id: int
    letter: str
    copy: int
    at: str
    officer: str
    printer: str
    job: str
    state: str
    pages: int
    pages_out: int | None


def keep_blob(tx: Connection, data: bytes, digest: str = "", media_type: str = PDF) -> str:
    """Stored once, by its digest, which the caller may have at hand; answers the digest."""
    digest = digest or sm3_hex(data)
    row = {"sm3": digest, "media_type": media_type, "size": len(data), "data": data}
    tx.execute(_keep_blob, row)
    return digest


def blob(rx: Connection, digest: str) -> bytes | None:
    return rx.execute(select(blobs.c.data).where(blobs.c.sm3 == digest)).scalar_one_or_none()


def add(
    tx: Connection, case_id: str, letter: Letter, line: int, *, commitment: str, report: str
) -> None:
    """`commitment` and `report` are JSON: what was shown and signed, what our verifier said."""
    row = {name: getattr(letter, name) for name in _OWN}
    row |= {"case_id": case_id, "commitment": commitment, "report": report, "trail_id": line}
    tx.execute(insert(letters), row)


def void(tx: Connection, number: str, reason: str, replaced_by: str, line: int) -> None:
    row = update(letters).where(letters.c.number == number)
    tx.execute(row.values(voided_because=reason, replaced_by=replaced_by, trail_id=line))


def of_case(rx: Connection, case_id: str, case_number: str) -> tuple[Letter, ...]:
    """In the order of their numbers."""
    rows = rx.execute(
        select(letters).where(letters.c.case_id == case_id).order_by(letters.c.number)
    )
    return tuple(
        Letter(case_number=case_number, **{name: getattr(row, name) for name in _OWN})
        for row in rows
    )


def commitment(rx: Connection, number: str) -> str:
    """The kept JSON of what was shown and signed."""
    wanted = select(letters.c.commitment).where(letters.c.number == number)
    return str(rx.execute(wanted).scalar_one())


def pdf(rx: Connection, number: str) -> bytes | None:
    """The sealed bytes of a letter."""
    joined = letters.join(blobs, letters.c.sm3 == blobs.c.sm3)
    wanted = select(blobs.c.data).select_from(joined).where(letters.c.number == number)
    return rx.execute(wanted).scalar_one_or_none()


def case_number(rx: Connection, letter: str) -> str | None:
    joined = letters.join(cases, letters.c.case_id == cases.c.id)
    wanted = select(cases.c.number).select_from(joined).where(letters.c.number == letter)
    return rx.execute(wanted).scalar_one_or_none()


def next_copy(rx: Connection, letter: str) -> int:
    last = select(func.max(prints.c.copy)).where(prints.c.letter == letter)
    return (rx.execute(last).scalar_one_or_none() or 0) + 1


def add_print(
    tx: Connection, letter: str, copy: int, at: str, officer: str, pages: int, line: int
) -> None:
    """Waiting until it is handed over to a printer."""
    row = {"letter": letter, "copy": copy, "at": at, "officer": officer, "pages": pages}
    row |= {"printer": "", "job": "", "state": "waiting", "trail_id": line}
    tx.execute(insert(prints), row)


def change_print(tx: Connection, row: int, line: int, **values: str | int) -> None:
    tx.execute(update(prints).where(prints.c.id == row).values(trail_id=line, **values))


def prints_in(rx: Connection, *states: str) -> tuple[Print, ...]:
    """The oldest first."""
    return _prints(rx, prints.c.state.in_(states))


def prints_under_way(rx: Connection, state: str) -> tuple[Print, ...]:
    """In that state with a job to ask for; those of before schema 3 are not asked for."""
    return _prints(rx, (prints.c.state == state) & (prints.c.pages > 0))


def prints_of(rx: Connection, letter: str) -> tuple[Print, ...]:
    return _prints(rx, prints.c.letter == letter)


def _prints(rx: Connection, wanted: ColumnElement[bool]) -> tuple[Print, ...]:
    columns = [prints.c[name] for name in Print.__slots__]
    rows = rx.execute(select(*columns).where(wanted).order_by(prints.c.id))
    return tuple(Print(*row) for row in rows)
