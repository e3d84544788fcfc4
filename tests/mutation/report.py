"""What is committed of a full run: `docs/mutation.md`."""

import time
from collections.abc import Iterator
from importlib.metadata import version

from tests.mutation.judgement import LEAST, Count, Judgement
from tests.mutation.quick import EXAMPLES
from tests.mutation.workplace import TREE

FILE = TREE / "docs" / "mutation.md"
HEAD = """\
# Mutation tests of the rules

Written by `./check mutation` on {date} with mutmut {version}, in {minutes:.0f} minutes. No seed:
property tests take {examples} examples, derived from the tests themselves, the same in every run.

**{killed} of {mutants} mutants killed: {percent:.2f} %.** At least {least:.0f} % must be; an
equivalent one counts as not killed. {timeouts} of the killed ran into the time limit, twice. The
tests of each function were run once more without a mutant; all passed.

Each mutant is one small change in the body of one function of `app/domain`; the tests of
`tests/domain` that enter this function must notice it. Tables of modules, defaults of fields and
signed data are no bodies of functions; rows and numbers are flipped by `tests/conformance`.
"""
COUNTS = """\
| Module | Mutants | Killed | By time limit | Equivalent | Survived | Killed % |
|---|---:|---:|---:|---:|---:|---:|
"""
EQUIVALENT = """
## Equivalent mutants

Nobody can see these; the reasons are kept in `tests/mutation/equivalent.toml`. A row whose mutant
is killed or gone fails the run.

| Module | Function | Was | Becomes | Why nobody can see it |
|---|---|---|---|---|
"""
SURVIVED = """
## Survived

| Module | Function | Was | Becomes | Verdict |
|---|---|---|---|---|
"""


def text(judgement: Judgement, seconds: float) -> str:
    """The whole report."""
    total = judgement.count()
    head = HEAD.format(
        date=time.strftime("%Y-%m-%d"),
        version=version("mutmut"),
        minutes=seconds / 60,
        examples=EXAMPLES,
        killed=total.killed,
        mutants=total.mutants,
        percent=total.percent,
        least=LEAST,
        timeouts=total.timeouts,
    )
    return head + "\n" + COUNTS + "".join(_rows(judgement)) + "".join(_lists(judgement))


def _rows(judgement: Judgement) -> Iterator[str]:
    for module in sorted({one.module for one in judgement.mutants}):
        yield _row(judgement.count(module))
    yield _row(judgement.count())


def _row(count: Count) -> str:
    figures = (count.mutants, count.killed, count.timeouts, count.equivalent, count.survived)
    return f"| {count.name} | {' | '.join(map(str, figures))} | {count.percent:.1f} |\n"


def _lists(judgement: Judgement) -> Iterator[str]:
    if judgement.equivalent:
        yield EQUIVALENT
        for _, row in judgement.equivalent:
            yield _cells(row.module, row.function, _code(row.was), _code(row.becomes), row.reason)
    if judgement.survivors:
        yield SURVIVED
        for seen in judgement.survivors:
            one = seen.mutant
            yield _cells(
                one.module, one.function, _code(seen.was), _code(seen.becomes), one.verdict
            )


def _code(line: str) -> str:
    return f"`{line}`" if line else ""


def _cells(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"
