"""`app audit FILE`: checks a trail export. `app audit --export FILE`: writes one from the store.

Prints {"file", "whole", "lines", "head"}, and "line" and "code" of the first break.
Exit codes: 0 whole or written, 1 broken, 2 failed with a reason.
"""

import argparse
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from app.audit import checking
from app.commands.output import say
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


def run(args: argparse.Namespace) -> int:
    """Export or check."""
    if args.export:
        return _export(args.state, args.export)
    try:
        with args.file.open(encoding="utf-8") as lines:
            finding = checking.check(line.rstrip("\n") for line in lines)
    except (OSError, UnicodeDecodeError):
        raise Unavailable("trail.file-unreadable", file=args.file.name) from None
    _print(args.file, finding)
    return 0 if finding.whole else 1


def _export(state: Path | None, target: Path) -> int:
    from app import reference, settings
    from app.clock import SystemClock
    from app.services import office

    opened = office.open_office(settings.load(state), SystemClock(), reference.load())
    try:
        lines = list(office.trail_lines(opened))
    finally:
        opened.store.close()
    _write(target, lines)
    _print(target, checking.check(lines))
    return 0


def _write(target: Path, lines: Iterable[str]) -> None:
    """For the owner's eyes only: case numbers and reasons stand in it."""
    file = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(file, "w", encoding="utf-8", newline="\n") as out:
        out.writelines(line + "\n" for line in lines)


def _print(file: Path, finding: checking.Finding) -> None:
    said: dict[str, Any] = {"file": str(file), "whole": finding.whole}
    said |= {"lines": finding.lines, "head": finding.head}
    if not finding.whole:
        said |= {"line": finding.line, "code": finding.code}
    say(said)
