"""`hardware list`: one JSON object for each device that can be found."""

import argparse
from collections.abc import Callable, Iterator
from typing import Any

from hardware.clock import SystemClock
from hardware.commands.output import emit
from hardware.devices.id_card import IdCardReader
from hardware.devices.seal_token import TRAINING
from hardware.devices.token_commands import TokenCommands
from hardware.devices.token_profile import Profile
from hardware.errors import BadAnswer, DeviceRefused, DeviceTrouble, NoCard, NoDevice
from hardware.id_readers import find_id_reader
from hardware.seal_tokens import is_simulated, line_at, serial_channel
from hardware.station import Station, StationSettings
from hardware.transports.base import ApduChannel, ByteStream, PrinterStatus
from hardware.transports.pcsc import PcscChannel
from hardware.transports.pcsc_states import ReaderSeen, ReaderStates
from hardware.transports.pen_tablets import pads
from hardware.transports.serial_port import SerialPort, listed_ports

TOKEN_SECONDS = 2.0  # how long what may be a token is given to say who it is

Row = dict[str, Any]


def add(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser(
        "list", help="what is plugged in", epilog="exit codes: 0 done, also when nothing is found"
    )
    parser.add_argument(
        "--port", action="append", default=[], metavar="PATH",
        help="a line the system does not list (a pseudo-terminal); may be given again",
    )  # fmt: skip
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    ports = listed_ports()
    for address in [*ports, *(port for port in args.port if port not in ports)]:
        found = on_line(address, asked_for=address in args.port)
        if found:
            emit(found)
    for reader in _card_readers():
        for row in in_card_service(reader):
            emit(row)
    for printer in _printers():
        emit(_row("printer", printer.name, printer.name, printer.state) | {"simulated": False})
    for pad in pads():
        emit(_row("pad", pad.name, pad.address, "ready"))
    return 0


def on_line(address: str, *, asked_for: bool) -> Row | None:
    """What a line leads to; None for a line of the system's on which no reader answers.

    A token is asked for only on a line that was named: the question could mean something to others.
    """
    reader = id_reader(address)
    silent = reader.get("code") == "id-reader.silent"
    if not asked_for:
        return None if reader.get("code") else reader
    return (_token_on_line(address) if silent else None) or reader


def id_reader(address: str) -> Row:
    """The reader on a line, or why there is none."""
    clock = SystemClock()

    def line(path: str, rate: int) -> ByteStream:
        return SerialPort(path, rate, clock)

    try:
        reader = find_id_reader(address, clock, line)
    except NoDevice as trouble:
        return _row("id-reader", "", address, "absent", trouble.code)
    if reader is None:
        return _row("id-reader", "", address, "trouble", "id-reader.silent")
    return _row("id-reader", _sam_id(reader), address, "ready")


def in_card_service(reader: ReaderSeen) -> Iterator[Row]:
    """A reader of the card service, and the token in it where one says so."""
    state = "card" if reader.card else "no-card"
    code = "pcsc.mute" if reader.mute else ""
    yield _row("card-reader", reader.name, reader.name, state, code)
    if reader.card and not reader.mute:
        token = _token(reader.name, lambda: PcscChannel(reader.name))
        if token:
            yield token


def _token_on_line(address: str) -> Row | None:
    kind = Profile()

    def channel() -> ApduChannel:
        return serial_channel(line_at(address, kind, SystemClock()), kind, TOKEN_SECONDS)

    return _token(address, channel)


def _token(address: str, opened: Callable[[], ApduChannel]) -> Row | None:
    """Who a token says it is; asked nothing that costs a try or needs a PIN."""
    try:
        channel = opened()
    except DeviceTrouble:
        return None
    try:
        told = TokenCommands(channel).device_info()
    except NoCard as empty:  # of a reader on a line; the card service was asked before
        return _row("seal-token", "", address, "absent", empty.code)
    except DeviceTrouble:
        return None
    finally:
        channel.close()
    if not told.serial:
        return None
    row = _row("seal-token", told.serial, address, "ready")
    training = row["simulated"] or TRAINING in told.label  # a training token says so itself
    return row | {"simulated": training, "label": told.label}


def _row(kind: str, name: str, address: str, state: str, code: str = "") -> Row:
    row = {"kind": kind, "name": name, "address": address, "state": state}
    return row | {"simulated": is_simulated(address)} | ({"code": code} if code else {})


def _card_readers() -> tuple[ReaderSeen, ...]:
    """Those of the card service; none where there is no service."""
    states = ReaderStates()
    try:
        return states.look()
    except DeviceTrouble:
        return ()
    finally:
        states.close()


def _printers() -> tuple[PrinterStatus, ...]:
    """Those of the print service; none where there is no service."""
    try:
        return Station(StationSettings()).spooler().printers()
    except DeviceTrouble:
        return ()


def _sam_id(reader: IdCardReader) -> str:
    try:
        return reader.sam_id()
    except (BadAnswer, DeviceRefused):
        return ""
    finally:
        reader.close()
