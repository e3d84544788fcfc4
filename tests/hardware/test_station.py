"""The station opens devices from its settings, marks what is simulated and says how each is."""

import pytest

from hardware.clock import SteppedClock
from hardware.errors import BadAnswer, DeviceTrouble, NoCard, NoDevice
from hardware.id_readers import find_id_reader, open_id_reader
from hardware.simulators import faults, person
from hardware.simulators.id_card import SimulatedIdCardReader
from hardware.station import DeviceEntry, Station, StationSettings
from hardware.transports.memory import MemoryLine, Piece, Script


class Desk:
    """A station whose reader hangs on a line in memory; the line can be pulled and put back."""

    def __init__(self, *, simulated=True, right_rate=0):
        self.clock = SteppedClock()
        self.simulator = SimulatedIdCardReader(person.load("wang-lan"))
        self.right_rate = right_rate
        self.rates = []
        self.line = None
        self.plugged = True
        entry = DeviceEntry("id-reader", "memory", "COM7", simulated, "Reader")
        self.station = Station(StationSettings((entry,)), self.clock, {"memory": self.open})

    def open(self, address, rate):
        assert address == "COM7"
        if not self.plugged:
            raise NoDevice("port.absent", port=address)
        self.rates.append(rate)
        heard = not self.right_rate or rate == self.right_rate
        self.line = MemoryLine(self.simulator if heard else Garbling(), self.clock)
        return self.line

    def state(self):
        (state,) = self.station.states()
        return state.state, state.code


class Garbling:
    def receive(self, data: bytes) -> list[Piece]:
        return [Piece(b"\x00\xf8\x80")]


@pytest.mark.parametrize("simulated", [True, False])
def test_what_is_read_bears_the_mark_of_the_settings(simulated):
    desk = Desk(simulated=simulated)
    assert desk.station.id_reader().read().simulated is simulated
    (state,) = desk.station.states()
    assert (state.kind, state.name, state.address) == ("id-reader", "Reader", "COM7")
    assert state.simulated is simulated


def test_without_a_mark_a_pseudo_terminal_counts_as_simulated():
    assert DeviceEntry("id-reader", "serial", "/dev/pts/5").is_simulated()
    assert not DeviceEntry("id-reader", "serial", "/dev/ttyUSB0").is_simulated()


def test_the_state_follows_what_was_seen():
    desk = Desk()
    reader = desk.station.id_reader()
    assert desk.state() == ("ready", "")
    reader.read()
    assert desk.state() == ("card", "")
    with pytest.raises(NoCard):
        reader.read()
    assert desk.state() == ("card", "card.not-lifted")
    desk.simulator.take_card()
    assert not reader.card_present()
    assert desk.state() == ("no-card", "")
    with pytest.raises(NoCard):
        reader.read()
    assert desk.state() == ("no-card", "card.none")
    desk.simulator.set_fault(faults.parse("status-66"))
    with pytest.raises(DeviceTrouble):
        reader.card_present()
    assert desk.state() == ("trouble", "id-reader.not-authorised")
    desk.simulator.set_fault(None)
    assert reader.sam_id()
    assert desk.state() == ("ready", "")


def test_a_reader_that_was_unplugged_is_used_again_when_it_is_back():
    desk = Desk()
    reader = desk.station.id_reader()
    reader.read()
    desk.line.unplug()
    desk.plugged = False
    for code in ("port.gone", "port.absent"):
        with pytest.raises(NoDevice):
            reader.card_present()
        assert desk.state() == ("absent", code)
    desk.plugged = True
    desk.simulator.power_on()
    assert reader.read().name == "王兰"
    assert reader.wait_for_removal(0) is False
    desk.station.close()


@pytest.mark.parametrize("rate", [115200, 57600, 38400, 19200, 9600])
def test_the_rate_of_the_line_is_found(rate):
    desk = Desk(right_rate=rate)
    assert desk.station.id_reader().read().name == "王兰"
    assert desk.rates[-1] == rate


def test_the_rate_is_looked_for_once():
    desk = Desk(right_rate=9600)
    desk.station.id_reader().read()
    desk.station.id_reader().sam_id()
    assert len(desk.rates) == 5


def test_a_reader_that_answers_at_no_rate_is_silent():
    desk = Desk(right_rate=1)
    with pytest.raises(BadAnswer):
        desk.station.id_reader().read()
    assert desk.rates == [115200, 57600, 38400, 19200, 9600, 115200]


def test_a_counter_without_a_reader_says_so():
    with pytest.raises(NoDevice) as trouble:
        Station(StationSettings()).id_reader()
    assert trouble.value.code == "id-reader.not-set"


def test_an_absent_token_is_said_and_shown(tmp_path):
    path = str(tmp_path / "token")
    station = Station(StationSettings((DeviceEntry("seal-token", "serial", path),)))
    with pytest.raises(NoDevice):
        station.seal_tokens()
    (state,) = station.states()
    assert (state.state, state.simulated) == ("absent", False)


def test_a_token_whose_line_answers_nothing_is_said():
    clock = SteppedClock()
    line = MemoryLine(Script([]), clock)
    entry = DeviceEntry("seal-token", "memory", "COM9")
    station = Station(StationSettings((entry,)), clock, {"memory": lambda *_: line})
    with pytest.raises(DeviceTrouble):
        station.seal_tokens()


def test_a_rate_given_is_used_without_asking():
    desk = Desk()
    reader = open_id_reader("COM7", desk.clock, desk.open, rate=9600)
    assert reader.read().name == "王兰"
    assert desk.rates == [9600]


def test_the_reader_that_refuses_is_still_a_reader():
    desk = Desk()
    desk.simulator.set_fault(faults.parse("status-60"))
    assert find_id_reader("COM7", desk.clock, desk.open)
    assert desk.rates == [115200]


def test_the_print_service_is_the_one_of_the_settings(tmp_path):
    entry = DeviceEntry("printer", "cups", str(tmp_path / "no-cups.sock"), name="letters")
    station = Station(StationSettings((entry,)))
    with pytest.raises(DeviceTrouble):
        station.printer().status()
    assert [state.state for state in station.states()] == ["absent"]
