"""A reader on a real line vanishes in the middle of a frame and comes back under the same name."""

import os
import threading
from contextlib import contextmanager, suppress

import pytest

from hardware.clock import SystemClock
from hardware.codecs.sam_frame import encode
from hardware.errors import DeviceTrouble, NoDevice
from hardware.simulators import person
from hardware.simulators.id_card import SimulatedIdCardReader
from hardware.simulators.pseudo_terminal import PseudoTerminal
from hardware.station import DeviceEntry, Station, StationSettings
from hardware.transports.memory import Piece

READ = encode(bytes.fromhex("3001"))


class Vanishing:
    """Says only the first `whole` bytes of the long answer, and is gone."""

    def __init__(self, whole):
        self._reader = SimulatedIdCardReader(person.load("wang-lan"))
        self._whole = whole
        self.gone = False

    def receive(self, data):
        pieces = self._reader.receive(data)
        if self._whole is None or not data.endswith(READ):
            return pieces
        self.gone = True
        said = b"".join(piece.data for piece in pieces)
        return [Piece(said[: self._whole])]


@contextmanager
def plugged(link, whole=None):
    """The reader at this name until it vanishes by itself or the test goes on."""
    talker = Vanishing(whole)
    terminal = PseudoTerminal(talker, SystemClock(), link)
    over = threading.Event()

    def be():
        while not over.is_set() and not talker.gone:
            terminal.step(0.02)
        terminal.close()

    device = threading.Thread(target=be)
    device.start()
    try:
        yield
    finally:
        over.set()
        device.join(10)


def told(watch):
    watch._next = 0.0  # at once: the pause between looks is tested elsewhere
    return [event.event for event in watch.step()]


@pytest.mark.parametrize("whole", [0, 1, 6, 10, 700, 1294])
def test_a_reader_that_vanishes_mid_frame_is_said_and_works_when_it_is_back(tmp_path, whole):
    link = tmp_path / "reader"
    entry = DeviceEntry("id-reader", "serial", str(link))
    station = Station(StationSettings((entry,)))
    reader, watch = station.id_reader(), station.watch()
    with plugged(link, whole):
        assert told(watch) == ["plugged", "card-on"]
        with pytest.raises(DeviceTrouble) as trouble:
            reader.read()
    assert isinstance(trouble.value, NoDevice)
    assert trouble.value.code == "port.gone"
    assert told(watch) == ["card-off", "unplugged"]
    (state,) = station.look()
    assert (state.state, state.code) == ("absent", "port.absent")
    with plugged(link):
        assert told(watch) == ["plugged", "card-on"]
        assert reader.read().name == "王兰"
        (state,) = station.look()
        assert (state.state, state.code) == ("card", "")
    station.close()


def test_a_line_that_is_gone_is_let_go_of_without_an_act(tmp_path):
    """A port kept open keeps its name busy: plugged in again it would be /dev/ttyUSB1."""
    link = tmp_path / "reader"
    station = Station(StationSettings((DeviceEntry("id-reader", "serial", str(link)),)))
    with plugged(link):
        assert station.id_reader().card_present()
        opened = os.path.realpath(link)
        assert opened in open_files()
    station.look()
    assert not [file for file in open_files() if file.startswith(opened)]
    station.close()


def open_files():
    found = []
    for number in os.listdir("/proc/self/fd"):
        with suppress(OSError):  # that of the list itself
            found.append(os.readlink(f"/proc/self/fd/{number}"))
    return found
