"""`./check mutation`: changes every rule one small step at a time; the tests must notice.

Without a name every module of app/domain, and docs/mutation.md is written. With names only these,
and the survivors are printed. Exit 0: enough was noticed; 1: not, or the list is out of date.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mutation import mutants, report
from tests.mutation.equivalents import Equivalent, listed
from tests.mutation.judgement import LEAST, Judgement, Seen, judge
from tests.mutation.workplace import ALL_TESTS, lay, modules

# What every ./check runs: small, each with a test file of its own name, and no survivor at all.
SLICE = ("days", "retention", "score")


def main() -> int:
    """Exit code."""
    parser = argparse.ArgumentParser(prog="./check mutation", description=__doc__)
    parser.add_argument("modules", nargs="*", metavar="MODULE", help="such as clocks")
    parser.add_argument("--slice", action="store_true", help="the short run of every ./check")
    asked = parser.parse_args()
    if unknown := set(asked.modules) - set(modules()):
        parser.error(f"no such module: {', '.join(sorted(unknown))}")
    try:
        return _run(asked)
    except mutants.Broken as broken:
        print(broken, "Does `python -m pytest tests/domain` pass?", sep="\n", file=sys.stderr)
        return 1


def _run(asked: argparse.Namespace) -> int:
    if asked.slice:
        return _said(_judged(SLICE, [f"tests/domain/test_{name}.py" for name in SLICE]), least=None)
    begun = time.monotonic()
    judgement = _judged(asked.modules or modules(), ALL_TESTS, control=True)
    if not asked.modules:
        report.FILE.write_text(report.text(judgement, time.monotonic() - begun), "utf-8")
    return _said(judgement, least=LEAST)


def _judged(chosen: Sequence[str], tests: Sequence[str], *, control: bool = False) -> Judgement:
    with TemporaryDirectory(prefix="mutation-") as name:
        folder = Path(name)
        lay(folder, chosen, tests)
        mutants.run(folder)
        if control and (fallen := mutants.failing_unchanged(folder, chosen)):
            raise mutants.Broken(f"tests fall without a mutant: {', '.join(fallen)}")
        found = mutants.results(folder, chosen)
        rows = listed(chosen)
        return judge(found, _seen(folder, found, rows), rows)


def _seen(folder: Path, found: Sequence[mutants.Mutant], rows: Sequence[Equivalent]) -> list[Seen]:
    named = {(row.module, row.function) for row in rows}
    return [
        Seen(one, *mutants.diff(folder, one))
        for one in found
        if not one.killed or (one.module, one.function) in named
    ]


def _said(judgement: Judgement, *, least: float | None) -> int:
    """Prints what there is to do; without `least` nothing at all may survive."""
    for seen in judgement.survivors:
        one = seen.mutant
        print(f"{one.verdict}: {one.module} {one.function}: {seen.was} → {seen.becomes}")
    print("".join(f"{line}\n" for line in judgement.stale), end="")
    total = judgement.count()
    print(
        f"{total.mutants} mutants, {total.killed} killed ({total.timeouts} by the time limit), "
        f"{total.equivalent} equivalent, {total.survived} survived: {total.percent:.2f} %"
    )
    enough = not judgement.survivors if least is None else total.percent >= least
    return 0 if enough and not judgement.stale else 1


if __name__ == "__main__":
    sys.exit(main())
