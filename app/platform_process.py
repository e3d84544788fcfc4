"""The embedded platform: a child on loopback with its own database; it ends when we do."""

import json
import subprocess
import sys
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from app.child_process import TREE, ChildProcess
from app.errors import Unavailable

MODULE = "app.central"
FILE = "platform.db"
COMMAND_SECONDS = 60


class PlatformProcess:
    """A platform, started at once; asking for `url` waits until it listens."""

    def __init__(self, folder: Path, mode: str, *, port: int = 0) -> None:
        """Marks the database on its first start. The log holds nothing personal."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.database = folder / FILE
        self._database = ("--database", str(self.database))
        self.database.touch(0o600)
        serve = ("--mode", mode, "--port", str(port), "--until-stdin-closes")
        self._log = folder / "platform.log"
        self._log.touch(0o600)
        self._log.chmod(0o600)  # an older one as well
        self._child = ChildProcess(MODULE, (*self._database, *serve), self._log)

    @cached_property
    def url(self) -> str:
        """Where it listens on loopback."""
        try:
            return _told(self._child.ready, "listening")
        except Unavailable:
            log = self._log
            lines = log.read_text("utf-8", "replace").splitlines() if log.exists() else ()
            raise Unavailable("central.child", said=_why(lines)) from None

    @property
    def pid(self) -> int:
        return self._child.pid

    @property
    def running(self) -> bool:
        return self._child.running

    def enrol_code(self, terminal: str) -> str:
        """A one-time code for DIVISION-STATION; it never stands in an argument list."""
        _ = self.url  # its database is there once it listens
        return _told(_ask("enrol-code", "--terminal", terminal, *self._database), "code")

    def stop(self) -> None:
        """Close its input; it ends by itself, or is ended."""
        self._child.stop()


def _ask(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", MODULE, *arguments],
        cwd=TREE,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=COMMAND_SECONDS,
        check=False,
    )
    if done.returncode != 0:
        raise Unavailable("central.child", said=_why(done.stderr.splitlines()))
    return done.stdout


def _told(line: str, name: str) -> str:
    try:
        return str(json.loads(line)[name])
    except (ValueError, KeyError, TypeError):
        raise Unavailable("central.child", said="?") from None


def _why(lines: Sequence[str]) -> str:
    """The code of its refusal, or the last words before it died."""
    last = lines[-1] if lines else "?"
    try:
        return str(json.loads(last)["error"])
    except (ValueError, KeyError, TypeError):
        return last[:200]
