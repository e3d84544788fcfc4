"""Seals of GB/T 38540-2020 (v4) and GM/T 0031-2025 (v5) as the field writes them."""

import hashlib
from base64 import b64encode

import pytest

from app.codecs import sm2
from app.codecs.chain import sm3
from app.seal.chains import Anchors
from app.seal.checking import check
from app.seal.pdf_place import find_place
from app.seal.pdf_scan import find_ranges
from app.seal.structures import OtherGeneration, read_seal
from tests.seal import blocks
from tests.seal.blocks import bits, moment, num, octets, oid, seq, stamp_info, tlv, token
from tests.seal.generations import DAY, SM2, ia5, judged, listing, make, sealed, sign, step, utc
from tests.seal.parts import NOW, Holder, tiny_pdf

GENERATIONS = pytest.mark.parametrize("generation", [4, 5])
NUMBERED = seq(oid("1.2.156.10197.1.501"), b"\5\0")  # an AlgorithmIdentifier for an identifier
PROVED = ("good", "time-stamp.proved")
SHA_256, SM3 = "2.16.840.1.101.3.4.2.1", "1.2.156.10197.1.401"


def spoken(changes: dict[str, object]) -> str:
    """A name that every worker gives alike: a function's own text holds its address."""
    return ", ".join(
        f"{key} {getattr(value, '__name__', value)!r}" for key, value in changes.items()
    )


def verdict_on(hall, generation=4, *, seal=None, listed=None, made=None, at=NOW, **changes):
    if seal is None:
        listed = listed or listing(generation, octets(hall.signer.der))
        seal = make(hall.maker, listed, generation, **(made or {}))
    build = lambda digest: sign(seal, hall.signer, digest, generation, **changes)  # noqa: E731
    return judged(build, hall.anchors, at)


@pytest.fixture(scope="module")
def service(hall) -> Holder:
    return blocks.stamping("Stamps", hall.root)


def stamped(service: Holder, tag: bool = True, over=lambda value: value, **facts):
    def stamp(value: bytes) -> bytes:
        held = bits(token(service, stamp_info(over(value), **facts)))
        return tlv(0xA0, held) if tag else held

    return stamp


@GENERATIONS
def test_a_plain_seal_is_good_and_without_an_anchor_it_cannot_tell(hall, generation) -> None:
    report = verdict_on(hall, generation)
    assert (report.verdict, report.signatures[0].version) == ("good", generation)
    seal = make(hall.maker, listing(generation, octets(hall.signer.der)), generation)
    build = lambda digest: sign(seal, hall.signer, digest, generation)  # noqa: E731
    assert judged(build, Anchors()).verdict == "cannot tell"
    assert check(seal, anchors=hall.anchors, at=NOW).verdict == "good"


@GENERATIONS
@pytest.mark.parametrize(
    "made",
    [
        {"clock": utc},
        {"algorithm": NUMBERED},
        {"algorithm": seq(SM2)},
        {"algorithm": b"\x06\x81\x08" + SM2[2:]},
        {"string": 0x0C},
        {"string": 0x13},
        {"string": 0x1A},
        {"string": 0x1B},
        {"name": tlv(0x1E, "训练专用章".encode("utf-16-be"))},
        {"name": tlv(0x14, "训练专用章".encode("gb18030"))},
        {"name": b"\x0c\x84\0\0\0\x0f" + "训练专用章".encode()},
        {"form": octets},
        {"form": lambda value: bits(raw(value))},
        {"extra": seq(seq(oid("1.2.3"), octets(b"?")))},
        {"extra": tlv(0xA0, seq(seq(oid("1.2.3"), tlv(1, b"\0"), octets(b"?"))))},
    ],
    ids=spoken,
)
def test_a_seal_written_oddly_is_read(hall, generation, made) -> None:
    report = verdict_on(hall, generation, made=made)
    assert report.verdict == "good"
    assert report.signatures[0].seal_name == "训练专用章"


def raw(value: bytes) -> bytes:
    r, s = sm2.read_signature(value)
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")


@GENERATIONS
@pytest.mark.parametrize(
    "changes",
    [
        {"time": utc(NOW)},
        {"time": tlv(0x18, b"20261123103000")},
        {"time": tlv(0x18, b"20261123023000.763Z")},
        {"algorithm": NUMBERED},
        {"form": octets},
        {"form": lambda value: bits(raw(value))},
        {"extra": seq(seq(oid("1.2.3"), octets(b"?")))},
        {"extra": tlv(0xA0, seq())},
    ],
    ids=spoken,
)
def test_a_signature_written_oddly_is_read(hall, generation, changes) -> None:
    assert verdict_on(hall, generation, **changes).verdict == "good"


def test_certificates_without_a_wrapping_are_read(hall) -> None:
    listed = listing(4, hall.signer.der)
    report = verdict_on(
        hall, listed=listed, made={"certificate": hall.maker.der}, certificate=hall.signer.der
    )
    assert report.verdict == "good"


