"""Who is let in: signatures, nonces, codes, revocation."""

from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.central.declined import Declined
from app.central.identity import Door, References, make_code, revoke
from app.central.records import mark, open_records, read_mark
from app.clock import FixedClock, SystemClock
from app.contract.messages import EnrolRequest
from app.contract.signature import NONCE_HEADER, enrolment_proof, to_base64
from app.errors import Refused
from app.sync import enrolment
from app.sync.client import PlatformClient
from tests.central.attacker import Attacker, request_of
from tests.sync.kit import AT, code_for, enrolled, new_station

PULL = "/v1/sync/pull?cursor=0&limit=5"


@pytest.fixture
def attacker(counter):
    return Attacker.with_key_of(counter)


def test_an_unsigned_request_is_not_let_in(attacker):
    for method, target in (("GET", PULL), ("POST", "/v1/sync/push"), ("PATCH", "/v1/blobs/x")):
        answer = attacker.send(method, target, b"{}" if method != "GET" else None, {})
        assert (answer.status_code, answer.json()["error"]) == (401, "UNSIGNED")


def test_without_a_nonce_there_is_a_401_that_carries_one(attacker):
    refused = attacker.send("GET", PULL, None, attacker.signed("GET", PULL, None, nonce=""))
    assert (refused.status_code, refused.json()["error"]) == (401, "NONCE")
    nonce = refused.headers[NONCE_HEADER]
    good = attacker.send("GET", PULL, None, attacker.signed("GET", PULL, None, nonce))
    assert good.status_code == 200
    assert good.headers[NONCE_HEADER] != nonce


def test_a_nonce_serves_once_however_it_is_spelled(attacker):
    nonce = attacker.nonce()
    headers = attacker.signed("GET", PULL, None, nonce)
    assert attacker.send("GET", PULL, None, headers).status_code == 200
    assert attacker.send("GET", PULL, None, headers).json()["error"] == "NONCE"
    other_spelling = attacker.signed("GET", PULL, None, nonce[:8] + "!" + nonce[8:])
    assert attacker.send("GET", PULL, None, other_spelling).json()["error"] == "NONCE"


def test_a_nonce_of_another_counter_is_refused(attacker):
    headers = attacker.signed("GET", PULL, None, attacker.nonce("510502-OTHER"))
    assert attacker.send("GET", PULL, None, headers).json()["error"] == "NONCE"


def test_a_changed_body_path_query_or_method_is_refused(attacker, counter):
    counter.save()
    body = str(request_of(counter)).encode()
    push = "/v1/sync/push"
    attempts = [
        attacker.send("POST", push, body + b" ", attacker.signed("POST", push, body)),
        attacker.send("POST", push, body, attacker.signed("POST", push, None)),
        attacker.send("GET", PULL, None, attacker.signed("GET", "/v1/sync/push", None)),
        attacker.send("GET", PULL + "0", None, attacker.signed("GET", PULL, None)),
        attacker.send("HEAD", "/v1/blobs/" + "0" * 64, None, attacker.signed("GET", PULL, None)),
    ]
    assert [answer.status_code for answer in attempts] == [401] * 5


def test_another_counters_name_under_our_key_is_refused(attacker, platform, tmp_path):
    other = enrolled(platform, tmp_path / "other")
    other.store.close()
    attacker.terminal = other.terminal
    answer = attacker.send("GET", PULL)
    assert (answer.status_code, answer.json()["error"]) == (401, "SIGNATURE")


def test_an_unknown_algorithm_is_refused(attacker):
    headers = attacker.signed("GET", PULL, None)
    for alg in ("none", "hmac-sha256", "rsa-v1_5-sha256", "sm2"):
        changed = headers["Signature-Input"].replace("ed25519", alg)
        answer = attacker.send("GET", PULL, None, {**headers, "Signature-Input": changed})
        assert answer.json()["error"] == "SIGNATURE"


def test_rubbish_in_the_signature_headers_is_a_401(attacker):
    for rubbish in ("", "x", "counter=()", 'counter=("@method");keyid=1;nonce=2;alg=3', "é" * 10):
        headers = {"Signature-Input": rubbish.encode(), "Signature": b"counter=:AA==:"}
        assert attacker.send("GET", PULL, None, headers).status_code == 401


