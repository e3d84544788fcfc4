"""`./check fuzz`: mutated answers through every driver, codecs under a fuzzer,
broken sealed files and every byte of whole ones before the verifier, a demo unplugged.

Without a part all of them, and docs/fuzz.md is written; with one only this, and the findings are
printed. Exit 0: nothing found; 1: something was.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from tests.fuzz import codecs, devices, report, seals, sweep, unplug
from tests.fuzz.report import Report
from tests.hardware.rigs import RIGS

# The rigs of a driver share its answers; of CCID the echoing reader is one, too.
DRIVERS = (
    "id-reader", "seal-token bare", "seal-token ccid", "seal-token apdu", "card ff-b0",
    "card social-security", "card transparent",
)  # fmt: skip
PARTS = ("devices", "codecs", "seals", "sweep", "unplug")
ANSWERS = 100_000
INPUTS = 20_000
BROKEN = 60_000  # a million sealed files, all kinds together
SHARD = 2_000  # of them with the same keys
SEED = 20261126
STRIDE = 4  # parts of one file's changes, for the processes
STEP = 0.25  # seconds; an hour at 0.1, twenty minutes at this
JOBS = 2


def main() -> int:
    """Exit code."""
    parser = argparse.ArgumentParser(prog="./check fuzz", description=__doc__)
    parser.add_argument("part", nargs="?", choices=PARTS)
    parser.add_argument("--answers", type=int, default=ANSWERS, help="for each driver")
    parser.add_argument("--inputs", type=int, default=INPUTS, help="for each codec")
    parser.add_argument("--broken", type=int, default=BROKEN, help="for each kind of sealed file")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--step", type=float, default=STEP, help="seconds between two moments")
    parser.add_argument("--jobs", type=int, default=JOBS, help="processes at the same time")
    asked = parser.parse_args()
    begun = time.monotonic()
    made = _run(asked, (asked.part,) if asked.part else PARTS)
    if asked.part is None:
        report.FILE.write_text(report.text(made, time.monotonic() - begun), "utf-8")
    found = made.gather()
    print("".join(f"{each}\n" for each in found) + f"{len(found)} findings")
    return 1 if found else 0


def _run(asked: argparse.Namespace, parts: Sequence[str]) -> Report:
    made = Report(asked.seed, asked.step, asked.answers)
    with ProcessPoolExecutor(asked.jobs) as pool:
        if "devices" in parts:
            names, counts = zip(*shared(asked.answers), strict=True)
            made.devices = list(pool.map(partial(_device, asked.seed), names, counts))
        if "codecs" in parts:
            run = partial(_codec, asked.inputs, asked.seed)
            made.codecs = list(pool.map(run, codecs.NAMES))
        if "seals" in parts:
            made.seals = list(
                pool.map(partial(_seals, asked.seed), *zip(*_shards(asked.broken), strict=True))
            )
        if "sweep" in parts:
            rows = [(name, STRIDE, first) for name in sweep.FILES for first in range(STRIDE)]
            made.swept = list(pool.map(_swept, *zip(*rows, strict=True)))
    if "unplug" in parts:
        made.pulls = unplug.sweep(asked.step, asked.jobs)
    return made


def shared(answers: int) -> list[tuple[str, int]]:
    """Each rig with its part of the driver's answers."""
    rows = []
    for driver in DRIVERS:
        rigs = [name for name in RIGS if name.startswith(driver)]
        all_of_them = sum(RIGS[name].weight for name in rigs)
        rows += [(name, -(-answers * RIGS[name].weight // all_of_them)) for name in rigs]
    return rows


def _device(seed: int, name: str, answers: int) -> devices.Result:
    result = devices.run(RIGS[name], answers, seed)
    _told(name, result.answers, len(result.findings))
    return result


def _codec(inputs: int, seed: int, name: str) -> codecs.Run:
    result = codecs.run(name, inputs, seed)
    _told(name, result.runs, len(result.findings))
    return result


def _shards(inputs: int) -> list[tuple[str, int, int]]:
    """Name, inputs and number of each shard."""
    starts = range(0, inputs, SHARD)
    return [
        (name, min(SHARD, inputs - start), start // SHARD)
        for name in seals.NAMES
        for start in starts
    ]


def _seals(seed: int, name: str, inputs: int, shard: int) -> seals.Broken:
    result = seals.run(name, inputs, seed, shard)
    _told(name, result.inputs, len(result.findings))
    return result


def _swept(name: str, stride: int, first: int) -> sweep.Swept:
    result = sweep.run(name, stride, first)
    _told(name, result.changes, len(result.findings))
    return result


def _told(name: str, count: int, findings: int) -> None:
    print(f"{name}: {count}, {findings} findings", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
