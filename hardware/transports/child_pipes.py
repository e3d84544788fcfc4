"""Two pipes of our own to a child process, beside its standard ones; reading ends in time.

POSIX: two descriptors handed over by number. Windows: two inherited handles (written, not run).
"""

import os
import sys
from collections.abc import Callable

from hardware.clock import Clock

CHUNK = 65536
LOOK_SECONDS = 0.01  # between two looks into a pipe of Windows, which cannot be waited for
ALIVE_SECONDS = 0.2  # between two looks whether the child lives: its own children hold its pipe


class Closed(Exception):
    """The other end is gone."""


class ChildPipes:
    """Questions go down, answers come up, one line each."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._child_in, self._ours_out = os.pipe()
        self._ours_in, self._child_out = os.pipe()
        self._heard = b""
        self._dead: Callable[[], bool] = lambda: False

    def for_child(self) -> tuple[int, ...]:
        """Its ends, where it reads and where it writes, as the child will know them."""
        ends = (self._child_in, self._child_out)
        if sys.platform == "win32":
            import msvcrt

            handles = tuple(msvcrt.get_osfhandle(end) for end in ends)
            for handle in handles:
                os.set_handle_inheritable(handle, True)
            return handles
        return ends

    def started(self, dead: Callable[[], bool]) -> None:
        """The child has its ends now; ours are closed, so that its death is seen."""
        self._dead = dead
        self._close("_child_in", "_child_out")

    def write(self, line: bytes) -> None:
        """A line shorter than the pipe holds, into an empty pipe: never waits."""
        try:
            os.write(self._ours_out, line)
        except OSError:
            raise Closed from None

    def read_line(self, end: float, longest: int) -> bytes | None:
        """One line without its end; None when the time is up; ValueError when it is too long."""
        while b"\n" not in self._heard:
            if len(self._heard) > longest:
                raise ValueError("line too long")
            data = self._some(end)
            if data is None:
                return None
            self._heard += data
        line, _, self._heard = self._heard.partition(b"\n")
        return line

    def close(self) -> None:
        self._close("_child_in", "_child_out", "_ours_in", "_ours_out")

    def _close(self, *names: str) -> None:
        for name in names:
            if getattr(self, name) >= 0:
                os.close(getattr(self, name))
                setattr(self, name, -1)

    def _some(self, end: float) -> bytes | None:
        """What has come by then; None: nothing. Closed when the child is dead or shut its end."""
        while not self._readable(end):
            if self._clock.monotonic() >= end:
                return None
            if self._dead() and not self._readable(self._clock.monotonic() + LOOK_SECONDS):
                raise Closed
        try:
            data = os.read(self._ours_in, CHUNK)
        except OSError:
            data = b""
        if not data:
            raise Closed
        return data

    def _readable(self, end: float) -> bool:
        """Whether something, or the end, has come by then or within ALIVE_SECONDS."""
        wait = min(end - self._clock.monotonic(), ALIVE_SECONDS)
        if sys.platform == "win32":
            return self._readable_on_windows(self._clock.monotonic() + wait)
        import select

        waiting = select.poll()
        waiting.register(self._ours_in, select.POLLIN)
        return bool(waiting.poll(max(0.0, wait) * 1000))

    def _readable_on_windows(self, end: float) -> bool:
        if sys.platform != "win32":
            return False
        import _winapi
        import msvcrt

        handle = msvcrt.get_osfhandle(self._ours_in)
        while self._clock.monotonic() < end:
            try:
                if _winapi.PeekNamedPipe(handle, 0)[0]:
                    return True
            except OSError:
                return True  # the read will say that it is closed
            self._clock.sleep(LOOK_SECONDS)
        return False
