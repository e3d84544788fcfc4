"""Sealing with a library's token by the command, and at the counter by its settings."""

import json
import signal
import subprocess
import sys
import time

import pytest

from hardware import token_library
from hardware.errors import NoDevice
from hardware.station import DeviceEntry, Station, StationSettings
from tests.hardware import skf_parts
from tests.hardware.sealing_parts import DIGEST, PIN, clock
from tests.hardware.skf_parts import error, made, needs_skf, seal

pytestmark = needs_skf


@pytest.fixture(scope="module")
def builds(tmp_path_factory):
    return tmp_path_factory.mktemp("skf")


@pytest.fixture
def hall(builds, tmp_path):
    return made(builds, tmp_path, "uint64_t")


def test_a_digest_is_signed_by_the_command(hall):
    done = seal(hall.library, "--digest", "5A" * 32)
    said = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert said["device"]["serial"] == "KX-1"
    assert said["device"]["simulated"]
    assert said["signature"]
    assert said["tries_left"] == 10
    assert not hall.logged_in()


def test_the_command_shows_the_certificate_without_a_pin(hall):
    said = json.loads(seal(hall.library).stdout)
    assert said["signature"] is None
    assert "SKF_VerifyPIN" not in hall.calls()


def test_the_command_says_a_wrong_pin_and_ends_a_library_that_hangs(hall):
    assert error(seal(hall.library, "--digest", "5A" * 32, pin="0")) == "token.wrong-pin"
    hall.fault("SKF_ECCSignData hang")
    done = seal(hall.library, "--digest", "5A" * 32, "--timeout", "3")
    assert (done.returncode, done.stdout, error(done)) == (2, "", "token.library-hung")
    assert "nothing was sealed" in json.loads(done.stderr)["message"]
    assert not hall.logged_in()


def test_the_counter_finds_every_token_of_a_library_in_its_settings(hall):
    hall.add_token(2, "KX-2")
    entry = DeviceEntry("seal-token", "library", str(hall.library))
    station = Station(StationSettings((entry,)), wall=clock())
    first, second = station.seal_tokens()
    with second.logged_in(PIN) as signer:
        assert signer.sign(DIGEST)
    assert (first.serial, second.serial, hall.logged_in(2)) == ("KX-1", "KX-2", False)
    for token in (first, second):
        token.close()
    (hall.folder / "token1" / "serial").unlink()
    (hall.folder / "token2" / "serial").unlink()
    with pytest.raises(NoDevice):
        station.seal_tokens()


def test_a_token_behind_a_library_that_is_pulled_and_put_back_is_noticed(hall):
    station = Station(
        StationSettings((DeviceEntry("seal-token", "library", str(hall.library)),)), wall=clock()
    )

    def look():
        (state,) = station.look()
        return state.state, state.code

    assert look() == ("ready", "")
    assert not hall.calls()  # before an act nobody knows whether the library is any good
    (token,) = station.seal_tokens()
    calls = len(hall.calls())
    assert look() == ("ready", "")
    assert len(hall.calls()) == calls  # it is in use
    with token.logged_in(PIN) as signer:
        assert signer.sign(DIGEST)
    token.close()
    assert look() == ("ready", "")
    serial = hall.token() / "serial"
    serial.rename(serial.with_name("away"))
    assert look() == ("absent", "token.absent")
    serial.with_name("away").rename(serial)
    assert look() == ("ready", "")
    (again,) = station.seal_tokens()
    assert again.certificate()
    again.close()
    station.close()


@pytest.mark.parametrize("what", ["hang", "crash"])
def test_a_library_that_fails_at_a_look_says_nothing_of_its_token(hall, monkeypatch, what):
    monkeypatch.setattr(token_library, "LOOK_SECONDS", 0.7)
    station = Station(
        StationSettings((DeviceEntry("seal-token", "library", str(hall.library)),)), wall=clock()
    )
    for token in station.seal_tokens():
        token.close()
    hall.fault(f"SKF_EnumDev {what}")
    asked = len(hall.calls())
    for _ in range(3):
        (state,) = station.look()
        assert (state.state, state.code) == ("ready", "")
    assert len(hall.calls()) <= asked + 1  # not twice at once
    hall.fault()
    (token,) = station.seal_tokens()
    assert token.certificate()
    token.close()
    station.close()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_command_that_is_ended_in_the_middle_logs_out(hall, how):
    hall.fault("SKF_ECCSignData hang")
    command = [sys.executable, "-m", "hardware", "seal", "--skf", hall.library]
    process = subprocess.Popen(
        [*command, "--digest", "5A" * 32],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        cwd=skf_parts.ROOT,
    )  # fmt: skip
    process.stdin.write(f"{PIN}\n")
    process.stdin.flush()
    end = time.monotonic() + 20
    while "SKF_ECCSignData" not in hall.calls():
        assert time.monotonic() < end
        time.sleep(0.02)
    process.send_signal(how)
    said, why = process.communicate(timeout=20)
    assert (process.returncode, said, hall.logged_in()) == (2, "", False)
    assert json.loads(why)["error"] == "token.interrupted"
