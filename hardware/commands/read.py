"""`hardware read`: one card as one JSON object."""

import argparse
from collections.abc import Callable
from typing import Any

from hardware.clock import Clock, SystemClock
from hardware.commands.card_output import as_json
from hardware.commands.output import emit, seconds
from hardware.devices.id_card import POLL_SECONDS, IdCard
from hardware.devices.id_reader import IdReader
from hardware.errors import NoCard
from hardware.id_readers import open_id_reader
from hardware.transports.base import ByteStream
from hardware.transports.bounded import BoundedClock, BoundedStream
from hardware.transports.serial_port import RATES, SerialPort, is_pseudo_terminal

WITHOUT_TIMEOUT = 30.0  # seconds of the whole command; the card must lie there already


def add(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser(
        "read", help="read the card on a reader", epilog="exit codes: 0 read, 2 no card or trouble"
    )
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--port", metavar="PATH", help="the reader's serial line")
    parser.add_argument("--rate", type=int, choices=RATES, help="baud; found without this option")
    parser.add_argument(
        "--timeout", type=seconds, metavar="S", help="wait for a card; bounds the whole command"
    )
    parser.add_argument(
        "--fingerprints", action="store_true", help="read and print the templates, too"
    )
    parser.add_argument("--profile", choices=["serial"], default="serial", help="the line's kind")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    clock = SystemClock()
    begun = clock.monotonic()
    end = begun + (args.timeout or WITHOUT_TIMEOUT)
    reader = open_reader(args, clock, end)
    try:
        card = read_until(reader, end if args.timeout else begun, clock)
    finally:
        reader.close()
    emit(as_json(card, simulated=card.simulated or is_simulated(args)))
    return 0


def serial_reader(args: argparse.Namespace, clock: Clock, end: float) -> IdReader:
    """The module on a serial line; all its answers have come by `end`."""

    def line(address: str, rate: int) -> ByteStream:
        return BoundedStream(SerialPort(address, rate, clock), clock, end)

    reader = open_id_reader(args.port, BoundedClock(clock, end), line, args.rate or 0)
    return reader.with_fingerprints() if args.fingerprints else reader


# option: how the reader it names is opened; exactly one of them is given
OPENERS: dict[str, Callable[[argparse.Namespace, Clock, float], IdReader]] = {
    "port": serial_reader,
}


def open_reader(args: argparse.Namespace, clock: Clock, end: float) -> IdReader:
    """The reader the options name."""
    given = next(option for option in OPENERS if getattr(args, option))
    return OPENERS[given](args, clock, end)


def is_simulated(args: argparse.Namespace) -> bool:
    """By the place alone; a card may also bear the mark itself."""
    return bool(args.port) and is_pseudo_terminal(args.port)


def read_until(reader: IdReader, end: float, clock: Clock) -> IdCard:
    """The card, waiting for one until then with one look each half second."""
    none = NoCard("card.none")
    present = True
    while True:
        try:
            if present:
                return reader.read()
        except NoCard as said:
            none = said
        if clock.monotonic() + POLL_SECONDS > end:
            raise none
        clock.sleep(POLL_SECONDS)
        present = reader.card_present()
