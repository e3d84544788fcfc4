"""Finds signatures in a PDF by their byte ranges; bounded, and no PDF parser.

Whatever else the file is made of, everything outside the hexadecimal digits must be signed, so
nothing else needs to be understood here.
"""

import re
from binascii import Error, unhexlify
from dataclasses import dataclass

from cryptography.hazmat.primitives.hashes import SM3, Hash

from app.codecs.der import DerError, read_first

MAX_SIGNATURES = 32
NAME = b"/ByteRange"
BLANKS = b"\0\t\n\f\r "
GAP = rb"[\x00\t\n\f\r ]"
RANGE = re.compile(
    NAME + GAP + rb"{0,64}\[" + GAP + rb"{0,64}"
    rb"(\d{1,12})" + (GAP + rb"{1,64}(\d{1,12})") * 3 + GAP + rb"{0,64}\]"
)
CONTENTS = re.compile(rb"/Contents" + GAP + rb"{0,64}\Z")
TRACES = (
    re.compile(rb"/Type" + GAP + rb"{0,64}/Sig\b"),
    re.compile(rb"/SubFilter" + GAP + rb"{0,64}/"),
    re.compile(rb"/Contents" + GAP + rb"{0,64}<308[1-4]", re.IGNORECASE),
)
WINDOW, LONGEST_TRACE = 1 << 20, 256


@dataclass(frozen=True, slots=True)
class SignedRange:
    """One /ByteRange: signed are [first, first+before) and [after, after+rest)."""

    first: int
    before: int
    after: int
    rest: int

    @property
    def gap_start(self) -> int:
        return self.first + self.before

    @property
    def end(self) -> int:
        return self.after + self.rest


def find_ranges(data: bytes) -> tuple[SignedRange, ...]:
    """Every well-formed /ByteRange, in the order of the file; at most one above the bound."""
    found: list[SignedRange] = []
    place = data.find(NAME)
    while place >= 0 and len(found) <= MAX_SIGNATURES:
        match = RANGE.match(data, place)
        if match:
            found.append(SignedRange(*(int(number) for number in match.groups())))
        place = data.find(NAME, place + len(NAME))
    return tuple(found)


def has_traces(data: bytes) -> bool:
    """Parts of a signature lie about, so a file without a byte range was not simply unsigned."""
    return any(_is_in(data, trace) for trace in TRACES)


def _is_in(data: bytes, trace: re.Pattern[bytes]) -> bool:
    """Window by window: one search through all of it would hold the interpreter meanwhile."""
    for start in range(0, len(data), WINDOW):
        end = start + WINDOW + LONGEST_TRACE
        found = trace.search(data, start, end)
        if found and (found.end() < end or end >= len(data)):  # else the next one sees it whole
            return True
    return False


def trouble_with(data: bytes, signed: SignedRange) -> str | None:
    """Code of what leaves part of the file unsigned, None when all but the digits is covered."""
    start, end = signed.gap_start, signed.after
    if signed.first != 0 or not start < end - 1 or signed.end > len(data):
        return "digest.range-wrong"
    if data[start] != ord("<") or data[end - 1] != ord(">"):
        return "digest.range-wrong"
    if not CONTENTS.search(data[max(0, start - 80) : start]):
        return "digest.range-wrong"
    if signed.end != len(data):
        return "digest.later-bytes"
    return None


def contents(data: bytes, signed: SignedRange) -> bytes:
    """The DER in the gap. DerError unless it is hexadecimal, DER, and zeros to the end.

    Blanks between digits mean nothing in a PDF (ISO 32000-1, 7.3.4.3).
    """
    try:
        raw = unhexlify(data[signed.gap_start + 1 : signed.after - 1].translate(None, BLANKS))
    except Error as trouble:
        raise DerError("the digits are not hexadecimal") from trouble
    end = read_first(raw).end
    if raw[end:].strip(b"\0"):
        raise DerError("the padding is not zero")
    return raw[:end]


def digest(data: bytes, signed: SignedRange, prefix: bytes = b"") -> bytes:
    """SM3 over both pieces, without copying them; `prefix` goes before them."""
    view = memoryview(data)
    state = Hash(SM3())
    state.update(prefix)
    state.update(view[signed.first : signed.gap_start])
    state.update(view[signed.after : signed.end])
    return state.finalize()


def signed_bytes(data: bytes, signed: SignedRange) -> bytes:
    """Both pieces, one after the other."""
    view = memoryview(data)
    return b"".join((view[signed.first : signed.gap_start], view[signed.after : signed.end]))
