"""SignedData (CMS, GB/T 35275) over documents: every form of the field, and what is wrong."""

import subprocess
import time
from dataclasses import replace
from datetime import timedelta

import pytest
from asn1crypto import cms as second_opinion
from asn1crypto import core
from hypothesis import given
from hypothesis import strategies as st

from app.codecs.chain import sm3
from app.seal.certificates import read_certificate
from app.seal.chains import Anchors
from app.seal.report import SignatureReport, Step
from app.seal.signed_data import report
from tests.seal import blocks
from tests.seal.blocks import Signing, attribute, authority, oid, signing
from tests.seal.parts import NOW, YEAR, Holder

DOCUMENT = b"the whole Signature.xml"
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def root() -> Holder:
    return authority("Root")


@pytest.fixture(scope="module")
def signer(root) -> Holder:
    return signing("Signer", root, serial=8)


@pytest.fixture(scope="module")
def anchors(root) -> Anchors:
    return Anchors((read_certificate(root.der),))


def codes(found: SignatureReport) -> dict[str, str]:
    return {step.step: step.code for step in found.steps}


def judged(how: Signing, anchors: Anchors, signed=DOCUMENT, document=DOCUMENT, at=NOW):
    return report(how.data(signed), document, anchors, at)


FORMS = {
    "attached": {},
    "detached": {"attached": False},
    "without attributes": {"attributes": False, "signed_at": None},
    "detached without attributes": {"attached": False, "attributes": False, "signed_at": None},
    "CMS names": {"kind": blocks.CMS, "content_type": blocks.CMS_DATA},
    "the way named with its hash": {"way": blocks.SM3_WITH_SM2},
    "the way named by the kind of key": {"way": "1.2.840.10045.2.1"},
    "the way mistyped": {"way": "1.2.156.10197.501"},
    "the hash by HMAC's name": {"digest": f"{blocks.SM3}.2"},
    "by key": {"by_key_id": True},
    "raw 64 bytes": {"change": lambda der: raw(der)},
    "no time": {"signed_at": None},
}


def raw(der: bytes) -> bytes:
    r, s = core.SequenceOf.load(der, spec=core.Integer).native
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_judged(form, signer, anchors) -> None:
    how = replace(Signing(signer), **FORMS[form])
    found = judged(how, anchors)
    assert (found.verdict, found.signer) == ("good", "Signer"), found
    assert found.kind == ("CMS" if how.kind == blocks.CMS else "SignedData")
    assert [step.step for step in found.steps] == [
        *("structure", "signature", "signer-certificate", "time", "digest")
    ]
    other = judged(how, anchors, document=DOCUMENT + b" ")
    assert other.verdict == "bad"
    assert other.first_failure.code in ("digest.different", "signature.wrong")


def test_the_carried_content_may_be_the_documents_digest(signer, anchors) -> None:
    for attributes in (True, False):
        how = Signing(signer, attributes=attributes, signed_at=None)
        assert judged(how, anchors, signed=sm3(DOCUMENT)).verdict == "good"
        found = judged(how, anchors, signed=sm3(b"another"))
        assert codes(found)["digest"] == "digest.different"


def test_a_digest_made_with_z_is_a_remark(signer, anchors) -> None:
    from app.codecs.sm2 import message_digest

    how = Signing(signer, hash=lambda data: message_digest(signer.party.public_key, data))
    found = judged(how, anchors)
    assert (found.verdict, codes(found)["digest"]) == ("good", "digest.with-z")


def test_the_signed_digest_must_be_the_contents(signer, anchors) -> None:
    found = judged(Signing(signer, hash=lambda data: bytes(32)), anchors)
    assert codes(found)["digest"] == "digest.different"
    assert codes(found)["signature"] == "ok"


def test_attributes_that_say_nothing_of_the_document_are_bad(signer, anchors) -> None:
    class Silent(Signing):
        def _attributes(self, content):
            return attribute(blocks.CONTENT_TYPE, oid(self.content_type))

    assert codes(judged(Silent(signer), anchors))["signature"] == "signature.no-digest"


def test_another_signature_or_key_is_bad(root, signer, anchors) -> None:
    other = signing("Other", root)
    broken = Signing(signer, change=lambda der: other.sign_message(b"x"))
    assert codes(judged(broken, anchors))["signature"] == "signature.wrong"
    swapped = Signing(Holder(signer.party, other.private_key, signer.der))
    assert codes(judged(swapped, anchors))["signature"] == "signature.wrong"


def test_of_two_certificates_with_one_name_the_key_decides(root, signer, anchors) -> None:
    twin = signing("Signer", root, serial=8)
    how = Signing(signer, certificates=(twin.der, signer.der))
    assert judged(how, anchors).verdict == "good"


