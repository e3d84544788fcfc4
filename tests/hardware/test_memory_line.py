"""The line in memory keeps to its clock and can be cut at any byte."""

import pytest

from hardware.clock import SteppedClock
from hardware.errors import NoDevice
from hardware.transports.memory import MemoryLine, Piece, Script


class Slow:
    def receive(self, data: bytes) -> list[Piece]:
        return [Piece(b"ab", 1.0), Piece(b"cd", 1.0)]


def test_bytes_come_when_they_are_due():
    clock = SteppedClock()
    line = MemoryLine(Slow(), clock)
    line.write(b"?")
    assert line.read(4, 0.5) == b""
    assert line.read(4, 1.0) == b"ab"
    assert line.read(1, 9.0) == b"c"
    assert line.read(9, 1.0) == b"d"
    assert clock.monotonic() == pytest.approx(3.0)


def test_clearing_drops_what_has_arrived_only():
    clock = SteppedClock()
    line = MemoryLine(Slow(), clock)
    line.write(b"?")
    clock.sleep(1.0)
    line.clear()
    assert line.read(2, 2.0) == b"cd"


def test_a_cut_line_gives_what_came_through_first():
    line = MemoryLine(Script([b"abc"]), SteppedClock(), cut_after=3)
    line.write(b"?")
    assert line.read(3, 1) == b"ab"
    for act in (lambda: line.read(1, 1), line.clear, lambda: line.write(b"?")):
        with pytest.raises(NoDevice):
            act()


def test_a_script_keeps_what_was_asked():
    script = Script([b"x"])
    line = MemoryLine(script, SteppedClock())
    line.write(b"1")
    line.write(b"2")
    line.close()
    assert line.read(5, 1) == b""
    assert script.requests == [b"1", b"2"]
