"""The card's side of T=1 for a simulated token in a reader that only carries blocks."""

from collections.abc import Callable

from hardware.codecs import t1
from hardware.codecs.t1 import Block

ATR = bytes.fromhex("3BE800008131FE455A5054524E303031")  # T=1, blocks of 254, LRC; TCK follows
CHAIN = 200  # bytes of an answer in one block


def atr() -> bytes:
    """With its check byte, as an ATR that offers T=1 has one."""
    check = 0
    for octet in ATR[1:]:
        check ^= octet
    return ATR + bytes([check])


class T1Side:
    """Blocks in, blocks out; `act` answers a whole APDU."""

    def __init__(self, act: Callable[[bytes], bytes], *, waits: int = 1) -> None:
        """`waits`: how often it asks for time before it answers."""
        self._act = act
        self._waits = waits
        self.reset()

    def reset(self) -> None:
        self._number = 0  # of our next I-block
        self._expected = 0  # of theirs
        self._apdu, self._rest, self._asking = b"", b"", 0
        self._last = Block(t1.READY)

    def receive(self, raw: bytes) -> bytes:
        block = t1.decode(raw)
        self._last = self._said(block)
        return self._last.encode()

    def _said(self, block: Block | None) -> Block:
        if block is None:
            return Block(t1.READY | (t1.EXPECTED if self._expected else 0) | 1)
        if block.pcb == t1.WAIT | t1.ANSWERED:
            return self._next_wait()
        if block.pcb in (t1.SIZE, t1.RESYNCH):
            if block.pcb == t1.RESYNCH:
                self.reset()
            return Block(block.pcb | t1.ANSWERED, block.inf)
        if block.is_ready:
            return self._ready(block)
        return self._information(block)

    def _ready(self, block: Block) -> Block:
        """The next part of a chain; our last block again where it did not arrive."""
        wants = 1 if block.pcb & t1.EXPECTED else 0
        if block.pcb & 0xF or not self._rest or wants != self._number:
            return self._last
        return self._part()

    def _information(self, block: Block) -> Block:
        if bool(block.pcb & t1.SENT) != bool(self._expected):
            return self._last  # had it already
        self._expected ^= 1
        self._apdu += block.inf
        if block.pcb & t1.MORE:
            return Block(t1.READY | (t1.EXPECTED if self._expected else 0))
        self._asking = self._waits
        return self._next_wait()

    def _next_wait(self) -> Block:
        if self._asking:
            self._asking -= 1
            return Block(t1.WAIT, b"\x01")
        apdu, self._apdu = self._apdu, b""
        self._rest = self._act(apdu)
        return self._part()

    def _part(self) -> Block:
        part, self._rest = self._rest[:CHAIN], self._rest[CHAIN:]
        pcb = (t1.SENT if self._number else 0) | (t1.MORE if self._rest else 0)
        self._number ^= 1
        return Block(pcb, part)
