"""Serves a simulated device on a real pseudo-terminal, as a serial line would."""

import contextlib
import os
import pty
import select
import tty
from collections import deque
from pathlib import Path

from hardware.clock import Clock
from hardware.errors import DeviceTrouble
from hardware.transports.memory import Talker

READ_SIZE = 4096


class PseudoTerminal:
    """One terminal with a talker behind it; step() moves bytes, close() unplugs."""

    def __init__(self, talker: Talker, clock: Clock, link: Path | None = None) -> None:
        self._talker = talker
        self._clock = clock
        # Our own end of the slave stays open, else every client that closes would hang us up.
        self._master, self._slave = pty.openpty()
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self.path = os.ttyname(self._slave)
        self._coming: deque[tuple[float, bytes]] = deque()
        self._link = link
        if link:
            _point(link, self.path)

    def step(self, longest: float, also: int | None = None) -> bool:
        """Wait at most `longest` seconds for work, do it; True when the file `also` has input."""
        self._send_due()
        files = [self._master] if also is None else [self._master, also]
        ready, _, _ = select.select(files, [], [], self._wait(longest))
        if self._master in ready:
            self._take(os.read(self._master, READ_SIZE))
        self._send_due()
        return also is not None and also in ready

    @property
    def idle(self) -> bool:
        """Everything that was to be said has been said."""
        return not self._coming

    def close(self) -> None:
        if self._link:
            with contextlib.suppress(OSError):
                self._link.unlink()
        os.close(self._slave)
        os.close(self._master)

    def _wait(self, longest: float) -> float:
        if not self._coming:
            return longest
        return min(longest, max(0.0, self._coming[0][0] - self._clock.monotonic()))

    def _take(self, data: bytes) -> None:
        due = max([self._clock.monotonic(), *(when for when, _ in self._coming)])
        for piece in self._talker.receive(data):
            due += piece.after
            self._coming.append((due, piece.data))

    def _send_due(self) -> None:
        while self._coming and self._coming[0][0] <= self._clock.monotonic():
            _, data = self._coming.popleft()
            with contextlib.suppress(BlockingIOError):  # nobody reads: lost, as on a wire
                os.write(self._master, data)


def _point(link: Path, path: str) -> None:
    """Put a symbolic link there, over an old one of ours, never over anything else."""
    if link.exists() and not link.is_symlink():
        raise DeviceTrouble("simulator.link-taken", link=str(link))
    link.unlink(missing_ok=True)
    link.symlink_to(path)
