"""An open device costs no thread, and waiting for a card next to nothing of the processor."""

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from hardware.clock import SystemClock
from hardware.devices.id_card import POLL_SECONDS, IdCardReader
from hardware.devices.token_profile import Profile
from hardware.seal_tokens import line_at, serial_channel
from hardware.station import DeviceEntry, Station, StationSettings
from hardware.transports.serial_port import SerialPort
from tests.hardware.seal_processes import make_files
from tests.hardware.sealing_parts import clock
from tests.hardware.skf_parts import made, needs_skf

ROOT = Path(__file__).parents[2]
MOST_PERCENT = 1.0
LOOKS = 20


@contextmanager
def simulated(*arguments):
    command = [sys.executable, "-m", "hardware", "simulate", *arguments]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as device:
        yield device.stdout.readline().strip()
        device.communicate("quit\n", timeout=10)


@pytest.fixture
def reader_path():
    with simulated("id-reader", "--person", "wang-lan") as path:
        yield path


def threads():
    """By their numbers: those that an earlier test left may end meanwhile, none may begin."""
    return frozenset(os.listdir("/proc/self/task"))


def test_an_open_card_reader_has_no_thread(reader_path):
    before = threads()
    reader = IdCardReader(SerialPort(reader_path), SystemClock())
    reader.read()
    assert threads() <= before
    reader.close()


@pytest.mark.parametrize("framing", ["bare", "ccid-echo"])
def test_an_open_seal_token_has_no_thread(tmp_path, framing):
    make_files(tmp_path)
    key, certificate = str(tmp_path / "signer.key.hex"), str(tmp_path / "signer.cer")
    with simulated(
        "seal-token", "--key", key, "--certificate", certificate, "--framing", framing
    ) as path:
        before = threads()
        channel = serial_channel(line_at(path, Profile(), SystemClock()), Profile(), 5.0)
        assert channel.transmit(bytes.fromhex("80040000000000")).data
        assert threads() <= before
        channel.close()


def test_a_station_that_watches_has_no_thread(reader_path):
    before = threads()
    entry = DeviceEntry("id-reader", "serial", reader_path)
    station = Station(StationSettings((entry,)))
    watch = station.watch()
    list(watch.step())
    assert threads() <= before
    station.close()


def test_looks_twice_a_second_take_less_than_one_percent_of_a_processor(reader_path):
    reader = IdCardReader(SerialPort(reader_path), SystemClock())
    reader.card_present()
    began = time.process_time()
    for _ in range(LOOKS):
        assert reader.card_present()
    percent = 100 * (time.process_time() - began) / (LOOKS * POLL_SECONDS)
    assert percent < MOST_PERCENT
    reader.close()


@pytest.mark.parametrize("framing", ["bare", "ccid-echo"])
def test_looks_at_an_idle_token_take_less_than_one_percent_of_a_processor(tmp_path, framing):
    make_files(tmp_path)
    key, certificate = str(tmp_path / "signer.key.hex"), str(tmp_path / "signer.cer")
    with simulated(
        "seal-token", "--key", key, "--certificate", certificate, "--framing", framing
    ) as path:
        station = Station(StationSettings((DeviceEntry("seal-token", "serial", path),)))
        for token in station.seal_tokens():
            token.close()
        assert percent_of_looks(station) < MOST_PERCENT
        station.close()


@needs_skf
def test_looks_at_an_idle_library_take_less_than_one_percent_of_a_processor(tmp_path):
    hall = made(tmp_path, tmp_path, "uint64_t")
    entry = DeviceEntry("seal-token", "library", str(hall.library))
    station = Station(StationSettings((entry,)), wall=clock())
    for token in station.seal_tokens():
        token.close()
    assert percent_of_looks(station) < MOST_PERCENT
    station.close()


def percent_of_looks(station):
    """What the looks cost; the pauses between them are not waited for."""
    before = threads()
    station.look()  # opens the line, or starts the library
    began = time.process_time()
    for _ in range(LOOKS):
        (state,) = station.look()
        assert state.state == "ready"
    assert threads() <= before
    return 100 * (time.process_time() - began) / (LOOKS * POLL_SECONDS)
