"""`python -m tests.conformance.flipping [WORD…]`: which flips no test notices."""

import os
import sys
import time
from collections import deque
from collections.abc import Iterator

import hypothesis  # noqa: F401  what many children need is imported once, here
import PySide6.QtTest  # noqa: F401

from tests.conformance.flips import Flip, all_flips
from tests.conformance.forked import Child, Ended, started


def noticed(flips: list[Flip], at_once: int) -> Iterator[tuple[Flip, Ended]]:
    """So many children at a time; the answers in the order of the flips."""
    waiting, running = deque(flips), deque[tuple[Flip, Child]]()
    while waiting or running:
        while waiting and len(running) < at_once:
            flip = waiting.popleft()
            running.append((flip, started(flip.damage, flip.tests)))
        flip, child = running.popleft()
        yield flip, child.ended()


def survivors(flips: list[Flip], at_once: int) -> Iterator[str]:
    """What no test of the table's own module, or of those that use it, notices."""
    for flip, found in noticed(flips, at_once):
        if not _killed(found):
            yield f"{flip.name}: {found.trouble or f'{found.passed} tests passed'}"


def _killed(found: Ended) -> bool:
    """Any failure counts, as with every mutation; a run that could not start does not."""
    return bool(found.red)


def main(words: list[str]) -> int:
    begun = time.monotonic()
    wanted = [word for word in words if not word.startswith("-")]
    spared = [word[1:] for word in words if word.startswith("-")]
    flips = [
        flip
        for flip in all_flips()
        if (not wanted or any(word in flip.name for word in wanted))
        and not any(word in flip.name for word in spared)
    ]
    left = 0
    for name in survivors(flips, os.cpu_count() or 1):
        left += 1
        print(name, flush=True)
    seconds = time.monotonic() - begun
    print(f"{len(flips)} rows and numbers flipped, {left} not noticed, {seconds:.0f} s")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
