"""`hardware replay`: be the device of a trace, or try today's driver on it."""

import argparse
from pathlib import Path
from typing import Any

from hardware.clock import SystemClock
from hardware.codecs.trace import LINE_CAP, Trace, read
from hardware.commands.output import emit
from hardware.commands.simulate import Terminal, end_on_signal, serve
from hardware.commands.simulated_cards import reader_name
from hardware.commands.traced import outcome
from hardware.errors import DeviceRefused
from hardware.simulators.player import PlayedCard, PlayedLine, PlayedToken
from hardware.simulators.vpcd_link import FIRST_PORT, VpcdLink


def add(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser(
        "replay",
        help="be the device of a trace, or check the driver with it",
        description="Prints the terminal's path or the reader's name; ends at quit.",
        epilog="exit codes: 0 ended by quit, or the driver ends as recorded; 2 not",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="a trace made by record")
    parser.add_argument("--check", action="store_true", help="run the driver against it, and end")
    parser.add_argument("--link", type=Path, metavar="PATH", help="a name for the terminal")
    parser.add_argument(
        "--port", type=int, default=FIRST_PORT, metavar="N", help="where vpcd listens, for a card"
    )
    parser.add_argument("--stay", action="store_true", help="go on when standard input closes")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    trace = load(args.file)
    if args.check:
        return check(args.file, trace)
    end_on_signal()
    if trace.kind == "id-card":
        return _be_card(trace, args)
    return _be_line(trace, args)


def load(file: Path) -> Trace:
    """A trace, never more of a file than a trace may have."""
    with file.open(encoding="utf-8", errors="replace") as lines:
        return read(iter(lambda: lines.readline(LINE_CAP + 1), ""))


def check(file: Path, trace: Trace) -> int:
    """The driver's outcome is the recorded one, or it is said which it was."""
    found = outcome(trace)
    if found != trace.outcome:
        raise DeviceRefused("trace.other-outcome", recorded=trace.outcome, found=found)
    about = {"kind": trace.kind, "masked": trace.masked, "simulated": trace.simulated}
    emit({"file": str(file), **about, "pieces": len(trace.pieces), "outcome": found})
    return 0


def _be_line(trace: Trace, args: argparse.Namespace) -> int:
    from hardware.simulators.pseudo_terminal import PseudoTerminal  # not there on Windows

    talker = PlayedToken(trace) if trace.kind == "seal-token" else PlayedLine(trace)
    terminal = PseudoTerminal(talker, SystemClock(), args.link)
    try:
        _serve(terminal, terminal.path, stay=args.stay)
    finally:
        terminal.close()
    return 0


def _be_card(trace: Trace, args: argparse.Namespace) -> int:
    link = VpcdLink(PlayedCard(trace), SystemClock(), args.port)
    try:
        link.put()
        _serve(link, reader_name(args.port), stay=args.stay)
    finally:
        link.close()
    return 0


def _serve(device: Terminal, name: str, *, stay: bool) -> None:
    print(name, flush=True)
    serve(device, lambda word: word != "quit", stay=stay)
