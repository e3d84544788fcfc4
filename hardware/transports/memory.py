"""Lines that exist only in memory: a simulator or a script at the other end, on a given clock."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from hardware.clock import Clock
from hardware.errors import NoDevice


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes of an answer, `after` seconds behind the piece before (or the request)."""

    data: bytes
    after: float = 0.0


class Talker(Protocol):
    """A device without a device: it takes bytes as they come and says what it answers."""

    def receive(self, data: bytes) -> Sequence[Piece]: ...


class Script:
    """Answers the first request with the first answer, the next with the next, then nothing."""

    def __init__(self, answers: Iterable[bytes]) -> None:
        self._answers = deque(answers)
        self.requests: list[bytes] = []

    def receive(self, data: bytes) -> Sequence[Piece]:
        self.requests.append(data)
        return [Piece(self._answers.popleft())] if self._answers else []


class MemoryLine:
    """A byte stream to a talker; waiting moves the clock on. `cut_after` bytes it is unplugged."""

    def __init__(self, talker: Talker, clock: Clock, cut_after: int | None = None) -> None:
        self._talker = talker
        self._clock = clock
        self._coming: deque[tuple[float, bytes]] = deque()
        self._left = cut_after
        self.gone = False

    def write(self, data: bytes) -> None:
        passed = self._pass(data)
        self._queue(self._talker.receive(passed))
        if len(passed) < len(data):
            self.unplug()
            raise NoDevice("port.gone")

    def read(self, count: int, timeout: float) -> bytes:
        deadline = self._clock.monotonic() + timeout
        got = b""
        while len(got) < count and self._wait(deadline):
            got += self._arrived(count - len(got))
        return self._cut(got)

    def clear(self) -> None:
        self._alive()
        now = self._clock.monotonic()
        while self._coming and self._coming[0][0] <= now:
            self._coming.popleft()

    def close(self) -> None:
        self._coming.clear()

    def unplug(self) -> None:
        """From now on every act on the line says NoDevice."""
        self.gone = True

    def _queue(self, pieces: Sequence[Piece]) -> None:
        due = max([self._clock.monotonic(), *(when for when, _ in self._coming)])
        for piece in pieces:
            due += piece.after
            self._coming.append((due, piece.data))

    def _wait(self, deadline: float) -> bool:
        """Until the next piece is there; False when the deadline comes first."""
        self._alive()
        due = self._coming[0][0] if self._coming else None
        now = self._clock.monotonic()
        if due is None or due > deadline:
            if deadline > now:
                self._clock.sleep(deadline - now)
            return False
        if due > now:
            self._clock.sleep(due - now)
        return True

    def _arrived(self, count: int) -> bytes:
        due, data = self._coming.popleft()
        if len(data) > count:
            self._coming.appendleft((due, data[count:]))
        return data[:count]

    def _cut(self, data: bytes) -> bytes:
        """What came through before the cut; nothing at all means gone."""
        passed = self._pass(data)
        if len(passed) < len(data):
            self.unplug()
            if not passed:
                raise NoDevice("port.gone")
        return passed

    def _pass(self, data: bytes) -> bytes:
        self._alive()
        if self._left is None:
            return data
        passed = data[: self._left]
        self._left -= len(passed)
        return passed

    def _alive(self) -> None:
        if self.gone:
            raise NoDevice("port.gone")
