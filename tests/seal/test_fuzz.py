"""The verifier answers every input with a verdict, in time, and good only to what is good."""

import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from app.seal.checking import check
from app.seal.pdf_scan import contents, find_ranges
from tests.seal.parts import NOW

INPUTS, SECONDS_EACH, SEED = 5000, 1.0, 20261123
VERDICTS = {"good", "bad", "cannot tell", "unreadable"}
PIECES = (
    b"%PDF-1.7\n", b"/ByteRange [0 10 20 30]", b"/ByteRange[", b"/Contents <30820100>",
    b"PK\x03\x04", b"/Type /Sig", b"0\x80", b"0\x84\xff\xff\xff\xff",
    b"\xa0\x03\x02\x01\x04", b"\x16\x02ES",
)  # fmt: skip


def _changed(chance: random.Random, data: bytes) -> bytes:
    """Cut, doubled, flipped or mixed with pieces of other files."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(changed) + 1)
        match chance.randrange(4):
            case 0:
                del changed[place : place + chance.randint(1, 40)]
            case 1:
                changed[place:place] = chance.choice(PIECES)
            case 2:
                changed[place : place + 1] = bytes((chance.randrange(256),))
            case _:
                changed[place:place] = changed[place : place + chance.randint(1, 60)]
    return bytes(changed)


def _short(sealed: bytes) -> bytes:
    """The sealed letter with its padding cut off, so that changes hit something."""
    start = sealed.index(b"/Contents <") + len(b"/Contents <")
    used = 2 * len(contents(sealed, find_ranges(sealed)[0]))
    return sealed[: start + used] + sealed[start + 131072 :]


def test_five_thousand_broken_files_get_a_verdict_in_time(hall, sealed) -> None:
    chance = random.Random(SEED)  # noqa: S311 - repeatable, no secret
    bare = contents(sealed, find_ranges(sealed)[0])
    sources = (hall.seal, bare, _short(sealed), hall.signer.der)
    for number in range(INPUTS):
        data = _changed(chance, sources[number % len(sources)])
        began = time.perf_counter()
        report = check(data, anchors=hall.anchors, at=NOW)
        assert time.perf_counter() - began < SECONDS_EACH, number
        assert report.verdict in VERDICTS
        assert report.verdict != "good" or data in sources, number


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=30), max_size=20))
def test_rubbish_is_never_good(hall, pieces) -> None:
    assert check(b"".join(pieces), anchors=hall.anchors, at=NOW).verdict != "good"


def test_many_byte_ranges_in_a_large_file_do_not_take_long(hall) -> None:
    data = b"%PDF-" + b"/ByteRange [0 9 99 999999]" * 200_000
    began = time.perf_counter()
    assert check(data, anchors=hall.anchors, at=NOW).verdict == "bad"
    assert time.perf_counter() - began < SECONDS_EACH
