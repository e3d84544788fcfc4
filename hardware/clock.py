"""The one reader of time in `hardware`; drivers and simulators are handed a Clock."""

import time
from typing import Protocol


class Clock(Protocol):
    """Monotonic seconds and sleeping."""

    def monotonic(self) -> float: ...

    def sleep(self, seconds: float) -> None: ...


class SystemClock:
    """The machine's own."""

    def monotonic(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)
