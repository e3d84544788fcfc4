"""DER written by hand; each piece can be written otherwise than DER asks."""

from datetime import UTC, datetime


def tlv(tag: int, *parts: bytes, wide: int = 0) -> bytes:
    """`wide`: so many length bytes, more than needed; as real seals have them."""
    body = b"".join(parts)
    if len(body) < 128 and not wide:
        return bytes((tag, len(body))) + body
    count = wide or (len(body).bit_length() + 7) // 8
    return bytes((tag, 0x80 | count)) + len(body).to_bytes(count, "big") + body


def seq(*parts: bytes, wide: int = 0) -> bytes:
    return tlv(0x30, *parts, wide=wide)


def integer(value: int) -> bytes:
    return tlv(2, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def octets(body: bytes) -> bytes:
    return tlv(4, body)


def bits(body: bytes) -> bytes:
    return tlv(3, b"\0", body)


def ia5(text: str) -> bytes:
    return tlv(0x16, text.encode())


def utf8(text: str) -> bytes:
    return tlv(0x0C, text.encode())


def explicit(number: int, *parts: bytes) -> bytes:
    return tlv(0xA0 + number, *parts)


def oid(dotted: str) -> bytes:
    first, second, *rest = map(int, dotted.split("."))
    return tlv(6, *map(_base128, (40 * first + second, *rest)))


def _base128(number: int) -> bytes:
    out = bytes((number & 0x7F,))
    while number := number >> 7:
        out = bytes((0x80 | number & 0x7F,)) + out
    return out


def generalized(at: datetime, spelling: str = "%Y%m%d%H%M%SZ") -> bytes:
    return tlv(0x18, at.astimezone(UTC).strftime(spelling).encode())


def utc(at: datetime) -> bytes:
    return tlv(0x17, at.astimezone(UTC).strftime("%y%m%d%H%M%SZ").encode())
