"""Lines with an end: whatever is asked of them, it is over at a set moment."""

from typing import Any

from hardware.clock import Clock
from hardware.errors import BadAnswer
from hardware.transports.base import Answer, ApduChannel, ByteStream, VendorLibrary


class BoundedStream:
    """Passes everything on; after `end` a read is refused, before it none lasts beyond it."""

    def __init__(self, stream: ByteStream, clock: Clock, end: float) -> None:
        self._stream = stream
        self._clock = clock
        self._end = end

    def grant(self, seconds: float) -> None:
        """So much time from now at least: for what must be done also when the time is up."""
        self._end = max(self._end, self._clock.monotonic() + seconds)

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


class BoundedClock:
    """A clock whose sleeps do not last beyond `end`."""

    def __init__(self, clock: Clock, end: float) -> None:
        self._clock = clock
        self._end = end

    def monotonic(self) -> float:
        return self._clock.monotonic()

    def sleep(self, seconds: float) -> None:
        left = self._end - self._clock.monotonic()
        if left > 0:
            self._clock.sleep(min(seconds, left))


class BoundedChannel:
    """The same for a channel: after `end` no command is sent; one under way comes to its end."""

    def __init__(self, channel: ApduChannel, clock: Clock, end: float) -> None:
        self._channel = channel
        self._clock = clock
        self._end = end

    def grant(self, seconds: float) -> None:
        """So much time from now at least: for what must be done also when the time is up."""
        self._end = max(self._end, self._clock.monotonic() + seconds)

    def transmit(self, apdu: bytes) -> Answer:
        if self._clock.monotonic() >= self._end:
            raise BadAnswer("port.out-of-time")
        return self._channel.transmit(apdu)

    def reset(self) -> None:
        self._channel.reset()

    def close(self) -> None:
        self._channel.close()


class BoundedLibrary:
    """The same for a library: no question lasts beyond `end`, but one with a time of its own.

    `longest`: nor longer than this. `beyond`: how long at most one with a time of its own may last
    when the time is up.
    """

    def __init__(
        self,
        helper: VendorLibrary,
        clock: Clock,
        end: float,
        longest: float = float("inf"),
        beyond: float = float("inf"),
    ) -> None:
        self._helper = helper
        self._clock = clock
        self._end = end
        self._longest = longest
        self._beyond = beyond

    def ask(self, question: dict[str, Any], seconds: float | None = None) -> dict[str, Any]:
        left = self._end - self._clock.monotonic()
        if seconds is not None:
            return self._helper.ask(question, min(seconds, max(left, self._beyond)))
        if left <= 0:
            raise BadAnswer("port.out-of-time")
        return self._helper.ask(question, min(left, self._longest))

    def close(self) -> None:
        self._helper.close()