def test_an_identifier_that_a_widespread_library_mistypes_is_taken_with_a_remark(hall) -> None:
    mistyped = oid("1.2.156.10197.501")
    report = verdict_on(hall, made={"algorithm": mistyped}, algorithm=mistyped)
    assert report.verdict == "good"
    assert step(report, "seal-signature") == ("good", "signature.algorithm-mistyped")
    assert step(report, "signature") == ("good", "signature.algorithm-mistyped")


# --- version and build ---


@pytest.mark.parametrize(("built", "stated"), [(4, 1), (4, 2), (4, 3), (5, 1), (4, -1)])
def test_another_version_than_the_build_is_bad(hall, built, stated) -> None:
    report = verdict_on(hall, built, made={"stated": stated}, stated=stated)
    assert (report.verdict, report.code) == ("bad", "structure.versions")
    assert step(report, "seal-signature") == step(report, "digest") == ("good", "ok")


def test_a_time_stamp_on_the_seal_makes_it_a_fifth(hall, service) -> None:
    report = verdict_on(hall, 4, made={"stamp": stamped(service)})
    assert (report.verdict, report.code) == ("bad", "structure.versions")
    assert verdict_on(hall, 5, made={"stamp": stamped(service)}).verdict == "good"


@pytest.mark.parametrize("stated", [1, 4, 6])
def test_a_signature_of_another_version_than_its_seal_is_bad(hall, stated) -> None:
    report = verdict_on(hall, 5, stated=stated)
    assert (report.verdict, report.code) == ("bad", "structure.versions")


def test_a_version_after_ours_built_like_ours_is_judged_and_cannot_be_good(hall) -> None:
    report = verdict_on(hall, 5, made={"stated": 6}, stated=6)
    assert (report.verdict, report.code) == ("cannot tell", "structure.generation")
    forged = verdict_on(hall, 5, made={"stated": 6}, stated=6, signing=lambda tbs: b"?")
    assert (forged.verdict, forged.code) == ("bad", "signature.wrong")


def test_a_version_after_ours_built_otherwise_cannot_be_told(hall) -> None:
    info = seq(seq(ia5("ES"), num(7), ia5("T")), num(1))
    with pytest.raises(OtherGeneration):
        read_seal(seq(info))
    report = check(seq(info), anchors=hall.anchors, at=NOW)
    assert (report.verdict, report.code) == ("cannot tell", "structure.generation")
    assert check(seq(info.replace(num(7), num(3))), anchors=hall.anchors, at=NOW).verdict == (
        "unreadable"
    )


# --- who is listed ---


def digests(*values: bytes, name: bytes = tlv(0x13, b"SM3")) -> bytes:
    return listing(4, *(seq(name, octets(value)) for value in values), kind=2)


def test_a_list_of_digests_says_how_it_was_made(hall) -> None:
    with_z = sm2.message_digest(hall.signer.party.public_key, hall.signer.der)
    sha = hashlib.sha256(hall.signer.der).digest()
    for listed, expected in (
        (digests(sm3(hall.signer.der)), ("good", "ok")),
        (digests(sm3(hall.signer.der), name=oid(SM3)), ("good", "ok")),
        (digests(sm3(hall.signer.der), name=ia5("what")), ("good", "ok")),
        (digests(with_z), ("good", "signer-in-seal.digest-with-z")),
        (digests(sha, name=tlv(0x13, b"SHA-256")), ("good", "signer-in-seal.other-digest")),
        (digests(sha, name=ia5(SHA_256)), ("good", "signer-in-seal.other-digest")),
        (digests(sha, name=seq(oid(SHA_256), b"\5\0")), ("good", "signer-in-seal.other-digest")),
        (digests(bytes(32)), ("bad", "signer-in-seal.not-listed")),
        (digests(sha), ("bad", "signer-in-seal.not-listed")),
        (digests(bytes(20), name=ia5("SHA-1")), ("cannot tell", "signer-in-seal.digest-unknown")),
    ):
        assert step(verdict_on(hall, listed=listed), "signer-in-seal") == expected


def test_a_list_of_another_kind_than_it_says_is_bad(hall) -> None:
    for listed in (
        listing(4, octets(hall.signer.der), kind=2),
        listing(4, octets(hall.signer.der), kind=3),
    ):
        assert verdict_on(hall, listed=listed).code == "structure.wrong"


# --- the document's digest ---


