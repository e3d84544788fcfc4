"""Frames of the identity-card reader module SAM_V (facts: idcard 1.2)."""

from functools import reduce
from operator import xor

from hardware.errors import BadAnswer

PREAMBLE = bytes.fromhex("AAAAAA9669")
LENGTH_SIZE = 2
LENGTH_CAP = 0x0910  # the longest answer has 0x090A
SHORTEST_ANSWER = 4  # SW1 SW2 SW3 and the checksum
SHORTEST_FRAME = len(PREAMBLE) + LENGTH_SIZE + SHORTEST_ANSWER
TIMEOUT_MARK = bytes.fromhex("AAAAAA96690005050505")  # noise of some wrappers, no frame (1.6)


def checksum(data: bytes) -> int:
    """XOR of all bytes from the length to the last one before the checksum."""
    return reduce(xor, data, 0)


def encode(body: bytes) -> bytes:
    """The frame around a body (command, parameter, data)."""
    checked = (len(body) + 1).to_bytes(LENGTH_SIZE, "big") + body
    return PREAMBLE + checked + bytes([checksum(checked)])


class FrameDecoder:
    """Takes bytes as they come and finds the answers in them; what is no frame is passed over."""

    def __init__(self) -> None:
        self._waiting = bytearray()
        self.heard = 0  # bytes fed so far

    def feed(self, data: bytes) -> None:
        self.heard += len(data)
        self._waiting += data

    def take(self) -> bytes | None:
        """The next answer's body, None while more must come; BadAnswer for a wrong checksum.

        After BadAnswer the search goes on behind the false start, so an answer behind it is found.
        """
        while self._at_preamble():
            if self._waiting.startswith(TIMEOUT_MARK):
                del self._waiting[: len(TIMEOUT_MARK)]
            elif not SHORTEST_ANSWER <= self._length() <= LENGTH_CAP:
                del self._waiting[0]
            elif self.missing() == 0:
                return self._cut()
            else:
                return None
        return None

    def missing(self) -> int:
        """How many bytes must come at least before an answer can be whole."""
        if self._at_preamble():
            whole = len(PREAMBLE) + LENGTH_SIZE + self._length()
        else:
            whole = SHORTEST_FRAME
        return max(0, whole - len(self._waiting))

    def skip(self) -> bool:
        """Give up the answer that was begun; True when another beginning lies behind it."""
        later = self._waiting.find(PREAMBLE, 1)
        if later < 0:
            return False
        del self._waiting[:later]
        return True

    def _at_preamble(self) -> bool:
        """Drop what cannot begin a frame; True when preamble and length lie at the front."""
        start = self._waiting.find(PREAMBLE)
        if start < 0:
            start = len(self._waiting) - _begun(self._waiting)
        del self._waiting[:start]
        return len(self._waiting) >= len(PREAMBLE) + LENGTH_SIZE

    def _length(self) -> int:
        return int.from_bytes(self._waiting[len(PREAMBLE) : len(PREAMBLE) + LENGTH_SIZE], "big")

    def _cut(self) -> bytes:
        end = len(PREAMBLE) + LENGTH_SIZE + self._length()
        checked = bytes(self._waiting[len(PREAMBLE) : end])
        if checksum(checked) != 0:  # with its own checksum the XOR comes to nothing
            del self._waiting[0]
            raise BadAnswer("id-reader.bad-checksum")
        del self._waiting[:end]
        return checked[LENGTH_SIZE:-1]


def _begun(data: bytearray) -> int:
    """Length of the longest end of `data` that could begin a preamble (also within a run of AA)."""
    return next(n for n in range(len(PREAMBLE) - 1, -1, -1) if data.endswith(PREAMBLE[:n]))
