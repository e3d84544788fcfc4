"""`hardware simulate id-reader`: a reader module on a pseudo-terminal."""

import argparse
from pathlib import Path
from typing import Any

from hardware.clock import SystemClock
from hardware.commands.output import fail
from hardware.commands.simulate import end_on_signal, serve
from hardware.errors import DeviceTrouble
from hardware.simulators import faults, person
from hardware.simulators.id_card import Knobs, SimulatedIdCardReader

INPUT = (
    """takes on standard input: put [PERSON], take, fault [FAULT] (none: as it should be), quit"""
)


def add(devices: Any) -> None:
    parser: argparse.ArgumentParser = devices.add_parser(
        "id-reader", help="a resident card reader", description=INPUT,
        epilog="persons: " + ", ".join(person.names()),
    )  # fmt: skip
    parser.add_argument("--person", metavar="NAME|FILE", help="whose card lies on it at the start")
    parser.add_argument("--fault", metavar="F", help=f"{', '.join(faults.names())}; @COMMAND")
    parser.add_argument("--delay", type=float, default=0.0, metavar="S", help="before each answer")
    parser.add_argument("--pace", type=int, default=0, metavar="BAUD", help="speed of the line")
    parser.add_argument("--reads-in-place", action="store_true", help="reads a lying card again")
    parser.add_argument("--link", type=Path, metavar="PATH", help="a name for the terminal")
    parser.add_argument("--stay", action="store_true", help="go on when standard input closes")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from hardware.simulators.pseudo_terminal import PseudoTerminal  # not there on Windows

    fault = faults.parse(args.fault) if args.fault else None
    knobs = Knobs(fault, args.delay, args.pace, args.reads_in_place)
    visitor = person.load(args.person) if args.person else None
    reader = SimulatedIdCardReader(visitor, knobs)
    end_on_signal()
    terminal = PseudoTerminal(reader, SystemClock(), args.link)
    try:
        print(terminal.path, flush=True)
        serve(terminal, _Visitor(reader, args.person).do, stay=args.stay)
    finally:
        terminal.close()
    return 0


class _Visitor:
    """Standard input's words, done at the reader."""

    def __init__(self, reader: SimulatedIdCardReader, usual: str | None) -> None:
        self._reader = reader
        self._usual = usual or person.names()[0]

    def do(self, line: str) -> bool:
        """False after `quit`."""
        word, _, rest = line.partition(" ")
        try:
            match word:
                case "put":
                    self._usual = rest or self._usual
                    self._reader.put_card(person.load(self._usual))
                case "take":
                    self._reader.take_card()
                case "fault":
                    self._reader.set_fault(faults.parse(rest) if rest else None)
                case "":
                    pass
                case "quit":
                    return False
                case _:
                    raise DeviceTrouble("simulator.no-such-word", word=word)
        except DeviceTrouble as trouble:
            fail(trouble)
        return True
