"""Rounds with a real platform on a real port."""

from dataclasses import replace

import pytest

from app.codecs.chain import sm3_hex
from app.domain.cases import CaseState
from app.errors import Unavailable
from app.store.tables import outbox as table
from app.store.tables import receipts
from app.sync import agreement, enrolment, outbox, state
from app.sync.client import PlatformClient
from app.sync.engine import LONGEST_DELAY_S, Engine, delay
from tests.sync.kit import FaultyLine, code_for, enrolled, running


def test_a_case_is_received_with_a_receipt_and_both_ends_agree(counter):
    case = counter.save()
    assert counter.where(case) == "here"
    result = counter.engine.round()
    assert (result.line, result.sent, result.problem) == ("clear", 1, "")
    assert counter.where(case) == "received"
    assert agreement.differences(counter.store, counter.client, case) == ()
    with counter.store.read() as rx:
        assert len(rx.execute(receipts.select()).all()) == 1
        assert int(state.get(rx, "cursor")) > 0


def test_an_empty_outbox_is_a_clear_round(counter):
    assert counter.engine.round().line == "clear"


def test_a_reissued_letter_leaves_both_at_the_platform(counter):
    case = counter.reissue(counter.save())
    assert counter.engine.round().line == "clear"
    assert agreement.differences(counter.store, counter.client, case) == ()
    view = agreement.their_record(counter.client, case.number)
    assert [line.type for line in view.history] == ["case.submit", "letter.void"]
    assert [bool(each.voided_because) for each in view.letters] == [True, False]


def test_a_voided_case_is_void_at_the_platform(counter):
    case = counter.save()
    counter.void(case)
    counter.engine.round()
    assert agreement.their_record(counter.client, case.number).state == "voided"


def test_what_differs_is_named(counter):
    case = counter.save()
    counter.engine.round()
    other = replace(case, state=CaseState.WAITING, mode="live", letters=())
    found = agreement.differences(counter.store, counter.client, other)
    assert found == ("state", "mode", "letters")


def test_one_bad_operation_is_set_aside_and_the_others_pass(counter):
    cases = [counter.save() for _ in range(4)]
    bad = counter.save(mode="live")
    later = counter.save()
    void = counter.reissue(bad)
    result = counter.engine.round()
    assert result.counts["applied"] == 5
    assert result.counts["quarantine"] == 1
    assert result.counts["held"] == 1
    assert counter.where(void) == "trouble"
    assert {counter.where(case) for case in [*cases, later]} == {"received"}
    with counter.store.read() as rx:
        codes = {each.code for each in outbox.troubles(rx)}
    assert codes == {"platform.training-on-live", "EARLIER"}


def test_a_lost_answer_costs_one_replay(platform, tmp_path):
    line = FaultyLine()
    counter = enrolled(platform, tmp_path, adapter=line)
    case = counter.save()
    line.faults = ["", "", "after", "after"]  # the nonce, the blob, then both tries to push
    result = counter.engine.round()
    assert (result.line, result.problem) == ("offline", "sync.unreachable")
    assert counter.where(case) == "sent"
    assert counter.engine.round().line == "clear"
    view = agreement.their_record(counter.client, case.number)
    assert len(view.history) == 1
    assert view.version == 1
    counter.store.close()


def test_an_idle_connection_that_was_closed_is_not_a_failure(platform, tmp_path):
    line = FaultyLine()
    counter = enrolled(platform, tmp_path, adapter=line)
    counter.engine.round()
    counter.save()
    line.faults = ["before", "", "before", ""]
    assert counter.engine.round().line == "clear"
    counter.store.close()


def test_with_the_platform_stopped_work_waits_and_goes_through_once(tmp_path):
    with running(tmp_path / "platform") as first:
        counter = enrolled(first, tmp_path / "counter")
        port = int(first.url.rsplit(":", 1)[1])
    case = counter.save()
    results = [counter.engine.round() for _ in range(3)]
    assert {result.line for result in results} == {"offline"}
    assert counter.where(case) == "here"
    with running(tmp_path / "platform", port):
        assert counter.engine.round().line == "clear"
        assert len(agreement.their_record(counter.client, case.number).history) == 1
    counter.store.close()


