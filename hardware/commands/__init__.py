"""Sub-commands of `python -m hardware`, one module each: add(subparsers), run(args)."""

# module names, in the order of the help; a new command is one module and one entry
COMMANDS = ("list", "read", "seal", "watch", "record", "replay", "simulate")
# these go on until somebody stops them; all others are broken off before they are done
UNTIL_STOPPED = frozenset({"watch", "replay", "simulate"})
