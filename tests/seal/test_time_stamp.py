"""Time stamp tokens: what they must say, whose they must be, and rubbish in their place."""

import subprocess
from datetime import timedelta

import pytest
from asn1crypto import tsp
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Unavailable
from app.seal.certificates import read_certificate
from app.seal.chains import Anchors
from app.seal.time_stamp import compared, judge, read
from app.seal.time_stamp_request import request, token_in
from tests.seal import blocks
from tests.seal.blocks import authority, num, octets, seq, stamp_info, token
from tests.seal.parts import NOW, YEAR, Holder

PROVED = "time-stamp.proved"
VALUE = b"the signature value"
DAY = timedelta(days=1)
NONCE = 0x1122334455667788


@pytest.fixture(scope="module")
def root() -> Holder:
    return authority("Root")


@pytest.fixture(scope="module")
def service(root) -> Holder:
    return blocks.stamping("Stamps", root)


@pytest.fixture(scope="module")
def anchors(root) -> Anchors:
    return Anchors((read_certificate(root.der),))


def test_a_token_tells_the_time(service, anchors) -> None:
    found = judge(token(service, stamp_info(VALUE)), VALUE, anchors, NOW)
    assert (found.finding.result, found.finding.code, found.at) == ("good", PROVED, NOW)
    assert "± 1.002001 s" in found.finding.detail


def test_a_token_is_found_in_every_wrapping(service, anchors) -> None:
    bare = token(service, stamp_info(VALUE))
    answer = seq(seq(num(0)), bare)
    for held in (bare, blocks.bits(bare), octets(bare), octets(blocks.bits(bare)), answer):
        assert judge(held, VALUE, anchors, NOW).finding.code == PROVED
    for _ in range(6):
        bare = octets(bare)
    assert judge(bare, VALUE, anchors, NOW).finding.code == "time-stamp.unreadable"


@pytest.mark.parametrize(
    ("kind", "content_type"),
    [(blocks.GM, blocks.GM_DATA), (blocks.GM, blocks.TST_INFO), (blocks.CMS, blocks.CMS_DATA)],
)
def test_national_names_are_taken(service, anchors, kind, content_type) -> None:
    held = token(service, stamp_info(VALUE), kind=kind, content_type=content_type)
    assert judge(held, VALUE, anchors, NOW).finding.code == PROVED


def test_another_hash_of_the_same_is_taken(service, anchors) -> None:
    info = stamp_info(VALUE, digest="2.16.840.1.101.3.4.2.1")
    assert judge(token(service, info), VALUE, anchors, NOW).finding.code == PROVED
    info = stamp_info(VALUE, digest="1.3.14.3.2.26")
    found = judge(token(service, info), VALUE, anchors, NOW).finding
    assert (found.result, found.code) == ("cannot tell", "time-stamp.digest-unknown")


def test_a_token_for_something_else_is_bad(service, anchors) -> None:
    found = judge(token(service, stamp_info(b"other")), VALUE, anchors, NOW)
    assert (found.finding.result, found.finding.code) == ("bad", "time-stamp.other-content")


def test_what_was_stamped_later_than_now_cannot_be_told(service, anchors) -> None:
    held = token(service, stamp_info(VALUE, at=NOW + DAY))
    assert judge(held, VALUE, anchors, NOW).finding.code == "time-stamp.in-the-future"
    assert judge(held, VALUE, anchors, None).finding.code == PROVED


def test_a_changed_token_is_bad(service, anchors) -> None:
    held = token(service, stamp_info(VALUE), hash=lambda data: bytes(32))
    assert judge(held, VALUE, anchors, NOW).finding.code == "digest.different"
    stranger = Holder(service.party, Holder.new("X").private_key, service.der)
    held = token(stranger, stamp_info(VALUE))
    assert judge(held, VALUE, anchors, NOW).finding.code == "signature.wrong"


def test_a_service_nobody_trusts_cannot_be_told(service) -> None:
    found = judge(token(service, stamp_info(VALUE)), VALUE, Anchors(), NOW).finding
    assert (found.result, found.code) == ("cannot tell", "certificate.no-anchor")


