"""`hardware read`: one card as one JSON object."""

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from hardware.clock import Clock, SystemClock
from hardware.commands.card_output import as_json
from hardware.commands.in_time import in_time
from hardware.commands.named_reader import readers_named
from hardware.commands.output import emit, seconds
from hardware.devices import library_card, photo
from hardware.devices.id_card import POLL_SECONDS, IdCard, IdCardReader
from hardware.devices.id_reader import IdReader
from hardware.errors import DeviceRefused, NoCard
from hardware.id_readers import open_id_reader, open_pcsc_reader
from hardware.library_readers import open_library_reader, with_pictures
from hardware.transports.base import ByteStream
from hardware.transports.bounded import BoundedClock, BoundedLibrary, BoundedStream
from hardware.transports.reader_dialects import rows
from hardware.transports.reader_profiles import reader_profiles
from hardware.transports.serial_port import RATES, SerialPort, is_pseudo_terminal

WITHOUT_TIMEOUT = 30.0  # seconds of the whole command; the card must lie there already
SERIAL = "serial"  # the only profile of a line; needs no choosing


def add(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser(
        "read", help="read the card on a reader", epilog="exit codes: 0 read, 2 no card or trouble"
    )
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--port", metavar="PATH", help="the reader's serial line")
    where.add_argument(
        "--pcsc", metavar="NAME", help="the reader in the card service, or how its name begins"
    )
    where.add_argument(
        "--library", metavar="FILE", type=Path,
        help="the reader's library by its maker; what kind it is and its port are found",
    )  # fmt: skip
    parser.add_argument(
        "--library-port", metavar="PORT", default="",
        help="with --library: the only port it may try: 1-16 (COM), 1001-1016 (USB), or a line's "
        "path; found without this option",
    )  # fmt: skip
    parser.add_argument(
        "--photo-decoder", metavar="FILE", type=Path, help="a maker's library that decodes photos"
    )
    parser.add_argument(
        "--helper", metavar="PYTHON", type=Path,
        help="the Python that runs these libraries: a 32-bit one for those of 32 bits",
    )  # fmt: skip
    parser.add_argument("--rate", type=int, choices=RATES, help="baud; found without this option")
    parser.add_argument(
        "--timeout", type=seconds, metavar="S", help="wait for a card; bounds the whole command"
    )
    parser.add_argument(
        "--fingerprints", action="store_true", help="read and print the templates, too"
    )
    parser.add_argument(
        "--profile", metavar="P", default="",
        help=f"{SERIAL} for a line; in the card service how the reader carries its module's frames:"
        f" {', '.join(reader_profiles())}; of a library its kind: {', '.join(rows())}",
    )  # fmt: skip
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    if args.pcsc is not None:  # the card service may never come back from a card that went silent
        return in_time(partial(read, args), args.timeout or WITHOUT_TIMEOUT)
    return read(args)


def read(args: argparse.Namespace) -> int:
    """Print the card on the reader the options name."""
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

    if args.profile not in ("", SERIAL):
        raise DeviceRefused("id-reader.no-such-profile", name=args.profile, names=SERIAL)

    def line(address: str, rate: int) -> ByteStream:
        return BoundedStream(SerialPort(address, rate, clock), clock, end)

    reader = open_id_reader(args.port, BoundedClock(clock, end), line, args.rate or 0)
    return reader.with_fingerprints() if args.fingerprints else reader


def pcsc_reader(args: argparse.Namespace, clock: Clock, end: float) -> IdReader:
    """The reader of the card service; which card lies in it is found by asking."""
    if args.fingerprints and not args.profile:
        raise DeviceRefused("id-reader.no-fingerprints")
    readers_named(args.pcsc)
    reader = open_pcsc_reader(
        args.pcsc,
        BoundedClock(clock, end),
        args.profile,
        lambda stream: BoundedStream(stream, clock, end),
    )
    if args.fingerprints and isinstance(reader, IdCardReader):
        return reader.with_fingerprints()
    return reader


def library_reader(args: argparse.Namespace, clock: Clock, end: float) -> IdReader:
    """The reader behind its maker's library, which is ended when its time is up."""
    return open_library_reader(
        args.library,
        BoundedClock(clock, end),
        dialect=args.profile,
        port=args.library_port,
        fingerprints=args.fingerprints,
        helper=args.helper,
        bound=lambda library: BoundedLibrary(
            library, clock, end, library_card.SECONDS, library_card.CLOSE_SECONDS
        ),
    )


# option: how the reader it names is opened; exactly one of them is given
OPENERS: dict[str, Callable[[argparse.Namespace, Clock, float], IdReader]] = {
    "port": serial_reader,
    "pcsc": pcsc_reader,
    "library": library_reader,
}


def open_reader(args: argparse.Namespace, clock: Clock, end: float) -> IdReader:
    """The reader the options name, with the decoder of photos where they name one."""
    given = next(option for option in OPENERS if getattr(args, option) is not None)
    reader = OPENERS[given](args, clock, end)
    if not args.photo_decoder:
        return reader
    return with_pictures(
        reader,
        args.photo_decoder,
        args.helper,
        lambda library: BoundedLibrary(library, clock, end, photo.SECONDS),
    )


def is_simulated(args: argparse.Namespace) -> bool:
    """By the place alone; a card may also bear the mark itself."""
    return bool(args.port) and is_pseudo_terminal(args.port)


def read_until(reader: IdReader, end: float, clock: Clock) -> IdCard:
    """The card, waiting for one until then with one look each half second."""
    none = NoCard("card.none")
    ask = True
    while True:
        try:
            if ask or reader.card_present():
                return reader.read()
        except NoCard as said:
            none = said
        if clock.monotonic() + POLL_SECONDS > end:
            raise none
        clock.sleep(POLL_SECONDS)
        ask = False
