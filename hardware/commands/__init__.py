"""Sub-commands of `python -m hardware`, one module each: add(subparsers), run(args)."""