def test_a_batch_in_another_counters_name_is_refused(attacker, counter):
    counter.save()
    answer = attacker.push({**request_of(counter), "terminal": "510502-T999"})
    assert (answer.status_code, answer.json()["error"]) == (403, "TERMINAL")


def test_a_revoked_counter_stops_and_keeps_everything(platform, counter):
    case = counter.save()
    records = open_records(str(platform.database))
    assert revoke(records, SystemClock(), counter.terminal)
    assert not revoke(records, SystemClock(), "510502-NOBODY")
    records.close()
    result = counter.engine.round()
    assert (result.line, result.problem) == ("stopped", "sync.revoked")
    assert result.counts["outbox"] == 1
    made = enrolment.enrol(counter.client, code_for(platform, counter.terminal))
    with counter.store.write() as tx:
        enrolment.keep(tx, made)
    assert counter.engine.round().line == "clear"
    assert counter.where(case) == "received"


def test_a_one_time_code_serves_once(platform, counter):
    code = code_for(platform, new_station())
    client = PlatformClient(platform.url, counter.clock)
    assert enrolment.enrol(client, code).epoch == 1
    with pytest.raises(Refused):
        enrolment.enrol(client, code)
    with pytest.raises(Refused):
        enrolment.enrol(client, "0" * 20)
    client.close()


def test_a_training_platform_does_not_take_a_live_counter_and_the_code_stays_good(
    platform, counter
):
    code = code_for(platform, new_station())
    client = PlatformClient(platform.url, counter.clock)
    with pytest.raises(Refused) as refused:
        enrolment.enrol(client, code, mode="live")
    assert refused.value.code == "sync.other-mode"
    assert enrolment.enrol(client, code, mode="training").mode == "training"
    client.close()


@pytest.fixture
def records(tmp_path):
    made = open_records(str(tmp_path / "p.db"))
    mark(made, "training")
    yield made
    made.close()


def request(code, key=None, proved_by=None):
    key = key or Ed25519PrivateKey.generate()
    public = to_base64(key.public_key().public_bytes_raw())
    proof = (proved_by or key).sign(enrolment_proof(code, "ed25519", public))
    return EnrolRequest(
        protocol=1, code=code, alg="ed25519", public_key=public, proof=to_base64(proof)
    )


def test_a_code_is_good_for_fifteen_minutes(records):
    clock = FixedClock(AT)
    door = Door(records, read_mark(records), clock)
    code = make_code(records, read_mark(records), clock, "510502-T01", "510502")
    clock.pass_time(timedelta(minutes=15, seconds=1))
    with pytest.raises(Declined):
        door.enrol(request(code), References())


def test_a_key_that_is_not_held_does_not_spend_the_code(records):
    clock = FixedClock(AT)
    door = Door(records, read_mark(records), clock)
    code = make_code(records, read_mark(records), clock, "510502-T01", "510502")
    with pytest.raises(Declined):
        door.enrol(request(code, proved_by=Ed25519PrivateKey.generate()), References())
    assert door.enrol(request(code), References()).terminal == "510502-T01"


def test_only_the_digest_of_a_code_is_kept(records):
    code = make_code(records, read_mark(records), FixedClock(AT), "510502-T01", "510502")
    with records.read() as rx:
        kept = str(rx.exec_driver_sql("SELECT * FROM codes").all())
    assert code not in kept


def test_codes_are_read_bare_grouped_or_as_enrol_code_prints_them():
    digits = "15626421038229899088"
    grouped = "1562 6421-0382 2989 9088\n"
    for text in (digits, grouped, '{"code": "15626421038229899088", "minutes": 15}'):
        assert enrolment.read_code(text) == digits
    for text in ("", "1234", "x" * 20, "{", '{"code": 5}', "１" * 20):
        with pytest.raises(Refused):
            enrolment.read_code(text)


@pytest.mark.parametrize("url", ["http://platform.example", "ftp://127.0.0.1", "platform"])
def test_no_article_is_cited_for_what_no_article_says(url):
    with pytest.raises(Refused, match=r"^sync\.plain-http$") as refused:
        PlatformClient(url, FixedClock(AT))
    assert refused.value.article == ""
