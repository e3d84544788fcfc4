"""`python -m app.central`: serve, migrate, enrol-code, revoke, confirm-basis.

Exit codes: 0 done, 2 failed with a reason (one JSON line on standard error).
"""

import argparse
import json
import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from sqlalchemy.exc import DBAPIError

from app.central import identity
from app.central.records import Records, mark, open_records, read_mark
from app.clock import SystemClock
from app.contract.messages import TERMINAL
from app.errors import Unavailable, denied
from app.problems import told

FAILED = 2
DEFAULT_DIVISION = "510502"
KEY_HEX = re.compile(r"[0-9a-fA-F]{64}")


class _Parser(argparse.ArgumentParser):
    """Wrong use is a failure like any other: one JSON line."""

    def error(self, message: str) -> NoReturn:
        remedy = f"See: {self.prog} --help"
        _complain({"error": "usage", "message": message, "remedy": remedy})
        sys.exit(FAILED)

    def print_help(self, file: object = None) -> None:
        """argparse itself says nothing of help that did not arrive."""
        _print(self.format_help().rstrip())


def main(arguments: list[str] | None = None) -> int:
    """Whatever stops it is one JSON line, never a traceback."""
    try:
        code = _do(arguments)
    except SystemExit as end:  # of argparse: help, wrong use
        code = int(end.code or 0)
    except Unavailable as error:
        code = _say_why(error)
    except DBAPIError as error:
        code = _say_why(Unavailable("central.database-unusable", why=str(error.orig)))
    except OSError as error:
        code = _say_why(denied(error))
    return _heard(code)


def _do(arguments: list[str] | None) -> int:
    args = _parser().parse_args(arguments)
    records = open_records(args.database, _key(args.key_file))
    try:
        return int(ACTS[args.act](records, args))
    finally:
        records.close()


def _heard(code: int) -> int:
    """FAILED when what was printed did not arrive: a pipe that nobody reads, a full disk."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            code = FAILED
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return code


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m app.central",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("act", nargs="?", default="serve", choices=sorted(ACTS))
    parser.add_argument("--database", required=True, help="sqlite:///PATH or a path")
    parser.add_argument("--key-file", type=Path, help="64 hexadecimal digits: SQLCipher's raw key")
    parser.add_argument("--host", default="127.0.0.1", help="serve: address to listen on")
    parser.add_argument("--port", type=int, default=8620, help="serve: 0 takes a free one")
    parser.add_argument(
        "--until-stdin-closes", action="store_true", help="serve: end with the parent"
    )
    parser.add_argument(
        "--mode",
        choices=("training", "live"),
        help="migrate: what it will be; serve: marks an empty one",
    )
    parser.add_argument("--terminal", default="", help="DIVISION-TERMINAL, or TERMINAL alone")
    parser.add_argument("--division", default=DEFAULT_DIVISION, help="six digits")
    parser.add_argument("--hall", default="", help="counters of one hall see each other's cases")
    parser.add_argument(
        "--pack", default="", help="confirm-basis: the pack that follows the ended measures"
    )
    parser.add_argument("--basis", default="", help="confirm-basis: the document and its number")
    parser.add_argument("--by", default="", help="confirm-basis: who confirms it for the city")
    return parser


def _serve(records: Records, args: argparse.Namespace) -> int:
    from app.central.serving import serve  # the server's imports are slow

    if args.mode is not None:
        mark(records, args.mode)
    read_mark(records)
    records.try_writing()  # said now, not to every counter
    return serve(records, args.host, args.port, until_stdin_closes=args.until_stdin_closes)


def _migrate(records: Records, args: argparse.Namespace) -> int:
    if args.mode is None:
        raise Unavailable("central.no-mode")
    fresh = mark(records, args.mode)
    _say({"mode": args.mode, "marked": fresh})
    return 0


def _enrol_code(records: Records, args: argparse.Namespace) -> int:
    terminal = _terminal(args)
    hall = args.hall or terminal.split("-")[0]
    code = identity.make_code(records, read_mark(records), SystemClock(), terminal, hall)
    minutes = int(identity.CODE_LIFE.total_seconds() // 60)
    _say({"code": code, "terminal": terminal, "minutes": minutes})
    return 0


def _revoke(records: Records, args: argparse.Namespace) -> int:
    terminal = _terminal(args)
    read_mark(records)
    if not identity.revoke(records, SystemClock(), terminal):
        raise Unavailable("central.no-terminal", terminal=terminal)
    _say({"revoked": terminal})
    return 0


def _confirm_basis(records: Records, args: argparse.Namespace) -> int:
    from app.central.law import read_law
    from app.central.successors import confirm_basis

    if not (args.pack.strip() and args.by.strip()):
        raise Unavailable("central.confirm-what")
    if read_mark(records).mode == "training":
        raise Unavailable("basis.training")
    packs = tuple(read_law().packs.values())
    made = confirm_basis(records, SystemClock(), packs, args.pack.strip(), args.basis, args.by)
    said = made.successor
    line: dict[str, object] = {"confirmed": made.pin, "after": said.after, "basis": said.basis}
    _say(line | {"by": said.confirmed_by, "from": said.confirmed_on.isoformat()})
    return 0


ACTS = {
    "serve": _serve,
    "migrate": _migrate,
    "enrol-code": _enrol_code,
    "revoke": _revoke,
    "confirm-basis": _confirm_basis,
}


def _terminal(args: argparse.Namespace) -> str:
    name = str(args.terminal).upper()
    whole = name if re.fullmatch(TERMINAL, name) else f"{args.division}-{name}"
    if not re.fullmatch(TERMINAL, whole):
        raise Unavailable("central.terminal-name")
    return whole


def _key(file: Path | None) -> bytes | None:
    if file is None:
        return None
    try:
        text = file.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        raise Unavailable("central.key-file") from None
    if not KEY_HEX.fullmatch(text):
        raise Unavailable("central.key-file")
    return bytes.fromhex(text)


def _say(line: dict[str, object]) -> None:
    _print(json.dumps(line, ensure_ascii=False))


def _print(words: str) -> None:
    if sys.stdout is None:
        raise Unavailable("output.lost")
    try:
        print(words, flush=True)
    except OSError:
        raise Unavailable("output.lost") from None


def _say_why(error: Unavailable) -> int:
    sentence, remedy = told(error.code, error.facts)
    _complain({"error": error.code, "message": sentence, "remedy": remedy})
    return FAILED


def _complain(said: dict[str, str]) -> None:
    if sys.stderr is None:
        return  # print() would take the answer's place for it
    with suppress(OSError):
        print(json.dumps(said, ensure_ascii=False), file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