def test_a_token_without_the_services_certificate_cannot_be_told(service, anchors) -> None:
    held = token(service, stamp_info(VALUE), certificates=())
    assert judge(held, VALUE, anchors, NOW).finding.code == "signature.no-certificate"


def test_a_signers_certificate_gives_no_time(root, anchors) -> None:
    person = blocks.signing("Person", root)
    found = judge(token(person, stamp_info(VALUE)), VALUE, anchors, NOW).finding
    assert (found.result, found.code) == ("cannot tell", "certificate.purpose")
    mails = Holder.new("Mails")
    mails = blocks.certified(mails, root, blocks.purpose("1.3.6.1.5.5.7.3.4"))
    found = judge(token(mails, stamp_info(VALUE)), VALUE, anchors, NOW).finding
    assert (found.result, found.code) == ("bad", "certificate.purpose")


def test_the_services_certificate_is_judged_at_the_time_it_stamped(root, anchors) -> None:
    ended = blocks.stamping("Ended", root, until=NOW - DAY)
    assert judge(token(ended, stamp_info(VALUE)), VALUE, anchors, NOW).finding.code == (
        "certificate.expired"
    )
    held = token(ended, stamp_info(VALUE, at=NOW - 2 * DAY))
    assert judge(held, VALUE, anchors, NOW + YEAR).finding.code == PROVED


def test_a_stamp_cannot_be_older_than_the_signature_beyond_a_time_zone(service, anchors) -> None:
    stamped = judge(token(service, stamp_info(VALUE)), VALUE, anchors, NOW)
    assert compared(stamped, NOW + timedelta(hours=8)).code == PROVED
    assert compared(stamped, NOW + timedelta(hours=9)).code == "time-stamp.before-signing"
    assert compared(stamped, NOW - DAY).code == PROVED


@pytest.mark.parametrize("held", [b"", b"\0", b"rubbish", b"\x03\x02\x00\x05", b"0\0", b"\xa0\0"])
def test_a_few_bytes_of_rubbish_are_said_to_be_none(anchors, held) -> None:
    found = judge(held, VALUE, anchors, NOW)
    assert (found.finding.result, found.at) == ("cannot tell", None)
    assert found.finding.code == "time-stamp.unreadable"


@given(st.binary(max_size=200))
def test_no_rubbish_is_a_stamp(anchors, held) -> None:
    assert judge(held, VALUE, anchors, NOW).finding.code == "time-stamp.unreadable"


def test_no_changed_byte_gives_another_time(service, anchors) -> None:
    original = token(service, stamp_info(VALUE))
    for place in range(0, len(original), 3):
        changed = bytearray(original)
        changed[place] ^= 1 << place % 8
        found = judge(bytes(changed), VALUE, anchors, NOW)
        assert found.finding.result != "good" or found.at == NOW


def test_our_tokens_are_tokens_to_others(tmp_path, service) -> None:
    held = token(service, stamp_info(VALUE, nonce=NONCE))
    signed = tsp.ContentInfo.load(held)["content"]
    info = tsp.TSTInfo.load(bytes(signed["encap_content_info"]["content"].native))
    assert info["gen_time"].native == NOW
    assert info["nonce"].native == NONCE
    assert read(held).nonce == NONCE
    (tmp_path / "t").write_bytes(held)
    command = ["openssl", "ts", "-reply", "-token_in", "-in", "t", "-token_out", "-text"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "Hash Algorithm: sm3" in said.stdout


# --- asking ---


def test_a_question_holds_the_digest_and_is_openssls_own(tmp_path) -> None:
    (tmp_path / "v").write_bytes(VALUE)
    command = ["openssl", "ts", "-query", "-data", "v", "-sm3", "-cert", "-out", "q"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    theirs = (tmp_path / "q").read_bytes()
    nonce = tsp.TimeStampReq.load(theirs)["nonce"].native
    assert request(VALUE, nonce) == theirs
    assert VALUE not in theirs


def answer(held: bytes, status: int = 0) -> bytes:
    return seq(seq(num(status)), held)


def believed(data: bytes, anchors: Anchors) -> bytes:
    return token_in(data, stamped=VALUE, nonce=NONCE, anchors=anchors, at=NOW)


def test_a_granted_token_is_believed(service, anchors) -> None:
    held = token(service, stamp_info(VALUE, nonce=NONCE))
    for status in (0, 1):
        assert believed(answer(held, status), anchors) == held


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda service: answer(b"", 2), "time-stamp.declined"),
        (lambda service: answer(token(service, stamp_info(VALUE, nonce=NONCE)), 3), "declined"),
        (lambda service: answer(b"", 0), "time-stamp.declined"),
        (lambda service: answer(token(service, stamp_info(VALUE, nonce=1))), "other-question"),
        (lambda service: answer(token(service, stamp_info(VALUE))), "other-question"),
        (lambda service: answer(token(service, stamp_info(b"x", nonce=NONCE))), "not-believed"),
        (lambda service: b"<html>welcome</html>", "no-answer"),
        (lambda service: b"", "no-answer"),
        (lambda service: answer(octets(bytes(20_000))), "no-answer"),
    ],
)
def test_an_answer_that_is_not_to_be_believed_is_refused(service, anchors, make, code) -> None:
    with pytest.raises(Unavailable) as refused:
        believed(make(service), anchors)
    assert refused.value.code.endswith(code)


