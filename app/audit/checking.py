"""Finds the first broken line of a trail export: edited, missing, moved, or not JSON."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.codecs import chain
from app.codecs.canonical import canonical

LONGEST_LINE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Finding:
    """`line` counts from 1; 0 and an empty code when the whole is good."""

    lines: int
    line: int = 0
    code: str = ""
    head: str = chain.START

    @property
    def whole(self) -> bool:
        return not self.code


def check(lines: Iterable[str]) -> Finding:
    """Read to the first broken line, or to the end."""
    prev, count = chain.START, 0
    for count, line in enumerate(lines, start=1):
        code, prev = _step(line, prev, count)
        if code:
            return Finding(lines=count, line=count, code=code, head=prev)
    return Finding(lines=count, head=prev)


def _step(line: str, prev: str, number: int) -> tuple[str, str]:
    """Code of what is wrong ("" when nothing), and the digest the next line must hold."""
    try:
        entry, digest = _read(line)
        text = canonical(entry)
    except (ValueError, TypeError, KeyError, RecursionError):
        return "trail.unreadable", prev
    if chain.link(text) != digest:
        return "trail.edited", prev
    if entry.get("prev") != prev or entry.get("id") != number:
        return "trail.gap", prev
    return "", digest


def _read(line: str) -> tuple[dict[str, Any], str]:
    if len(line) > LONGEST_LINE:
        raise ValueError("line too long")
    record = json.loads(line, object_pairs_hook=_no_twins)
    if not isinstance(record, dict) or record.keys() != {"entry", "hash"}:
        raise ValueError("not a trail line")
    if not isinstance(record["entry"], dict):
        raise ValueError("not a trail line")
    return record["entry"], record["hash"]


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    return found
