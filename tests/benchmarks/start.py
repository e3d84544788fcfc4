"""Whole processes from their call to the first frame: the counter beside a bare window.

Both read compiled modules, as an installation does, from a folder of this measurement.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from resources.fonts import font_path
from tests.benchmarks import plain_window
from tests.benchmarks.figures import Figure, in_turn, median
from ui.theme import FACES

RUNS = 15
TREE = Path(__file__).parents[2]
PATIENCE = 30  # seconds


def measure(runs: int) -> list[Figure]:
    """Offscreen, and under a window system where this machine has Xvfb."""
    runs = runs or RUNS
    figures = [_figure("start, offscreen", {"QT_QPA_PLATFORM": "offscreen"}, runs)]
    if shutil.which("Xvfb"):
        with _display() as name:
            figures.append(_figure("start, X11", {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}, runs))
    else:
        print("no Xvfb here: under a window system not run", file=sys.stderr)
    return figures


def _figure(name: str, display: Mapping[str, str], runs: int) -> Figure:
    with tempfile.TemporaryDirectory() as folder:
        state = str(Path(folder) / "state")
        counter = ["-m", "app", "--state", state, "--start-probe"]
        bare = [plain_window.__file__, *(str(font_path(face)) for face in FACES)]
        environment = os.environ | display | {"PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        ours, floor = in_turn(
            lambda: _painted_after(counter, environment),
            lambda: _painted_after(bare, environment),
            runs,
        )
    return Figure(name, median(ours), median(floor), runs, notes={"worst of ours": max(ours)})


def _painted_after(arguments: list[str], environment: Mapping[str, str]) -> float:
    """Milliseconds from the process's call to its line; the end of the process is not counted."""
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *arguments],
        cwd=TREE,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        line = process.stdout.readline() if process.stdout else ""
        took = (time.perf_counter() - began) * 1000
        code = process.wait(PATIENCE)
    if code or "painted" not in line:
        raise RuntimeError(f"{arguments[-1]} ended with {code} and said {line!r}")
    return took


@contextmanager
def _display() -> Iterator[str]:
    """An X server of our own on the first free number; gone afterwards."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        try:
            yield f":{server.stdout.readline().strip()}" if server.stdout else ""
        finally:
            server.terminate()
