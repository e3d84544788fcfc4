"""`simulate … --knobs FILE`: the same knobs as the options, as a TOML file; options come first.

person = "wang-lan"
fault = "silent@3001"
delay = ["0.2", "1@3001"]
status = ["41@3001"]
pace = 9600
"""

import argparse
import tomllib
from pathlib import Path
from typing import Any

from hardware.errors import DeviceTrouble

FILE_CAP = 20_000
LISTS = ("delay", "status")  # may be given more than once
WORDS = ("person", "fault", "profile", "protocol", "framing", "pin_hash", "container", "serial")
NUMBERS = ("pace",)
SWITCHES = ("reads_in_place", "needs_pin", "stay")


def add_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--knobs", type=Path, metavar="FILE", help="these options, as keys of a TOML file"
    )


def apply(args: argparse.Namespace, usual: argparse.ArgumentParser) -> None:
    """Set what the command line left as it usually is; DeviceTrouble for what cannot be set."""
    for key, value in _table(args.knobs).items() if args.knobs else ():
        name = key.replace("-", "_")
        if not hasattr(args, name):
            raise DeviceTrouble("simulator.no-such-knob", knob=key)
        given = _fitting(name, value)
        if _choices(usual, name) and given not in _choices(usual, name):
            raise DeviceTrouble("simulator.no-such-knob", knob=key)
        if name in LISTS:
            setattr(args, name, [*given, *getattr(args, name)])  # of equals the last counts
        elif getattr(args, name) == usual.get_default(name):
            setattr(args, name, given)


def _choices(usual: argparse.ArgumentParser, name: str) -> tuple[Any, ...]:
    for action in usual._actions:
        if action.dest == name:
            return tuple(action.choices or ())
    return ()


def _table(path: Path) -> dict[str, Any]:
    try:
        data = path.read_bytes()
        if len(data) > FILE_CAP:
            raise ValueError("the file is too long")
        return tomllib.loads(data.decode("utf-8"))
    except (OSError, ValueError) as trouble:
        raise DeviceTrouble("simulator.knobs-unreadable", file=path.name) from trouble


def _fitting(name: str, value: Any) -> Any:
    """A value of the option's kind."""
    if name in LISTS:
        values = value if isinstance(value, list) else [value]
        return [str(each) for each in values]
    kinds = {**dict.fromkeys(WORDS, str), **dict.fromkeys(NUMBERS, int)}
    kinds |= dict.fromkeys(SWITCHES, bool)
    if type(value) is not kinds.get(name):
        raise DeviceTrouble("simulator.no-such-knob", knob=name)
    return value
