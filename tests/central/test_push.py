"""What the platform takes and what it refuses; never a 500."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.codecs.canonical import canonical
from app.codecs.chain import link, sm3_hex
from app.errors import Unavailable
from app.sync import agreement, outbox
from tests.central.attacker import Attacker, request_of, rewrite
from tests.sync.kit import PERSON, enrolled


@pytest.fixture
def attacker(counter):
    return Attacker.with_key_of(counter)


def test_an_operations_name_used_again_stops_the_line(counter, attacker):
    counter.save()
    counter.engine.round()
    request = request_of(counter)
    changed = {**request["ops"][0], "actor": "u999"}
    changed["hash"] = link(canonical({k: v for k, v in changed.items() if k != "hash"}))
    answer = attacker.push({**request, "ops": [changed]})
    assert answer.json()["results"][0]["code"] == "ID_REUSE"
    with counter.store.write() as tx:
        rewrite(tx, changed["op_id"], actor="u999")
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
