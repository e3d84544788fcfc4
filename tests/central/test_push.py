"""What the platform takes and what it refuses; never a 500."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.codecs.canonical import canonical
from app.codecs.chain import link, sm3_hex
from app.domain.cases import CaseState
from app.domain.catalogue import Way
from app.domain.ladder import plans
from app.domain.people import read_number
from app.errors import Unavailable
from app.store import letters
from app.store.tables import outbox as table
from app.sync import agreement, outbox, report
from tests.central.attacker import Attacker, request_of
from tests.sync.kit import PERSON, enrolled, law, make_case, make_letter

TYPED = (  # what is typed at a counter, and what both ends make of it
    ("51050219880312002x", "51050219880312002X", ""),
    ("５１０５０２１９８８０３１２００２ｘ", "51050219880312002X", ""),
    ("5105021988031²002X", "5105021988031²002X", "number.character"),
    ("5105021A880312002X", "5105021A880312002X", "number.form"),
    ("51050219880312ABCX", "51050219880312ABCX", "number.form"),
    ("51050219880312002X ", "51050219880312002X", ""),
    ("510502880312002", "510502880312002", "number.old-form"),
)


@pytest.fixture
def attacker(counter):
    return Attacker.with_key_of(counter)


def verdict(counter):
    """The code under which the one operation lies, or its state."""
    counter.engine.round()
    with counter.store.read() as rx:
        row = rx.execute(table.select().order_by(table.c.seq.desc()).limit(1)).one()
    return row.code or row.state


def typed(number):
    return {"applicant": type(PERSON)(**{**_fields(PERSON), "number": number, "source": "typed"})}


def _fields(person):
    return {name: getattr(person, name) for name in person.__slots__}


@pytest.mark.parametrize(("text", "plain", "problem"), TYPED)
def test_seven_ways_to_type_a_number_are_judged_alike_at_both_ends(counter, text, plain, problem):
    here = read_number(text)
    assert here.number == plain
    assert bool(here.problem) == bool(problem)
    counter.save(**typed(plain))
    assert verdict(counter) == (here.problem or "applied")
    if text != plain:  # sent as typed, past the counter's own reading
        counter.save(**typed(text))
        assert verdict(counter) == "number.character"


def test_an_excepted_matter_is_not_approved_with_an_open_check(counter):
    matter, situation = next(
        (matter, situation)
        for matter in law().catalogue.matters
        for situation in matter.situations
        if matter.verify_first and situation.proofs
    )
    excepted = {
        "matter_code": matter.code,
        "situation_code": situation.code,
        "plans": plans(matter, situation),
        "categories": tuple(sorted(matter.categories)),
        "exclusions": tuple(sorted(matter.exclusions)),
        "follow_ups": (),
    }
    counter.save(**excepted)
    assert verdict(counter) == "case.open-checks"
    counter.save(**{**excepted, "categories": (), "exclusions": ()})
    assert verdict(counter) in ("platform.categories", "platform.follow-ups", "case.open-checks")
    counter.save(**excepted, state=CaseState.WAITING, decided_at="")
    assert verdict(counter) == "applied"


def test_rules_are_checked_again(counter):
    good = make_case("x")
    way = type(good.plans[0].step)
    other = tuple(
        type(plan)(plan.proof_code, plan.proof_name, way(Way.DATA_SHARING, "8", ""))
        for plan in good.plans
    )
    for changes, code in (
        ({"mode": "live"}, "platform.training-on-live"),
        ({"follow_ups": ()}, "platform.follow-ups"),
        ({"commitment_refused": True}, "platform.commitment-refused"),
        ({"plans": good.plans * 2}, "platform.proof-twice"),
        ({"plans": (), "follow_ups": ()}, "platform.proofs"),
        ({"plans": other}, "case.open-checks"),
        ({"matter_code": "none"}, "platform.matter"),
        ({"number": "510502-ZZ-2026-000001"}, "platform.number"),
    ):
        counter.save(**changes)
        assert verdict(counter) == code, changes


def test_a_number_is_used_once(counter):
    first = counter.save()
    counter.save(number=first.number)
    assert verdict(counter) == "platform.number-used"


def test_a_letter_whose_bytes_were_not_sent_is_refused(counter):
    case = make_case(f"{counter.terminal}-2026-000009")
    with counter.store.write() as tx:
        letters.keep_blob(tx, b"another letter")
        letter = make_letter(case, 1, b"this letter")
        op_id = report.case_submitted(tx, counter.clock, case, letter, "u017")
        _change(tx, op_id, blobs=[f"sm3:{sm3_hex(b'another letter')}"])
    assert verdict(counter) == "platform.letter-bytes"


def _change(tx, op_id, **changes):
    """A counter's program that writes other operations than ours would."""
    row = tx.execute(table.select().where(table.c.op_id == op_id)).one()
    text = canonical({**json.loads(row.operation), **changes})
    values = {"operation": text.decode(), "hash": link(text)}
    tx.execute(table.update().where(table.c.op_id == op_id).values(**values))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"type": "case.bless"}, "TYPE"),
        ({"body": {}}, "BODY"),
        ({"body": {"number": ["x"]}}, "BODY"),
        ({"base_version": 7}, "VERSION"),
    ],
)
def test_an_operation_that_makes_no_sense_gets_a_verdict_of_its_own(counter, changes, code):
    case = make_case(f"{counter.terminal}-2026-000009")
    with counter.store.write() as tx:
        letters.keep_blob(tx, b"pdf")
        letter = make_letter(case, 1, b"pdf")
        op_id = report.case_submitted(tx, counter.clock, case, letter, "u017")
        _change(tx, op_id, **changes)
    assert verdict(counter) == code
    counter.save()
    assert verdict(counter) == "applied"


