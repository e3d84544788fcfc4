"""Twenty cuts on real pseudo-terminals: the line is gone behind a byte that a seed chose."""

import random
import threading
from contextlib import contextmanager

import pytest

from hardware.clock import SystemClock
from hardware.errors import DeviceTrouble
from hardware.problems import PROBLEMS
from hardware.simulators.faults import Cable
from hardware.simulators.pseudo_terminal import PseudoTerminal
from hardware.transports.serial_port import SerialPort
from tests.hardware.rig import exchanges
from tests.hardware.rigs import RIGS

NAMES = ("id-reader citizen", "seal-token bare", "seal-token ccid", "seal-token ccid-echo")
CUTS = 5  # for each
LONGEST = 25.0  # seconds


class Pulled:
    """A device whose cable is pulled behind so many bytes of its answers."""

    def __init__(self, talker, count):
        self.cable, self._talker = Cable(count), talker

    def receive(self, data):
        return self.cable.carry(self._talker.receive(data))


@contextmanager
def plugged(talker):
    """The device on a terminal, served by a thread until it is pulled or let go."""
    terminal, ended = PseudoTerminal(talker, SystemClock()), threading.Event()

    def serve():
        while not (ended.is_set() or (talker.cable.pulled and terminal.idle)):
            terminal.step(0.02)
        terminal.close()

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield terminal.path
    finally:
        ended.set()
        thread.join(5)


def act_on(rig, device, cut):
    clock = SystemClock()
    with plugged(Pulled(rig.talker(device), cut)) as path:
        line = SerialPort(path, clock=clock)
        began = clock.monotonic()
        try:
            value = rig.act(rig.driver(line, clock))
        finally:
            line.close()
            assert clock.monotonic() - began < LONGEST
    return value


def places():
    chance = random.Random(20)  # noqa: S311  the same places in every run
    for name in NAMES:
        rig = RIGS[name]
        total = sum(len(said) for _, said in exchanges(rig))
        yield from ((name, chance.randrange(total)) for _ in range(CUTS))


@pytest.mark.parametrize(("name", "cut"), list(places()))
def test_a_real_line_cut_at_a_byte_is_said_and_the_next_act_works(name, cut):
    rig = RIGS[name]
    device = rig.device()
    try:
        assert rig.good(act_on(rig, device, cut)), "logged out already"
        assert rig.done_early
    except DeviceTrouble as trouble:
        assert trouble.code in PROBLEMS  # noqa: PT017
    rig.again(device)
    assert not rig.still_open(device)
    assert rig.good(act_on(rig, device, None))
