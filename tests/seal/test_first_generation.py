"""Seals of GM/T 0031-2014 (v1): what their maker signs, what tells the time, whom they list."""

from datetime import UTC, datetime

import pytest

from app.codecs import der
from app.seal.chains import Anchors
from app.seal.checking import check
from app.seal.structures import read_seal, read_signature
from tests.seal import blocks
from tests.seal.blocks import bits, moment, num, octets, oid, seq, stamp_info, tlv, token
from tests.seal.generations import (
    DAY,
    SM2,
    ia5,
    judged,
    listing,
    make,
    sign,
    step,
    utc,
)
from tests.seal.parts import NOW, Holder, openssl_agrees

ORDER = [
    "structure",
    "signature",
    "signer-certificate",
    "time",
    "digest",
    "seal-signature",
    "maker-certificate",
    "seal-dates",
    "signer-in-seal",
]
EXTENSION = seq(oid("1.2.3.4"), tlv(1, b"\xff"), octets(b"?"))


def first_seal(hall, *listed: bytes, **changes) -> bytes:
    return make(hall.maker, listing(1, *(listed or (octets(hall.signer.der),))), 1, **changes)


def verdict_on(hall, seal: bytes | None = None, anchors: Anchors | None = None, **changes):
    signer = changes.pop("signer", hall.signer)
    at = changes.pop("at", NOW)
    build = lambda digest: sign(seal or first_seal(hall), signer, digest, 1, **changes)  # noqa: E731
    return judged(build, hall.anchors if anchors is None else anchors, at)


def test_all_steps_are_reported_in_the_order_of_2014(hall) -> None:
    report = verdict_on(hall)
    assert (report.verdict, report.signatures[0].version) == ("good", 1)
    assert [s.step for s in report.signatures[0].steps] == ORDER
    assert report.signatures[0].signed_at == NOW


def test_without_an_anchor_it_cannot_tell(hall) -> None:
    report = verdict_on(hall, anchors=Anchors())
    assert (report.verdict, report.code) == ("cannot tell", "certificate.no-anchor")


def test_the_maker_signs_the_certificate_and_the_algorithm_too(hall, tmp_path) -> None:
    seal = read_seal(first_seal(hall))
    assert openssl_agrees(seal.maker_certificate, seal.info, seal.signature, tmp_path)
    later = first_seal(
        hall, signing=lambda data: hall.maker.sign_message(der.read(data).items()[0].raw)
    )
    assert step(verdict_on(hall, later), "seal-signature") == ("bad", "seal-signature.wrong")


def test_the_signed_elements_are_taken_as_they_were_written(hall) -> None:
    """A length in long form inside: only the outer header of what the maker signs is new."""
    long_oid = b"\x06\x81\x08" + SM2[2:]
    report = verdict_on(hall, first_seal(hall, algorithm=long_oid))
    assert report.verdict == "good"


def test_openssl_confirms_the_signature_over_tbs_sign(hall, tmp_path) -> None:
    found = read_signature(sign(first_seal(hall), hall.signer, bytes(32), 1))
    assert openssl_agrees(found.certificate, found.tbs, found.signature, tmp_path)


@pytest.mark.parametrize(
    "said",
    [
        b"2026-11-23 10:30:00",
        b"2026-11-23T10:30:00+08:00",
        b"20261123023000Z",
        b"20261123103000",
        b"2026-11-23 02:30:00 UTC",
        b"2026/11/23 10:30:00\0",
        "2026年11月23日 10时30分00秒".encode(),
        utc(NOW),
        moment(NOW),
        tlv(0x0C, b"2026-11-23 10:30:00"),
    ],
)
def test_the_time_is_read_in_every_spelling(hall, said) -> None:
    report = verdict_on(hall, time=bits(said))
    assert (report.verdict, report.signatures[0].signed_at) == ("good", NOW)


@pytest.mark.parametrize("time", [utc(NOW), moment(NOW), octets(b"2026-11-23 10:30:00")])
def test_the_time_may_stand_outside_a_bit_string(hall, time) -> None:
    assert verdict_on(hall, time=time).signatures[0].signed_at == NOW


@pytest.mark.parametrize(
    "rubbish",
    [b"", b"\0\xff", b"yesterday", b"2026-13-45 10:30:00", b"0\x80", b"0\3\2\1\1", b"0" * 99],
)
def test_a_time_that_cannot_be_read_cannot_be_told(hall, rubbish) -> None:
    report = verdict_on(hall, time=bits(rubbish))
    assert (report.verdict, report.signatures[0].signed_at) == ("cannot tell", None)
    assert step(report, "time") == ("cannot tell", "time.unreadable")
    assert step(report, "seal-dates") == ("cannot tell", "time.unreadable")
    assert step(report, "signature") == ("good", "ok")


def test_a_wrong_signature_outranks_a_time_that_cannot_be_read(hall) -> None:
    report = verdict_on(hall, time=bits(b"?"), signing=lambda tbs: hall.signer.sign_message(b"?"))
    assert (report.verdict, report.code) == ("bad", "signature.wrong")