def test_an_abandoned_case_keeps_its_number(counter):
    case = make_case(f"{counter.terminal}-2026-000001")
    with counter.store.write() as tx:
        report.case_abandoned(tx, counter.clock, case, "换了事项", "u017")
    assert verdict(counter) == "applied"
    view = agreement.their_record(counter.client, case.number)
    assert (view.state, view.case, view.letters) == ("abandoned", None, [])
    counter.cases = 0
    counter.save()
    assert verdict(counter) == "platform.number-used"


def test_a_sealed_case_is_voided_not_abandoned(counter):
    case = counter.save()
    with counter.store.write() as tx:
        report.case_abandoned(tx, counter.clock, case, "换了事项", "u017")
    assert verdict(counter) == "case.move"


def test_a_letter_is_voided_once_and_only_if_it_is_there(counter):
    case = counter.reissue(counter.save())
    with counter.store.write() as tx:
        report.letter_voided(tx, counter.clock, case, case.letters[0], "再作废", None, "u017")
    assert verdict(counter) == "platform.letter-void-already"
    other = make_letter(case, 7, b"none")
    with counter.store.write() as tx:
        report.letter_voided(tx, counter.clock, case, other, "作废", None, "u017")
    assert verdict(counter) == "platform.no-such-letter"


def test_the_same_case_under_another_name_is_a_duplicate(counter):
    case = counter.save()
    with counter.store.write() as tx:
        report.case_submitted(tx, counter.clock, case, case.letters[0], "u017")
    counter.engine.round()
    assert counter.counts()["applied"] == 2
    assert len(agreement.their_record(counter.client, case.number).history) == 1


def test_an_operations_name_used_again_stops_the_line(counter, attacker):
    counter.save()
    counter.engine.round()
    request = request_of(counter)
    changed = {**request["ops"][0], "actor": "u999"}
    changed["hash"] = link(canonical({k: v for k, v in changed.items() if k != "hash"}))
    answer = attacker.push({**request, "ops": [changed]})
    assert answer.json()["results"][0]["code"] == "ID_REUSE"
    with counter.store.write() as tx:
        _change(tx, changed["op_id"], actor="u999")
        outbox.rewind(tx, 1)
    result = counter.engine.round()
    assert (result.line, result.problem, result.counts["quarantine"]) == (
        "stopped",
        "sync.forked",
        1,
    )


def test_gaps_and_forks_are_told_with_where_to_go_on(counter, attacker):
    for _ in range(3):
        counter.save()
    request = request_of(counter)
    gap = attacker.push({**request, "ops": request["ops"][1:]})
    assert gap.status_code == 409
    assert (gap.json()["error"], gap.json()["expected_seq"]) == ("GAP", 1)
    wrong = {**request["ops"][0], "hash": "0" * 64}
    fork = attacker.push({**request, "ops": [wrong]})
    assert (fork.status_code, fork.json()["error"]) == (409, "FORK")
    assert attacker.push({**request, "epoch": 9}).json()["error"] == "EPOCH"
    assert counter.engine.round().line == "clear"


def test_results_and_their_order_are_the_same_for_ever(counter, attacker):
    for _ in range(3):
        counter.save()
    counter.save(mode="live")
    counter.engine.round()
    request = request_of(counter)
    answers = [attacker.push(request).json()["results"] for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]
    assert [each["status"] for each in answers[0]] == ["applied"] * 3 + ["rejected"]


BAD_JSON = [
    b"",
    b"nothing",
    b"[" * 2000,
    b'{"protocol":1,"protocol":1}',
    b'{"protocol":NaN}',
    b'{"protocol":1e400}',
    b'{"protocol":1.0}',
    b'{"protocol":' + b"9" * 5000 + b"}",
    b'{"terminal":"\\ud800"}',
    b'{"terminal":"\xff"}',
    b'{"a":' * 40 + b"1" + b"}" * 40,
]


