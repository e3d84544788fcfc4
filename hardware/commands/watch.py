"""`hardware watch`: a JSON line for each thing that comes or goes, until it is stopped."""

import argparse
from typing import Any

from hardware.clock import SystemClock
from hardware.commands.output import emit, seconds
from hardware.station import DeviceEntry, Station, StationSettings


def add(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser(
        "watch", help="tell what comes and goes", epilog="exit codes: 0 when stopped"
    )
    parser.add_argument("--port", action="append", required=True, metavar="PATH")
    parser.add_argument(
        "--seconds", type=seconds, default=None, help="stop by itself after so long"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    clock = SystemClock()
    entries = tuple(DeviceEntry("id-reader", "serial", path) for path in args.port)
    station = Station(StationSettings(entries), clock)
    watch = station.watch()
    end = None if args.seconds is None else clock.monotonic() + args.seconds
    try:
        while end is None or clock.monotonic() < end:
            for event in watch.step():
                at = clock.now().isoformat(timespec="milliseconds")
                emit({"at": at, "event": event.event, "device": event.device})
            clock.sleep(watch.wait())
    finally:
        station.close()
    return 0
