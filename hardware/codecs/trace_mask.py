"""Takes the person out of a trace: same lengths, good checksums, and it still replays.

Masked are all texts and numbers of a card, its photo, its fingerprints, its own chip number, and
the PIN block to a token. What is not understood is made zeros, so that nothing slips through.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from hardware.codecs import apdu, trace_text
from hardware.codecs.sam_frame import (
    LENGTH_CAP,
    LENGTH_SIZE,
    PREAMBLE,
    SHORTEST_ANSWER,
    TIMEOUT_MARK,
    checksum,
)
from hardware.codecs.trace import IN, OUT, Piece, Trace

READ_BASE, READ_WITH_PRINTS, NEW_ADDRESS = "3001", "3010", "3003"
PLAIN_ANSWERS = ("10ff", "11ff", "12ff")  # reset, status and the module's number: no person in it
STATUS = 3
BODY = len(PREAMBLE) + LENGTH_SIZE

VERIFY_PIN = 0x18
TOKEN_CLASS = 0x80
GET_RESPONSE, READ_BINARY, READ_RECORD = 0xC0, 0xB0, 0xB2
BLOCK = 256

Mask = Callable[[bytes], bytes]


def masked(trace: Trace) -> Trace:
    """The trace as it may be handed on."""
    by_kind = {"id-reader": _line, "id-card": _card, "seal-token": _token}
    pieces = by_kind[trace.kind](trace.pieces)
    return replace(trace, masked=True, pieces=tuple(pieces))


# --- a line: frames of the reader module ---


def _line(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for asked, answered in _exchanges(pieces):
        yield from asked
        said = b"".join(piece.data for piece in answered)
        yield from _laid_back(answered, _answer(_command(asked), said))


def _exchanges(pieces: Sequence[Piece]) -> Iterator[tuple[list[Piece], list[Piece]]]:
    """What was said in a row, and all that came until the next was said."""
    asked: list[Piece] = []
    answered: list[Piece] = []
    for piece in pieces:
        if piece.way == IN:
            answered.append(piece)
            continue
        if answered:
            yield asked, answered
            asked, answered = [], []
        asked.append(piece)
    yield asked, answered


def _command(asked: Sequence[Piece]) -> str:
    """Command and parameter in hexadecimal; nothing where it was no frame."""
    said = b"".join(piece.data for piece in asked)
    start = said.rfind(PREAMBLE)
    return said[start + BODY : start + BODY + 2].hex() if start >= 0 else ""


def _answer(command: str, said: bytes) -> bytes:
    """Frames with their content masked; all that is no frame is zeros."""
    made = bytearray(len(said))
    at = said.find(PREAMBLE)
    while at >= 0:
        frame = _frame(command, said[at:])
        made[at : at + len(frame)] = frame
        at = said.find(PREAMBLE, at + len(frame))
    return bytes(made)


def _frame(command: str, said: bytes) -> bytes:
    """What begins at the front: a whole frame with other content, or a false start with none.

    A wrong checksum stays wrong; behind a false start the next preamble is looked for, as a driver
    does.
    """
    if said.startswith(TIMEOUT_MARK):
        return TIMEOUT_MARK
    length = int.from_bytes(said[len(PREAMBLE) : BODY], "big")
    frame = said[: BODY + length]
    right = checksum(frame[len(PREAMBLE) : -1])
    damage = right ^ frame[-1]
    later = said.find(PREAMBLE, 1)
    whole = SHORTEST_ANSWER <= length <= LENGTH_CAP and len(frame) == BODY + length
    if not whole or (damage and 0 < later < len(frame)):
        return _false_start(said if later < 0 else said[:later])
    body = frame[: BODY + STATUS] + _data(command, frame[BODY + STATUS : -1])
    return body + bytes([checksum(body[len(PREAMBLE) :]) ^ damage])


def _false_start(said: bytes) -> bytes:
    head = said[: BODY + STATUS]
    return head + bytes(len(said) - len(head))


def _data(command: str, data: bytes) -> bytes:
    masks: dict[str, Mask] = {
        READ_BASE: partial(_parts, count=2),
        READ_WITH_PRINTS: partial(_parts, count=3),
        NEW_ADDRESS: trace_text.words,
        **dict.fromkeys(PLAIN_ANSWERS, bytes),
    }
    mask = masks.get(command)
    return mask(data) if mask else bytes(len(data))


def _parts(data: bytes, count: int) -> bytes:
    """Length fields as they are, the text neutral, photo and templates zeros."""
    head = data[: 2 * count]
    size = int.from_bytes(head[:2], "big")
    text, rest = data[len(head) :][:size], data[len(head) + size :]
    return head + trace_text.block(text) + bytes(len(rest))


def _laid_back(pieces: Sequence[Piece], data: bytes) -> Iterator[Piece]:
    """The same pieces with other bytes."""
    for piece in pieces:
        size = len(piece.data)
        yield replace(piece, data=data[:size])
        data = data[size:]


# --- a token ---


def _token(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        yield replace(piece, data=_without_pin(piece.data)) if piece.way == OUT else piece


def _without_pin(command: bytes) -> bytes:
    """Commands of the token's own class that are no PIN stay; of all others only the header."""
    plain = command[:1] == bytes([TOKEN_CLASS]) and command[1:2] != bytes([VERIFY_PIN])
    return command if plain or command[1:2] == bytes([GET_RESPONSE]) else _header_only(command)


def _header_only(command: bytes) -> bytes:
    """The same length with zeros for data."""
    try:
        size = len(apdu.decode(command).data)
    except ValueError:
        return command[:4] + bytes(max(0, len(command) - 4))
    start = 7 if command[4:5] == b"\0" else 5  # behind a length of two bytes, or of one
    return command[:start] + bytes(size) + command[start + size :]


# --- a card behind the card service ---


def _card(pieces: Sequence[Piece]) -> Iterator[Piece]:
    stream = _stream(pieces)
    for command, place, piece in _answers(pieces):
        if piece.way != IN:
            yield piece
            continue
        data, sw = piece.data[:-2], piece.data[-2:]
        yield replace(piece, data=_card_data(command, place, data, stream) + sw)


def _card_data(command: bytes, place: int, data: bytes, stream: bytes) -> bytes:
    if command[:2] == bytes([0xFF, READ_BINARY]):
        start = command[2] * BLOCK + place
        return stream[start : start + len(data)]
    if command[1:2] == bytes([READ_RECORD]) and place == 0:
        return data[:2] + b"0" * (len(data) - 2)
    return bytes(len(data))


def _stream(pieces: Sequence[Piece]) -> bytes:
    """All blocks of FF B0 in a row, masked as the answer to 30 01 that they are."""
    whole = bytearray()
    for command, place, piece in _answers(pieces):
        if piece.way == IN and command[:2] == bytes([0xFF, READ_BINARY]):
            start, data = command[2] * BLOCK + place, piece.data[:-2]
            whole.extend(bytes(max(0, start + len(data) - len(whole))))
            whole[start : start + len(data)] = data
    return _parts(bytes(whole), 2)


def _answers(pieces: Sequence[Piece]) -> Iterator[tuple[bytes, int, Piece]]:
    """Each piece with the command it belongs to; what is fetched by GET RESPONSE goes on there."""
    command, place = b"", 0
    for piece in pieces:
        if piece.way == OUT and piece.data[1:2] != bytes([GET_RESPONSE]):
            command, place = piece.data, 0
        yield command.ljust(4, b"\0"), place, piece
        if piece.way == IN:
            place += max(0, len(piece.data) - 2)
