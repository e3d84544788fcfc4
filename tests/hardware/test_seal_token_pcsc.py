"""The seal token behind a real pcscd: a virtual card, and our simulated reader by its driver."""

import json
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from tests.hardware.private_pcscd import DRIVERS, NAME, WHY_NOT, PrivatePcscd, free_port
from tests.hardware.seal_processes import DIGEST, ROOT, make_files, seal, simulated

pytestmark = pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT or "it can run")
VIRTUAL, TWIN = "libifdvpcd.so", "libccidtwin.so"
needs_virtual = pytest.mark.skipif(
    not (DRIVERS / VIRTUAL).exists(), reason="vsmartcard-vpcd is not installed"
)
needs_twin = pytest.mark.skipif(not (DRIVERS / TWIN).exists(), reason="libccid is not installed")
READER = f"{NAME} 00 00"
ABSENT = "pcsc.no-card"


@pytest.fixture
def folder(tmp_path):
    make_files(tmp_path)
    return tmp_path


@contextmanager
def card(port, folder, *fault):
    """A card in the virtual reader."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.hardware.vpcd_card", str(port), folder, *fault],
        stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    try:
        assert process.stdout.readline() == "in\n"
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=10)


def seal_when_seen(service, seconds=15.0, was_there=lambda: False):
    """pcscd looks for cards about once a second; `was_there`: absent again is an answer too."""
    end = time.monotonic() + seconds
    while True:
        done = seal("--pcsc", READER, "--digest", DIGEST, env=service.client())
        if done.returncode == 0 or json.loads(done.stderr)["error"] != ABSENT or was_there():
            return done
        assert time.monotonic() < end, "pcscd never saw the card"


@needs_virtual
def test_seals_with_a_card_behind_pcscd_and_says_when_none_is_there(folder, tmp_path):
    port = free_port()
    with PrivatePcscd(tmp_path / "pcscd", f"/dev/null:{port}", VIRTUAL) as service:
        none = seal("--pcsc", READER, "--digest", DIGEST, env=service.client())
        nobody = seal("--pcsc", "nobody", "--digest", DIGEST, env=service.client())
        with card(port, folder):
            done = seal_when_seen(service)
    assert json.loads(none.stderr)["error"] == ABSENT
    assert json.loads(nobody.stderr)["error"] == "pcsc.no-reader"
    assert json.loads(done.stdout)["signature"]
    assert json.loads(done.stdout)["device"]["simulated"]


@needs_virtual
def test_a_card_pulled_between_pin_and_signature_is_not_sealed(folder, tmp_path):
    port = free_port()
    with PrivatePcscd(tmp_path / "pcscd", f"/dev/null:{port}", VIRTUAL) as service:
        with card(port, folder, "pulled") as pulled:
            done = seal_when_seen(service, was_there=lambda: pulled.poll() is not None)
            pulled.wait(10)
        assert done.returncode == 2
        assert json.loads(done.stderr)["error"] in (ABSENT, "pcsc.silent")
        # That the next card seals is tested on the serial channels: this virtual reader does not
        # always notice a second card after the first one's line broke, whoever asks it.


@needs_twin
@pytest.mark.parametrize(
    ("framing", "model"), [("ccid-echo", "GemPCTwin"), ("ccid", "GemCoreSIMPro")]
)
def test_debians_reader_driver_takes_our_simulated_reader(folder, tmp_path, framing, model):
    with (
        simulated(folder, "--framing", framing) as (_, path),
        PrivatePcscd(tmp_path / "pcscd", f"{path}:{model}", TWIN) as service,
    ):
        done = seal_when_seen(service)
    assert json.loads(done.stdout)["signature"]


@needs_virtual
def test_the_readers_are_listed_and_a_missing_service_is_said(tmp_path):
    listing = "from hardware.transports.pcsc import reader_names; print(reader_names())"
    with PrivatePcscd(tmp_path / "pcscd", f"/dev/null:{free_port()}", VIRTUAL) as service:
        done = subprocess.run(
            [sys.executable, "-c", listing],
            env=service.client(), cwd=ROOT, capture_output=True, text=True, check=True,
        )  # fmt: skip
    assert READER in done.stdout
    stopped = seal("--pcsc", READER, env=service.client())
    assert json.loads(stopped.stderr)["error"] == "pcsc.no-service"
