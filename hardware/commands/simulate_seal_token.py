"""`hardware simulate seal-token`: a seal token on a pseudo-terminal or in the virtual reader."""

import argparse
import base64
from functools import partial
from pathlib import Path
from typing import Any

from hardware.clock import SystemClock
from hardware.commands import knob_file, simulated_cards
from hardware.commands.simulate import by_words, end_on_signal, serve
from hardware.commands.simulated_cards import reader_name
from hardware.errors import NoDevice
from hardware.simulators import knobs
from hardware.simulators.bent_line import LINE_FAULTS, BentLine, is_line_fault, token_fault
from hardware.simulators.seal_token import FAULTS, Content, SimulatedSealToken
from hardware.simulators.seal_token_lines import BareLine, CcidLine
from hardware.simulators.sm2_key import read_key
from hardware.simulators.token_card import TokenCard
from hardware.simulators.vpcd_link import FIRST_PORT, VpcdLink

INPUT = "takes on standard input: put, take, fault [FAULT] (none: as it should be), quit"
FRAMINGS = ("bare", "ccid", "ccid-echo")
TRAINING_PIN = "123456"  # of training tokens only, and said so everywhere
PEM_BEGIN = "-----BEGIN CERTIFICATE-----"
PEM_END = "-----END CERTIFICATE-----"


def add(devices: Any) -> None:
    parser: argparse.ArgumentParser = devices.add_parser(
        "seal-token", help="a seal token", description=INPUT,
        epilog=f"faults: {', '.join((*FAULTS, *LINE_FAULTS))}, pulled@BYTE",
    )  # fmt: skip
    parser.add_argument("--key", type=Path, metavar="FILE", required=True, help="a training key")
    parser.add_argument("--certificate", type=Path, metavar="FILE", required=True)
    parser.add_argument("--container", default="seal", metavar="NAME")
    parser.add_argument("--pin-file", type=Path, metavar="FILE", help="its first line; else 123456")
    parser.add_argument("--pin-hash", choices=["sm3", "sha1"], default="sm3")
    parser.add_argument("--serial", default="TRAINING-0001", metavar="NUMBER")
    parser.add_argument("--pcsc", action="store_true", help="in vsmartcard's virtual reader")
    parser.add_argument(
        "--port", type=int, default=FIRST_PORT, metavar="N",
        help=f"with --pcsc: where vpcd listens; {FIRST_PORT} is its first reader",
    )  # fmt: skip
    parser.add_argument("--framing", choices=FRAMINGS, default="bare")
    parser.add_argument("--protocol", choices=["T=0", "T=1"], default="T=0", help="with CCID")
    parser.add_argument("--fault", metavar="F")
    parser.add_argument("--link", type=Path, metavar="PATH", help="a name for the terminal")
    simulated_cards.add_knobs(parser)
    parser.set_defaults(run=run, options=parser)


def run(args: argparse.Namespace) -> int:
    knob_file.apply(args, args.options)
    token = make_token(args)
    end_on_signal()
    return in_reader(token, args) if args.pcsc else on_terminal(token, args)


def on_terminal(token: SimulatedSealToken, args: argparse.Namespace) -> int:
    from hardware.simulators.pseudo_terminal import PseudoTerminal  # not there on Windows

    echo, t1 = "echo" in args.framing, args.protocol == "T=1"
    talker = BareLine(token) if args.framing == "bare" else CcidLine(token, echo, t1)
    line = BentLine(talker)
    hand = Hand(token, line=line)
    hand.be_wrong(args.fault or "")
    terminal = PseudoTerminal(line, SystemClock(), args.link)
    try:
        print(terminal.path, flush=True)
        serve(
            terminal,
            partial(by_words, hand),
            stay=args.stay,
            over=lambda: line.unplugged and terminal.idle,
        )
    finally:
        terminal.close()
    return 0


def in_reader(token: SimulatedSealToken, args: argparse.Namespace) -> int:
    link = VpcdLink(TokenCard(token), SystemClock(), args.port)
    hand = Hand(token, link)
    hand.be_wrong(args.fault or "")
    try:
        link.put()
        print(reader_name(args.port), flush=True)
        serve(link, partial(by_words, hand), stay=args.stay)
    finally:
        link.close()
    return 0


def make_token(args: argparse.Namespace) -> SimulatedSealToken:
    content = Content(args.container, read_certificate(args.certificate), read_key(args.key))
    pin = read_pin(args.pin_file) if args.pin_file else TRAINING_PIN
    chip = knobs.ApduKnobs(
        delays=[knobs.delay(each) for each in args.delay],
        statuses=[knobs.status(each) for each in args.status],
        pace=args.pace,
    )
    return SimulatedSealToken(
        [content], pin=pin, pin_hash=args.pin_hash, serial=args.serial, knobs=chip
    )


def read_pin(path: Path) -> str:
    """The first line."""
    try:
        return path.read_text("utf-8").splitlines()[0]
    except (OSError, ValueError, IndexError) as trouble:
        raise NoDevice("simulator.pin-unreadable") from trouble


def read_certificate(path: Path) -> bytes:
    """DER, or the first certificate of a PEM file."""
    try:
        data = path.read_bytes()
        if PEM_BEGIN.encode() not in data:
            return data
        text = data.decode("ascii").split(PEM_BEGIN)[1].split(PEM_END)[0]
        return base64.b64decode("".join(text.split()), validate=True)
    except (OSError, ValueError) as trouble:
        raise NoDevice("simulator.certificate-unreadable") from trouble


class Hand:
    """The hand at the token, and at its line or in its reader."""

    def __init__(
        self,
        token: SimulatedSealToken,
        link: VpcdLink | None = None,
        line: BentLine | None = None,
    ) -> None:
        self._token = token
        self._link = link
        self._line = line

    def put(self, what: str) -> None:
        self._token.put()
        if self._link is not None:
            self._link.put()

    def take(self) -> None:
        self._token.take()
        if self._link is not None:
            self._link.take()

    def be_wrong(self, fault: str) -> None:
        """The token or its line."""
        on_line = bool(fault) and is_line_fault(token_fault(fault, FAULTS))
        self._token.be(None if on_line else fault or None)
        if self._line is not None:
            self._line.be(fault if on_line else None)
