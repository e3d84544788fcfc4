"""`app audit FILE`: checks a trail export. `app audit --export FILE`: writes one from the store.

Writing one asks for an officer who may read the trail (--as), the password on standard input.

Prints {"file", "whole", "lines", "head"}, and "line" and "code" of the first break.
Exit codes: 0 whole or written, 1 broken, 2 failed with a reason.
"""

import argparse
from pathlib import Path
from typing import Any

from app import private_file
from app.audit import checking
from app.commands.output import say
from app.commands.person import add_officer, signed_in
from app.errors import Unavailable


def add(subparsers: Any) -> None:
    """The command's arguments."""
    parser = subparsers.add_parser(
        "audit",
        help="check or export the trail",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", type=Path, metavar="FILE")
    what.add_argument("--export", type=Path, metavar="FILE", help="write the counter's trail")
    add_officer(parser)


def run(args: argparse.Namespace) -> int:
    """Export or check."""
    if args.export:
        return _export(args.state, args.export, args.signed_in_as)
    try:
        finding = _check(args.file)
    except (OSError, UnicodeDecodeError):
        raise Unavailable("trail.file-unreadable", file=args.file.name) from None
    if not finding.lines:
        raise Unavailable("trail.empty", file=args.file.name)
    _print(args.file, finding)
    return 0 if finding.whole else 1


def _check(file: Path) -> checking.Finding:
    """A regular file only: a pipe or a device may have no end."""
    if not file.is_file():
        raise OSError("no regular file")
    with file.open(encoding="utf-8") as lines:
        return checking.check(line.rstrip("\n") for line in lines)


def _export(state: Path | None, target: Path, officer: str) -> int:
    from app import reference, settings
    from app.clock import SystemClock
    from app.services import office

    opened = office.open_office(settings.load(state), SystemClock(), reference.load())
    try:
        lines = list(office.trail_lines(signed_in(opened, officer)))
    finally:
        opened.store.close()
    private_file.write(target, "".join(line + "\n" for line in lines))
    _print(target, checking.check(lines))
    return 0


def _print(file: Path, finding: checking.Finding) -> None:
    said: dict[str, Any] = {"file": str(file), "whole": finding.whole}
    said |= {"lines": finding.lines, "head": finding.head}
    if not finding.whole:
        said |= {"line": finding.line, "code": finding.code}
    say(said)
