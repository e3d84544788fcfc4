"""`python -m app conformance`: each requirement of the measures, its rules and its tests."""

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from app.commands.output import say, say_words
from resources import path as resource

FILE = "conformance.toml"
ENFORCED, OPEN = "enforced", "open"


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "conformance",
        help="which rule enforces which article",
        description="Lists every requirement of the measures: the functions that enforce it, the "
        "tests that try to break it, who asks it, and what is missing.",
        epilog="exit codes: 0 listed. `enforced`: the functions refuse what must be refused; "
        "`asked_by` is empty where no service or screen asks them yet. `open`: not done.",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a requirement")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    found = requirements()
    if args.json:
        for row in found:
            say(row)
    else:
        say_words("\n".join(table(found)))
    return 0


def requirements() -> list[dict[str, Any]]:
    """Every row, in the order of the articles, with all of its keys."""
    content = tomllib.loads(resource(FILE).read_text("utf-8"))
    return [_row(each) for each in content["requirement"]]


def table(rows: list[dict[str, Any]]) -> Iterator[str]:
    """The same for people, with the totals last."""
    for row in rows:
        yield f"{row['id']:6} {row['state']:8} {row['says']}"
        for label in ("functions", "asked_by", "tests"):
            for line in row[label]:
                yield f"                {label.replace('_', ' ')}: {line}"
        if row["missing"]:
            yield f"                missing: {row['missing']}"
    states = Counter(row["state"] for row in rows)
    idle = sum(row["state"] == ENFORCED and not row["asked_by"] for row in rows)
    yield (
        f"{len(rows)} requirements: {states[ENFORCED]} enforced, of which {idle} are rules that "
        f"nothing asks yet; {states[OPEN]} open"
    )


def _row(given: dict[str, Any]) -> dict[str, Any]:
    lists = {name: list(given.get(name, ())) for name in ("functions", "tests", "asked_by")}
    texts = {name: given[name] for name in ("id", "state", "says")}
    return {**texts, **lists, "missing": given.get("missing", "")}