def test_the_same_batch_again_gives_the_same_results(counter):
    counter.save()
    counter.engine.round()
    with counter.store.write() as tx:
        before = tx.execute(table.select()).one()
        outbox.rewind(tx, 1)
    assert counter.engine.round().line == "clear"
    with counter.store.read() as rx:
        after = rx.execute(table.select()).one()
    assert (after.state, after.version, after.server_seq) == (
        before.state,
        before.version,
        before.server_seq,
    )


def test_after_a_gap_it_sends_from_where_the_platform_is(counter):
    for _ in range(3):
        counter.save()
    with counter.store.write() as tx:  # as if the platform had been restored from a backup
        tx.execute(table.update().where(table.c.seq == 1).values(state="applied"))
    assert counter.engine.round().line == "clear"
    assert counter.counts()["applied"] == 3
    with counter.store.read() as rx:
        assert all(row.receipt for row in rx.execute(table.select()))


def test_a_restored_copy_of_the_store_stops_the_line(platform, counter, tmp_path):
    copy = Engine(counter.store, counter.client, counter.clock)
    counter.save()
    counter.engine.round()
    with counter.store.write() as tx:  # the copy knows nothing of what was sent
        tx.execute(table.delete())
    counter.save()
    result = copy.round()
    assert (result.line, result.problem) == ("stopped", "sync.forked")
    assert counter.counts()["outbox"] == 1


def test_a_counter_enrolled_again_chains_anew_what_was_not_through(platform, tmp_path):
    line = FaultyLine()
    counter = enrolled(platform, tmp_path, adapter=line)
    counter.save()
    counter.engine.round()
    lost = counter.save()
    line.faults = ["", "after", "after"]
    assert counter.engine.round().line == "offline"
    waiting = counter.save()
    again = enrolment.enrol(counter.client, code_for(platform, counter.terminal))
    with counter.store.write() as tx:
        enrolment.keep(tx, again)
    assert again.epoch == 2
    assert counter.engine.round().line == "clear"
    for case in (lost, waiting):
        assert len(agreement.their_record(counter.client, case.number).history) == 1
    counter.store.close()


def test_a_receipt_of_another_platform_is_not_believed(counter):
    counter.save()
    with counter.store.write() as tx:
        state.put(tx, platform_key="A" * 43 + "=")
    result = counter.engine.round()
    assert (result.line, result.problem) == ("offline", "sync.receipt-wrong")
    assert counter.counts()["outbox"] == 1


def test_a_missing_attachment_defers_its_case_only(counter):
    counter.save()
    case = counter.save()
    with counter.store.write() as tx:  # lose the bytes on purpose
        tx.exec_driver_sql("DROP TRIGGER blobs_no_delete")
        tx.exec_driver_sql("DELETE FROM blobs WHERE sm3 = ?", (case.letters[0].sm3,))
    result = counter.engine.round()
    assert (result.line, result.counts["applied"], result.counts["deferred"]) == ("waiting", 1, 1)


def test_a_large_attachment_goes_in_chunks_and_is_taken_up_again(platform, tmp_path):
    line = FaultyLine()
    counter = enrolled(platform, tmp_path, adapter=line)
    pdf = bytes(range(256)) * 2600  # three chunks
    case = counter.save(pdf=pdf)
    line.faults = ["", "", "after", "after"]
    assert counter.engine.round().line == "offline"
    assert counter.engine.round().line == "clear"
    answer = counter.client.signed("GET", f"/v1/blobs/{case.letters[0].sm3}")
    assert sm3_hex(answer.body) == case.letters[0].sm3
    counter.store.close()


def test_before_enrolment_it_says_so(tmp_path, counter):
    client = PlatformClient(counter.client.url, counter.clock)
    result = Engine(counter.store, client, counter.clock).round()
    assert result.problem == "sync.not-enrolled"
    with counter.store.write() as tx:
        state.forget(tx, "counter_key")
        with pytest.raises(Unavailable):
            enrolment.identity(tx)


def test_the_delay_grows_to_a_cap_and_not_beyond():
    waits = [delay(failures) for failures in range(1, 60) for _ in range(5)]
    assert min(waits) >= 1
    assert max(waits) <= LONGEST_DELAY_S + 1
    assert max(delay(30) for _ in range(200)) > LONGEST_DELAY_S / 2
