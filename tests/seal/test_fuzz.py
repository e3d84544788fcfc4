"""Rubbish is answered with a verdict, in time; what is broken with care: tests/fuzz/seals.py."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from app.seal.checking import check
from tests.seal.parts import NOW

SECONDS_EACH = 1.0
PIECES = (
    b"%PDF-1.7\n", b"/ByteRange [0 10 20 30]", b"/ByteRange[", b"/Contents <30820100>",
    b"PK\x03\x04", b"/Type /Sig", b"0\x80", b"0\x84\xff\xff\xff\xff",
    b"\xa0\x03\x02\x01\x04", b"\x16\x02ES",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=30), max_size=20))
def test_rubbish_is_never_good(hall, pieces) -> None:
    assert check(b"".join(pieces), anchors=hall.anchors, at=NOW).verdict != "good"


def test_many_byte_ranges_in_a_large_file_do_not_take_long(hall) -> None:
    data = b"%PDF-" + b"/ByteRange [0 9 99 999999]" * 200_000
    began = time.perf_counter()
    report = check(data, anchors=hall.anchors, at=NOW)
    assert (report.verdict, report.code) == ("cannot tell", "file.too-large")
    assert time.perf_counter() - began < SECONDS_EACH
