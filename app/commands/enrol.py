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
from app.commands.person import add_officer, signed_in

if TYPE_CHECKING:
    from app.services.office import Office
    from app.settings import Settings
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
    add_officer(parser)
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
    made = _enrol(_open(known, client, args.hall_name), client, code, args.signed_in_as)
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


def _enrol(office: "Office", client: "PlatformClient", code: str, officer: str) -> "Enrolment":
    """By an administrator; by whoever sets the counter up while it has no account yet."""
    from app.domain.duties import Act
    from app.services import officers
    from app.sync import enrolment

    try:
        new = not officers.has_officers(office)
        office = office.by_itself() if new else signed_in(office, officer)
        with office.judged(Act.ENROL, office.installation.id):
            made = enrolment.enrol(client, code, mode=office.installation.mode)
            _keep(office, made)
    finally:
        office.store.close()
    return made


def _open(known: "Settings", client: "PlatformClient", hall_name: str) -> "Office":
    """The counter, founded first where there is none: its troubles must not cost the code."""
    from app import reference
    from app.clock import SystemClock
    from app.services import office
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
    return office.open_office(known, SystemClock(), reference.load())


def _keep(office: "Office", made: "Enrolment") -> None:
    from dataclasses import replace

    from app.store import installation
    from app.sync import enrolment

    counter = office.installation
    with office.store.write() as tx:
        enrolment.keep(tx, made)
        facts = {"terminal": made.terminal, "platform": made.url}
        line = office.line(tx, "installation.enrol", counter.id, **facts)
        named = replace(counter, division=made.division, terminal=made.station)
        installation.correct(tx, named, line)


def _remember(known: "Settings", url: str, ca: Path | None) -> None:
    """The next start finds the platform by itself."""
    from dataclasses import replace

    from app import settings

    ca_file = str(ca.resolve()) if ca else known.ca_file
    settings.save(replace(known, platform_url=url, ca_file=ca_file))
