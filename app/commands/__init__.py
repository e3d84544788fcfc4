"""Sub-commands of `python -m app`, one module each with add(subparsers) and run(args) -> exit code."""
