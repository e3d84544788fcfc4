"""`hardware simulate DEVICE`: a device without a device, played from standard input."""

import argparse
import importlib
import os
import signal
import sys
from collections.abc import Callable
from typing import Any, Protocol

from hardware.commands.output import fail
from hardware.errors import DeviceTrouble

IDLE_SECONDS = 60.0
READ_SIZE = 4096

# modules with add(devices); a new simulated device is one module and one entry
DEVICES = (
    "simulate_id_reader", "simulate_social_security_card", "simulate_seal_token", "simulate_camera",
)  # fmt: skip


class Terminal(Protocol):
    """The simulated device's end of the line."""

    def step(self, longest: float, also: int | None = None) -> bool: ...


class Hand(Protocol):
    """What a person does at the device; DeviceTrouble where he cannot."""

    def put(self, what: str) -> None: ...

    def take(self) -> None: ...

    def be_wrong(self, fault: str) -> None:
        """From now on; empty: as it should be."""


def add(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser(
        "simulate", help="be a device", epilog="exit codes: 0 ended by quit, 2 could not start"
    )
    devices = parser.add_subparsers(dest="device", required=True)
    for name in DEVICES:
        importlib.import_module(f"hardware.commands.{name}").add(devices)


def end_on_signal() -> None:
    """A polite kill ends like `quit`, so that links and terminals are put away."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))


def serve(
    terminal: Terminal,
    do: Callable[[str], bool],
    *,
    stay: bool,
    over: Callable[[], bool] = lambda: False,
) -> None:
    """Both the line and the words on standard input, until `do` says False or the words end.

    `over`: the device is gone by itself.
    """
    words: int | None = sys.stdin.fileno()
    begun = b""
    while True:
        heard = terminal.step(IDLE_SECONDS, words)
        if over():
            return
        if not heard or words is None:
            continue
        data = os.read(words, READ_SIZE)
        *lines, begun = (begun + data).split(b"\n")
        if not all(do(line.decode("utf-8", "replace").strip()) for line in lines):
            return
        if not data:
            if not stay:
                return
            words = None


def by_words(hand: Hand, words: str) -> bool:
    """False after `quit`; what cannot be done is said, and it goes on."""
    word, _, rest = words.partition(" ")
    try:
        match word:
            case "put":
                hand.put(rest)
            case "take":
                hand.take()
            case "fault":
                hand.be_wrong(rest)
            case "quit":
                return False
            case word if word:
                raise DeviceTrouble("simulator.no-such-word", word=word)
    except DeviceTrouble as trouble:
        fail(trouble)
    return True
