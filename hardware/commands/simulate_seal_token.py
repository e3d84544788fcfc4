"""`hardware simulate seal-token`: a seal token on a pseudo-terminal or in the virtual reader."""

import argparse
import base64
from pathlib import Path
from typing import Any

from hardware.clock import SystemClock
from hardware.commands import knob_file
from hardware.commands.output import fail
from hardware.commands.simulate import end_on_signal, serve
from hardware.commands.simulated_cards import reader_name
from hardware.errors import DeviceTrouble, NoDevice
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
        "seal-token", help="a seal token", description=INPUT, epilog="faults: " + ", ".join(FAULTS)
    )
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
    parser.add_argument("--fault", choices=FAULTS, metavar="F")
    parser.add_argument("--link", type=Path, metavar="PATH", help="a name for the terminal")
    parser.add_argument("--stay", action="store_true", help="go on when standard input closes")
    knob_file.add_option(parser)
    parser.set_defaults(run=run, options=parser)


def run(args: argparse.Namespace) -> int:
    knob_file.apply(args, args.options)
    token = make_token(args)
    end_on_signal()
    return in_reader(token, args) if args.pcsc else on_terminal(token, args)


def on_terminal(token: SimulatedSealToken, args: argparse.Namespace) -> int:
    from hardware.simulators.pseudo_terminal import PseudoTerminal  # not there on Windows

    echo, t1 = "echo" in args.framing, args.protocol == "T=1"
    line = BareLine(token) if args.framing == "bare" else CcidLine(token, echo, t1)
    terminal = PseudoTerminal(line, SystemClock(), args.link)
    try:
        print(terminal.path, flush=True)
        serve(terminal, Hand(token).do, stay=args.stay)
    finally:
        terminal.close()
    return 0


def in_reader(token: SimulatedSealToken, args: argparse.Namespace) -> int:
    link = VpcdLink(TokenCard(token), SystemClock(), args.port)
    try:
        link.put()
        print(reader_name(args.port), flush=True)
        serve(link, Hand(token, link).do, stay=args.stay)
    finally:
        link.close()
    return 0


def make_token(args: argparse.Namespace) -> SimulatedSealToken:
    content = Content(args.container, read_certificate(args.certificate), read_key(args.key))
    pin = read_pin(args.pin_file) if args.pin_file else TRAINING_PIN
    return SimulatedSealToken(
        [content], pin=pin, pin_hash=args.pin_hash, serial=args.serial, fault=args.fault
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
    """Standard input's words, done at the token, and in its reader where it is in one."""

    def __init__(self, token: SimulatedSealToken, link: VpcdLink | None = None) -> None:
        self._token = token
        self._link = link

    def do(self, line: str) -> bool:
        """False after `quit`."""
        word, _, rest = line.partition(" ")
        match word:
            case "put" | "take":
                self._move(word)
            case "fault" if not rest or rest in FAULTS:
                self._token.be(rest or None)
            case "quit":
                return False
            case word if word:
                fail(DeviceTrouble("simulator.no-such-word", word=line))
        return True

    def _move(self, word: str) -> None:
        getattr(self._token, word)()
        if self._link is not None:
            getattr(self._link, word)()
