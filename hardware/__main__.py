"""`python -m hardware`: devices without the application. Answers and failures are JSON lines."""

import argparse
import importlib
import io
import os
import sys
from typing import NoReturn

from hardware.commands import COMMANDS, UNTIL_STOPPED
from hardware.commands.interrupts import breaking_off
from hardware.commands.output import FAILED, fail, heard, print_failure, say
from hardware.errors import DeviceTrouble

EXIT_CODES = "exit codes: 0 done, 2 failed; the reason is one JSON line on standard error"
STANDARD_ERROR = 2  # the last of the three places


class _Parser(argparse.ArgumentParser):
    """Wrong use is a failure like any other: one JSON line."""

    def error(self, message: str) -> NoReturn:
        remedy = f"See: python -m {self.prog} --help"
        print_failure("usage", message, remedy)
        sys.exit(FAILED)

    def print_help(self, file: object = None) -> None:
        """argparse itself says nothing of help that did not arrive."""
        say(self.format_help().rstrip())


def parser() -> argparse.ArgumentParser:
    """All sub-commands."""
    top = _Parser(prog="hardware", description=__doc__, epilog=EXIT_CODES)
    commands = top.add_subparsers(dest="command", required=True, parser_class=_Parser)
    for name in COMMANDS:
        importlib.import_module(f"hardware.commands.{name}").add(commands)
    return top


def main(arguments: list[str] | None = None) -> int:
    """Run one sub-command; returns the exit code."""
    _take_closed_places()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return heard(_run(arguments))


def _take_closed_places() -> None:
    """A device or library opened later must not get the place of a closed standard stream."""
    while (place := os.open(os.devnull, os.O_RDWR)) <= STANDARD_ERROR:
        pass
    os.close(place)


def _run(arguments: list[str] | None) -> int:
    try:
        if sys.stdout is None:  # before anything is read or sealed
            raise DeviceTrouble("output.lost")
        args = parser().parse_args(arguments)
        return _stopped(args) if args.command in UNTIL_STOPPED else _broken_off(args)
    except SystemExit as end:  # of argparse: help, wrong use; of a simulator: a polite kill
        return int(end.code or 0)
    except DeviceTrouble as trouble:
        return fail(trouble)
    except OSError as error:
        return fail(DeviceTrouble("place.unusable", why=error.strerror or "?"))
    except KeyboardInterrupt:
        return fail(DeviceTrouble("command.interrupted"))


def _stopped(args: argparse.Namespace) -> int:
    """Ctrl+C is how these end."""
    try:
        return int(args.run(args))
    except KeyboardInterrupt:
        return 0


def _broken_off(args: argparse.Namespace) -> int:
    with breaking_off():
        return int(args.run(args))


if __name__ == "__main__":
    sys.exit(main())
