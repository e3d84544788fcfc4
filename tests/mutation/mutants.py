"""Runs mutmut in the copy and reads what became of each mutant."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.stats import status_by_exit_code
from mutmut.utils.format_utils import orig_function_and_class_names_from_key

from tests.mutation.workplace import ROOM

UNCHANGED = "__mutmut_0"  # no mutant has this number: the trampoline calls the function as it is
STATE_OF_PLAY = re.compile(r"(\d+)/(\d+) .*🙁 (\d+)")
EVERY = 10  # seconds


class Broken(Exception):
    """mutmut could not do its work; says what it printed last."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """`verdict` is mutmut's word: killed, timeout, survived, no tests …"""

    name: str
    module: str
    function: str
    verdict: str

    @property
    def killed(self) -> bool:
        """A test fell, or never came to an end."""
        return self.verdict in {"killed", "timeout"}


def run(folder: Path) -> None:
    """All mutants of the copy that have no verdict yet. How far it is goes to standard error."""
    environment = {
        **os.environ,
        "PYTHONUNBUFFERED": "1",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",  # finding them costs more than most tests
    }
    with subprocess.Popen(
        [sys.executable, "-m", "mutmut", "run"],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as work:
        assert work.stdout is not None
        last = list(_told(work.stdout))[-40:]
    if work.returncode:
        raise Broken("\n".join(last))


def _told(lines: Iterator[str]) -> Iterator[str]:
    """Passes on how far it is, every few seconds; what else is said is kept for a failure."""
    told = time.monotonic()
    for line in lines:
        if not (counts := STATE_OF_PLAY.search(line)):
            if line.strip() and "Running " not in line and "Generating " not in line:
                yield line.rstrip()
        elif time.monotonic() - told > EVERY:
            told = time.monotonic()
            _tell("{} of {}, {} survived".format(*counts.groups()))


def _tell(words: str) -> None:
    print(f"    {words}", file=sys.stderr, flush=True)


def results(folder: Path, chosen: Sequence[str]) -> list[Mutant]:
    """Every mutant with its verdict, module by module."""
    return [
        Mutant(name, module, _function(name), status_by_exit_code[code])
        for module in chosen
        for name, code in _codes(folder, module).items()
        if not name.endswith(UNCHANGED)
    ]


def _function(name: str) -> str:
    function, kind = orig_function_and_class_names_from_key(name)
    return f"{kind}.{function}" if kind else function


def _codes(folder: Path, module: str) -> dict[str, int | None]:
    codes: dict[str, int | None] = json.loads(_notes(folder, module).read_text("utf-8"))[
        "exit_code_by_key"
    ]
    return codes


def _notes(folder: Path, module: str) -> Path:
    return folder / "mutants" / ROOM / f"{module}.py.meta"


def diff(folder: Path, mutant: Mutant) -> tuple[str, str]:
    """What the mutant takes away and what it puts there, each in one line."""
    with chdir(folder):
        lines = get_diff_for_mutant(mutant.name, path=ROOM / f"{mutant.module}.py").splitlines()[3:]
    was, becomes = (
        " ".join(line[1:].strip() for line in lines if line.startswith(sign)) for sign in "-+"
    )
    return was, becomes


def failing_unchanged(folder: Path, chosen: Sequence[str]) -> list[str]:
    """Runs the tests of each function once more, unmutated: a fall here is no kill there.

    Names the functions whose tests fall all the same. What ran into the time limit runs once more
    too: a machine that was busy is no endless loop.
    """
    for module in chosen:
        _add_controls(_notes(folder, module))
    _tell("once more: without a mutant, where all survive, and what took too long")
    run(folder)
    return [
        name.removesuffix(UNCHANGED)
        for module in chosen
        for name, code in _codes(folder, module).items()
        if name.endswith(UNCHANGED) and status_by_exit_code[code] not in {"survived", "no tests"}
    ]


def _add_controls(notes: Path) -> None:
    known = json.loads(notes.read_text("utf-8"))
    codes = known["exit_code_by_key"]
    functions = {name.partition("__mutmut_")[0] for name in codes}
    codes.update(
        {name: None for name, code in codes.items() if status_by_exit_code[code] == "timeout"}
    )
    codes.update({f"{name}{UNCHANGED}": None for name in sorted(functions)})
    notes.write_text(json.dumps(known), "utf-8")