def test_the_named_certificate_must_be_the_one(root, signer, anchors) -> None:
    named = (blocks.names_certificate(signer.der),)
    assert judged(Signing(signer, extra=named), anchors).verdict == "good"
    renewed = blocks.certified(signer, root, serial=8)
    found = judged(Signing(renewed, extra=named), anchors)
    assert codes(found)["signature"] == "signature.other-certificate"


def test_the_signed_kind_of_content_must_be_the_stated_one(signer, anchors) -> None:
    class Two(Signing):
        def _attributes(self, content):
            return replace(Signing(self.holder), content_type="1.2.3")._attributes(content)

    assert codes(judged(Two(signer), anchors))["signature"] == "signature.content-type"


def test_without_a_certificate_something_is_missing(root, signer, anchors) -> None:
    how = Signing(signer, certificates=())
    found = judged(how, anchors)
    assert (found.verdict, codes(found)["signature"]) == (
        "cannot tell",
        "signature.no-certificate",
    )
    with_signer = Anchors((*anchors.certificates, read_certificate(signer.der)))
    assert judged(how, with_signer).verdict == "good"


def test_without_trust_it_is_never_good_and_wrong_stays_bad(signer) -> None:
    assert judged(Signing(signer), Anchors()).verdict == "cannot tell"
    assert judged(Signing(signer), Anchors(), document=b"x").verdict == "bad"


def test_without_the_document_the_digest_cannot_be_told(signer, anchors) -> None:
    found = judged(Signing(signer), anchors, document=None)
    assert (found.verdict, codes(found)["digest"]) == ("cannot tell", "digest.no-document")
    assert codes(found)["signature"] == "ok"
    wrong = judged(Signing(signer, hash=lambda data: bytes(32)), anchors, document=None)
    assert (wrong.verdict, codes(wrong)["digest"]) == ("bad", "digest.different")
    bare = Signing(signer, attributes=False, attached=False, signed_at=None)
    found = judged(bare, anchors, document=None)
    assert codes(found)["signature"] == "signature.no-document"


def test_intermediates_come_with_the_signature(root, anchors) -> None:
    middle = authority("Middle", root)
    below = signing("Below", middle)
    how = Signing(below, certificates=(below.der, middle.der))
    assert judged(how, anchors).verdict == "good"
    assert judged(replace(how, certificates=None), anchors).verdict == "cannot tell"


@pytest.mark.parametrize(
    ("signed_at", "at", "code"),
    [
        (NOW - 2 * YEAR, NOW, "time.outside-certificate"),
        (NOW + DAY, NOW, "time.in-the-future"),
        (NOW + DAY, None, "ok"),
        (NOW, NOW + 3 * YEAR, "ok"),
        (None, NOW, "time.not-stated"),
        (None, NOW + 3 * YEAR, "time.not-stated"),
        (None, None, "time.not-stated"),
    ],
)
def test_the_time_of_signing(signer, anchors, signed_at, at, code) -> None:
    found = judged(Signing(signer, signed_at=signed_at), anchors, at=at)
    assert codes(found)["time"] == code
    known = signed_at is not None or at == NOW
    good = code == "ok" or (code == "time.not-stated" and known)
    assert (found.verdict == "good") == good


def test_a_time_stamp_over_the_signature_tells_the_time(root, signer, anchors) -> None:
    service = blocks.stamping("Stamps", root)

    class Stamped(Signing):
        def signer(self, content):
            plain = super().signer(content)
            value = second_opinion.SignerInfo.load(plain)["signature"].native
            token = blocks.token(service, blocks.stamp_info(value, at=NOW - DAY))
            return blocks.seq(*parts_of(plain), blocks.tlv(0xA1, attribute(blocks.STAMP, token)))

    found = judged(Stamped(signer, signed_at=None), anchors)
    assert (found.verdict, codes(found)["time"]) == ("good", "time-stamp.proved")
    assert found.signed_at == NOW - DAY
    found = judged(Stamped(signer, signed_at=NOW), anchors)
    assert codes(found)["time"] == "time-stamp.before-signing"
    other = attribute(blocks.STAMP, blocks.token(service, blocks.stamp_info(b"other")))
    found = judged(Signing(signer, unsigned=(other,)), anchors)
    assert (found.verdict, codes(found)["time"]) == ("bad", "time-stamp.other-content")


def parts_of(der: bytes) -> list[bytes]:
    info, parts = second_opinion.SignerInfo.load(der), []
    for place in range(6):
        parts.append(info[place].dump())
    return parts


