"""DER changed where its structure is: one element is bent, those around it agree or lie."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

DEEPEST, MOST = 14, 4000
TAGS = (1, 2, 3, 4, 5, 6, 0x0C, 0x13, 0x16, 0x17, 0x18, 0x30, 0x31, 0x80, 0xA0, 0xA1, 0xA3, 0, 0x1F)
MOMENTS = (b"00000000000000Z", b"99991231235959Z", b"20261123103000", b"20261123103000+9959", b"x")
NUMBERS = (b"", b"\0", b"\x80", b"\xff" * 40, b"\0" * 40 + b"\1", b"\7")


@dataclass(frozen=True)
class Span:
    """One element: its bytes, where its content begins, and the element around it."""

    start: int
    body: int
    end: int
    parent: "Span | None"


@lru_cache(maxsize=64)
def spans(data: bytes) -> tuple[Span, ...]:
    """Every element, also those inside strings of bytes."""
    found: list[Span] = []
    _walk(data, 0, len(data), None, found, 0)
    return tuple(found)


def _walk(
    data: bytes, at: int, end: int, parent: Span | None, found: list[Span], depth: int
) -> bool:
    """False where the bytes are no elements one after the other; nothing of them is kept."""
    known = len(found)
    while at < end:
        span = _one(data, at, end, parent)
        if span is None or depth > DEEPEST or len(found) > MOST:
            del found[known:]
            return False
        found.append(span)
        tag, inside = data[at], span.body + (data[at] == 3)
        if tag & 0x20 or (tag in (3, 4) and span.end - inside > 8):
            _walk(data, inside, span.end, span, found, depth + 1)
        at = span.end
    return True


def _one(data: bytes, at: int, end: int, parent: Span | None) -> Span | None:
    if at + 2 > end:
        return None
    length, body = data[at + 1], at + 2
    if length & 0x80:
        body += length & 0x7F
        length = int.from_bytes(data[at + 2 : body], "big")
    return Span(at, body, body + length, parent) if body + length <= end else None


def element(tag: int, body: bytes, wide: int = 0) -> bytes:
    if len(body) < 128 and not wide:
        return bytes((tag, len(body))) + body
    count = max(wide, (len(body).bit_length() + 7) // 8)
    return bytes((tag, 0x80 | count)) + len(body).to_bytes(count, "big") + body


def bend(chance: random.Random, data: bytes) -> bytes:
    """One to three elements bent, one after the other."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        known = spans(data)
        if not known:
            break
        span = chance.choice(known)
        new = _bent(chance, data, span, known)
        data = _put(data, span, new, agree=chance.random() < 0.8)
    return data


def _put(data: bytes, span: Span, new: bytes, *, agree: bool) -> bytes:
    """`agree`: the lengths around it are made to fit."""
    around = span.parent
    while agree and around is not None:
        body = data[around.body : span.start] + new + data[span.end : around.end]
        new, span, around = element(data[around.start], body), around, around.parent
    return data[: span.start] + new + data[span.end :]


def _bent(chance: random.Random, data: bytes, span: Span, known: tuple[Span, ...]) -> bytes:
    tag, body, whole = data[span.start], data[span.body : span.end], data[span.start : span.end]
    other = chance.choice(known)
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: element(tag, flipped(chance, body)),
        lambda: element(tag, flipped(chance, body)),
        lambda: element(chance.choice(TAGS), body),
        lambda: b"",
        lambda: whole * chance.randint(2, 4),
        lambda: data[other.start : other.end],
        lambda: element(tag, body, wide=chance.randint(1, 9)),
        lambda: bytes((tag, chance.choice((0x80, 0x84, 0xFF, 0x7F)))) + body,
        lambda: element(tag, b"\0" + body if tag == 3 else element(tag, body)),
        lambda: element(tag, body[: chance.randrange(len(body) + 1)]),
        lambda: element(tag, chance.choice(NUMBERS + MOMENTS)),
        lambda: _nested(chance.choice((0x30, 0xA0, tag)), chance.choice((3, 40, 2000))),
        lambda: element(tag, body + chance.randbytes(chance.randint(1, 12))),
    )
    return chance.choice(ways)()


def _nested(tag: int, times: int) -> bytes:
    body = b""
    for _ in range(times):
        body = element(tag, body)
    return body


def flipped(chance: random.Random, body: bytes) -> bytes:
    """One bit."""
    changed = bytearray(body)
    if changed:
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)
