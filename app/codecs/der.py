"""DER: a strict minimal writer and a lenient bounded reader that keeps the original bytes.

Real seals are not always minimal DER, so the reader takes long lengths, lengths left open (BER, as
Java makers write their SignedData) and leading zeros, and hands out slices of what it was given;
nothing that was read is ever written again before it is hashed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from app.codecs.moments import read_moment

BOOLEAN, INTEGER, BIT_STRING, OCTET_STRING, NULL, OID = 0x01, 0x02, 0x03, 0x04, 0x05, 0x06
UTF8_STRING, NUMERIC_STRING, PRINTABLE_STRING, TELETEX_STRING = 0x0C, 0x12, 0x13, 0x14
IA5_STRING, UTC_TIME, GENERALIZED_TIME, GRAPHIC_STRING = 0x16, 0x17, 0x18, 0x19
VISIBLE_STRING, GENERAL_STRING, UNIVERSAL_STRING, BMP_STRING = 0x1A, 0x1B, 0x1C, 0x1E
SEQUENCE, SET, PIECES = 0x30, 0x31, 0x24  # PIECES: an OCTET STRING in several parts
WIDE = {BMP_STRING: "utf-16-be", UNIVERSAL_STRING: "utf-32-be"}
STRINGS = (
    UTF8_STRING, NUMERIC_STRING, PRINTABLE_STRING, TELETEX_STRING, IA5_STRING,
    GRAPHIC_STRING, VISIBLE_STRING, GENERAL_STRING, UNIVERSAL_STRING, BMP_STRING,
)  # fmt: skip

MAX_BYTES = 16 << 20
MAX_DEPTH = 24
MAX_ITEMS = 512
MAX_OID = 64
MAX_LOOKED_OVER = 4096  # elements passed in search of the ends of those whose length is open
OPEN, END = 0x80, b"\0\0"  # a length left open, and what then ends the content


class DerError(ValueError):
    """These bytes are not what they should be."""


def context(number: int) -> int:
    """The tag of a constructed [number]."""
    return 0xA0 | number


@dataclass(slots=True)
class _Ends:
    """Of one source: where the content of each element with an open length ends."""

    known: dict[int, int] = field(default_factory=dict)
    left: int = MAX_LOOKED_OVER


@dataclass(frozen=True, slots=True)
class Item:
    """One element inside `source`; its content lies between `body` and `stop`."""

    source: bytes
    start: int
    body: int
    stop: int
    end: int  # where the next one begins: after the mark of the end, if there is one
    depth: int
    ends: _Ends = field(compare=False, repr=False)

    @property
    def tag(self) -> int:
        return self.source[self.start]

    @property
    def raw(self) -> bytes:
        """The element as it was written, tag and length included."""
        return self.source[self.start : self.end]

    @property
    def content(self) -> bytes:
        return self.source[self.body : self.stop]

    def items(self, limit: int = MAX_ITEMS) -> tuple["Item", ...]:
        """What a constructed element holds, one level down."""
        if not self.tag & 0x20:
            raise DerError(f"tag {self.tag:02x} holds no elements")
        return tuple(_walk(self, limit))

    def expect(self, *tags: int) -> "Item":
        """This element, when it has one of these tags."""
        if self.tag not in tags:
            raise DerError(f"tag {self.tag:02x} where {tags[0]:02x} belongs")
        return self


def _walk(parent: Item, limit: int) -> Iterator[Item]:
    place = parent.body
    while place < parent.stop:
        if limit <= 0:
            raise DerError("too many elements")
        item = _item_at(parent.source, place, parent.stop, parent.depth + 1, parent.ends)
        yield item
        place, limit = item.end, limit - 1


def _item_at(source: bytes, start: int, stop: int, depth: int, ends: _Ends) -> Item:
    if depth > MAX_DEPTH:
        raise DerError("nested too deep")
    if start + 2 > stop:
        raise DerError("cut off")
    if source[start] & 0x1F == 0x1F:
        raise DerError("long tags are not used here")
    length, body = source[start + 1], start + 2
    if length == OPEN and source[start] & 0x20:
        last = _end_of(source, body, stop, depth, ends)
        return Item(source, start, body, last, last + len(END), depth, ends)
    if length & 0x80:
        count = length & 0x7F
        if not 1 <= count <= 8 or body + count > stop:
            raise DerError("length not readable")
        length, body = int.from_bytes(source[body : body + count], "big"), body + count
    if length > stop - body:
        raise DerError("longer than the bytes that are there")
    return Item(source, start, body, body + length, body + length, depth, ends)


def _end_of(source: bytes, body: int, stop: int, depth: int, ends: _Ends) -> int:
    """Where a content of open length ends: at its own mark, past those of the elements inside."""
    place = body
    while body not in ends.known:
        if source[place : min(place + len(END), stop)] == END:
            ends.known[body] = place
            break
        ends.left -= 1
        if ends.left < 0:
            raise DerError("too many elements")
        place = _item_at(source, place, stop, depth + 1, ends).end
    return ends.known[body]


def read_first(data: bytes) -> Item:
    """The element `data` begins with; something may follow it."""
    if len(data) > MAX_BYTES:
        raise DerError("too large")
    return _item_at(data, 0, len(data), 0, _Ends())


def read(data: bytes) -> Item:
    """The one element `data` consists of."""
    item = read_first(data)
    if item.end != len(data):
        raise DerError("bytes after the end")
    return item


# --- values ---


def as_integer(item: Item, most: int = 64) -> int:
    """A signed INTEGER; leading zeros are taken."""
    content = item.expect(INTEGER).content
    if not content or len(content) > most:
        raise DerError("integer empty or too long")
    return int.from_bytes(content, "big", signed=True)


def as_oid(item: Item) -> str:
    """Dotted text."""
    content = item.expect(OID).content
    if not content or len(content) > MAX_OID or content[-1] & 0x80:
        raise DerError("object identifier not readable")
    arcs, value = [], 0
    for octet in content:
        value = value << 7 | octet & 0x7F
        if not octet & 0x80:
            arcs.append(value)
            value = 0
    first = min(arcs[0] // 40, 2)
    return ".".join(str(arc) for arc in (first, arcs[0] - 40 * first, *arcs[1:]))


def as_octets(item: Item) -> bytes:
    """Also where BER has it in pieces."""
    if item.tag == PIECES:
        return b"".join(map(as_octets, item.items(MAX_LOOKED_OVER)))
    return item.expect(OCTET_STRING).content


def as_bits(item: Item) -> bytes:
    """A BIT STRING of whole octets."""
    content = item.expect(BIT_STRING).content
    if not content or content[0] != 0:
        raise DerError("bit string is not whole octets")
    return content[1:]


def as_flags(item: Item) -> frozenset[int]:
    """The numbers of the bits set in a short BIT STRING (KeyUsage)."""
    content = item.expect(BIT_STRING).content
    if not 1 <= len(content) <= 5 or content[0] > 7:
        raise DerError("flags not readable")
    bits = "".join(f"{octet:08b}" for octet in content[1:])
    return frozenset(place for place, bit in enumerate(bits) if bit == "1")


def as_boolean(item: Item) -> bool:
    """Anything but zero is true."""
    content = item.expect(BOOLEAN).content
    if len(content) != 1:
        raise DerError("boolean not readable")
    return content != b"\0"


def as_text(item: Item) -> str:
    """Any string type met in the field; UTF-8 inside an older type is taken as UTF-8."""
    content = item.expect(*STRINGS).content
    try:
        return content.decode(WIDE.get(item.tag, "utf-8"))
    except UnicodeDecodeError:
        return content.decode("gb18030", "replace")


def as_moment(item: Item) -> datetime:
    """UTCTime or GeneralizedTime, aware; without a zone it is China's."""
    item.expect(GENERALIZED_TIME, UTC_TIME)
    if item.stop - item.body > 32 or not item.content.isascii():
        raise DerError("time not readable")
    text = item.content.decode("ascii")
    if item.tag == UTC_TIME:
        text = ("20" if text[:2] < "50" else "19") + text
    return moment_of(text)


