"""Sub-commands of `python -m app`, one module each: add(subparsers), run(args)."""
