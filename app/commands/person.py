"""Who stands behind a command: an officer's number in the arguments, the password never there."""

import argparse
import getpass
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.office import Office

LONGEST_LINE = 400


def add_officer(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as",
        dest="signed_in_as",
        default="",
        metavar="OFFICER",
        help="who asks for it; the password comes on standard input",
    )


def signed_in(office: "Office", officer: str) -> "Office":
    """With that officer before it; without a number with nobody, who may do nothing."""
    from app.services import officers

    if not officer:
        return office.signed_in(None)
    return office.signed_in(officers.sign_in(office, officer, read_password("Password")))


def read_password(prompt: str) -> str:
    """One line of standard input; at a terminal it is not shown."""
    if sys.stdin.isatty():
        return getpass.getpass(f"{prompt}: ", sys.stderr)
    return sys.stdin.readline(LONGEST_LINE).rstrip("\r\n")