@given(st.binary(max_size=100))
def test_a_damaged_answer_is_refused_in_words(anchors, data) -> None:
    with pytest.raises(Unavailable):
        believed(data, anchors)


# --- a token by OpenSSL ---

TSA = """
[tsa]
default_tsa = here
[here]
serial = serial
signer_cert = c
signer_key = k
certs = c
default_policy = 1.2.3.4
digests = sm3, sha256
signer_digest = sha256
accuracy = secs:1
[req]
distinguished_name = name
prompt = no
[name]
CN = T
[marks]
basicConstraints = critical, CA:true
extendedKeyUsage = critical, timeStamping
"""


@pytest.mark.parametrize("key", [("rsa:2048",), ("ec", "-pkeyopt", "ec_paramgen_curve:P-256")])
def test_a_token_made_by_openssl_is_believed(tmp_path, key) -> None:
    def openssl(*command: str) -> None:
        subprocess.run(["openssl", *command], cwd=tmp_path, capture_output=True, check=True)

    (tmp_path / "conf").write_text(TSA)
    (tmp_path / "serial").write_text("01\n")
    (tmp_path / "q").write_bytes(request(VALUE, NONCE))
    fresh = ["-config", "conf", "-extensions", "marks", "-nodes", "-newkey", *key]
    openssl("req", "-x509", *fresh, "-keyout", "k", "-out", "c")
    openssl("x509", "-in", "c", "-outform", "DER", "-out", "c.der")
    openssl("ts", "-reply", "-config", "conf", "-queryfile", "q", "-out", "a")
    data = (tmp_path / "a").read_bytes()
    anchors = Anchors((read_certificate((tmp_path / "c.der").read_bytes()),))
    held = tsp.TimeStampResp.load(data)["time_stamp_token"].dump()
    at = read(held).at
    assert token_in(data, stamped=VALUE, nonce=NONCE, anchors=anchors, at=at) == held
    assert judge(held, VALUE + b"x", anchors, at).finding.code == "time-stamp.other-content"
    assert judge(held, VALUE, anchors, at).at == at


def test_what_is_not_built_as_a_stamp_is_said_to_be_none(service, anchors) -> None:
    def code(held: bytes) -> str:
        return judge(held, VALUE, anchors, NOW).finding.code

    info = stamp_info(VALUE)
    odd = seq(num(1), octets(b""))
    bad_accuracy = info.replace(b"\x80\x01\x02", b"\x84\x01\x02")
    three = seq(seq(num(0)), token(service, info), num(1))

    assert code(token(service, odd)) == "time-stamp.unreadable"
    assert code(token(service, bad_accuracy)) == "time-stamp.unreadable"
    assert code(token(service, info, content_type="1.2.3")) == "time-stamp.unreadable"
    assert code(token(service, info, attached=False)) == "time-stamp.unreadable"
    assert code(three) == "time-stamp.unreadable"

    assert code(octets(bytes(300_000))) == "time-stamp.unreadable"
