"""Watching a real pcscd: stopped, started again, its reader and card gone and back (needs root)."""

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
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
READER = f"{NAME} 00 00"
SOON = 2.0  # seconds within which a loss, and a return, is said


class Watcher:
    """`hardware watch` as a process; its lines come with the moment they came at."""

    def __init__(self, env, *options):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "hardware", "watch", *options],
            cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._lines = queue.SimpleQueue()
        self._reading = threading.Thread(target=self._pump)
        self._reading.start()

    def _pump(self):
        for line in self.process.stdout:
            self._lines.put((time.monotonic(), json.loads(line)))

    def wait_for(self, event, device, patience=15.0):
        """The moment it was told; what comes before is passed over."""
        end = time.monotonic() + patience
        while True:
            at, line = self._lines.get(timeout=max(0.01, end - time.monotonic()))
            if (line["event"], line["device"]) == (event, device):
                return at

    def cpu_seconds(self):
        stat = Path(f"/proc/{self.process.pid}/stat").read_text()
        fields = stat.rsplit(")", 1)[1].split()
        return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")

    def end(self):
        """Stopped by the person at the terminal; what it said on standard error."""
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(10) == 0
        self._reading.join(10)
        return self.process.stderr.read()


@pytest.fixture
def service(tmp_path):
    make_files(tmp_path)
    port = free_port()
    made = PrivatePcscd(tmp_path / "pcscd", f"/dev/null:{port}", "libifdvpcd.so")
    made.card_port, made.card_folder = port, tmp_path
    return made


@pytest.fixture
def watcher(service):
    made = Watcher(service.client())
    with made.process:
        yield made
        made.process.kill()


def test_a_stopped_and_started_service_is_said_within_two_seconds_with_reader_and_card(
    service, watcher
):
    watcher.wait_for("service-down", "pcsc")
    for _ in range(2):
        with service, card(service.card_port, service.card_folder):
            up = time.monotonic()
            assert watcher.wait_for("service-up", "pcsc") < up + SOON
            assert watcher.wait_for("plugged", READER) < up + SOON
            watcher.wait_for("card-on", READER)
            service.stop()
            down = time.monotonic()
            watcher.wait_for("card-off", READER)
            watcher.wait_for("unplugged", READER)
            assert watcher.wait_for("service-down", "pcsc") < down + SOON
    assert watcher.end() == ""


def test_a_card_taken_and_put_back_is_said_within_two_seconds(service, watcher):
    with service:
        watcher.wait_for("plugged", READER)
        for _ in range(2):
            with card(service.card_port, service.card_folder):
                put = time.monotonic()
                assert watcher.wait_for("card-on", READER) < put + SOON
            taken = time.monotonic()
            assert watcher.wait_for("card-off", READER) < taken + SOON
    assert watcher.end() == ""


def test_while_nothing_is_there_next_to_nothing_is_computed(service, watcher):
    watcher.wait_for("service-down", "pcsc")
    begun, spent = time.monotonic(), watcher.cpu_seconds()
    time.sleep(3)
    assert watcher.cpu_seconds() - spent < 0.05 * (time.monotonic() - begun)
    assert watcher.end() == ""
