"""A gateway between counter and platform that loses answers or finds things too large."""

from app.sync import agreement, outbox
from app.sync.attachments import TRY_AGAIN_S
from app.sync.engine import TRY_LARGER_S
from tests.sync.kit import enrolled


def test_answers_lost_on_the_way_leave_every_case_once_with_its_author(platform, proxy, tmp_path):
    counter = enrolled(platform, tmp_path, url=proxy.url)
    proxy.drop = {"POST", "PATCH"}
    cases = [counter.save(actor=f"u{number:03d}") for number in range(6)]
    for _ in range(12):
        if counter.engine.round().line == "clear":
            break
    edited = counter.reissue(cases[0], actor="u900")
    counter.void(cases[1], actor="u901")
    for _ in range(12):
        if counter.engine.round().line == "clear":
            break
    assert counter.counts()["applied"] == 8
    views = [agreement.their_record(counter.client, case.number) for case in cases]
    assert [view.history[0].actor for view in views] == [f"u{number:03d}" for number in range(6)]
    assert [len(view.history) for view in views] == [2, 2, 1, 1, 1, 1]
    assert [views[0].history[1].actor, views[1].history[1].actor] == ["u900", "u901"]
    assert agreement.differences(counter.store, counter.client, edited) == ()
    counter.store.close()


def test_above_the_limit_of_a_gateway_batch_and_chunks_shrink_until_all_are_through(
    platform, proxy, tmp_path
):
    counter = enrolled(platform, tmp_path, url=proxy.url)
    proxy.limit = 4 * 1024
    for _ in range(60):
        counter.save()
    large = counter.save(pdf=bytes(range(256)) * 1200)
    proxy.limit = 64 * 1024
    assert counter.engine.round().line == "clear"
    assert counter.counts()["applied"] == 61
    assert agreement.differences(counter.store, counter.client, large) == ()
    assert 0 < proxy.refused < 30
    counter.store.close()


def test_what_no_gateway_lets_through_is_named_and_parked_while_others_pass(
    platform, proxy, tmp_path
):
    counter = enrolled(platform, tmp_path, url=proxy.url)
    small = [counter.save() for _ in range(3)]
    large = counter.save(pdf=bytes(300 * 1024))
    after = counter.save()
    proxy.limit = 7 * 1024  # under the smallest chunk
    for _ in range(10):
        result = counter.engine.round()
        counter.pass_time(60)
    assert (result.line, result.counts["applied"], result.counts["deferred"]) == ("waiting", 4, 1)
    assert {counter.where(case) for case in [*small, after]} == {"received"}
    assert proxy.refused < 30
    with counter.store.read() as rx:
        (parked,) = outbox.troubles(rx)
    assert (parked.code, parked.size) == ("sync.parked", 300 * 1024)
    proxy.limit = 0
    counter.pass_time(TRY_AGAIN_S)
    assert counter.engine.round().line == "clear"
    assert counter.where(large) == "received"
    counter.store.close()


def test_an_operation_too_large_for_the_gateway_keeps_its_place_in_the_chain(
    platform, proxy, tmp_path
):
    counter = enrolled(platform, tmp_path, url=proxy.url)
    first = counter.save()
    large = counter.save(unit_name="".join(chr(0x4E00 + at * 7) for at in range(200)))
    after = counter.save()
    proxy.limit = 1300  # packed; a case of these takes about 1 KiB, the large one more
    for _ in range(5):
        counter.engine.round()
        counter.pass_time(60)
    with counter.store.read() as rx:
        (parked,) = outbox.troubles(rx)
    assert (parked.state, parked.code) == ("deferred", "WITHHELD")
    assert parked.size > proxy.limit
    assert {counter.where(first), counter.where(after)} == {"received"}
    assert counter.where(large) == "sent"
    proxy.limit = 0
    counter.pass_time(TRY_LARGER_S)
    assert counter.engine.round().line == "clear"
    assert counter.where(large) == "received"
    counter.store.close()
