"""What stops set-up, with the next step for the person who sees it."""

import ctypes
import json
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

TOLD_LINES = 15
PR_SET_PDEATHSIG = 1  # prctl(2)


class Stopped(Exception):
    """Set-up cannot go on; `code`, `message` and `remedy` are what `report` prints."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy

    def report(self) -> str:
        """One line, as every command of this program ends in failure."""
        facts = {"error": self.code, "message": self.message, "remedy": self.remedy}
        return json.dumps(facts, ensure_ascii=False)


def run(
    command: Sequence[str | Path],
    *,
    code: str,
    remedy: str,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
    may_outlive: bool = False,
) -> str:
    """What a tool printed; its last lines are in the message when it fails.

    It ends with set-up, so that a second set-up never meets it, unless it `may_outlive` it.
    """
    arguments = [str(part) for part in command]
    try:
        done = subprocess.run(
            arguments,
            cwd=folder,
            env=environment,
            preexec_fn=None if may_outlive else _end_with_parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        raise Stopped(code, f"{arguments[0]}: {error.strerror}", remedy) from error
    if done.returncode:
        raise Stopped(code, f"{_named(arguments)} failed: {_last_lines(done.stdout)}", remedy)
    return done.stdout


def _end_with_parent() -> None:
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _named(arguments: Sequence[str]) -> str:
    words = [argument for argument in arguments[1:] if not argument.startswith("-")]
    return " ".join([Path(arguments[0]).name, *words[:2]])


def _last_lines(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return " | ".join(lines[-TOLD_LINES:])
