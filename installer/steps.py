"""Steps that are done once: each leaves a stamp with the digest of what it was made from."""

import fcntl
import hashlib
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to set up. `inputs` changes when it must be done again."""

    name: str
    stamp: Path
    inputs: Callable[[], bytes]
    do: Callable[[], None]
    whole: Callable[[], bool] = lambda: True  # the result still lies where it was put

    def is_done(self) -> bool:
        """The stamp is there and fits today's inputs."""
        try:
            return self.stamp.read_text() == self._digest() and self.whole()
        except OSError:
            return False

    def carry_out(self) -> None:
        """Do it, then leave the stamp; broken off in between, it is done again."""
        self.stamp.unlink(missing_ok=True)
        self.do()
        write_whole(self.stamp, self._digest().encode())

    def _digest(self) -> str:
        return hashlib.sha256(self.inputs()).hexdigest()


def perform(steps: Sequence[Step]) -> None:
    """Carry out what is not done, each step announced with its seconds on standard error."""
    for number, step in enumerate(steps, start=1):
        if step.is_done():
            continue
        label = f"[{number}/{len(steps)}] {step.name}"
        tell(f"{label} ...")
        started = time.monotonic()
        step.carry_out()
        tell(f"{label}: done in {time.monotonic() - started:.1f} s")


def tell(line: str) -> None:
    """A line of progress."""
    print(line, file=sys.stderr, flush=True)


def write_whole(path: Path, content: bytes) -> None:
    """Make a file that is either all there or not there at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(content)
    part.replace(path)


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """One set-up at a time in this tree; a second one waits and then finds everything done."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell("Another set-up is running in this folder; waiting for it.")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
