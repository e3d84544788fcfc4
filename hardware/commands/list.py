"""`hardware list`: one JSON object for each device that can be found."""

import argparse
from typing import Any

from serial.tools import list_ports

from hardware.clock import SystemClock
from hardware.commands.output import emit
from hardware.devices.id_card import IdCardReader
from hardware.errors import BadAnswer, DeviceRefused, DeviceTrouble, NoDevice
from hardware.id_readers import find_id_reader
from hardware.station import Station, StationSettings
from hardware.transports.base import ByteStream, PrinterStatus
from hardware.transports.pcsc import reader_names
from hardware.transports.serial_port import SerialPort, is_pseudo_terminal

VIRTUAL_READER = "Virtual PCD"  # of vsmartcard: what lies in it is a program


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
    ports = [port.device for port in list_ports.comports()]
    for address in [*ports, *(port for port in args.port if port not in ports)]:
        found = id_reader(address, asked_for=address in args.port)
        if found:
            emit(found)
    for name in _card_readers():
        simulated = name.startswith(VIRTUAL_READER)
        place = {"kind": "card-reader", "name": name, "address": name}
        emit(place | {"state": "ready", "simulated": simulated})
    for printer in _printers():
        place = {"kind": "printer", "name": printer.name, "address": printer.name}
        emit(place | {"state": printer.state, "simulated": False})
    return 0


def _card_readers() -> tuple[str, ...]:
    """Those of the card service; none where there is no service."""
    try:
        return reader_names()
    except DeviceTrouble:
        return ()


def _printers() -> tuple[PrinterStatus, ...]:
    """Those of the print service; none where there is no service."""
    try:
        return Station(StationSettings()).spooler().printers()
    except DeviceTrouble:
        return ()


def id_reader(address: str, *, asked_for: bool) -> dict[str, Any] | None:
    """The reader on a line; None for a line of the system's on which none answers."""
    clock = SystemClock()

    def line(path: str, rate: int) -> ByteStream:
        return SerialPort(path, rate, clock)

    name, state, code = "", "ready", ""
    try:
        reader = find_id_reader(address, clock, line)
        name = _sam_id(reader) if reader else ""
        state, code = ("ready", "") if reader else ("trouble", "id-reader.silent")
    except NoDevice as trouble:
        state, code = "absent", trouble.code
    if not name and not asked_for:
        return None
    found = {"kind": "id-reader", "name": name, "address": address, "state": state}
    return found | {"simulated": is_pseudo_terminal(address)} | ({"code": code} if code else {})


def _sam_id(reader: IdCardReader) -> str:
    try:
        return reader.sam_id()
    except (BadAnswer, DeviceRefused):
        return ""
    finally:
        reader.close()
