"""Runs tests in a child that was damaged on purpose, and says how they ended."""

import json
import os
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

# What a test says when behaviour is not as it should be; any other error is no proof of anything.
SAYS_NO = ("AssertionError", "Failed", "Refused", "ExceptionGroup", "FlakyFailure")
QUIET = (
    "-q",
    *("-p", "no:cacheprovider", "-p", "no:randomly", "-p", "no:xdist"),
    # the parent has imported what every child needs
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
)
Damage = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Ended:
    """`red`: the tests that failed, each with the kind of its error; `trouble`: none could run."""

    passed: int
    red: tuple[tuple[str, str], ...]
    trouble: str = ""

    @property
    def noticed(self) -> bool:
        """A test said that behaviour is not as it should be."""
        return any(kind in SAYS_NO for _test, kind in self.red)


class _Listener:
    def __init__(self) -> None:
        self.passed = 0
        self.red: list[tuple[str, str]] = []

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator:
        yield
        if call.excinfo is not None and not call.excinfo.errisinstance(pytest.skip.Exception):
            kind = call.excinfo.type.__name__
            self.red.append((item.nodeid, kind))
            if kind in SAYS_NO:
                item.session.shouldstop = "one is enough"
        self.passed += call.when == "call" and call.excinfo is None

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.red.append((report.nodeid, "collection"))


def run(damage: Damage, tests: Sequence[str]) -> Ended:
    """The tests after `damage`, in a child of their own; the caller stays whole."""
    return started(damage, tests).ended()


@dataclass(frozen=True, slots=True)
class Child:
    """A run under way; `answer` is the file it writes when it is through."""

    pid: int
    answer: Path

    def ended(self) -> Ended:
        """Waits for it."""
        os.waitpid(self.pid, 0)
        text = self.answer.read_text("utf-8")
        self.answer.unlink()
        if not text:
            return Ended(0, (), "the run died")
        found = json.loads(text)
        red = tuple((test, kind) for test, kind in found["red"])
        return Ended(found["passed"], red, found["trouble"])


def started(damage: Damage, tests: Sequence[str]) -> Child:
    """A child that damages itself and runs the tests; nothing is waited for."""
    number, name = tempfile.mkstemp()
    pid = os.fork()
    if pid:
        os.close(number)
        return Child(pid, Path(name))
    try:
        os.write(number, json.dumps(_in_child(damage, tests)).encode())
    finally:
        os._exit(0)


def _in_child(damage: Damage, tests: Sequence[str]) -> dict[str, object]:
    dark = os.open(os.devnull, os.O_WRONLY)
    os.dup2(dark, 1)
    os.dup2(dark, 2)
    listener = _Listener()
    try:
        damage()
        code = pytest.main([*QUIET, *tests], plugins=[listener])
    except BaseException:
        return {"passed": 0, "red": [], "trouble": traceback.format_exc(limit=-3)}
    whole = code in (0, 1) or (code == 2 and listener.red)
    trouble = "" if whole else f"pytest ended with {code}"
    return {"passed": listener.passed, "red": listener.red, "trouble": trouble}
