"""`app enrol`: this counter becomes one of a platform's; the one-time code on standard input.

Founds the store on a first start; the recovery key is then shown once, on standard error.
Prints {"terminal", "division", "hall", "mode", "epoch", "platform"}. Exit codes: 0 done, 2 failed
with a reason.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.commands.output import note, say

if TYPE_CHECKING:
    from app.settings import Settings
    from app.store.database import Store
    from app.sync.client import PlatformClient
    from app.sync.enrolment import Enrolment

LONGEST_LINE = 400
UNNAMED = ("000000", "T00")  # until the platform says who we are


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "enrol",
        help="enrol this counter at a platform",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--platform", required=True, metavar="URL", help="https, or loopback")
    parser.add_argument("--ca", type=Path, metavar="FILE", help="the only authority to trust")
    parser.add_argument("--hall-name", default="政务服务中心", help="on a first start: its name")


def run(args: argparse.Namespace) -> int:
    """Ask for the code, make a key, exchange them."""
    from app import settings
    from app.clock import SystemClock
    from app.sync.client import PlatformClient
    from app.sync.enrolment import read_code

    known = settings.load(args.state)
    client = PlatformClient(args.platform, SystemClock(), ca=args.ca)
    if sys.stdin.isatty():
        note("One-time code (20 digits):")
    code = read_code(sys.stdin.readline(LONGEST_LINE))
    made = _enrol(known, client, code, args.hall_name)
    _remember(known, args.platform, args.ca)
    say(
        {
            "terminal": made.terminal,
            "division": made.division,
            "hall": made.hall,
            "mode": made.mode,
            "epoch": made.epoch,
            "platform": made.url,
        }
    )
    return 0


def _enrol(known: "Settings", client: "PlatformClient", code: str, hall_name: str) -> "Enrolment":
    from app.store import installation
    from app.sync import enrolment

    store = _open(known, client, hall_name)
    try:
        with store.read() as rx:
            counter = installation.load(rx)
        mode = "" if counter is None else counter.mode
        made = enrolment.enrol(client, code, mode=mode)
        _keep(store, made)
    finally:
        store.close()
    return made


def _open(known: "Settings", client: "PlatformClient", hall_name: str) -> "Store":
    """The store, founded first where there is none: its troubles must not cost the code."""
    from app.clock import SystemClock
    from app.services import office
    from app.store import keys
    from app.store.database import Store
    from app.sync.enrolment import mode_of

    if not office.is_founded(known):
        division, terminal = UNNAMED
        recovery = office.found(
            known,
            SystemClock(),
            mode=mode_of(client),
            division=division,
            terminal=terminal,
            hall_name=hall_name,
        )
        note(f"Recovery key, shown this once, to be kept on paper: {recovery}")
    return Store.open(known.state, keys.unlock(known.state).key)


def _keep(store: "Store", made: "Enrolment") -> None:
    from dataclasses import replace

    from app.audit import trail
    from app.clock import SystemClock
    from app.services.office import NOBODY
    from app.store import installation
    from app.sync import enrolment

    with store.write() as tx:
        enrolment.keep(tx, made)
        counter = installation.load(tx)
        if counter is not None:
            facts: dict[str, str | int] = {"terminal": made.terminal, "platform": made.url}
            line = trail.add(tx, SystemClock(), NOBODY, "installation.enrol", counter.id, **facts)
            named = replace(counter, division=made.division, terminal=made.station)
            installation.correct(tx, named, line)


def _remember(known: "Settings", url: str, ca: Path | None) -> None:
    """The next start finds the platform by itself."""
    from dataclasses import replace

    from app import settings

    ca_file = str(ca.resolve()) if ca else known.ca_file
    settings.save(replace(known, platform_url=url, ca_file=ca_file))