def moment_of(text: str) -> datetime:
    """A time in any spelling met, with Z, an offset or nothing; without a zone it is China's."""
    try:
        return read_moment(text)
    except (ValueError, OverflowError) as trouble:
        raise DerError("time not readable") from trouble


# --- writing ---


def write(tag: int, *parts: bytes) -> bytes:
    """Tag, minimal length, content."""
    size = sum(map(len, parts))
    if size < 0x80:
        return bytes((tag, size)) + b"".join(parts)
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(length))) + length + b"".join(parts)


def sequence(*parts: bytes) -> bytes:
    return write(SEQUENCE, *parts)


def integer(value: int) -> bytes:
    bits = value.bit_length() if value >= 0 else (value + 1).bit_length()
    return write(INTEGER, value.to_bytes(bits // 8 + 1, "big", signed=True))


def oid(dotted: str) -> bytes:
    first, second, *rest = (int(arc) for arc in dotted.split("."))
    return write(OID, b"".join(_base_128(arc) for arc in (40 * first + second, *rest)))


def _base_128(arc: int) -> bytes:
    octets = [arc & 0x7F]
    while arc := arc >> 7:
        octets.append(0x80 | arc & 0x7F)
    return bytes(reversed(octets))


def octets(content: bytes) -> bytes:
    return write(OCTET_STRING, content)


def bits(content: bytes) -> bytes:
    return write(BIT_STRING, b"\0", content)


def flags(*numbers: int) -> bytes:
    """A BIT STRING with these bits set, no trailing zero bits."""
    width = max(numbers) // 8 + 1
    value = sum(1 << (8 * width - 1 - number) for number in numbers)
    return write(BIT_STRING, bytes((8 * width - 1 - max(numbers),)), value.to_bytes(width, "big"))


def boolean(value: bool) -> bytes:
    return write(BOOLEAN, b"\xff" if value else b"\0")


def text(value: str, tag: int = UTF8_STRING) -> bytes:
    return write(tag, value.encode("utf-8" if tag == UTF8_STRING else "ascii"))


def generalized_time(at: datetime) -> bytes:
    return write(GENERALIZED_TIME, at.astimezone(UTC).strftime("%Y%m%d%H%M%SZ").encode())


def utc_time(at: datetime) -> bytes:
    return write(UTC_TIME, at.astimezone(UTC).strftime("%y%m%d%H%M%SZ").encode())
