"""`app enrol`: this counter becomes one of a platform's; the one-time code on standard input.

Founds the store on a first start; once the counter is enrolled, its recovery key is shown, that
once, on standard error.
Prints {"terminal", "division", "hall", "mode", "epoch", "platform"}. Exit codes: 0 done, 2 failed
with a reason.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.commands.output import note, say
from app.commands.person import add_officer, signed_in
from app.errors import Unavailable

if TYPE_CHECKING:
    from app.services.office import Office
    from app.settings import Settings
    from app.sync.client import PlatformClient
    from app.sync.enrolment import Enrolment

LONGEST_LINE = 400
UNREACHED = ("sync.unreachable", "sync.busy")  # nothing waits here yet that could go on
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
    try:
        recovery = _found(known, client, args.hall_name)
        made, recovery = _enrol(_open(known), client, code, args.signed_in_as, recovery)
    except Unavailable as trouble:
        if trouble.code in UNREACHED:
            raise Unavailable("sync.enrol-unreachable") from trouble
        raise
    if recovery:
        note(f"Recovery key, shown this once, to be kept on paper: {recovery}")
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


def _enrol(
    office: "Office", client: "PlatformClient", code: str, officer: str, recovery: str
) -> tuple["Enrolment", str]:
    """By an administrator; by whoever sets the counter up while it has no account yet.

    With the recovery key to show at the first enrolment: one made by a try that failed was never
    shown, and is made anew.
    """
    from app.domain.duties import Act
    from app.services import officers
    from app.services.recovery import renewed
    from app.sync import enrolment

    try:
        new = not officers.has_officers(office)
        office = office.by_itself() if new else signed_in(office, officer)
        with office.store.read() as rx:
            first = not enrolment.enrolled_at(rx)
        with office.judged(Act.ENROL, office.installation.id):
            made = enrolment.enrol(client, code, mode=office.installation.mode)
            _keep(office, made)
        if first and not recovery:
            recovery = renewed(office)
    finally:
        office.store.close()
    return made, recovery


def _found(known: "Settings", client: "PlatformClient", hall_name: str) -> str:
    """The recovery key of a counter founded now; its troubles must not cost the code."""
    from app.clock import SystemClock
    from app.services import office
    from app.sync.enrolment import mode_of

    if office.is_founded(known):
        return ""
    division, terminal = UNNAMED
    return office.found(
        known,
        SystemClock(),
        mode=mode_of(client),
        division=division,
        terminal=terminal,
        hall_name=hall_name,
    )


def _open(known: "Settings") -> "Office":
    from app import reference
    from app.clock import SystemClock
    from app.services import office

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
