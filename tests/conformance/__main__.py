"""`python -m tests.conformance`: every rule is knocked out in turn; its tests must go red.

Exit 0: each did. Exit 1: a rule could be taken away and no test of its requirement noticed.
"""

import os
import sys
import time
from collections import deque
from collections.abc import Iterator

import hypothesis  # noqa: F401  what many children need is imported once, here
import PySide6.QtTest  # noqa: F401
import sqlalchemy  # noqa: F401

import app.reference  # noqa: F401
from app.commands.conformance import ENFORCED, requirements
from tests.conformance.forked import Child, Ended, started
from tests.conformance.knock_outs import BY_RULE

Job = tuple[str, str, list[str]]  # requirement, rule, tests


def jobs() -> Iterator[Job]:
    """Each rule of each enforced requirement, with the tests of that requirement."""
    for row in requirements():
        if row["state"] == ENFORCED:
            for rule in row["functions"]:
                yield row["id"], rule, row["tests"]


def ended(all_jobs: list[Job], at_once: int) -> Iterator[tuple[Job, Ended]]:
    """So many children at a time; the answers in the order of the jobs."""
    waiting, running = deque(all_jobs), deque[tuple[Job, Child]]()
    while waiting or running:
        while waiting and len(running) < at_once:
            job = waiting.popleft()
            running.append((job, started(BY_RULE[job[1]].damage, job[2])))
        job, child = running.popleft()
        yield job, child.ended()


def verdict(found: Ended) -> str:
    """Empty when a test noticed; else what is wrong with the claim."""
    if found.trouble:
        return found.trouble.strip().splitlines()[-1]
    if found.noticed:
        return ""
    return f"only errors: {found.red}" if found.red else f"{found.passed} tests passed without it"


def main() -> int:
    begun = time.monotonic()
    known = list(jobs())
    bare = [f"{each} {rule}: no knock-out" for each, rule, _ in known if rule not in BY_RULE]
    wrong = 0
    for (each, rule, _), found in ended(
        [job for job in known if job[1] in BY_RULE], os.cpu_count() or 1
    ):
        if said := verdict(found):
            wrong += 1
            print(f"{each} {rule}: {said}", flush=True)
    print("\n".join(bare), end="\n" if bare else "")
    wrong += len(bare)
    print(f"{len(known)} knock-outs, {wrong} not noticed, {time.monotonic() - begun:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
