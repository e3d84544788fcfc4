"""CCID messages and their serial frame as GemPC Twin lines carry it: SYNC, ACK, message, LRC."""

from dataclasses import dataclass
from functools import reduce
from operator import xor

SYNC, ACK, NAK = 0x03, 0x06, 0x15
NAK_FRAME = bytes([SYNC, NAK, SYNC ^ NAK])
SLOT_CHANGE, REMOVED, INSERTED = 0x50, 0x02, 0x03
HEADER = 10
MAX_LENGTH = 0x10000 + 16

POWER_ON, POWER_OFF, SLOT_STATUS, TRANSFER, ESCAPE = 0x62, 0x63, 0x65, 0x6F, 0x6B
DATA_BLOCK, STATUS, PARAMETERS, ESCAPED = 0x80, 0x81, 0x82, 0x83
ANSWER_TO = {
    POWER_ON: DATA_BLOCK,
    POWER_OFF: STATUS,
    SLOT_STATUS: STATUS,
    TRANSFER: DATA_BLOCK,
    ESCAPE: ESCAPED,
}

FIRMWARE = b"\x02"
REPORT_CARD_MOVES = b"\x01\x01\x01"

ABSENT = 0x02  # byte 7, bits 0-1
FAILED, MORE_TIME = 0x40, 0x80  # byte 7, bits 6-7
MUTE = 0xFE  # byte 8
WHOLE, BEGINS, ENDS, BETWEEN, GO_ON = 0x00, 0x01, 0x02, 0x03, 0x10  # chaining, byte 9 / wLevel


@dataclass(frozen=True, slots=True)
class Message:
    """One CCID message; `specific` are the three bytes whose meaning depends on the type."""

    type: int
    seq: int
    data: bytes = b""
    specific: bytes = b"\x00\x00\x00"
    slot: int = 0

    def encode(self) -> bytes:
        length = len(self.data).to_bytes(4, "little")
        head = bytes([self.type]) + length + bytes([self.slot, self.seq])
        return head + self.specific + self.data


def decode(raw: bytes) -> Message:
    """A whole message; ValueError when its length field does not fit."""
    if len(raw) < HEADER or length(raw[:HEADER]) != len(raw) - HEADER:
        raise ValueError("the length field does not fit the message")
    return Message(raw[0], raw[6], raw[HEADER:], raw[7:HEADER], raw[5])


def length(header: bytes) -> int:
    """How many bytes of data follow this header of ten."""
    return int.from_bytes(header[1:5], "little")


def checksum(data: bytes) -> int:
    """LRC: all bytes, SYNC and ACK included, xor-ed."""
    return reduce(xor, data, 0)


def frame(message: Message) -> bytes:
    """What goes over the line."""
    body = bytes([SYNC, ACK]) + message.encode()
    return body + bytes([checksum(body)])
