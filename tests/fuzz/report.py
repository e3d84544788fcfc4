"""What is committed of a full run: `docs/fuzz.md`."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from tests.fuzz.codecs import Run
from tests.fuzz.devices import Result
from tests.fuzz.seals import Broken
from tests.fuzz.sweep import Swept
from tests.fuzz.unplug import Pull

FILE = Path(__file__).parents[2] / "docs" / "fuzz.md"
HEAD = """\
# Bytes nobody would send

Written by `./check fuzz` on {date} in {minutes:.0f} minutes, with seed {seed}: the same seed makes
the same bytes. **{findings}**

## Answers of devices, mutated

Each driver talks to its simulated device over a line in memory with a clock of its own; the rows
that begin alike share its answers, {answers} at least. Answers are changed, cut, spliced, said
twice or late; others keep their frame and checksum and lie in lengths, status words and fields.
Right: a value that the device has, one that was sent in just that form ("as sent": nothing in the
frame could tell), or a trouble that has a sentence and a remedy. Then the next act must work.
Longest: seconds of the line's clock for one act.
"""
DEVICES = """
| Driver | Answers | Right | As sent | Troubles | Kinds of trouble | Longest s | Findings |
|---|---:|---:|---:|---:|---:|---:|---:|
"""
CODECS = """
## Codecs under atheris {version}

| Codec | Inputs | Seconds | Findings |
|---|---:|---:|---:|
"""
SEALS = """
## Sealed files before the verifier

Files of throw-away keys made anew, 2,000 inputs with each; elements of DER, members of packages,
bytes of PDFs are changed. Wrong: a traceback, more than a second of the processor or 256 MiB above
what the process began with, or "good" where a byte that somebody signed is another.

| Kind | Inputs | Good | Bad | Cannot tell | Unreadable | Longest ms | Findings |
|---|---:|---:|---:|---:|---:|---:|---:|
"""
SWEEP = """
## Every byte of a sealed file

The counter's letter, one bit of each byte; small PDFs made by hand, all eight. Outside the digits,
in the decoded signature and in its padding: bad or unreadable, nothing else.

| File | Changes | Findings |
|---|---:|---:|
"""
UNPLUG = """
## A demo, unplugged

`./run demo`; the part's process is ended at each moment, {step} s apart, from when it is first
there until it is over. Right: the demo ends within a minute, with one line of sentence and remedy
or as if nothing had happened; every letter it left behind is good for `python -m app verify`.

| Part | Moments | Went on | Ended with a sentence | Sentences | Findings |
|---|---:|---:|---:|---|---:|
"""


@dataclass
class Report:
    """All that was found."""

    seed: int
    step: float
    answers: int
    devices: Sequence[Result] = ()
    codecs: Sequence[Run] = ()
    pulls: Sequence[Pull] = ()
    seals: Sequence[Broken] = ()
    swept: Sequence[Swept] = ()

    def gather(self) -> list[str]:
        """Every finding, by what it was found in."""
        found = [f"{each.name}: {text}" for each in self.devices for text in each.findings]
        found += [f"{each.name}: {text}" for each in self.codecs for text in each.findings]
        found += [f"{each.name}: {text}" for each in self.seals for text in each.findings]
        found += [f"{each.name}: {text}" for each in self.swept for text in each.findings]
        found += [
            f"{each.part} after {each.at} s: {text}"
            for each in self.pulls
            for text in each.findings
        ]
        return found


def text(report: Report, seconds: float) -> str:
    """The whole report."""
    found = report.gather()
    told = f"{len(found)} findings, at the end." if found else "Nothing was found wrong."
    head = HEAD.format(
        date=time.strftime("%Y-%m-%d"),
        minutes=seconds / 60,
        seed=report.seed,
        answers=report.answers,
        findings=told,
    )
    parts = [head, DEVICES, *_devices(report.devices)]
    parts += [CODECS.format(version=version("atheris")), *_codecs(report.codecs)]
    parts += [SEALS, *_seals(report.seals), SWEEP, *_swept(report.swept)]
    parts += [UNPLUG.format(step=report.step), *_pulls(report.pulls)]
    if found:
        parts += ["\n## Findings\n\n", *(f"- {each}\n" for each in found)]
    return "".join(parts)


def _devices(results: Sequence[Result]) -> Iterator[str]:
    for each in results:
        acts, right, sent = each.outcomes.total(), each.outcomes["right"], each.outcomes["as sent"]
        kinds = len(set(each.outcomes) - {"right", "as sent"})
        cells = (each.answers, right, sent, acts - right - sent, kinds, f"{each.longest:.0f}")
        yield f"| {each.name} | {' | '.join(map(str, cells))} | {len(each.findings)} |\n"


def _codecs(runs: Sequence[Run]) -> Iterator[str]:
    for each in runs:
        yield f"| {each.name} | {each.runs} | {each.seconds} | {len(each.findings)} |\n"


def _seals(shards: Sequence[Broken]) -> Iterator[str]:
    """One row for each kind, its shards together."""
    for name in dict.fromkeys(each.name for each in shards):
        own = [each for each in shards if each.name == name]
        verdicts = sum((each.verdicts for each in own), Counter[str]())
        told = [verdicts[word] for word in ("good", "bad", "cannot tell", "unreadable")]
        longest, wrong = max(each.longest for each in own), sum(len(e.findings) for e in own)
        cells = (sum(each.inputs for each in own), *told, f"{longest * 1000:.0f}", wrong)
        yield f"| {name} | {' | '.join(map(str, cells))} |\n"


def _swept(parts: Sequence[Swept]) -> Iterator[str]:
    for name in dict.fromkeys(each.name for each in parts):
        own = [each for each in parts if each.name == name]
        wrong = sum(len(each.findings) for each in own)
        yield f"| {name} | {sum(each.changes for each in own)} | {wrong} |\n"


def _pulls(pulls: Sequence[Pull]) -> Iterator[str]:
    for part in dict.fromkeys(each.part for each in pulls):
        own = [each for each in pulls if each.part == part]
        said = Counter(each.said for each in own if each.code == 2)
        told = ", ".join(f"`{code}` {count}" for code, count in sorted(said.items()))
        went_on = sum(each.code == 0 for each in own)
        wrong = sum(len(each.findings) for each in own)
        yield f"| {part} | {len(own)} | {went_on} | {said.total()} | {told} | {wrong} |\n"
