"""Confirmations are kept with their trail line, and none is ever changed or taken away."""

from datetime import date

import pytest
from sqlalchemy import delete, insert, update
from sqlalchemy.exc import IntegrityError

from app.audit import trail
from app.clock import SystemClock
from app.domain.governing import Confirmation
from app.domain.successor import Successor
from app.store import successors, tables
from app.store.database import Store

KEY = bytes(range(32))
AT = "2026-11-23T09:00:00+08:00"
FIRST = Confirmation(
    Successor("luzhou-2019-36", "national", "国令第722号", "20001", date(2026, 11, 23)), "1"
)
SECOND = Confirmation(
    Successor("luzhou-2019-36", "national", "联席会议纪要", "20002", date(2026, 12, 1)), "2"
)


@pytest.fixture
def store(tmp_path):
    store = Store.create(tmp_path, KEY)
    for each in (FIRST, SECOND):
        with store.write() as tx:
            successors.add(tx, each, AT, line(tx))
    yield store
    store.close()


def line(tx) -> int:
    return trail.add(tx, SystemClock(), "20001", "basis.confirm", "national@1")


def kept(store):
    with store.read() as rx:
        return successors.all_kept(rx)


def test_they_come_back_as_they_were_kept_the_oldest_first(store):
    assert kept(store) == (successors.Kept(FIRST, AT), successors.Kept(SECOND, AT))


@pytest.mark.parametrize("column", [each.name for each in tables.successors.c if each.name != "id"])
def test_no_word_of_one_is_changed(store, column):
    with pytest.raises(IntegrityError, match="append-only"), store.write() as tx:
        tx.execute(update(tables.successors).values({column: line(tx)}))
    assert len(kept(store)) == 2


def test_none_is_taken_away_or_written_over(store):
    with pytest.raises(IntegrityError, match="append-only"), store.write() as tx:
        tx.execute(delete(tables.successors))
    with store.read() as rx:
        row = rx.execute(tables.successors.select()).mappings().first()
    over = insert(tables.successors).prefix_with("OR REPLACE")
    with pytest.raises(IntegrityError, match="append-only"), store.write() as tx:
        tx.execute(over, {**row, "basis": "别的", "trail_id": line(tx)})
    assert kept(store)[0].confirmation == FIRST


def test_one_without_its_own_trail_line_is_not_kept(store):
    with pytest.raises(IntegrityError, match="no trail line"), store.write() as tx:
        successors.add(tx, FIRST, AT, 1)
    assert len(kept(store)) == 2
