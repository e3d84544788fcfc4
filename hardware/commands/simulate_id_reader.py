"""`hardware simulate id-reader`: a reader module on a pseudo-terminal or in the card service."""

import argparse
from functools import partial
from pathlib import Path
from typing import Any

from hardware.clock import SystemClock
from hardware.commands import knob_file, simulated_cards
from hardware.commands.simulate import by_words, end_on_signal, serve
from hardware.commands.simulated_cards import WORDS, FaultyCard
from hardware.simulators import faults, knobs, person
from hardware.simulators.id_card import Knobs, SimulatedIdCardReader
from hardware.simulators.stream_card import SimulatedStreamReader
from hardware.simulators.transparent_reader import SimulatedTransparentReader

FF_B0, TRANSPARENT = "ff-b0", "transparent-ff"


def add(devices: Any) -> None:
    parser: argparse.ArgumentParser = devices.add_parser(
        "id-reader", help="a resident card reader",
        description=f"takes on standard input: {WORDS}",
        epilog="persons: " + ", ".join(person.names()),
    )  # fmt: skip
    parser.add_argument("--person", metavar="NAME|FILE", help="whose card lies on it at the start")
    parser.add_argument(
        "--fault", metavar="F",
        help=f"{', '.join(faults.names())}; with --pcsc {', '.join(knobs.FAULTS)}; @COMMAND",
    )  # fmt: skip
    parser.add_argument("--reads-in-place", action="store_true", help="reads a lying card again")
    parser.add_argument("--link", type=Path, metavar="PATH", help="a name for the terminal")
    parser.add_argument("--pcsc", action="store_true", help="in vpcd's reader, behind pcscd")
    parser.add_argument("--profile", choices=[FF_B0, TRANSPARENT], default=FF_B0)
    simulated_cards.add_options(parser)
    parser.set_defaults(run=run, usual=person.names()[0], options=parser)


def run(args: argparse.Namespace) -> int:
    knob_file.apply(args, args.options)
    if args.pcsc:
        return simulated_cards.run(args, _card_maker(args))
    from hardware.simulators.pseudo_terminal import PseudoTerminal  # not there on Windows

    reader = module(args, args.person)
    end_on_signal()
    terminal = PseudoTerminal(reader, SystemClock(), args.link)
    try:
        print(terminal.path, flush=True)
        do = partial(by_words, _Visitor(reader, args.person))
        serve(terminal, do, stay=args.stay, over=lambda: reader.unplugged and terminal.idle)
    finally:
        terminal.close()
    return 0


def module(args: argparse.Namespace, visitor: str | None) -> SimulatedIdCardReader:
    """The reader's module with this visitor's card on it."""
    fault = faults.parse(args.fault) if args.fault else None
    module_knobs = Knobs(
        fault,
        delays=[knobs.delay(text) for text in args.delay],
        statuses=[knobs.status(text) for text in args.status],
        rate=args.pace,
        reads_in_place=args.reads_in_place,
    )
    return SimulatedIdCardReader(person.load(visitor) if visitor else None, module_knobs)


def _card_maker(args: argparse.Namespace) -> simulated_cards.Maker:
    """What stands behind the virtual reader: a card that is handed out, or a whole module."""

    def stream(name: str) -> FaultyCard:
        return SimulatedStreamReader(person.load(name), simulated_cards.apdu_knobs(args, "T=1"))

    def transparent(name: str) -> FaultyCard:
        return SimulatedTransparentReader(module(args, name))

    return stream if args.profile == FF_B0 else transparent


class _Visitor:
    """The hand that puts cards on the reader."""

    def __init__(self, reader: SimulatedIdCardReader, usual: str | None) -> None:
        self._reader = reader
        self._usual = usual or person.names()[0]

    def put(self, what: str) -> None:
        self._usual = what or self._usual
        self._reader.put_card(person.load(self._usual))

    def take(self) -> None:
        self._reader.take_card()

    def be_wrong(self, fault: str) -> None:
        self._reader.set_fault(faults.parse(fault) if fault else None)
