"""The outbox: gapless, chained, in the caller's transaction, each operation in one place."""

import json
from dataclasses import replace

import pytest

from app.codecs.canonical import canonical
from app.codecs.chain import START, link
from app.errors import Refused
from app.store.database import Store
from app.store.tables import outbox as table
from app.sync import outbox, translate
from app.sync.ids import uuid7
from tests.sync.kit import make_case, make_letter

AT = "2026-11-23T08:31:02+08:00"


@pytest.fixture
def store(tmp_path):
    made = Store.create(tmp_path, bytes(32))
    yield made
    made.close()


def add(tx, entity="case:1", body=None):
    return outbox.add(
        tx,
        type="case.submit",
        entity=entity,
        base_version=outbox.next_version(tx, entity),
        actor="u017",
        at_wall=AT,
        at_mono=12.5,
        body=body or {"名": "䶮"},
    )


def test_the_sequence_has_no_gaps_and_the_chain_holds(store):
    with store.write() as tx:
        for number in range(5):
            add(tx, f"case:{number}")
    with store.read() as rx:
        rows = rx.execute(table.select().order_by(table.c.seq)).all()
    assert [row.seq for row in rows] == [1, 2, 3, 4, 5]
    assert [row.hash for row in rows] == [link(row.operation.encode()) for row in rows]
    assert [row.prev for row in rows] == [START, *(row.hash for row in rows[:-1])]
    assert all(canonical(json.loads(row.operation)) == row.operation.encode() for row in rows)


def test_an_act_that_is_rolled_back_leaves_no_gap(store):
    with pytest.raises(ZeroDivisionError), store.write() as tx:
        add(tx, body={"number": len(add(tx)) // 0})
    with store.write() as tx:
        add(tx)
    with store.read() as rx:
        assert [each.seq for each in outbox.next_batch(rx, max_ops=9, max_bytes=10**6)] == [1]


def test_a_batch_is_bounded_but_never_empty(store):
    with store.write() as tx:
        for number in range(4):
            add(tx, f"case:{number}")
    with store.read() as rx:
        assert len(outbox.next_batch(rx, max_ops=3, max_bytes=10**6)) == 3
        assert len(outbox.next_batch(rx, max_ops=3, max_bytes=1)) == 1


def test_an_operation_too_large_for_the_wire_is_not_kept(store):
    with pytest.raises(ValueError, match="blobs"), store.write() as tx:
        add(tx, body={"text": "字" * 40_000})


def test_the_next_version_counts_what_was_not_refused(store):
    with store.write() as tx:
        add(tx)
        second = add(tx)
        assert outbox.next_version(tx, "case:1") == 2
        tx.execute(table.update().where(table.c.op_id == second).values(state="quarantine"))
        assert outbox.next_version(tx, "case:1") == 1


def test_a_case_is_here_until_it_is_sent(store):
    with store.write() as tx:
        op_id = add(tx)
        assert outbox.whereabouts(tx, "case:1") == "here"
        assert outbox.whereabouts(tx, "case:2") == ""
        outbox.mark_tried(tx, [op_id])
        assert outbox.whereabouts(tx, "case:1") == "sent"


def test_the_places_add_up_to_all_that_was_saved(store):
    with store.write() as tx:
        first, _, third = add(tx, "case:1"), add(tx, "case:2"), add(tx, "case:3")
        tx.execute(table.update().where(table.c.op_id == first).values(state="applied"))
        outbox.park(tx, third, 70_000)
    with store.read() as rx:
        counts = outbox.counts(rx)
        (trouble,) = outbox.troubles(rx)
    assert counts == {
        "outbox": 1, "applied": 1, "conflict": 0, "quarantine": 0, "held": 0, "deferred": 1,
    }  # fmt: skip
    assert (trouble.code, trouble.size) == ("WITHHELD", 70_000)


def test_an_entry_that_the_wire_does_not_carry_is_named_before_anything_is_kept():
    case = make_case("510502-T01-2026-000001", unit_name="单位" * 200)
    with pytest.raises(Refused) as refused:
        translate.case_submit(case, make_letter(case, 1, b"pdf"))
    assert (refused.value.code, refused.value.facts["field"]) == ("sync.field", "unit_name")


def test_the_name_as_read_and_the_check_code_stay_at_the_counter():
    case = make_case("510502-T01-2026-000001")
    case = replace(case, applicant=replace(case.applicant, name="䶮", raw_name="\ue863"))
    letter = make_letter(case, 1, b"pdf")
    sent = json.dumps(translate.case_submit(case, letter), ensure_ascii=False)
    assert "䶮" in sent
    assert "\ue863" not in sent
    assert letter.check_code not in sent


def test_names_of_operations_sort_by_time_and_are_version_7():
    early, late = uuid7(1_700_000_000_000), uuid7(1_700_000_000_001)
    assert early < late
    assert early[14] == "7"
    assert early[19] in "89ab"
