"""`python -m tests.benchmarks NAME`: a table on standard error, the figures as the last line."""

import argparse
import importlib
import json
import pkgutil
import sys
from pathlib import Path

from tests.benchmarks.figures import Figure, table

FOLDER = str(Path(__file__).parent)


def names() -> list[str]:
    """Every module here that has a `measure(runs)`; its docstring says what it measures."""
    found = [module.name for module in pkgutil.iter_modules([FOLDER])]
    skipped = ("__main__", "figures")
    return [name for name in found if name not in skipped and not name.startswith("plain_")]


def main() -> int:
    """One measurement; its figures are one object, or a list of them where there are several."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("name", choices=names())
    parser.add_argument("--runs", type=int, default=0, help="0: as many as the measurement asks")
    chosen = parser.parse_args()
    module = importlib.import_module(f"tests.benchmarks.{chosen.name}")
    figures: list[Figure] = module.measure(chosen.runs)
    print(table(figures), file=sys.stderr)
    rows = [figure.as_json() for figure in figures]
    print(json.dumps(rows[0] if len(rows) == 1 else rows, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
