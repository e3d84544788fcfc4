"""APDUs to a card that speaks T=1, through a reader that only carries blocks (TPDU level).

An APDU of any length goes in chained blocks. A block sent again because one was damaged on the way
keeps its number, so the card acts on it once.
"""

from collections.abc import Callable

from hardware.codecs import t1
from hardware.codecs.t1 import Block
from hardware.errors import BadAnswer

ROUNDS = 600  # blocks in one exchange; the longest answer has 260
REPAIRS = 3


class T1Card:
    """The host's side; `carry` takes one block to the card and brings what came back."""

    def __init__(self, carry: Callable[[bytes], bytes], size: int) -> None:
        self._carry = carry
        self._size = size
        self._number = 0  # of our next I-block
        self._expected = 0  # of the card's next one

    def speaks(self) -> bool:
        """Asked by a block that does nothing (larger blocks, please): an ATR may say too much."""
        asked = Block(t1.SIZE, bytes([t1.LARGEST]))
        for _ in range(REPAIRS):
            raw = self._carry(asked.encode())
            if t1.decode(raw) == Block(t1.SIZE | t1.ANSWERED, asked.inf):
                return True
            if len(raw) < t1.PROLOGUE + t1.EPILOGUE:  # a status word: it took it for a command
                return False
        return False

    def transmit(self, command: bytes) -> bytes:
        """The whole answer with its status word."""
        parts = [command[at : at + self._size] for at in range(0, len(command), self._size)]
        for part in parts[:-1]:
            self._sent(self._information(part, more=True), ready=True)
        block = self._sent(self._information(parts[-1], more=False), ready=False)
        data = block.inf
        for _ in range(ROUNDS):
            if not block.pcb & t1.MORE:
                return data
            block = self._sent(self._ready(), ready=False)
            data += block.inf
        raise BadAnswer("token.garbled")

    def _information(self, part: bytes, *, more: bool) -> Block:
        pcb = (t1.SENT if self._number else 0) | (t1.MORE if more else 0)
        self._number ^= 1
        return Block(pcb, part)

    def _ready(self) -> Block:
        return Block(t1.READY | (t1.EXPECTED if self._expected else 0))

    def _sent(self, block: Block, *, ready: bool) -> Block:
        """What the block is answered by: an R-block while chaining (`ready`), else an I-block."""
        asked, repairs = block, 0
        for _ in range(ROUNDS):
            answer = t1.decode(self._carry(asked.encode()))
            if answer is None or self._is_repair(answer, block, ready=ready):
                repairs += 1
                if repairs > REPAIRS:
                    raise BadAnswer("token.checksum")
                asked = block if answer is not None else Block(self._ready().pcb | 1)
            elif answer.pcb & 0xC0 == t1.SUPERVISE:
                asked = self._supervised(answer)
            else:
                return self._taken(answer, ready=ready)
        raise BadAnswer("token.silent")

    def _is_repair(self, answer: Block, block: Block, *, ready: bool) -> bool:
        """An R-block that wants ours again: with an error, or waiting for what we just sent."""
        if not answer.is_ready:
            return False
        waits = bool(answer.pcb & t1.EXPECTED)
        again = block.is_information and waits == bool(block.pcb & t1.SENT)
        return bool(answer.pcb & 0xF) or again or not ready

    def _supervised(self, answer: Block) -> Block:
        """The card wants time, or another size of blocks; both are granted."""
        if answer.pcb == t1.SIZE and answer.inf:
            self._size = min(max(answer.inf[0], 1), t1.LARGEST)
        elif answer.pcb != t1.WAIT:
            raise BadAnswer("token.out-of-step")
        return Block(answer.pcb | t1.ANSWERED, answer.inf)

    def _taken(self, answer: Block, *, ready: bool) -> Block:
        if ready != answer.is_ready:
            raise BadAnswer("token.out-of-step")
        if not ready:
            if bool(answer.pcb & t1.SENT) != bool(self._expected):
                raise BadAnswer("token.out-of-step")
            self._expected ^= 1
        return answer
