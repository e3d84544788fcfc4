"""Values that differ from the device's only where it, too, would have sent them like that.

What has a checksum must come out of a frame whose checksum is right; what has none, byte for byte
out of what was sent.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import reduce
from operator import xor
from typing import Any

from hardware.devices.id_card import IdCard
from tests.fuzz.bends import START

READS = (bytes.fromhex("3001"), bytes.fromhex("3010"))
MOST_PARTS = 12
TEXT = 256
ADDRESS, MOST = 70, 280  # bytes of one appended address, of all that a card may hold

Exchanges = Sequence[tuple[bytes, bytes]]


def excused(kind: str, value: Any, exchanges: Exchanges) -> bool:
    """True when the device's own words, as they arrived, are what was taken."""
    match value:
        case IdCard() if kind == "sam":
            return _in_a_frame(value, exchanges)
        case IdCard():
            return _card_as_sent(value, exchanges)
        case bytes():
            return made_of(value, [said for _, said in exchanges])
        case bool():
            return any(body[2] in (0x80, 0x41, 0x9F, 0x90, 0x91) for body in _bodies(exchanges))
        case str():
            return any(body[2] == 0x90 and len(body) == 19 for body in _bodies(exchanges))
    return False


def frames(data: bytes) -> Iterator[bytes]:
    """The bodies of all frames with a right checksum, wherever they begin."""
    at = data.find(START)
    while at >= 0:
        size = int.from_bytes(data[at + 5 : at + 7], "big")
        checked = data[at + 5 : at + 7 + size]
        if len(checked) == 2 + size and size >= 4 and reduce(xor, checked) == 0:
            yield checked[2:-1]
        at = data.find(START, at + 1)


def _bodies(exchanges: Exchanges) -> list[bytes]:
    return [body for _, said in exchanges for body in frames(said)]


def _in_a_frame(card: IdCard, exchanges: Exchanges) -> bool:
    """Text and photo of one and the same frame, the appended address of one that can be one."""
    if card.new_address and not _appended(card.raw["new_address"], exchanges):
        return False
    for body in _bodies(exchanges):
        sizes = body[3:7]
        for head in (4, 6):
            text = body[3 + head : 3 + head + TEXT]
            photo = body[3 + head + TEXT :][: int.from_bytes(sizes[2:4], "big")]
            number = card.raw["number"].encode("utf-16-le", "surrogatepass")
            told = text.decode("utf-16-le", "replace").encode("utf-16-le", "surrogatepass")
            if (card.photo or b"") == photo and number in told:
                return True
    return False


def _appended(address: str, exchanges: Exchanges) -> bool:
    said = address.encode("utf-16-le", "surrogatepass")
    bodies = [body[3:] for body in _bodies(exchanges) if body[2] == 0x90]
    told = [body[:ADDRESS].decode("utf-16-le", "replace") for body in bodies if len(body) <= MOST]
    return any(said in each.encode("utf-16-le", "surrogatepass") for each in told)


def _card_as_sent(card: IdCard, exchanges: Exchanges) -> bool:
    """Nothing here has a checksum: photo, name and number byte for byte as they were sent."""
    sent = [said for _, said in exchanges]
    texts = [card.raw.get(name, "") for name in ("name", "number")]
    return made_of(card.photo or b"", sent) and all(_told(text, sent) for text in texts)


def _told(text: str, sent: Sequence[bytes]) -> bool:
    """In either writing; what was no text at all is shown as damaged, or in hexadecimal."""
    written = [text.encode(code, "replace") for code in ("gb18030", "utf-16-le")]
    with suppress(ValueError):
        written.append(bytes.fromhex(text))
    return "\ufffd" in text or any(made_of(each, sent) for each in written)


def made_of(value: bytes, sent: Sequence[bytes], most: int = MOST_PARTS) -> bool:
    """Is it put together of a few pieces of what was sent?"""
    for _ in range(most):
        if not value:
            return True
        taken = max((_prefix(value, data) for data in sent), default=0)
        if not taken:
            return False
        value = value[taken:]
    return not value


def _prefix(value: bytes, data: bytes) -> int:
    """How much of the value's beginning lies somewhere in the data."""
    low, high = 0, min(len(value), len(data))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if value[:middle] in data else (low, middle - 1)
    return low
