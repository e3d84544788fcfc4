"""The one byte form of a record for hashing (facts: sync 1.3): UTF-8, sorted keys, no spaces.

Integers, strings, booleans, null, lists and objects only: a float has no one spelling. Text is
hashed as stored; normalising would turn one person's name into another's (U+F92C into 郎).
"""

import json
from collections.abc import Iterable
from typing import Any

PLAIN = frozenset({str, int, bool, type(None)})


def canonical(value: Any) -> bytes:
    """Canonical JSON bytes. TypeError for floats, bytes and keys that are not strings."""
    _refuse_other_types(value)
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def _refuse_other_types(value: Any) -> None:
    if isinstance(value, dict):
        for key in value:
            if not isinstance(key, str):
                raise TypeError(f"key of type {type(key).__name__} in canonical JSON")
        _refuse_in(value.values())
    elif isinstance(value, list | tuple):
        _refuse_in(value)
    elif not (value is None or isinstance(value, str | int)):
        raise TypeError(f"{type(value).__name__} in canonical JSON")


def _refuse_in(values: Iterable[Any]) -> None:
    for value in values:
        if type(value) not in PLAIN:  # most are: one look-up instead of a call each
            _refuse_other_types(value)
