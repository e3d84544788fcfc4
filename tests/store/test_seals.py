"""Registry and book of uses keep every row with its trail line; a use of the seal ends once."""

from dataclasses import replace

import pytest
from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from app.audit import trail
from app.clock import SystemClock
from app.domain.seal_custody import Binding, KeptSeal, SealState
from app.store import seal_log, seals, tables
from app.store.database import Store
from app.store.seal_log import Use

KEY = bytes(range(32))
AT = "2026-11-23T09:00:00+08:00"
SEAL = KeptSeal(
    digest="aa" * 32,
    seal_id="XL0001",
    name="江阳区政务服务中心",
    maker="MAKER",
    valid_from=AT,
    valid_until="2029-11-23T09:00:00+08:00",
    training=False,
    binding=Binding("10440", ("10432", "10433"), ("commitment",)),
    registered_by="10432",
    confirmed_by="10440",
    at=AT,
)
GONE = replace(SEAL, state=SealState.WITHDRAWN, reason="遗失")
USE = Use(
    use=1,
    step="asked",
    at=AT,
    trusted=True,
    officer="10432",
    roles="clerk seal-holder",
    seal=SEAL.digest,
    seal_id="XL0001",
    seal_name=SEAL.name,
    certificate="1f",
    token="KX-1",  # noqa: S106
    simulated=False,
    letter="510502-T03-2026-000001-01",
    kind="commitment",
)
ROWS = {tables.seals: "seals", tables.seal_log: "seal_log"}


@pytest.fixture
def store(tmp_path):
    store = Store.create(tmp_path, KEY)
    with store.write() as tx:
        seals.add(tx, "register", SEAL, line(tx))
        seal_log.add(tx, USE, line(tx))
    yield store
    store.close()


def line(tx) -> int:
    return trail.add(tx, SystemClock(), "10432", "seal.use", "x")


def log(store, *steps: Use) -> None:
    with store.write() as tx:
        for step in steps:
            seal_log.add(tx, step, line(tx))


def test_the_last_act_on_a_seal_counts_and_all_are_kept(store):
    with store.write() as tx:
        seals.add(tx, "withdraw", GONE, line(tx))
    with store.read() as rx:
        assert seals.of_file(rx, SEAL.digest) == GONE
        assert seals.of_file(rx, "bb" * 32) is None
        assert seals.all_kept(rx) == (GONE,)
        acts = [(each.act, each.seal) for each in seals.history(rx)]
    assert acts == [("register", SEAL), ("withdraw", GONE)]


@pytest.mark.parametrize("table", ROWS, ids=ROWS.values())
def test_no_row_is_changed_taken_away_or_written_over(store, table):
    with store.read() as rx:
        row = rx.execute(select(table)).mappings().first()
    for act in (update(table).values(seal_id="x"), delete(table)):
        with pytest.raises(IntegrityError, match="append-only"), store.write() as tx:
            tx.execute(act)
    over = insert(table).prefix_with("OR REPLACE")
    with pytest.raises(IntegrityError, match="append-only"), store.write() as tx:
        tx.execute(over, {**row, "trail_id": line(tx)})


@pytest.mark.parametrize("table", ROWS, ids=ROWS.values())
def test_a_row_without_its_own_trail_line_is_not_kept(store, table):
    with store.read() as rx:
        row = dict(rx.execute(select(table)).mappings().first())
    del row["id"]
    with pytest.raises(IntegrityError, match="no trail line"), store.write() as tx:
        tx.execute(insert(table), {**row, "trail_id": 1})


@pytest.mark.parametrize("end", ["done", "refused", "failed", "cancelled", "unknown"])
def test_nothing_follows_the_end_of_a_use(store, end):
    log(store, replace(USE, step="signing", digest="cc" * 32), replace(USE, step=end))
    for late in ("done", "failed", "signing"):
        with pytest.raises(IntegrityError, match="has ended"):
            log(store, replace(USE, step=late))


def test_a_step_of_no_such_name_is_not_kept(store):
    with pytest.raises(IntegrityError):
        log(store, replace(USE, step="maybe"))


def test_a_use_without_an_end_is_under_way_and_one_with_an_end_is_not(store):
    log(store, replace(USE, step="signing", digest="cc" * 32))
    other = replace(USE, use=9, step="refused", code="custody.not-bound")
    log(store, other)
    with store.read() as rx:
        assert [(each.use, each.step) for each in seal_log.under_way(rx)] == [(1, "signing")]
        assert seal_log.ends(rx, 10)[0] == other
        assert len(seal_log.ends(rx, 1)) == 1
    log(store, replace(USE, step="done", digest="dd" * 32))
    with store.read() as rx:
        assert seal_log.under_way(rx) == ()
        assert seal_log.counts(rx)[(SEAL.digest, "done")] == 1


def test_an_unknown_end_is_said_until_the_letter_is_sealed(store):
    log(store, replace(USE, step="unknown"))
    with store.read() as rx:
        assert seal_log.unresolved(rx) == (USE.letter,)
    log(store, replace(USE, use=20, step="done"))
    with store.read() as rx:
        assert seal_log.unresolved(rx) == ()
