"""Ends a device or the platform during `./run demo`; a sentence and a remedy must come of it."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

TREE = Path(__file__).parents[2]
# what is pulled: part of its command line
PARTS = {
    "id-reader": "simulate\0id-reader",
    "seal-token": "simulate\0seal-token",
    "platform": "app.central",
}
PATIENCE = 60  # seconds until the demo must have ended
LOOK = 0.01
LAST_MOMENT = 12.0  # no demo lasts longer; what comes after its end pulls nothing


@dataclass(frozen=True)
class Pull:
    """One demo and what came of it; `at` is seconds after the part was first there."""

    part: str
    at: float
    pulled: bool
    code: int | None
    said: str = ""
    findings: list[str] = field(default_factory=list)


def pull(part: str, at: float) -> Pull:
    """Play the demo, end the part at its moment, judge what is left."""
    with TemporaryDirectory(prefix="unplug-") as name:
        out = Path(name) / "out"
        command = [sys.executable, "-m", "app", "demo", "--out", str(out)]
        errors = Path(name) / "errors"
        with errors.open("wb") as log, subprocess.Popen(
            command, cwd=TREE, stdout=subprocess.DEVNULL, stderr=log, start_new_session=True,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        ) as demo:  # fmt: skip
            pulled = _ended(demo, PARTS[part], at)
            code = _waited(demo)
        text = errors.read_text("utf-8", "replace")
        findings = list(_judged(out, code, text, pulled=pulled))
        return Pull(part, at, pulled, code, _last_error(text), findings)


def _ended(demo: subprocess.Popen[bytes], words: str, at: float) -> bool:
    """True when the part was there and was ended while the demo went on."""
    while (pid := _child(demo.pid, words)) is None:
        if demo.poll() is not None:
            return False
        time.sleep(LOOK)
    time.sleep(at)
    if demo.poll() is not None or _child(demo.pid, words) != pid:
        return False
    os.kill(pid, signal.SIGKILL)
    return True


def _child(parent: int, words: str) -> int | None:
    """The process under this one whose command line holds these words."""
    for pid in _children(parent):
        line = _read(Path(f"/proc/{pid}/cmdline"))
        if words in line:
            return pid
    return None


def _children(parent: int) -> list[int]:
    lists = Path(f"/proc/{parent}/task").glob("*/children")
    return [int(pid) for file in lists for pid in _read(file).split()]


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return ""  # it has just ended


def _waited(demo: subprocess.Popen[bytes]) -> int | None:
    """Its exit code; None where it had to be ended."""
    try:
        return demo.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(demo.pid, signal.SIGKILL)
        return None


def _judged(out: Path, code: int | None, text: str, *, pulled: bool) -> Iterator[str]:
    if code is None:
        yield f"hangs: not ended after {PATIENCE} s"
    if "Traceback" in text:
        yield "a traceback: " + text[text.index("Traceback") :][-400:]
    if code == 2 and not _last_error(text):
        yield "ended with 2 and without a sentence and a remedy: " + text[-300:]
    if code not in (0, 2, None) or (code == 2 and not pulled):
        yield f"ended with {code}: {text[-300:]}"
    yield from (f"a crash report: {file.name}" for file in out.glob("state/**/crash*"))
    yield from _letters(out, code)


def _last_error(text: str) -> str:
    """The code of the one line that says what went wrong and what to do."""
    lines = [line for line in text.splitlines() if line.startswith("{")]
    try:
        said = json.loads(lines[-1])
    except (IndexError, ValueError):
        return ""
    return str(said["error"]) if said.get("error") and said.get("remedy") else ""


def _letters(out: Path, code: int | None) -> Iterator[str]:
    """Whatever is called a letter is sealed, says the verify command too."""
    letters = sorted(out.glob("letter-*.pdf"))
    if letters and _verified(out, letters) != 0:
        yield f"not good: {', '.join(each.name for each in letters)}"
    summary = out / "summary.json"
    if code == 0 and not summary.exists():
        yield "ended with 0 and without a summary"
    if summary.exists():
        named = [each["file"] for each in json.loads(summary.read_text("utf-8"))["letters"]]
        if not set(named) <= {each.name for each in letters}:
            yield f"named and not there: {named}"


def _verified(out: Path, letters: Sequence[Path]) -> int:
    command = [sys.executable, "-m", "app", "verify", "--trust", str(out / "state" / "trust")]
    return subprocess.run(
        [*command, *map(str, letters)], cwd=TREE, capture_output=True, check=False, timeout=120
    ).returncode


def sweep(step: float, jobs: int, parts: Sequence[str] = tuple(PARTS)) -> list[Pull]:
    """Every part at every moment, until the demo is over before its moment comes."""
    found: list[Pull] = []
    with ThreadPoolExecutor(jobs) as pool:
        for part in parts:
            moments = [round(step * n, 3) for n in range(int(LAST_MOMENT / step) + 1)]
            for first in range(0, len(moments), 4 * jobs):
                some = list(pool.map(lambda at, p=part: pull(p, at), moments[first:][: 4 * jobs]))
                found += [each for each in some if each.pulled or each.findings]
                _told(some)
                if not any(each.pulled for each in some):
                    break
    return found


def _told(pulls: Sequence[Pull]) -> None:
    for each in pulls:
        word = "; ".join(each.findings) or each.said or ("went on" if each.pulled else "over")
        print(
            f"{each.part} after {each.at:.2f} s: {each.code}, {word}", file=sys.stderr, flush=True
        )
