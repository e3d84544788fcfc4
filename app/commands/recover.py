"""`app recover`: opens the store with the recovery key where the keyring has none.

The recovery key is one line on standard input. The store's key is then given to today's keyring.
Prints {"recovered": true, "held_by", "backend"}. With --new the store opens with its keyring and
gets a new recovery key, shown this once on standard error; the old one is worthless. That is for an
administrator (--as, the password on standard input), and for whoever sets the counter up while it
has none. Prints {"renewed": true}. Exit codes: 0 done, 2 failed with a reason.
"""

import argparse
import sys
from typing import Any

from app.commands.output import note, say
from app.commands.person import add_officer, signed_in

LONGEST_LINE = 200


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "recover",
        help="open a store with its recovery key, or make a new key",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--new", action="store_true", help="make a new recovery key and show it")
    add_officer(parser)


def run(args: argparse.Namespace) -> int:
    return _renew(args) if args.new else _recover(args)


def _recover(args: argparse.Namespace) -> int:
    """Ask, open, wrap anew."""
    from app import settings
    from app.clock import SystemClock
    from app.services import office

    if sys.stdin.isatty():
        note("Recovery key (six groups):")
    text = sys.stdin.readline(LONGEST_LINE)
    custody = office.recover(settings.load(args.state), SystemClock(), text)
    said = {"recovered": True, "held_by": custody.held_by, "backend": custody.backend}
    say(said)
    return 0


def _renew(args: argparse.Namespace) -> int:
    """Also after a first start that broke off before its key was shown."""
    from app import reference, settings
    from app.clock import SystemClock
    from app.services import office, recovery

    opened = office.open_office(settings.load(args.state), SystemClock(), reference.load())
    try:
        asker = signed_in(opened, args.signed_in_as)
        note(f"Recovery key, shown this once, to be kept on paper: {recovery.renew(asker)}")
    finally:
        opened.store.close()
    say({"renewed": True})
    return 0
