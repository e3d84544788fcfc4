"""The one reader of time in `hardware`; drivers and simulators are handed a Clock."""

import time
from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Monotonic seconds and sleeping."""

    def monotonic(self) -> float: ...

    def sleep(self, seconds: float) -> None: ...


class WallClock(Protocol):
    """The time of people, aware; certificates are judged by it."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's own."""

    def now(self) -> datetime:
        return datetime.now().astimezone()

    def monotonic(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


class SteppedClock:
    """Stands still but for sleeping: for tests, and for trying long waits at once."""

    def __init__(self) -> None:
        self._now = 0.0

    def monotonic(self) -> float:
        return self._now

    def sleep(self, seconds: float) -> None:
        self._now += seconds
