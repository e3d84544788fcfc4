"""What the module answers: text, photo, fingerprints, its number (facts: idcard 1.4, 1.5)."""

import struct

from hardware.codecs.card_text import TEXT_SIZE
from hardware.errors import BadAnswer

TEMPLATE_SIZE = 512
MOST_TEMPLATES = 2


def text_and_photo(data: bytes) -> tuple[bytes, bytes | None]:
    """The answer to 30 01 by its own length fields, never by the total alone."""
    text, photo = _parts(data, 2)
    return text, photo or None


def text_photo_templates(data: bytes) -> tuple[bytes, bytes | None, tuple[bytes, ...]]:
    """The answer to 30 10; none, one or two fingerprint templates."""
    text, photo, prints = _parts(data, 3)
    count, rest = divmod(len(prints), TEMPLATE_SIZE)
    if rest or count > MOST_TEMPLATES:
        raise BadAnswer("card.lengths-disagree", heard=len(data))
    return text, photo or None, tuple(_template(prints, i) for i in range(count))


def _template(prints: bytes, index: int) -> bytes:
    return prints[index * TEMPLATE_SIZE : (index + 1) * TEMPLATE_SIZE]


def sam_id_text(data: bytes) -> str:
    """The module's number in print: 05.03-20140820-0012345678-0123456789."""
    if len(data) != 16:
        raise BadAnswer("id-reader.sam-id-length", heard=len(data))
    make, kind, day, serial, last = struct.unpack("<HHIII", data)
    return f"{make:02}.{kind:02}-{day:08}-{serial:010}-{last:010}"


def _parts(data: bytes, count: int) -> list[bytes]:
    """As many parts as there are length fields of two bytes in front; the first is the text."""
    at = 2 * count
    sizes = [int.from_bytes(data[i : i + 2], "big") for i in range(0, at, 2)]
    if len(data) != at + sum(sizes) or sizes[0] != TEXT_SIZE:
        raise BadAnswer("card.lengths-disagree", heard=len(data))
    parts = []
    for size in sizes:
        parts.append(data[at : at + size])
        at += size
    return parts