def test_of_several_signers_the_worst_is_reported(root, signer, anchors) -> None:
    second = signing("Second", root)

    class Both(Signing):
        def signer(self, content):
            return Signing(self.holder).signer(content) + Signing(second).signer(content)

    both = (signer.der, second.der)
    assert judged(Both(signer, certificates=both), anchors).verdict == "good"

    class Worse(Both):
        def signer(self, content):
            broken = Signing(second, hash=lambda data: bytes(32))
            return Signing(self.holder).signer(content) + broken.signer(content)

    found = judged(Worse(signer, certificates=both), anchors)
    assert (found.verdict, found.signer) == ("bad", "Second")


def test_steps_of_who_knows_the_file_stand_where_ours_are_good(signer, anchors) -> None:
    later = Step("digest", "bad", "digest.later-bytes")
    found = report(Signing(signer).data(DOCUMENT), DOCUMENT, anchors, NOW, (later,))
    assert codes(found)["digest"] == "digest.later-bytes"
    found = report(Signing(signer).data(DOCUMENT), b"other", anchors, NOW, (later,))
    assert codes(found)["digest"] == "digest.different"
    found = report(b"rubbish", DOCUMENT, anchors, NOW, (later,))
    assert codes(found) == {"structure": "structure.wrong", "digest": "digest.later-bytes"}


def test_a_weak_hash_is_not_judged(signer, anchors) -> None:
    found = judged(Signing(signer, digest="1.3.14.3.2.26"), anchors)
    assert (found.verdict, codes(found)["digest"]) == ("cannot tell", "digest.algorithm-unknown")


def test_a_way_of_signing_that_the_key_does_not_know_is_bad(signer, anchors) -> None:
    found = judged(Signing(signer, way="1.2.840.113549.1.1.11"), anchors)
    assert codes(found)["signature"] == "signature.algorithm"


@given(st.binary(max_size=300))
def test_rubbish_is_wrong(anchors, data) -> None:
    assert report(data, DOCUMENT, anchors, NOW).verdict == "bad"


def test_no_changed_byte_of_what_is_signed_stays_good(signer, anchors) -> None:
    """But for the head's version and hashes, the signer's version, and the type of a name's text:
    nothing is said by them, for the signer's own part names his hash and certificate.
    """
    original = Signing(signer).data(DOCUMENT)
    still_good = []
    for place in range(len(original)):
        changed = bytearray(original)
        changed[place] ^= 1 << place % 8
        if report(bytes(changed), DOCUMENT, anchors, NOW).verdict == "good":
            still_good.append(place)
    head = original.index(blocks.algorithm(blocks.SM3)) + len(blocks.algorithm(blocks.SM3))
    version, utf_8, printable = 1, 0x0C, 0x13
    assert {original[place] for place in still_good if place >= head} <= {
        *(version, utf_8, printable)
    }