def test_a_time_outside_the_dates_is_bad_whenever_one_looks(hall) -> None:
    said = bits(b"2020-07-16 16:04:27")
    report = verdict_on(hall, time=said)
    assert report.verdict == "bad"
    assert step(report, "time") == ("bad", "time.outside-certificate")
    assert step(report, "seal-dates") == ("bad", "seal-dates.not-yet")
    assert verdict_on(hall, time=said, at=datetime(2020, 7, 17, tzinfo=UTC)).verdict == "bad"


@pytest.fixture(scope="module")
def service(hall) -> Holder:
    root = Holder(hall.root.party, hall.root.private_key, hall.root.der)
    return blocks.stamping("Stamps", root)


def test_a_time_stamp_token_in_the_place_of_the_time_tells_it(hall, service) -> None:
    for hashed in (lambda digest: digest, lambda digest: blocks.sm3(digest)):
        build = lambda digest, hashed=hashed: sign(  # noqa: E731
            first_seal(hall),
            hall.signer,
            digest,
            1,
            time=bits(token(service, stamp_info(b"", hashed=hashed(digest), at=NOW - DAY))),
        )
        report = judged(build, hall.anchors)
        assert (report.verdict, report.signatures[0].signed_at) == ("good", NOW - DAY)


def test_a_token_over_something_unknown_is_not_trusted(hall, service) -> None:
    held = bits(token(service, stamp_info(b"what is it")))
    report = verdict_on(hall, time=held)
    assert step(report, "time") == ("cannot tell", "time-stamp.other-content")
    assert report.verdict == "cannot tell"


def test_a_token_that_its_service_did_not_sign_is_bad(hall, service) -> None:
    forged = token(service, stamp_info(b"what is it"), change=lambda value: value[:-1] + b"\0")
    assert step(verdict_on(hall, time=bits(forged)), "time") == ("bad", "signature.wrong")


def test_the_list_may_hold_the_certificates_number(hall) -> None:
    number = 0x00E1A2B3C4D5E6F7
    signer = hall.signer.certified_by(hall.root, serial=number)
    for written in (
        f"{number:X}",
        f"{number:020x}",
        str(number),
        "E1:A2:B3:C4:D5:E6:F7",
        "0xe1a2b3c4d5e6f7",
    ):
        report = verdict_on(hall, first_seal(hall, ia5(written)), signer=signer)
        assert report.verdict == "good", written
        assert step(report, "signer-in-seal") == ("good", "signer-in-seal.by-number")
    other = verdict_on(
        hall, first_seal(hall, ia5("E1A2B3C4D5E6F8"), octets(hall.maker.der)), signer=signer
    )
    assert (other.verdict, other.code) == ("bad", "signer-in-seal.not-listed")


@pytest.mark.parametrize(
    "wrap",
    [
        seq,
        lambda entry: tlv(0xA0, seq(entry)),
        lambda entry: tlv(0xA0, entry),
        lambda entry: octets(seq(entry)),
        lambda entry: tlv(0xA0, octets(seq(entry))),
    ],
    ids=["untagged", "explicit", "implicit", "octets", "octets in a tag"],
)
def test_a_critical_extension_is_seen_in_every_wrapping(hall, wrap) -> None:
    report = verdict_on(hall, first_seal(hall, extra=wrap(EXTENSION)))
    assert (report.verdict, report.code) == ("cannot tell", "seal.critical-extension")


def test_extensions_that_cannot_be_read_might_be_critical(hall) -> None:
    for rubbish in (octets(b"rubbish"), octets(octets(octets(octets(octets(b"")))))):
        report = verdict_on(hall, first_seal(hall, extra=rubbish))
        assert (report.verdict, report.code) == ("cannot tell", "seal.critical-extension")


def test_a_seal_by_itself_is_judged(hall) -> None:
    report = check(first_seal(hall), anchors=hall.anchors, at=NOW)
    assert (report.verdict, report.signatures[0].version) == ("good", 1)
    late = first_seal(hall, clock=moment, until=NOW - DAY)
    assert check(late, anchors=hall.anchors, at=NOW).code == "seal-dates.expired"


def test_a_maker_whose_certificate_ran_out_before_the_seal_was_made_is_bad(hall) -> None:
    maker = hall.maker.certified_by(hall.root, until=NOW - 40 * DAY)
    seal = make(maker, listing(1, octets(hall.signer.der)), 1)
    report = verdict_on(hall, seal)
    assert step(report, "maker-certificate") == ("bad", "certificate.expired")
    assert report.verdict == "bad"


@pytest.mark.parametrize("number", [2, 3, 4, 5])
def test_another_version_than_its_build_is_bad(hall, number) -> None:
    report = verdict_on(hall, first_seal(hall, stated=number), stated=number)
    assert (report.verdict, report.code) == ("bad", "structure.versions")
    assert step(report, "signature") == ("good", "ok")


def test_a_first_signature_around_a_later_seal_is_bad(hall) -> None:
    for seal in (hall.seal, make(hall.maker, listing(5, octets(hall.signer.der)), 5)):
        report = verdict_on(hall, seal)
        assert (report.verdict, report.code) == ("bad", "structure.versions")


def test_a_list_of_later_generations_in_a_first_seal_is_bad(hall) -> None:
    seal = make(hall.maker, listing(4, octets(hall.signer.der)), 1)
    assert verdict_on(hall, seal).code == "structure.versions"
    assert num(1) in seal
