"""Ctrl+C and a polite kill in the middle of a command: said in one line, the token logged out."""

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress

import pytest

pytest.importorskip("pty", reason="Windows has no pseudo-terminals")

from hardware.clock import SystemClock
from hardware.simulators.id_card import SimulatedIdCardReader
from hardware.simulators.pseudo_terminal import PseudoTerminal
from hardware.simulators.seal_token import Silent, SimulatedSealToken
from hardware.simulators.seal_token_lines import BareLine, CcidLine
from tests.hardware.seal_processes import ANY_DAY, DIGEST, ROOT
from tests.hardware.sealing_parts import content

SIGN, CLEAR = 0x74, 0x1C
PATIENCE = 30.0
SIGNALS = [signal.SIGINT, signal.SIGTERM]


class SlowToken(SimulatedSealToken):
    """Says when it is asked to sign, and never answers that; or it will not log anybody out."""

    stays = False

    def answer(self, apdu):
        if apdu[1] == SIGN:
            self.reached.set()
            raise Silent
        if apdu[1] == CLEAR and self.stays:
            raise Silent
        return super().answer(apdu)


class EmptyReader:
    """A reader without a card that says when it is asked for one."""

    def __init__(self):
        self.reached = threading.Event()
        self._reader = SimulatedIdCardReader(None)

    def receive(self, data):
        if bytes.fromhex("2001") in data:
            self.reached.set()
        return self._reader.receive(data)


@contextmanager
def on_terminal(talker):
    """Its path; served by a thread."""
    terminal, over = PseudoTerminal(talker, SystemClock()), threading.Event()

    def serve():
        while not over.is_set():
            with suppress(OSError):
                terminal.step(0.02)

    served = threading.Thread(target=serve)
    served.start()
    try:
        yield terminal.path
    finally:
        over.set()
        served.join()
        terminal.close()


def broken_off(words, reached, how, pin=""):
    """The command's code, its output and what it said, when it was ended in the middle."""
    with subprocess.Popen(
        [sys.executable, "-m", "hardware", *words],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        process.stdin.write(pin)
        process.stdin.flush()
        assert reached.wait(PATIENCE)
        process.send_signal(how)
        said, why = process.communicate(timeout=PATIENCE)
    return process.returncode, said, [json.loads(line) for line in why.splitlines()]


def slow_token():
    token = SlowToken([content("seal", *ANY_DAY)])
    token.reached = threading.Event()
    return token


@pytest.mark.parametrize("how", SIGNALS)
def test_a_read_that_is_broken_off_is_no_read(how):
    reader = EmptyReader()
    with on_terminal(reader) as path:
        code, said, (why,) = broken_off(
            ["read", "--port", path, "--timeout", "25"], reader.reached, how
        )
    assert (code, said, why["error"]) == (2, "", "command.interrupted")
    assert why["message"]
    assert why["remedy"]


@pytest.mark.parametrize("line", [BareLine, CcidLine])
@pytest.mark.parametrize("how", SIGNALS)
def test_a_seal_that_is_broken_off_has_sealed_nothing_and_logged_out(how, line):
    token = slow_token()
    with on_terminal(line(token)) as path:
        words = ["seal", "--port", path, "--digest", DIGEST]
        code, said, (why,) = broken_off(words, token.reached, how, "123456\n")
    assert (code, said, why["error"]) == (2, "", "token.interrupted")
    assert "nothing was sealed" in why["message"]
    assert not token.logged_in


def test_a_token_that_could_not_be_logged_out_when_broken_off_is_said():
    token = slow_token()
    token.stays = True
    with on_terminal(BareLine(token)) as path:
        words = ["seal", "--port", path, "--digest", DIGEST]
        code, said, (why,) = broken_off(words, token.reached, signal.SIGINT, "123456\n")
    assert (code, said, why["error"]) == (2, "", "token.left-logged-in")


IN_TIME = """
import sys
from hardware.clock import SystemClock
from hardware.commands.in_time import in_time
from hardware.commands.interrupts import breaking_off

def work():
    try:
        print("ready", flush=True)
        SystemClock().sleep(60)
    finally:
        print("left", flush=True)

with breaking_off():
    sys.exit(in_time(work, 90))
"""


@pytest.mark.parametrize("kill", [os.kill, os.killpg])  # a kill of one, Ctrl+C at a terminal
@pytest.mark.parametrize("how", SIGNALS)
def test_work_in_a_child_is_let_to_its_end_and_says_once_that_it_was_broken_off(how, kill):
    with subprocess.Popen(
        [sys.executable, "-c", IN_TIME],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    ) as process:  # fmt: skip
        assert process.stdout.readline() == "ready\n"
        kill(process.pid, how)
        said, why = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said) == (2, "left\n")
    assert [json.loads(line)["error"] for line in why.splitlines()] == ["command.interrupted"]
