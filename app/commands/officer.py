"""`app officer add|close|list`: who may sign in at this counter.

The first account of a new counter is made by whoever sets it up, and is an administrator's; later
ones, with any --role, by an administrator (--as). Passwords come on standard input: first that of
--as, then the new one. Prints {"officer", "name", "roles", "training", "active"}, one line each.
Exit codes: 0 done, 2 refused with a reason.
"""

import argparse
from typing import TYPE_CHECKING, Any

from app.commands.output import say
from app.commands.person import add_officer, read_password, signed_in
from app.domain.duties import Role

if TYPE_CHECKING:
    from app.services.office import Office
    from app.services.officers import Account

ROLES = [str(role) for role in Role if role is not Role.SYSTEM]


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "officer",
        help="make, close or list accounts",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    acts = parser.add_subparsers(dest="act", required=True)
    new = acts.add_parser("add", help="make an account")
    new.add_argument("officer", metavar="NUMBER", help="what is typed at the sign-in")
    new.add_argument("name", metavar="NAME")
    new.add_argument(
        "--role", action="append", choices=ROLES, required=True, help="may be repeated"
    )
    close = acts.add_parser("close", help="let an account sign in no more; its record stays")
    close.add_argument("officer", metavar="NUMBER")
    for each in (new, close, acts.add_parser("list", help="print all accounts")):
        add_officer(each)


def run(args: argparse.Namespace) -> int:
    from app import reference, settings
    from app.clock import SystemClock
    from app.services import office

    opened = office.open_office(settings.load(args.state), SystemClock(), reference.load())
    try:
        for account in _done(signed_in(opened, args.signed_in_as), args):
            say(_shown(account))
    finally:
        opened.store.close()
    return 0


def _done(office: "Office", args: argparse.Namespace) -> "tuple[Account, ...]":
    from app.services import officers

    if args.act == "list":
        return officers.list_officers(office)
    if args.act == "close":
        return (officers.close_officer(office, args.officer),)
    password = read_password("Password of the new account")
    return (officers.create_officer(office, args.officer, args.name, tuple(args.role), password),)


def _shown(account: "Account") -> dict[str, Any]:
    return {
        "officer": account.id,
        "name": account.name,
        "roles": list(account.roles),
        "training": account.training,
        "active": account.active,
    }
