"""`python -m hardware`: devices without the application. Answers and failures are JSON lines."""

import argparse
import importlib
import io
import sys
from typing import NoReturn

from hardware.commands import COMMANDS
from hardware.commands.output import FAILED, fail, heard, print_failure
from hardware.errors import DeviceTrouble

EXIT_CODES = "exit codes: 0 done, 2 failed; the reason is one JSON line on standard error"


class _Parser(argparse.ArgumentParser):
    """Wrong use is a failure like any other: one JSON line."""

    def error(self, message: str) -> NoReturn:
        remedy = f"See: python -m {self.prog} --help"
        print_failure("usage", message, remedy)
        sys.exit(FAILED)


def parser() -> argparse.ArgumentParser:
    """All sub-commands."""
    top = _Parser(prog="hardware", description=__doc__, epilog=EXIT_CODES)
    commands = top.add_subparsers(dest="command", required=True, parser_class=_Parser)
    for name in COMMANDS:
        importlib.import_module(f"hardware.commands.{name}").add(commands)
    return top


def main(arguments: list[str] | None = None) -> int:
    """Run one sub-command; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return heard(_run(arguments))


def _run(arguments: list[str] | None) -> int:
    try:
        args = parser().parse_args(arguments)
        return int(args.run(args))
    except SystemExit as end:  # of argparse: help, wrong use; of a simulator: a polite kill
        return int(end.code or 0)
    except DeviceTrouble as trouble:
        return fail(trouble)
    except OSError as error:
        return fail(DeviceTrouble("place.unusable", why=error.strerror or "?"))
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())
