"""The one reader of the wall clock in `app`; everybody else is handed a Clock."""

import sys
import time
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol

CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")  # one zone, no summer time since 1991


class Clock(Protocol):
    """Wall time for records, monotonic time for durations."""

    def now(self) -> datetime:
        """Aware, in China's zone."""

    def monotonic(self) -> float:
        """Seconds from an unknown start; never goes back."""


class SystemClock:
    """The PC's own clock. `monotonic` counts sleep, which Linux's plain one leaves out."""

    def now(self) -> datetime:
        return datetime.now(UTC).astimezone(CHINA)

    def monotonic(self) -> float:
        if sys.platform == "linux":
            return time.clock_gettime(time.CLOCK_BOOTTIME)
        return time.monotonic()


class FixedClock:
    """A clock that stands until told to move; for tests and worked examples."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.seconds = 0.0

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.seconds

    def pass_time(self, span: timedelta) -> None:
        """Both clocks go on by `span`."""
        self.at += span
        self.seconds += span.total_seconds()


def today(clock: Clock) -> date:
    """The calendar day in China."""
    return clock.now().date()
