"""Ways to spoil an answer: plain ones, and ones that know the frame and repair its checksum."""

from collections.abc import Callable, Sequence
from functools import reduce
from operator import xor
from random import Random

START = bytes.fromhex("AAAAAA9669")
TIMEOUT_MARK = bytes.fromhex("AAAAAA96690005050505")
SAM_STATUS = bytes.fromhex("90 9F 91 10 11 21 23 24 31 32 33 37 3F 40 41 47 60 66 80 81 00 FF")
WORDS = [
    word.to_bytes(2, "big")
    for word in (
        *(0x9000, 0x6100, 0x6110, 0x61FF, 0x6C00, 0x6C08, 0x6CFF, 0x6282, 0x6283, 0x63C0, 0x63C1),
        *(0x63C2, 0x6700, 0x6982, 0x6983, 0x6985, 0x6A80, 0x6A82, 0x6A83, 0x6A86, 0x6A88, 0x6B00),
        *(0x6D00, 0x6E00, 0x6F00, 0x9F10, 0x0000, 0xFFFF),
    )
]
FLOOD = 0x8000

Bend = Callable[[Random, bytes, bytes, Sequence[bytes]], bytes]  # request, answer, older answers


def bent(kind: str, chance: Random, request: bytes, answer: bytes, older: Sequence[bytes]) -> bytes:
    """The answer with one fault, sometimes two."""
    for _ in range(chance.choice((1, 1, 1, 2))):
        bend = chance.choice(PLAIN if chance.random() < 0.4 else KNOWING[kind])
        answer = bend(chance, request, answer, older)
    return answer


# --- that know nothing ---


def _place(chance: Random, data: bytes) -> int:
    """Anywhere, the beginning and the end more often than the middle."""
    near = chance.randrange(16)
    return min(chance.choice((near, len(data) - near, chance.randrange(len(data) + 1))), len(data))


def _changed(chance: Random, request: bytes, data: bytes, older: Sequence[bytes]) -> bytes:
    at = max(0, _place(chance, data))
    return data[:at] + chance.randbytes(1) + data[at + 1 :]


def _flipped(chance: Random, request: bytes, data: bytes, older: Sequence[bytes]) -> bytes:
    at = max(0, min(_place(chance, data), len(data) - 1))
    return (
        data[:at]
        + bytes([byte ^ 1 << chance.randrange(8) for byte in data[at : at + 1]])
        + (data[at + 1 :])
    )


def _cut(chance: Random, request: bytes, data: bytes, older: Sequence[bytes]) -> bytes:
    return data[: max(0, _place(chance, data))]


def _lost(chance: Random, request: bytes, data: bytes, older: Sequence[bytes]) -> bytes:
    at = max(0, _place(chance, data))
    return data[:at] + data[at + chance.choice((1, 2, 16, 300)) :]


def _added(chance: Random, request: bytes, data: bytes, older: Sequence[bytes]) -> bytes:
    at = max(0, _place(chance, data))
    return data[:at] + chance.randbytes(chance.choice((1, 2, 7, 300))) + data[at:]


def _spliced(chance: Random, request: bytes, data: bytes, older: Sequence[bytes]) -> bytes:
    other = chance.choice(older) if older else data
    return data[: max(0, _place(chance, data))] + other[max(0, _place(chance, other)) :]


def _replaced(chance: Random, request: bytes, data: bytes, older: Sequence[bytes]) -> bytes:
    return chance.choice(older) if older else b""


def _doubled(chance: Random, request: bytes, data: bytes, older: Sequence[bytes]) -> bytes:
    return data + data


def _echoed(chance: Random, request: bytes, data: bytes, older: Sequence[bytes]) -> bytes:
    return request + data


def _noise(chance: Random, request: bytes, data: bytes, older: Sequence[bytes]) -> bytes:
    return chance.choice((b"", b"\xff" * 20, TIMEOUT_MARK, START, START + b"\x09\x10")) + data


