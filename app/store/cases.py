"""Cases as domain values, their gapless numbers, and the rows of a list."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection, Select, bindparam, func, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from app.domain.cases import Case
from app.domain.people import fold, masked, read_number
from app.store import letters, values
from app.store.tables import cases, numbers

MOST = 200  # rows of one list

_change = update(cases).where(cases.c.id == bindparam("case"))


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of a list: nothing that a clerk's screen must not show."""

    id: str
    number: str
    state: str
    matter_name: str
    unit_name: str
    name: str
    number_masked: str
    opened_at: str
    officer: str
    by_hand: bool = False  # the person's data were typed, not read from a card


def next_serial(tx: Connection, counter: str, year: int) -> int:
    """The next number of this counter and year; part of the transaction that opens the case."""
    row = upsert(numbers).values(counter=counter, year=year, last=1)
    made = row.on_conflict_do_update(
        index_elements=["counter", "year"], set_={"last": numbers.c.last + 1}
    )
    return int(tx.execute(made.returning(numbers.c.last)).scalar_one())


def add(tx: Connection, case: Case, line: int) -> None:
    tx.execute(insert(cases), {"id": case.id, "trail_id": line, **_columns(case)})


def change(tx: Connection, case: Case, line: int) -> None:
    tx.execute(_change, {"case": case.id, "trail_id": line, **_columns(case)})


def load(rx: Connection, number: str) -> Case | None:
    """The case with its letters, by its number."""
    row = rx.execute(select(cases.c.id, cases.c.body).where(cases.c.number == number)).one_or_none()
    if row is None:
        return None
    return replace(values.read(Case, row.body), letters=letters.of_case(rx, row.id, number))


def find(rx: Connection, text: str = "", limit: int = MOST) -> tuple[CaseRow, ...]:
    """The newest first; `text` is a name however its dot is written, a number or its end."""
    wanted = _looked_for(text)
    rows = rx.execute(wanted.order_by(cases.c.opened_at.desc()).limit(min(limit, MOST)))
    return tuple(
        CaseRow(
            id=row.id,
            number=row.number,
            state=row.state,
            matter_name=row.matter_name,
            unit_name=row.unit_name,
            name=row.name,
            number_masked=masked(row.person_number),
            opened_at=row.opened_at,
            officer=row.officer,
            by_hand=bool(row.hand),
        )
        for row in rows
    )


def counts(rx: Connection) -> dict[str, int]:
    """How many cases are in which state."""
    found = rx.execute(select(cases.c.state, func.count()).group_by(cases.c.state)).all()
    return {state: number for state, number in found}


def _looked_for(text: str) -> Select[tuple[object, ...]]:
    rows: Select[tuple[object, ...]] = select(*cases.c)
    if not text.strip():
        return rows
    typed = read_number(text).number
    asked = [cases.c.name_key.contains(fold(text), autoescape=True), cases.c.number == typed]
    if typed[-4:].rstrip("X").isdecimal():
        asked.append(cases.c.number_key.startswith(typed[::-1], autoescape=True))
    return rows.where(or_(*asked))


def _columns(case: Case) -> dict[str, str]:
    person = case.applicant
    return {
        "number": case.number,
        "state": str(case.state),
        "mode": case.mode,
        "matter_code": case.matter_code,
        "matter_name": case.matter_name,
        "unit_name": case.unit_name,
        "opened_at": case.opened_at,
        "officer": case.officer,
        "name": person.name,
        "name_key": fold(person.name),
        "person_number": person.number,
        "number_key": read_number(person.number).number[::-1],
        "body": values.written(replace(case, letters=())),
        "hand": values.written(person.hand) if person.hand else "",
    }
