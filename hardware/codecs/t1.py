"""Blocks of the T=1 protocol (ISO 7816-3): NAD, PCB, LEN, INF, LRC; and what an ATR says of it."""

from dataclasses import dataclass
from functools import reduce
from operator import xor

MORE = 0x20  # of an I-block's PCB: another one follows
SENT = 0x40  # of an I-block's PCB: its number, 0 or 1
READY, SUPERVISE = 0x80, 0xC0  # R- and S-blocks by their first two bits
EXPECTED = 0x10  # of an R-block's PCB: the number it waits for
RESYNCH, SIZE, ABORT, WAIT = 0xC0, 0xC1, 0xC2, 0xC3
ANSWERED = 0x20  # of an S-block's PCB: it is the answer to one
USUAL_SIZE, LARGEST = 32, 254
EPILOGUE, PROLOGUE = 1, 3


@dataclass(frozen=True, slots=True)
class Block:
    """One block without its check; `pcb` says what kind it is."""

    pcb: int
    inf: bytes = b""

    @property
    def is_information(self) -> bool:
        return not self.pcb & 0x80

    @property
    def is_ready(self) -> bool:
        return self.pcb & 0xC0 == READY

    def encode(self) -> bytes:
        raw = bytes([0, self.pcb, len(self.inf)]) + self.inf
        return raw + bytes([reduce(xor, raw)])


def decode(raw: bytes) -> Block | None:
    """None where the length or the check does not fit."""
    if len(raw) < PROLOGUE + EPILOGUE or raw[2] != len(raw) - PROLOGUE - EPILOGUE:
        return None
    return None if reduce(xor, raw) else Block(raw[1], raw[PROLOGUE:-EPILOGUE])


def size_of(atr: bytes) -> int | None:
    """How long an INF the card takes, when its ATR offers T=1 first; None for T=0 or no ATR."""
    if len(atr) < 2:
        return None
    place, present, protocol, size, level = 2, atr[1] >> 4, None, USUAL_SIZE, 1
    while True:
        given = [place + bin(present & ((1 << bit) - 1)).count("1") for bit in range(4)]
        if level > 2 and protocol == 1 and present & 1 and given[0] < len(atr):
            return min(max(atr[given[0]], 1), LARGEST)
        if not present & 8 or given[3] >= len(atr):
            return size if protocol == 1 else None
        following = atr[given[3]]
        protocol = following & 0xF if protocol is None else protocol
        place, present, level = given[3] + 1, following >> 4, level + 1
