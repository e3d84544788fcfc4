"""A read ends when its time is up, and finds the rate also where a program plays the reader."""

import json
import os
import pty
import select
import subprocess
import sys
import termios
import threading
import tty
from contextlib import contextmanager
from pathlib import Path

import pytest

from hardware.clock import SteppedClock
from hardware.commands.read import read_until
from hardware.devices.id_card import IdCardReader
from hardware.errors import DeviceTrouble
from hardware.id_readers import open_id_reader
from hardware.simulators import faults, person
from hardware.simulators.id_card import Knobs, SimulatedIdCardReader
from hardware.transports.bounded import BoundedLibrary, BoundedStream
from hardware.transports.memory import MemoryLine, Piece

ROOT = Path(__file__).parents[2]
WANG = person.load("wang-lan")
FAKE_HEADER = bytes.fromhex("AAAAAA96690910")
TICK = 0.001


class Dripping(SimulatedIdCardReader):
    """Sixteen bytes each 0.3 s."""

    def receive(self, data):
        whole = b"".join(piece.data for piece in super().receive(data))
        return [Piece(whole[i : i + 16], 0.3) for i in range(0, len(whole), 16)]


class Misleading(SimulatedIdCardReader):
    """A header that promises more than comes, before each answer."""

    def receive(self, data):
        return [Piece(FAKE_HEADER + piece.data, piece.after) for piece in super().receive(data)]


def silent():
    return SimulatedIdCardReader(WANG, Knobs(faults.parse("silent")))


@pytest.mark.parametrize("talker", [silent, lambda: Dripping(WANG), lambda: Misleading(WANG)])
@pytest.mark.parametrize("time", [0.5, 3.0, 5.0])
def test_a_read_ends_when_its_time_is_up(talker, time):
    clock, played = SteppedClock(), talker()

    def line(_address, _rate):
        return BoundedStream(MemoryLine(played, clock), clock, time)

    reader = open_id_reader("COM7", clock, line)
    with pytest.raises(DeviceTrouble):
        read_until(reader, time, clock)
    assert clock.monotonic() <= time + TICK


def test_with_time_enough_a_card_behind_false_starts_is_read():
    clock = SteppedClock()
    line = BoundedStream(MemoryLine(Misleading(WANG), clock), clock, 60.0)
    assert IdCardReader(line, clock).read().name == "王兰"


@contextmanager
def particular_terminal(speed):
    """A reader on a terminal that hears only one speed, as a real line does."""
    master, slave = pty.openpty()
    tty.setraw(slave)
    reader, over = SimulatedIdCardReader(WANG), threading.Event()

    def play():
        while not over.is_set():
            if select.select([master], [], [], 0.05)[0]:
                data = os.read(master, 4096)
                if termios.tcgetattr(slave)[5] == speed:
                    os.write(master, b"".join(piece.data for piece in reader.receive(data)))

    player = threading.Thread(target=play)
    player.start()
    try:
        yield os.ttyname(slave)
    finally:
        over.set()
        player.join()
        os.close(master)
        os.close(slave)


def read(path, *options):
    return subprocess.run(
        [sys.executable, "-m", "hardware", "read", "--port", path, *options],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=60,
    )  # fmt: skip


@pytest.mark.parametrize("speed", [termios.B38400, termios.B9600])
def test_the_rate_is_found_on_a_terminal_too(speed):
    with particular_terminal(speed) as path:
        done = read(path)
    assert json.loads(done.stdout)["name"] == "王兰"


@pytest.mark.parametrize("rate", ["0", "-1", "1000000000", "fast"])
def test_a_rate_that_no_reader_has_is_wrong_use(rate):
    done = read("/dev/no-such-line", "--rate", rate)
    assert (done.returncode, json.loads(done.stderr)["error"]) == (2, "usage")


@pytest.mark.parametrize(("now", "given"), [(0.0, 3.0), (8.5, 1.5), (9.8, 1.0), (20.0, 1.0)])
def test_a_question_to_a_library_with_a_time_of_its_own_hardly_lasts_beyond_the_end(now, given):
    asked, clock = [], SteppedClock()

    class Library:
        def ask(self, question, seconds=None):
            asked.append(seconds)
            return {}

        def close(self):
            pass

    clock.sleep(now)
    end = clock.monotonic() - now + 10
    BoundedLibrary(Library(), clock, end, beyond=1.0).ask({}, 3.0)
    BoundedLibrary(Library(), clock, end).ask({}, 3.0)
    assert asked == [pytest.approx(given), 3.0]