def test_our_blocks_are_signed_data_to_others(tmp_path, signer) -> None:
    how = Signing(signer, kind=blocks.CMS, content_type=blocks.CMS_DATA)
    found = second_opinion.ContentInfo.load(how.data(DOCUMENT))["content"]
    (info,) = found["signer_infos"]
    assert {each["type"] for each in info["signed_attrs"].native} == {
        *("content_type", "message_digest", "signing_time")
    }
    (tmp_path / "s").write_bytes(how.data(DOCUMENT))
    command = ["openssl", "cms", "-cmsout", "-print", "-inform", "DER", "-in", "s"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "signedAttrs" in said.stdout


STREAM = ("-nodetach", "-stream")  # lengths left open, content in pieces


@pytest.mark.parametrize("options", [(), ("-nodetach",), ("-noattr",), ("-keyid",), STREAM])
@pytest.mark.parametrize("key", [("rsa:2048",), ("ec", "-pkeyopt", "ec_paramgen_curve:P-256")])
def test_signatures_made_by_openssl_are_judged_as_openssl_does(tmp_path, key, options) -> None:
    def openssl(*command: str) -> int:
        return subprocess.run(["openssl", *command], cwd=tmp_path, capture_output=True).returncode

    (tmp_path / "d").write_bytes(DOCUMENT)
    (tmp_path / "other").write_bytes(DOCUMENT + b"x")
    fresh = ["-nodes", "-newkey", *key, "-subj", "/CN=R", "-keyout", "k", "-out", "c"]
    assert openssl("req", "-x509", *fresh, "-addext", "keyUsage=digitalSignature") == 0
    signed = ["-signer", "c", "-inkey", "k", "-outform", "DER", "-binary", "-md", "sha256"]
    assert openssl("cms", "-sign", "-in", "d", *signed, *options, "-out", "s") == 0
    assert openssl("x509", "-in", "c", "-outform", "DER", "-out", "c.der") == 0
    certificate = read_certificate((tmp_path / "c.der").read_bytes())
    anchors, data = Anchors((certificate,)), (tmp_path / "s").read_bytes()
    at = certificate.not_before + timedelta(minutes=1)
    good = ["cms", "-verify", "-in", "s", "-inform", "DER", "-binary", "-CAfile", "c"]
    purpose = ["-purpose", "any", "-out", "/dev/null", "-content"]
    assert openssl(*good, *purpose, "d") == 0
    assert report(data, DOCUMENT, anchors, at).verdict == "good"
    assert report(data, DOCUMENT + b"x", anchors, at).verdict == "bad"
    if "-nodetach" not in options:
        assert openssl(*good, *purpose, "other") != 0


def test_a_bag_of_certificates_does_not_keep_us_busy(anchors) -> None:
    """Each names the same issuer, none of them signed another, and every signer brings a stamp."""
    same = [Holder.new("Same") for _ in range(16)]
    marks = blocks.basic(authority=True), blocks.usage(blocks.FOR_AUTHORITY)
    bag = [blocks.certified(each, each, *marks, serial=n) for n, each in enumerate(same)]
    crossed = [blocks.certified(bag[n], bag[n - 1], *marks, serial=99 + n) for n in range(16)]
    stamps = [blocks.token(each, blocks.stamp_info(b"x")) for each in crossed[:4]]
    came = tuple(each.der for each in (*bag, *crossed))

    class Many(Signing):
        def signer(self, content):
            pairs = zip(crossed, stamps, strict=False)
            return b"".join(
                Signing(each, unsigned=(attribute(blocks.STAMP, token),)).signer(content)
                for each, token in pairs
            )

    data = Many(crossed[0], certificates=came).data(DOCUMENT)
    began = time.process_time()
    assert report(data, DOCUMENT, anchors, NOW).verdict != "good"
    assert time.process_time() - began < 2


def names_by_sm3(der: bytes) -> bytes:
    """The binding attribute with its hash named."""
    named = blocks.seq(blocks.algorithm(blocks.SM3), blocks.octets(blocks.sm3(der)))
    return attribute(blocks.SIGNING_CERTIFICATE, blocks.seq(blocks.seq(named)))


def test_the_named_certificate_may_be_named_by_sm3(signer, anchors) -> None:
    assert judged(Signing(signer, extra=(names_by_sm3(signer.der),)), anchors).verdict == "good"
    other = judged(Signing(signer, extra=(names_by_sm3(b"other"),)), anchors)
    assert codes(other)["signature"] == "signature.other-certificate"


def wrapped(*parts: bytes, kind: str = blocks.GM) -> bytes:
    return blocks.seq(oid(kind), blocks.tlv(0xA0, blocks.seq(*parts)))


HASHES = blocks.tlv(0x31, blocks.algorithm(blocks.SM3))
CONTENT = blocks.seq(oid(blocks.GM_DATA))
WHO = blocks.seq(blocks.seq(), blocks.num(7))
HASH, WAY = blocks.algorithm(blocks.SM3), blocks.algorithm(blocks.SM2_SIGN)


def signers(*parts: bytes) -> bytes:
    return wrapped(
        *(blocks.num(1), HASHES, CONTENT, blocks.tlv(0x31, blocks.seq(blocks.num(1), *parts)))
    )


@pytest.mark.parametrize(
    "data",
    [
        wrapped(blocks.num(1), HASHES, CONTENT, blocks.tlv(0x31)),
        wrapped(blocks.num(1), HASHES, CONTENT),
        wrapped(blocks.num(9), HASHES, CONTENT, blocks.tlv(0x31)),
        wrapped(blocks.num(1), HASHES, blocks.seq(), blocks.tlv(0x31)),
        wrapped(blocks.num(1), blocks.tlv(0x31, blocks.seq()), CONTENT, blocks.tlv(0x31)),
        wrapped(blocks.num(1), HASHES, CONTENT, blocks.tlv(0x31), kind="1.2.3"),
        signers(WHO, HASH, WAY),
        signers(WHO, HASH, blocks.tlv(0xA0), WAY),
        signers(blocks.seq(blocks.num(7)), HASH, WAY, blocks.octets(b"s")),
        signers(WHO, HASH, blocks.tlv(0xA0, blocks.seq(oid("1.2.3"))), WAY, blocks.octets(b"s")),
        signers(
            WHO, HASH, blocks.tlv(0xA0, *[attribute("1.2.3", HASH)] * 2), WAY, blocks.octets(b"s")
        ),
        signers(
            *(WHO, HASH),
            blocks.tlv(
                0xA0, attribute(blocks.SIGNING_CERTIFICATE, blocks.seq(*[blocks.seq()] * 2))
            ),
            *(WAY, blocks.octets(b"s")),
        ),
    ],
)
def test_what_is_not_built_as_signed_data_is_wrong(anchors, data) -> None:
    assert report(data, DOCUMENT, anchors, NOW).first_failure.code == "structure.wrong"
