"""`./check rows [WORD…] [-WORD…]`: which row of a table or number of a pack no test notices.

With words only flips whose name has one of them, and none with a word behind a dash. Without words
all of them, and docs/rows.md is written. Exit 1: a flip was not noticed.
"""

import os
import sys
import time
from collections import Counter, deque
from collections.abc import Iterator, Sequence

import hypothesis  # noqa: F401  what many children need is imported once, here
import PySide6.QtTest  # noqa: F401

from tests.conformance.flips import TREE, Flip, all_flips
from tests.conformance.forked import Child, Ended, started

REPORT = TREE / "docs" / "rows.md"
# Flips that nobody can see, and why.
EQUIVALENT = {
    "conduct.AROUND: one more": "the patterns reach at most some thirty characters to either side",
    "search.NO_HIT: one more": "a mark that no rank reaches; which one it is, is never seen",
}
HEAD = """\
# Rows and numbers flipped

Written by `./check rows` on {date}, in {minutes:.0f} minutes; nothing in it is drawn by lot. Each
row of each table of `app/domain` was taken away or exchanged, each number, day, word and mark of
each pack of `resources/policy` changed, one at a time, and the tests that use it were run.

**{noticed} of {flips} flips noticed, {equivalent} are equivalent, {left} were not noticed.**

| Table or pack | Flips |
|---|---:|
"""


def ended(flips: list[Flip], at_once: int) -> Iterator[tuple[Flip, Ended]]:
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
    for flip, found in ended(flips, at_once):
        if not found.red and flip.name not in EQUIVALENT:
            yield f"{flip.name}: {found.trouble or f'{found.passed} tests passed'}"


def wanted(name: str, words: Sequence[str]) -> bool:
    """Does the name have one of the words, if there are any, and none behind a dash?"""
    asked = [word for word in words if not word.startswith("-")]
    spared = [word[1:] for word in words if word.startswith("-")]
    return any(word in name for word in asked or [""]) and not any(word in name for word in spared)


def report(flips: list[Flip], left: list[str], seconds: float) -> str:
    """What is committed of a full run."""
    tables = Counter(flip.name.partition(":")[0] for flip in flips)
    head = HEAD.format(
        date=time.strftime("%Y-%m-%d"),
        minutes=seconds / 60,
        noticed=len(flips) - len(left) - len(EQUIVALENT),
        flips=len(flips),
        equivalent=len(EQUIVALENT),
        left=len(left),
    )
    rows = "".join(f"| `{name}` | {count} |\n" for name, count in tables.items())
    same = "".join(f"- `{name}`: {reason}.\n" for name, reason in EQUIVALENT.items())
    missed = "".join(f"- `{name}`\n" for name in left)
    return f"{head}{rows}\n## Equivalent\n\n{same}" + (
        f"\n## Not noticed\n\n{missed}" if left else ""
    )


def main(words: list[str]) -> int:
    begun = time.monotonic()
    flips = [flip for flip in all_flips() if wanted(flip.name, words)]
    left = []
    for name in survivors(flips, os.cpu_count() or 1):
        left.append(name)
        print(name, flush=True)
    seconds = time.monotonic() - begun
    print(f"{len(flips)} rows and numbers flipped, {len(left)} not noticed, {seconds:.0f} s")
    if not words:
        REPORT.write_text(report(flips, left, seconds), "utf-8")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
