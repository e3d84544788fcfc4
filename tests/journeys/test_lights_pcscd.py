"""A real card service stopped and started, its card put in and taken: the lights follow."""

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hardware.private_pcscd import DRIVERS, NAME, WHY_NOT, PrivatePcscd, free_port
from tests.hardware.seal_processes import ROOT, make_files
from tests.hardware.test_seal_token_pcsc import card

pytestmark = [
    pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT or "it can run"),
    pytest.mark.skipif(
        not (DRIVERS / "libifdvpcd.so").exists(), reason="vsmartcard-vpcd is not installed"
    ),
]
SOON = 2.0
READER = f"{NAME} 00 00"
DOWN = ["Service not running", "Device not known", "Card not known"]
EMPTY = ["Service running", "Device ready", "Card none"]


class Lights:
    """What the counter's foot shows, as it changes."""

    def __init__(self, process: subprocess.Popen) -> None:
        self.process = process
        self._lines: queue.SimpleQueue = queue.SimpleQueue()
        self._reading = threading.Thread(target=self._pump)
        self._reading.start()

    def _pump(self) -> None:
        for line in self.process.stdout or ():
            self._lines.put((time.monotonic(), json.loads(line)))

    def wait_for(self, wanted: list[str], patience: float = 60.0) -> float:
        """The moment they were so; what comes before is passed over."""
        end = time.monotonic() + patience
        while True:
            at, shown = self._lines.get(timeout=max(0.01, end - time.monotonic()))
            if shown[: len(wanted)] == wanted:
                return at

    def end(self) -> str:
        """What it said on standard error."""
        self.process.stdin.close()  # type: ignore[union-attr]
        errors = self.process.stderr.read()  # type: ignore[union-attr]
        self.process.wait(30)
        self._reading.join(10)
        return str(errors)


@pytest.fixture
def service(tmp_path: Path) -> PrivatePcscd:
    make_files(tmp_path)
    port = free_port()
    made = PrivatePcscd(tmp_path / "pcscd", f"/dev/null:{port}", "libifdvpcd.so")
    made.card_port, made.card_folder = port, tmp_path
    return made


@pytest.fixture
def lights(service: PrivatePcscd, tmp_path: Path) -> Iterator[Lights]:
    (tmp_path / "hall").mkdir()
    words = [sys.executable, "-m", "tests.journeys.lights_process", str(tmp_path / "hall"), READER]
    with subprocess.Popen(
        words, cwd=ROOT, env=service.client() | {"QT_QPA_PLATFORM": "offscreen"}, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        yield Lights(process)
        process.kill()


def test_the_lights_follow_the_card_service_and_its_card(
    service: PrivatePcscd, lights: Lights
) -> None:
    lights.wait_for(DOWN)
    for _ in range(2):
        with service:
            up = time.monotonic()
            assert lights.wait_for(EMPTY) < up + SOON
            with card(service.card_port, service.card_folder):
                put = time.monotonic()
                assert lights.wait_for([*EMPTY[:2], "Card in trouble"]) < put + SOON
            taken = time.monotonic()
            assert lights.wait_for(EMPTY) < taken + SOON
            service.stop()
            down = time.monotonic()
            assert lights.wait_for(DOWN) < down + SOON
    assert "Traceback" not in lights.end()
