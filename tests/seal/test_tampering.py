"""No byte of a sealed letter can change without the verdict saying so."""

import pytest

from app.seal.chains import Anchors
from app.seal.checking import check, check_pdf
from tests.seal.parts import NOW

DIGITS = 131072


def _gap(sealed: bytes) -> tuple[int, int]:
    """Where the digits begin and end."""
    start = sealed.index(b"/Contents <") + len(b"/Contents <")
    return start, start + DIGITS


def _verdict(hall, data: bytes) -> str:
    return check(bytes(data), anchors=hall.anchors, at=NOW).verdict


@pytest.mark.parametrize("mask", [0x01, 0x20])
def test_every_byte_outside_the_digits_counts(hall, sealed, mask) -> None:
    start, end = _gap(sealed)
    for place in (*range(start), *range(end, len(sealed))):
        data = bytearray(sealed)
        data[place] ^= mask
        assert _verdict(hall, data) in ("bad", "unreadable"), place


def test_every_byte_outside_counts_without_a_trust_anchor_too(hall, sealed) -> None:
    start, end = _gap(sealed)
    for place in (*range(0, start, 7), *range(end, len(sealed), 3)):
        data = bytearray(sealed)
        data[place] ^= 0x04
        verdict = check(bytes(data), anchors=Anchors(), at=NOW).verdict
        assert verdict in ("bad", "unreadable"), place


def test_every_byte_of_the_signature_counts(hall, sealed) -> None:
    start, end = _gap(sealed)
    der = bytes.fromhex(sealed[start:end].decode()).rstrip(b"\0")
    for place in range(len(der)):
        changed = bytearray(der)
        changed[place] ^= 1 << place % 8
        data = sealed[:start] + changed.hex().encode() + sealed[start + 2 * len(der) :]
        assert _verdict(hall, data) != "good", place


def test_the_padding_is_zeros_and_digits_only(hall, sealed) -> None:
    start, end = _gap(sealed)
    used = 2 * len(bytes.fromhex(sealed[start:end].decode()).rstrip(b"\0"))
    for place in (start + used + 1, start + used + 40, end - 1):
        for value in b"1f \n>gZ\x00":
            data = bytearray(sealed)
            data[place] = value
            assert _verdict(hall, data) == "bad", (place, value)


def test_bytes_before_and_after_are_not_protected_and_so_bad(hall, sealed) -> None:
    assert _verdict(hall, sealed + b"\n") == "bad"
    assert _verdict(hall, b"\n" + sealed) == "bad"
    later = check_pdf(sealed + b"4 0 obj<</T(x)>>endobj", anchors=hall.anchors, at=NOW)
    assert (later.verdict, later.code) == ("bad", "digest.later-bytes")
    assert _verdict(hall, sealed[:-1]) == "bad"


def test_a_second_byte_range_that_leaves_the_letter_out_is_bad(hall, sealed) -> None:
    extra = b"/ByteRange [0 1 2 3]"
    assert _verdict(hall, sealed + extra) == "bad"


def test_a_range_that_hides_more_than_the_digits_is_bad(hall, sealed) -> None:
    start, _ = _gap(sealed)
    narrower = sealed.replace(b"/ByteRange [0 %d" % (start - 1), b"/ByteRange [0 %d" % (start - 12))
    assert narrower != sealed
    report = check_pdf(narrower, anchors=hall.anchors, at=NOW)
    assert (report.verdict, report.code) == ("bad", "structure.wrong")


def test_a_file_with_its_signature_torn_out_is_not_called_unsigned(hall, sealed) -> None:
    start, end = _gap(sealed)
    torn = sealed.replace(b"/ByteRange", b"/ByteRang.")
    assert check_pdf(torn, anchors=hall.anchors, at=NOW).code == "file.signature-damaged"
    assert _verdict(hall, sealed[:start] + sealed[end:]) == "bad"


def test_a_plain_pdf_is_unsigned_and_nothing_worse(hall) -> None:
    report = check(b"%PDF-1.7\n1 0 obj<</FT/Sig>>endobj\n%%EOF\n", anchors=hall.anchors, at=NOW)
    assert (report.verdict, report.code, report.signatures) == (
        "cannot tell",
        "file.no-signature",
        (),
    )
