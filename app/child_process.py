"""Child processes of the counter: one line when ready, words on standard input, gone with us.

A child reads its standard input; when this program dies, the pipe closes and the child ends.
"""

import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from app.errors import Unavailable

TREE = Path(__file__).parent.parent
STOP_SECONDS = 5


class ChildProcess:
    """`python -m MODULE ARGUMENTS`, started at once; `ready` waits for its first line."""

    def __init__(self, module: str, arguments: Sequence[str], log: Path | None = None) -> None:
        self._module = module
        self._log = log.open("ab") if log else subprocess.DEVNULL
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=TREE,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            encoding="utf-8",
        )

    @cached_property
    def ready(self) -> str:
        """What it said when it was ready."""
        out = self._process.stdout
        line = out.readline().strip() if out is not None else ""
        if not line:
            self.stop()
            raise Unavailable("child.not-started", module=self._module)
        return line

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process.poll() is None

    def tell(self, words: str) -> None:
        """One line to the child; Unavailable when it is gone."""
        try:
            if self._process.stdin is not None:
                self._process.stdin.write(words + "\n")
                self._process.stdin.flush()
        except BrokenPipeError:
            raise Unavailable("child.gone", module=self._module) from None

    def stop(self) -> None:
        """Close its input, wait, then end it hard."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):  # it is gone already, with words unheard
                    pipe.close()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if not isinstance(self._log, int):
            self._log.close()
