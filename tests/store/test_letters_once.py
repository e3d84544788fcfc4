"""A letter is voided once, for a reason, and nothing of it is changed or taken away otherwise."""

import pytest
from sqlalchemy import delete, insert, update
from sqlalchemy.exc import IntegrityError

from app.audit import trail
from app.clock import SystemClock
from app.store import letters, tables, triggers
from app.store.database import Store

KEY = bytes(range(32))
WHY = "打印损坏"
OTHERS = {
    "number": "n-09",
    "case_id": "c2",
    "kind": "receipt",
    "sm3": "1" * 64,
    "sealed_at": "2027-01-01T00:00:00+08:00",
    "trusted_time": False,
    "check_code": "other",
    "commitment": "[]",
    "report": "[]",
}


def row(line: int, **changes: object) -> dict[str, object]:
    made: dict[str, object] = {
        "number": "n-01",
        "case_id": "c1",
        "kind": "commitment",
        "sm3": "0" * 64,
        "sealed_at": "2026-11-23T09:00:00+08:00",
        "trusted_time": True,
        "check_code": "code",
        "commitment": "{}",
        "report": "{}",
        "voided_because": "",
        "replaced_by": "",
        "trail_id": line,
    }
    return made | changes


@pytest.fixture
def store(tmp_path):
    """One letter; what it points to is not what these tests are about."""
    store = Store.create(tmp_path, KEY)
    with store.write() as tx:
        tx.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        tx.execute(insert(tables.letters), row(line(tx)))
        for case in ("c1", "c2"):
            body = {c.name: "x" for c in tables.cases.c} | {"id": case, "number": case}
            tx.execute(insert(tables.cases), body | {"trail_id": line(tx)})
        for digit in "01":
            letters.keep_blob(tx, b"", digit * 64)
    yield store
    store.close()


def line(tx) -> int:
    return trail.add(tx, SystemClock(), "10432", "letter.seal", "n-01")


def void(store, reason=WHY, by="n-02"):
    with store.write() as tx:
        letters.void(tx, "n-01", reason, by, line(tx))


def kept(store):
    with store.read() as rx:
        return rx.execute(tables.letters.select()).mappings().one()


@pytest.mark.parametrize("by", ["n-02", ""])
def test_a_letter_is_voided_once(store, by):
    void(store, by=by)
    assert (kept(store)["voided_because"], kept(store)["replaced_by"]) == (WHY, by)
    for again in (WHY, "另一个理由", ""):
        with pytest.raises(IntegrityError, match="voided once"):
            void(store, again)
    assert (kept(store)["voided_because"], kept(store)["replaced_by"]) == (WHY, by)


def test_a_letter_is_not_voided_without_a_reason(store):
    with pytest.raises(IntegrityError, match="voided once"):
        void(store, reason="")
    assert kept(store)["replaced_by"] == ""


def test_every_column_is_either_kept_or_part_of_the_voiding():
    assert OTHERS.keys() | set(triggers.VOIDING) == {each.name for each in tables.letters.c}


@pytest.mark.parametrize("name", OTHERS)
def test_nothing_else_of_a_letter_is_changed_not_even_while_it_is_voided(store, name):
    before = kept(store)
    changed = {name: OTHERS[name], "voided_because": WHY}
    with pytest.raises(IntegrityError, match="voided once"), store.write() as tx:
        tx.execute(update(tables.letters).values(trail_id=line(tx), **changed))
    assert kept(store) == before


def test_a_letter_is_not_taken_away_or_written_over(store):
    with pytest.raises(IntegrityError, match="append-only"), store.write() as tx:
        tx.execute(delete(tables.letters))
    over = insert(tables.letters).prefix_with("OR REPLACE")
    with pytest.raises(IntegrityError, match="append-only"), store.write() as tx:
        tx.execute(over, row(line(tx), kind="receipt"))
    assert kept(store)["kind"] == "commitment"
