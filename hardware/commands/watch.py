"""`hardware watch`: a JSON line for each thing that comes or goes, until it is stopped."""

import argparse
from typing import Any

from hardware.clock import SystemClock
from hardware.commands.named_line import NamedLine
from hardware.commands.named_reader import readers_named
from hardware.commands.output import emit, in_words, note, seconds
from hardware.errors import NoDevice
from hardware.transports.pcsc_states import ReaderStates
from hardware.transports.serial_port import listed_ports
from hardware.watch import CardService, Ports, Source, Watch


def add(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser(
        "watch",
        help="tell what comes and goes: lines, card readers and their service, cards",
        epilog="exit codes: 0 when stopped, 2 when nobody reads on",
    )
    parser.add_argument(
        "--port", action="append", default=[], metavar="PATH",
        help="only this line, and the cards or the token in the reader there; may be given again",
    )  # fmt: skip
    parser.add_argument(
        "--pcsc", action="append", default=[], metavar="NAME",
        help="only the card service and this reader of it, or those whose names begin so; "
        "may be given again",
    )  # fmt: skip
    parser.add_argument("--all", action="store_true", help="all the rest too, beside --port")
    parser.add_argument(
        "--seconds", type=seconds, default=None, help="stop by itself after so long"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    for name in args.pcsc:
        say_unknown(name)
    clock = SystemClock()
    lines = [NamedLine(path, clock) for path in args.port]
    watch = Watch(zip(args.port, lines, strict=True), clock, _others(args))
    end = None if args.seconds is None else clock.monotonic() + args.seconds
    try:
        while end is None or clock.monotonic() < end:
            for event in watch.step():
                at = clock.now().isoformat(timespec="milliseconds")
                emit({"at": at, "event": event.event, "device": event.device})
            clock.sleep(watch.wait())
    finally:
        for line in lines:
            line.forget()
    return 0


def say_unknown(name: str) -> None:
    """A reader that is not there may still come: watched all the same."""
    try:
        readers_named(name)
    except NoDevice as trouble:
        note(f"{in_words(trouble)[0]} ({trouble.code}) It is watched for.")


def _others(args: argparse.Namespace) -> list[Source]:
    """Everything, or only what was named."""
    everything = args.all or not (args.port or args.pcsc)
    named, states = frozenset(args.pcsc), ReaderStates()
    others: list[Source] = []
    if everything or named:
        others.append(CardService(states.look, None if everything else named))
    if everything:
        others.append(Ports(lambda: [port for port in listed_ports() if port not in args.port]))
    return others