def _flood(chance: Random, request: bytes, data: bytes, older: Sequence[bytes]) -> bytes:
    return chance.choice((b"\0", b"\xaa", b"\x03\x06", START, b"\x81")) * (FLOOD // 4)


PLAIN: tuple[Bend, ...] = (
    _changed, _changed, _flipped, _flipped, _cut, _lost, _added, _spliced, _replaced, _doubled,
    _echoed, _noise, _flood,
)  # fmt: skip

# --- the module's frame ---


def _sam(body: bytes, length: int | None = None) -> bytes:
    size = (len(body) + 1 if length is None else length) & 0xFFFF
    checked = size.to_bytes(2, "big") + body
    return START + checked + bytes([reduce(xor, checked)])


def _sam_bend(chance: Random, request: bytes, data: bytes, older: Sequence[bytes]) -> bytes:
    """Body changed, checksum right."""
    if not data.startswith(START) or len(data) < 11:
        return data
    body = data[7:-1]
    match chance.randrange(7):
        case 0:
            return _sam(body[:2] + chance.choice(SAM_STATUS).to_bytes(1, "big") + body[3:])
        case 1:
            return _sam(chance.randbytes(2) + body[2:])
        case 2:  # the inner lengths
            at = 3 + chance.randrange(6)
            return _sam(body[:at] + chance.randbytes(1) + body[at + 1 :])
        case 3:
            return _sam(_changed(chance, request, body, older))
        case 4:
            return _sam(body[: max(3, _place(chance, body))])
        case 5:
            return _sam(body + chance.randbytes(chance.choice((1, 2, 70, 512))))
    return _sam(body, chance.choice((0, 3, 4, len(body), len(body) + 2, 0x0910, 0xFFFF)))


# --- answers to APDUs ---


def _apdu_bend(chance: Random, request: bytes, data: bytes, older: Sequence[bytes]) -> bytes:
    body, word = data[:-2], data[-2:]
    match chance.randrange(6):
        case 0:
            return body + chance.choice(WORDS)
        case 1:
            return chance.choice(WORDS)
        case 2:
            return body[: max(0, _place(chance, body))] + word
        case 3:
            return body + chance.randbytes(chance.choice((1, 2, 256))) + word
        case 4:  # a length of a record or of DER
            at = chance.choice((1, 3, 5, 7))
            return body[:at] + chance.randbytes(1) + body[at + 1 :] + word
    return _changed(chance, request, body, older) + word


def _bare(body: bytes, length: int | None = None) -> bytes:
    size = (len(body) if length is None else length) & 0xFFFF
    return b"\x12" + size.to_bytes(2, "big") + body


def _bare_bend(chance: Random, request: bytes, data: bytes, older: Sequence[bytes]) -> bytes:
    body = data[3:]
    if chance.randrange(4):
        return _bare(_apdu_bend(chance, request, body, older))
    return _bare(body, chance.choice((0, 1, 2, len(body) - 1, len(body) + 1, 0xFFFF)))


def _ccid(message: bytes) -> bytes:
    framed = b"\x03\x06" + message
    return framed + bytes([reduce(xor, framed)])


def _ccid_bend(chance: Random, request: bytes, data: bytes, older: Sequence[bytes]) -> bytes:
    """The last message of the answer; echo and requests for time before it stay."""
    at = data.rfind(b"\x03\x06")
    message = data[at + 2 : -1]
    if at < 0 or len(message) < 10:
        return data
    before, head, body = data[:at], message[:10], message[10:]
    match chance.randrange(7):
        case 0:
            place = chance.randrange(10)
            return before + _ccid(head[:place] + chance.randbytes(1) + head[place + 1 :] + body)
        case 1:
            body = _apdu_bend(chance, request, body, older)
            return before + _ccid(head[:1] + len(body).to_bytes(4, "little") + head[5:] + body)
        case 2:
            return before + b"\x03\x15\x16" + data[at:]
        case 3:
            return before + b"\x50" + chance.choice((b"\x02", b"\x03")) + data[at:]
        case 4:
            return before + b"\x81" * chance.choice((1, 5, 40)) + data[at:]
        case 5:  # more time, by a message
            return before + _ccid(head[:1] + bytes(4) + head[5:7] + b"\x80\x01\x00") + data[at:]
    size = chance.choice((0, 1, 0xFFFF, 0xFFFFFFFF, len(body) + 1))
    return before + _ccid(head[:1] + size.to_bytes(4, "little") + head[5:] + body)


KNOWING: dict[str, tuple[Bend, ...]] = {
    "sam": (_sam_bend,),
    "apdu": (_apdu_bend,),
    "bare": (_bare_bend,),
    "ccid": (_ccid_bend,),
    "ccid-echo": (_ccid_bend,),
}
