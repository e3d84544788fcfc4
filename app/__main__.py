"""`python -m app`: the counter window and the commands beside it; imports only what is asked."""

import argparse
import gc
import importlib
import sys
from pathlib import Path

from app.commands.output import Parser, ended

# name: (module, one line of help). The module is imported only when its command is called.
COMMANDS = {
    "demo": ("app.commands.demo", "do the main job with no person and no display"),
    "verify": ("app.commands.verify", "judge the seals in files"),
    "audit": ("app.commands.audit", "check or export the trail"),
    "enrol": ("app.commands.enrol", "enrol this counter at a platform"),
    "officer": ("app.commands.officer", "make, close or list accounts"),
    "new-hall": ("app.commands.new_hall", "make a training hall: keys, certificates, seal"),
    "recover": ("app.commands.recover", "open a store with its recovery key"),
    "conformance": ("app.commands.conformance", "list every requirement, its rule and its tests"),
}
COUNTER = "app.commands.counter"


def main(arguments: list[str]) -> int:
    """Exit 0 done, 2 failed with a reason; each command documents its own codes."""
    return ended(lambda: _do(arguments))


def _do(arguments: list[str]) -> int:
    state = Parser(prog="python -m app", add_help=False)
    state.add_argument("--state", type=Path, help="the state folder (default: the user's own)")
    chosen, rest = state.parse_known_args(arguments)
    parser = Parser(
        prog="python -m app",
        description=__doc__,
        parents=[state],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    name = rest[0] if rest and rest[0] in COMMANDS else ""
    if not name:
        gc.disable()  # the first frame comes sooner; ui/collector.py collects from then on
    module = importlib.import_module(COMMANDS[name][0] if name else COUNTER)
    if name:
        module.add(parser.add_subparsers(dest="command", required=True))
    else:
        module.add(parser)
        parser.epilog = _listed()
    args = parser.parse_args(rest)
    args.state = chosen.state
    return int(module.run(args))


def _listed() -> str:
    lines = "\n".join(f"  {name:10} {text}" for name, (_module, text) in COMMANDS.items())
    return f"commands:\n{lines}\n\nexit codes: 0 done, 2 failed with a reason"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
