"""What the simulated cards behind vsmartcard's virtual reader have in common: options and words."""

import argparse
from collections.abc import Callable
from functools import partial
from typing import Protocol

from hardware.clock import SystemClock
from hardware.commands import knob_file
from hardware.commands.simulate import by_words, end_on_signal, serve
from hardware.simulators import knobs
from hardware.simulators.vpcd_link import FIRST_PORT, Card, VpcdLink

WORDS = "put [PERSON], take, fault [FAULT] (none: as it should be), quit"


class FaultyCard(Card, Protocol):
    """A simulated card that can be told to go wrong."""

    def set_fault(self, fault: knobs.ApduFault | None) -> None: ...


Maker = Callable[[str], FaultyCard]  # a person's name: the card


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--port", type=int, default=FIRST_PORT, metavar="N",
        help=f"where vpcd listens; {FIRST_PORT} is its first reader",
    )  # fmt: skip
    parser.add_argument("--protocol", choices=["T=0", "T=1"], help="of the card's answers")
    add_knobs(parser)


def add_knobs(parser: argparse.ArgumentParser) -> None:
    """For single commands, on a line or in the card service."""
    parser.add_argument(
        "--delay", action="append", default=[], metavar="S[@COMMAND]",
        help="seconds before each answer, or before those to commands that begin so",
    )  # fmt: skip
    parser.add_argument(
        "--status", action="append", default=[], metavar="STATUS@COMMAND",
        help="said in place of the answer, in hexadecimal: 41@3001, 6982@00B2",
    )  # fmt: skip
    parser.add_argument("--pace", type=baud, default=0, metavar="BAUD", help="speed of the line")
    knob_file.add_option(parser)
    parser.add_argument("--stay", action="store_true", help="go on when standard input closes")


def baud(text: str) -> int:
    """A line's speed; 0 for as fast as it goes."""
    if not (text.isascii() and text.isdigit()) or len(text) > 8:
        raise argparse.ArgumentTypeError(f"no speed of a line: {text}")
    return int(text)


def apdu_knobs(args: argparse.Namespace, usual: str) -> knobs.ApduKnobs:
    """`usual`: the protocol without the option."""
    return knobs.ApduKnobs(
        t0=(args.protocol or usual) == "T=0",
        delays=[knobs.delay(text) for text in args.delay],
        statuses=[knobs.status(text) for text in args.status],
        pace=args.pace,
        fault=knobs.apdu_fault(args.fault) if args.fault else None,
    )


def run(args: argparse.Namespace, make: Maker) -> int:
    """Be this card until `quit`; the first line is the reader's name."""
    usual = args.person or args.usual
    card = make(usual)
    link = VpcdLink(card, SystemClock(), args.port)
    end_on_signal()
    try:
        if args.person:
            link.put()
        print(reader_name(args.port), flush=True)
        serve(link, partial(by_words, Hand(link, make, usual, card)), stay=args.stay)
    finally:
        link.close()
    return 0


def reader_name(port: int) -> str:
    """As Debian's vpcd calls its two readers."""
    return f"Virtual PCD 00 {int(port == FIRST_PORT + 1):02}"


class Hand:
    """The hand at the virtual reader."""

    def __init__(self, link: VpcdLink, make: Maker, usual: str, card: FaultyCard) -> None:
        self._link, self._make, self._usual, self._card = link, make, usual, card
        self._fault: list[knobs.ApduFault | None] = []  # said since the start, for later cards too

    def put(self, what: str) -> None:
        self._usual = what or self._usual
        self._card = self._make(self._usual)
        for fault in self._fault:
            self._card.set_fault(fault)
        self._link.put(self._card)

    def take(self) -> None:
        self._link.take()

    def be_wrong(self, fault: str) -> None:
        self._fault = [knobs.apdu_fault(fault) if fault else None]
        self._card.set_fault(*self._fault)
