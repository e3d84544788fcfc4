"""Sub-commands of `python -m hardware`, one module each with add(subparsers) and run(args) -> exit code."""
