"""`hardware read`: one card as one JSON object."""

import argparse
import base64
from typing import Any

from hardware.clock import Clock, SystemClock
from hardware.commands.output import emit, seconds
from hardware.devices.id_card import POLL_SECONDS, IdCard, IdCardReader
from hardware.errors import NoCard
from hardware.station import open_id_reader
from hardware.transports.base import ByteStream
from hardware.transports.bounded import BoundedStream
from hardware.transports.serial_port import RATES, SerialPort, is_pseudo_terminal

WITHOUT_TIMEOUT = 30.0  # seconds of the whole command; the card must lie there already

# our field: the key in the output; the rest have the same name in both
KEYS = {"valid_from": "from", "valid_until": "until"}
ALWAYS = (
    "document",
    "name",
    "sex",
    "ethnic_group",
    "birth",
    "address",
    "number",
    "issuer",
    "valid_from",
    "valid_until",
)
WHERE_FILLED = (
    "english_name",
    "nationality",
    "pass_number",
    "issue_count",
    "card_version",
    "authority_code",
    "former_number",
)


def add(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser(
        "read", help="read the card on a reader", epilog="exit codes: 0 read, 2 no card or trouble"
    )
    parser.add_argument("--port", metavar="PATH", required=True, help="the reader's serial line")
    parser.add_argument("--rate", type=int, choices=RATES, help="baud; found without this option")
    parser.add_argument(
        "--timeout", type=seconds, metavar="S", help="wait for a card; bounds the whole command"
    )
    parser.add_argument("--profile", choices=["serial"], default="serial", help="the line's kind")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    clock = SystemClock()
    begun = clock.monotonic()
    end = begun + (args.timeout or WITHOUT_TIMEOUT)

    def line(address: str, rate: int) -> ByteStream:
        return BoundedStream(SerialPort(address, rate, clock), clock, end)

    reader = open_id_reader(args.port, clock, line, args.rate or 0)
    try:
        card = read_until(reader, end if args.timeout else begun, clock)
    finally:
        reader.close()
    emit(as_json(card, simulated=is_pseudo_terminal(args.port)))
    return 0


def read_until(reader: IdCardReader, end: float, clock: Clock) -> IdCard:
    """The card, waiting for one until then."""
    while True:
        try:
            return reader.read()
        except NoCard:
            if clock.monotonic() + POLL_SECONDS > end:
                raise
            clock.sleep(POLL_SECONDS)


def as_json(card: IdCard, *, simulated: bool) -> dict[str, Any]:
    """The object of the command's output."""
    values = {KEYS.get(name, name): getattr(card, name) for name in ALWAYS}
    values |= {name: getattr(card, name) for name in WHERE_FILLED if getattr(card, name)}
    photo = base64.b64encode(card.photo).decode("ascii") if card.photo else None
    raw = {KEYS.get(name, name): text for name, text in card.raw.items()}
    device = {"sam_id": card.sam_id, "simulated": simulated}
    return {**values, "photo": photo, "picture": None, "raw": raw, "device": device}
