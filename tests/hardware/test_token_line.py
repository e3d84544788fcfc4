"""A token on a serial line is missed and found again while nobody uses it, and never disturbed."""

import threading

import pytest

from hardware.clock import SteppedClock
from hardware.codecs import ccid
from hardware.errors import NoDevice
from hardware.simulators.seal_token import SimulatedSealToken
from hardware.simulators.seal_token_lines import BareLine, CcidLine
from hardware.station import DeviceEntry, Station, StationSettings
from hardware.token_line import TokenLine
from hardware.transports.memory import MemoryLine, Piece
from hardware.transports.serial_channel import find_channel
from tests.hardware.sealing_parts import content

PLACE = "COM9"


class Line(MemoryLine):
    closed = False

    def close(self):
        self.closed = True


class Desk:
    """A station with one token on a line in memory; `lines` are those that were opened."""

    def __init__(self, talker=CcidLine):
        self.clock = SteppedClock()
        self.token = SimulatedSealToken([content()])
        self.lines, self.talker = [], talker
        entry = DeviceEntry("seal-token", "memory", PLACE)
        self.station = Station(StationSettings((entry,)), self.clock, {"memory": self.open})

    def open(self, *_):
        self.lines.append(Line(self.talker(self.token), self.clock))
        return self.lines[-1]

    def look(self):
        """Half a second later, as the counter does."""
        self.clock.sleep(0.5)
        (state,) = self.station.look()
        return state.state, state.code

    def seal(self):
        (token,) = self.station.seal_tokens()
        try:
            return token.certificate()
        finally:
            token.close()


def silent(_):
    class Nobody:
        def receive(self, data):
            return []

    return Nobody()


@pytest.mark.parametrize("talker", [CcidLine, lambda token: CcidLine(token, echo=True)])
def test_a_token_taken_out_of_a_serial_reader_and_put_back_is_noticed_within_a_second(talker):
    desk = Desk(talker)
    desk.seal()
    assert desk.look() == ("ready", "")
    for _ in range(3):
        desk.token.take()
        began = desk.clock.monotonic()
        assert desk.look() == ("absent", "token.absent")
        assert desk.clock.monotonic() - began < 1
        desk.token.put()
        assert desk.look() == ("ready", "")
    assert desk.seal()


def test_a_bare_token_that_was_pulled_is_noticed_within_a_second_and_is_found_again():
    desk = Desk(BareLine)
    desk.seal()
    assert desk.look() == ("ready", "")
    desk.token.take()
    began = desk.clock.monotonic()
    assert desk.look() == ("absent", "token.silent")
    assert desk.clock.monotonic() - began < 1
    desk.token.put()
    assert [desk.look() for _ in range(4)][-1] == ("ready", "")
    assert desk.seal()


def test_a_slow_token_is_not_taken_for_a_pulled_one():
    class Slow:
        def __init__(self, token):
            self.line = BareLine(token)

        def receive(self, data):
            return [Piece(each.data, 0.9) for each in self.line.receive(data)]

    desk = Desk(Slow)
    desk.seal()
    assert [desk.look() for _ in range(4)] == [("ready", "")] * 4


def test_nobody_is_asked_before_an_act_has_found_the_framing():
    desk = Desk(silent)
    assert desk.look() == ("ready", "")
    assert desk.lines == []


def test_while_the_token_is_used_nothing_is_asked_of_it_and_what_was_seen_stays():
    desk = Desk()
    desk.seal()
    (token,) = desk.station.seal_tokens()
    desk.token.take()
    assert [desk.look() for _ in range(3)] == [("ready", "")] * 3
    assert len(desk.lines) == 2
    desk.token.put()
    assert token.certificate()
    token.close()
    token.close()  # twice is no harm: the line is given back once
    desk.token.take()
    assert desk.look() == ("absent", "token.absent")


def test_the_line_is_opened_once_for_all_looks_and_let_go_for_an_act():
    desk = Desk()
    desk.seal()
    for _ in range(5):
        desk.look()
    assert len(desk.lines) == 2
    desk.seal()
    desk.look()
    assert len(desk.lines) == 4


def test_one_act_waits_for_another_and_then_says_that_the_line_is_taken(monkeypatch):
    monkeypatch.setattr("hardware.token_line.LEND_SECONDS", 0.05)
    desk = Desk()
    (token,) = desk.station.seal_tokens()
    with pytest.raises(NoDevice) as trouble:
        desk.station.seal_tokens()
    assert trouble.value.code == "port.busy"
    token.close()
    assert desk.seal()


def test_a_line_that_another_program_has_says_nothing_of_the_token():
    class Taken:
        def __call__(self, seconds, *, framing="", likely=""):
            if framing:
                raise NoDevice("port.busy")
            return find_channel(MemoryLine(CcidLine(SimulatedSealToken([content()])), clock))

    clock = SteppedClock()
    line = TokenLine(Taken(), clock)
    line.lend(1.0).close()
    line.look()
    assert line.trouble == ""


def test_a_station_that_ends_lets_go_of_the_line_and_makes_no_thread():
    desk, before = Desk(), threading.active_count()
    desk.seal()
    desk.look()
    assert threading.active_count() == before
    desk.station.close()
    assert all(line.closed for line in desk.lines)


@pytest.mark.parametrize("notice", [ccid.REMOVED, ccid.INSERTED])
def test_a_notice_that_came_by_itself_does_not_spoil_the_next_act(notice):
    desk = Desk()
    desk.seal()
    desk.look()
    desk.lines[-1]._queue([Piece(bytes([ccid.SLOT_CHANGE, notice]))])
    assert desk.look() == ("ready", "")
    assert desk.seal()


def test_the_watch_tells_of_a_token_as_of_a_card():
    desk = Desk()
    watch = desk.station.watch()

    def told():
        desk.clock.sleep(watch.wait())
        return [event.event for event in watch.step()]

    assert told() == ["plugged", "card-on"]
    desk.token.take()
    assert told() == ["card-off"]
    desk.token.put()
    assert told() == ["card-on"]
