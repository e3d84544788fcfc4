"""Signature.xml as other makers write it: what is read, what is a remark, what is never good."""

import pytest

from tests.seal.ofd_parts import (
    ESL,
    INDEX,
    described,
    digest,
    document,
    judged,
    references,
    with_signature,
)


def resealed(hall, change, **more):
    """Sealed anew after Signature.xml was written otherwise."""
    plain = {**document(), ESL: hall.seal}
    return with_signature(hall, plain, xml=change(described(references(plain, plain))), **more)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"/Doc_0/Document.xml", b"../../Document.xml"),
        (b"/Doc_0/Document.xml", b"Doc_0/Document.xml"),
        (b"/Doc_0/Document.xml", b"\\Doc_0\\.\\Document.xml"),
        (b'"SM3"', b'"1.2.156.10197.1.401"'),
        (b'"SM3"', b'"1.2.156.10197.1.401.2"'),
        (b'"SM3"', b'"sm3"'),
        (b"<ofd:CheckValue>", b"<ofd:CheckValue>\r\n  "),
        (b' xmlns:ofd="http://www.ofdspec.org/2016"', b""),
        (b"http://www.ofdspec.org/2016", b"http://www.ofdspec.org"),
        (b"ofd:", b""),
        (b'<?xml version="1.0"', b'\xef\xbb\xbf<?xml version="1.0"'),
        (b'encoding="UTF-8"', b'encoding="GBK"'),
        (b"20261123103000", b"20261123023000Z"),
        (b"20261123103000", b"20261123023000.763Z"),
        (b"20261123103000", b"2026-11-23 10:30:00"),
        (b"20261123103000", b"2026-11-23T10:30:00"),
        (b"1.2.156.10197.1.501", b"SM3WithSM2"),
    ],
)
def test_spellings_that_are_met_are_read(hall, old, new) -> None:
    report = judged(hall, resealed(hall, lambda xml: xml.replace(old, new)))
    assert (report.verdict, digest(report)) == ("good", ("good", "ok"))


def test_utf_16_is_read(hall) -> None:
    report = judged(
        hall,
        resealed(hall, lambda xml: xml.decode().replace("UTF-8", "UTF-16").encode("utf-16")),
    )
    assert report.verdict == "good"


@pytest.mark.parametrize(
    ("method", "algorithm", "result"),
    [
        ("SHA256", "sha256", ("good", "ok")),
        ("SHA-256", "sha256", ("good", "ok")),
        ("MD5", "md5", ("cannot tell", "digest.method-weak")),
        ("1.3.14.3.2.26", "sha1", ("cannot tell", "digest.method-weak")),
        ("SM9", "sm3", ("cannot tell", "digest.method-unknown")),
        ("SHA256", "sm3", ("bad", "digest.reference-wrong")),
    ],
)
def test_the_digest_methods_of_references(hall, method, algorithm, result) -> None:
    plain = {**document(), ESL: hall.seal}
    refs = references(plain, plain, method, algorithm)
    assert digest(judged(hall, with_signature(hall, plain, refs=refs))) == result


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda xml: xml.replace(b"20261123103000", b"20250101103000"), "time"),
        (lambda xml: xml.replace(b"20261123103000", b"yesterday"), "time"),
        (lambda xml: xml.replace(b"1.2.156.10197.1.501", b"1.2.840.113549.1.1.11"), "method"),
    ],
)
def test_what_signature_xml_states_otherwise_is_a_remark(hall, change, code) -> None:
    report = judged(hall, resealed(hall, change))
    assert (report.verdict, digest(report)) == (
        "good",
        ("good", f"digest.{code}-stated-otherwise"),
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda xml: xml.replace(b'PageRef="1"', b'PageRef="9"'), "digest.seal-on-no-page"),
        (lambda xml: xml.replace(b"/Doc_0/Doc", b"/doc_0/Doc"), "digest.reference-missing"),
        (lambda xml: xml.replace(b"CheckValue>", b"CheckValue>!", 1), "digest.reference-wrong"),
        (lambda xml: xml.replace(b"ofd:References", b"ofd:Nothing"), "digest.unprotected"),
        (lambda xml: xml.replace(b"SignedInfo", b"Other"), "structure.wrong"),
        (
            lambda xml: xml.replace(b"<ofd:Se", b"<x>" * 70 + b"</x>" * 70 + b"<ofd:Se"),
            "structure.wrong",
        ),
        (
            lambda xml: xml.replace(b"<ofd:SignedInfo>", b"<SignedInfo/><ofd:SignedInfo>"),
            "structure.wrong",
        ),
        (lambda xml: xml.replace(b"SignedValue.dat", b"None.dat"), "structure.wrong"),
        (lambda xml: b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + xml[39:], "structure.wrong"),
    ],
)
def test_what_signature_xml_says_wrongly_is_never_good(hall, change, code) -> None:
    report = judged(hall, resealed(hall, change))
    assert report.verdict != "good"
    assert report.code == code


@pytest.mark.parametrize("info", ["/Doc_0/Signs/Sign_9/Signature.xml", "/ByteRange", ""])
def test_a_range_stated_otherwise_is_a_remark(hall, info) -> None:
    report = judged(hall, with_signature(hall, document(), info=info))
    assert (report.verdict, digest(report)) == ("good", ("good", "digest.range-stated-otherwise"))
    plain = judged(hall, with_signature(hall, document(), info="Doc_0/Signs/Sign_0/Signature.xml"))
    assert digest(plain) == ("good", "ok")


@pytest.mark.parametrize("empty", [b"<ofd:Signatures/>", b"<ofd:Signatures> </ofd:Signatures>"])
def test_an_empty_place_for_signatures_is_none(hall, empty) -> None:
    listed = b"<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>"
    plain = {**document(), "OFD.xml": INDEX.encode().replace(listed, empty)}
    assert judged(hall, plain).code == "file.no-signature"
    plain["Doc_0/Signs/Sign_0/SignedValue.dat"] = b""
    assert judged(hall, plain).code == "file.signature-damaged"
