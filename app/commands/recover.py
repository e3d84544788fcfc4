"""`app recover`: opens the store with the recovery key where the keyring has none.

The recovery key is one line on standard input. The store's key is then given to today's keyring.
Prints {"recovered": true, "held_by", "backend"}. Exit codes: 0 done, 2 failed with a reason.
"""

import argparse
import sys
from typing import Any

from app.commands.output import note, say

LONGEST_LINE = 200


def add(subparsers: Any) -> None:
    """The command's arguments: none of its own."""
    subparsers.add_parser(
        "recover",
        help="open a store with its recovery key",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def run(args: argparse.Namespace) -> int:
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