def test_a_digest_made_with_z_is_taken_with_a_remark(hall) -> None:
    key = hall.signer.party.public_key
    place = find_place(tiny_pdf())
    seal = make(hall.maker, listing(4, octets(hall.signer.der)))
    whole = sealed(lambda digest: sign(seal, hall.signer, digest))
    (signed,) = find_ranges(whole)
    covered = whole[: signed.gap_start] + whole[signed.after :]
    assert sm3(covered) == place.data_hash
    with_z = sm3(sm2.z_value(key) + covered)
    report = judged(lambda _: sign(seal, hall.signer, with_z), hall.anchors)
    assert (report.verdict, step(report, "digest")) == ("good", ("good", "digest.with-z"))
    other = sm3(sm2.z_value(hall.maker.party.public_key) + covered)
    report = judged(lambda _: sign(seal, hall.signer, other), hall.anchors)
    assert (report.verdict, report.code) == ("bad", "digest.different")


# --- time stamps ---


@GENERATIONS
@pytest.mark.parametrize("tag", [True, False])
def test_a_time_stamp_over_the_signature_is_looked_into(hall, service, generation, tag) -> None:
    report = verdict_on(hall, generation, stamp=stamped(service, tag))
    assert (report.verdict, step(report, "time")) == ("good", PROVED)
    around = verdict_on(hall, generation, stamp=stamped(service, tag, over=bits))
    assert step(around, "time") == PROVED
    other = verdict_on(hall, generation, stamp=stamped(service, tag, over=lambda value: b"other"))
    assert (other.verdict, other.code) == ("bad", "time-stamp.other-content")


def test_a_time_stamp_older_than_the_signature_is_told(hall, service) -> None:
    report = verdict_on(hall, stamp=stamped(service, at=NOW - 2 * DAY))
    assert (report.verdict, report.code) == ("cannot tell", "time-stamp.before-signing")


def test_the_seals_own_time_stamp_is_looked_into(hall, service) -> None:
    fine = {"stamp": stamped(service, at=NOW - 29 * DAY)}
    wrong = {"stamp": stamped(service, over=lambda value: b"other")}
    assert step(verdict_on(hall, 5, made=fine), "time") == PROVED
    report = verdict_on(hall, 5, made=wrong)
    assert (report.verdict, report.code) == ("bad", "time-stamp.other-content")
    listed = listing(5, octets(hall.signer.der))
    alone = check(make(hall.maker, listed, 5, **wrong), anchors=hall.anchors, at=NOW)
    assert (alone.verdict, alone.code) == ("bad", "time-stamp.other-content")


@GENERATIONS
def test_a_few_bytes_of_rubbish_for_a_time_stamp_are_told_and_not_trusted(hall, generation) -> None:
    for rubbish in (
        tlv(0xA0),
        tlv(0xA0, b"\1"),
        tlv(0xA0, bits(b"?")),
        bits(b""),
        tlv(0xA0, b"0\x80"),
    ):
        report = verdict_on(hall, generation, stamp=lambda value, rubbish=rubbish: rubbish)
        assert (report.verdict, step(report, "time")) == ("good", ("good", "time-stamp.unreadable"))


def test_what_may_have_been_a_token_and_cannot_be_read_is_not_called_good(hall) -> None:
    long = tlv(0xA0, bits(seq(octets(bytes(500)))))
    report = verdict_on(hall, stamp=lambda value: long)
    assert (report.verdict, report.code) == ("cannot tell", "time-stamp.unreadable")


# --- files ---


@pytest.mark.parametrize(
    "dress",
    [
        lambda seal: b"\xef\xbb\xbf" + seal,
        lambda seal: seal + b"\0" * 500,
        lambda seal: seal + b"\r\n",
        b64encode,
        lambda seal: b"\xef\xbb\xbf" + b64encode(seal) + b"\r\n",
        lambda seal: b"\n".join(b64encode(seal)[at : at + 64] for at in range(0, 9999, 64)),
        lambda seal: b"-----BEGIN SESEAL-----\n" + b64encode(seal) + b"\n-----END SESEAL-----\n",
    ],
    ids=["mark", "zeros", "line end", "base64", "base64 with mark", "lines", "pem"],
)
def test_a_seal_is_found_in_what_is_around_it(hall, dress) -> None:
    assert check(dress(hall.seal), anchors=hall.anchors, at=NOW).verdict == "good"


@pytest.mark.parametrize("tail", [b"0", b"\0\0x", b"\n\n\1"])
def test_what_follows_a_seal_is_not_overlooked(hall, tail) -> None:
    assert check(hall.seal + tail, anchors=hall.anchors, at=NOW).verdict == "unreadable"
    text = b64encode(hall.seal) + b"=!" + tail
    assert check(text, anchors=hall.anchors, at=NOW).verdict == "unreadable"


def test_a_signature_without_its_document_names_what_is_missing(hall) -> None:
    seal = make(hall.maker, listing(5, octets(hall.signer.der)), 5)
    bare = sign(seal, hall.signer, bytes(32), 5)
    report = check(b64encode(bare), anchors=hall.anchors, at=NOW)
    assert (report.verdict, report.code) == ("cannot tell", "digest.no-document")
    assert moment(NOW) in bare