@pytest.mark.parametrize("body", BAD_JSON)
def test_what_is_not_strict_json_is_a_400(attacker, body):
    answer = attacker.push_bytes(body)
    assert (answer.status_code, answer.json()["error"]) == (400, "JSON")


def test_unknown_keys_wrong_types_and_old_protocols_are_refused(attacker, counter):
    counter.save()
    request = request_of(counter)
    for changed in (
        {**request, "more": 1},
        {**request, "cursor": "0"},
        {**request, "cursor": True},
        {**request, "ops": request["ops"] * 501},
        {**request, "ops": [{**request["ops"][0], "more": 1}]},
        {**request, "boot_id": "x" * 36},
        [],
    ):
        assert attacker.push(changed).status_code in (413, 422)
    assert attacker.push({**request, "protocol": 0}).status_code == 426
    assert attacker.push({"protocol": 99}).status_code == 426


def test_too_much_is_a_413_packed_or_not(attacker):
    assert attacker.push_bytes(b" " * 600_000).status_code == 413
    assert attacker.push_bytes(b" " * 5_000_000, packed=True).status_code == 413
    assert attacker.push_bytes(b"\x1f\x8b rubbish", packed=False).status_code == 400


def test_another_hall_cannot_see_a_case_by_guessing(platform, counter, tmp_path):
    case = counter.save()
    counter.engine.round()
    other = enrolled(platform, tmp_path / "other", terminal="510503-T01")
    with pytest.raises(Unavailable):
        agreement.their_record(other.client, case.number)
    sm3 = case.letters[0].sm3
    assert other.client.signed("GET", f"/v1/blobs/{sm3}").status == 404
    assert other.client.signed("HEAD", f"/v1/blobs/{sm3}").status == 404
    changes = other.client.signed("GET", "/v1/sync/pull?cursor=0&limit=500").value()["changes"]
    assert case.number not in {each["number"] for each in changes}
    other.store.close()


def test_another_counter_of_the_hall_sees_it(platform, counter, tmp_path):
    case = counter.save()
    counter.engine.round()
    other = enrolled(platform, tmp_path / "other")
    assert agreement.their_record(other.client, case.number).number == case.number
    other.store.close()


def test_blobs_are_what_their_digest_says_or_refused(attacker):
    digest = sm3_hex(b"letter")
    target = f"/v1/blobs/{digest}?offset=0&length=6"
    assert attacker.send("PATCH", target, b"rettel").status_code == 422
    assert attacker.send("PATCH", target, b"let").status_code == 204
    again = attacker.send("PATCH", target, b"let")
    assert (again.status_code, again.headers["Upload-Offset"]) == (409, "3")
    rest = f"/v1/blobs/{digest}?offset=3&length=6"
    assert attacker.send("PATCH", rest, b"ters").status_code == 422
    assert attacker.send("PATCH", rest, b"ter").headers["Upload-Offset"] == "6"
    assert attacker.send("GET", f"/v1/blobs/{digest}").content == b"letter"
    for query in ("", "?offset=-1&length=6", "?offset=0&length=99999999999", "?offset=0&length=0"):
        assert attacker.send("PATCH", f"/v1/blobs/{digest}{query}", b"x").status_code in (204, 422)


def test_what_is_not_served_is_said_in_the_same_words(attacker):
    assert attacker.send("GET", "/nothing", None, {}).json()["error"] == "NO_ROUTE"
    assert attacker.send("PUT", "/health", None, {}).json()["error"] == "NO_METHOD"
    assert attacker.send("GET", "/v1/cases/1-2").status_code == 404
    assert attacker.send("GET", "/v1/sync/pull?cursor=x").status_code == 422


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    target=st.sampled_from(["/v1/sync/push", "/v1/enrol", "/v1/blobs/" + "a" * 64, "/v1/nonce"]),
    body=st.one_of(
        st.binary(max_size=200),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=8),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(["ops", "protocol", "code", "epoch", "x"]), inner, max_size=3
                )
            ),
            max_leaves=8,
        ).map(lambda value: json.dumps(value).encode()),
    ),
)
def test_rubbish_is_never_a_500(attacker, target, body):
    method = "PATCH" if "blobs" in target else "POST"
    assert attacker.send(method, target, body or None).status_code < 500


def test_the_document_names_every_status(attacker):
    paths = attacker.send("GET", "/openapi.json", None, {}).json()["paths"]
    push = paths["/v1/sync/push"]["post"]["responses"]
    assert {"200", "400", "401", "403", "409", "413", "422", "426", "503"} <= set(push)
    assert set(paths) >= {"/health", "/v1/enrol", "/v1/sync/pull", "/v1/blobs/{sm3}"}


def test_the_platforms_log_has_nothing_personal(platform, counter):
    case = counter.save()
    counter.engine.round()
    agreement.their_record(counter.client, case.number)
    log = platform.database.with_name("platform.log").read_text()
    assert PERSON.name not in log
    assert PERSON.number not in log
    assert case.number not in log
