"""A line with an end: whatever is asked of it, it is over at a set moment."""

from hardware.clock import Clock
from hardware.errors import BadAnswer
from hardware.transports.base import ByteStream


class BoundedStream:
    """Passes everything on; after `end` a read is refused, before it none lasts beyond it."""

    def __init__(self, stream: ByteStream, clock: Clock, end: float) -> None:
        self._stream = stream
        self._clock = clock
        self._end = end

    def write(self, data: bytes) -> None:
        self._stream.write(data)

    def read(self, count: int, timeout: float) -> bytes:
        left = self._end - self._clock.monotonic()
        if left <= 0:
            raise BadAnswer("port.out-of-time")
        return self._stream.read(count, min(timeout, left))

    def clear(self) -> None:
        self._stream.clear()

    def close(self) -> None:
        self._stream.close()
