"""Messages of every released protocol are still read, their digests and signatures still good."""

import json
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.codecs.canonical import canonical
from app.codecs.chain import START, link
from app.contract import messages, public
from app.contract.json import loads
from app.contract.signature import enrolment_proof, from_base64
from app.errors import Unavailable
from app.sync.verdicts import check_receipt

HERE = Path(__file__).parent / "wire"
MODELS = {
    "push-request-1": messages.PushRequest,
    "push-reply-1": messages.PushReply,
    "push-reply-deferred-1": messages.PushReply,
    "pull-reply-1": messages.PullReply,
    "case-view-1": messages.CaseView,
    "problem-1": messages.Problem,
    "enrol-request-1": messages.EnrolRequest,
    "enrol-reply-1": messages.EnrolReply,
    "check-request-1": public.CheckRequest,
    "check-reply-1": public.CheckReply,
    "case-submit-typed-1": messages.CaseSubmit,
}


def read(name):
    return loads((HERE / f"{name}.json").read_bytes())


def test_there_is_a_model_for_every_sample_and_a_sample_for_every_model():
    assert {file.stem for file in HERE.glob("*.json")} == set(MODELS)


@pytest.mark.parametrize("name", sorted(MODELS))
def test_a_released_message_is_read_and_written_the_same(name):
    found = MODELS[name].model_validate(read(name))
    assert json.loads(found.model_dump_json(exclude_none=name == "problem-1")) == read(name)


def test_operations_of_a_released_batch_have_the_digests_they_say():
    request = messages.PushRequest.model_validate(read("push-request-1"))
    prev = START
    for op in request.ops:
        assert op.prev == prev
        assert link(canonical(op.hashed())) == op.hash
        assert messages.BODIES[op.type].model_validate(op.body)
        prev = op.hash
    assert {op.type for op in request.ops} == {"case.submit", "letter.void"}


def test_a_released_receipt_is_still_the_platforms_and_over_those_results():
    reply = messages.PushReply.model_validate(read("push-reply-1"))
    request = messages.PushRequest.model_validate(read("push-request-1"))
    key = from_base64(read("enrol-reply-1")["platform_key"]["public_key"])
    hashes = {op.op_id: op.hash for op in request.ops}
    check_receipt(reply.receipt, reply.results, hashes, key)
    assert [each.status for each in reply.results] == ["applied", "applied", "rejected"]
    other = reply.results[0].model_copy(update={"version": 9})
    with pytest.raises(Unavailable):
        check_receipt(reply.receipt, [other, *reply.results[1:]], hashes, key)
    with pytest.raises(Unavailable):
        check_receipt(reply.receipt, reply.results, hashes, bytes(32))


def test_a_released_enrolment_proves_its_key():
    request = messages.EnrolRequest.model_validate(read("enrol-request-1"))
    key = Ed25519PublicKey.from_public_bytes(from_base64(request.public_key))
    proof = from_base64(request.proof)
    key.verify(proof, enrolment_proof(request.code, request.alg, request.public_key))
    with pytest.raises(InvalidSignature):
        key.verify(proof, enrolment_proof("0" * 20, request.alg, request.public_key))
