"""The one byte form of a record for hashing (facts: sync 1.3): UTF-8, sorted keys, no spaces.

Integers, strings, booleans, null, lists and objects only: a float has no one spelling. Text is
hashed as stored; normalising would turn one person's name into another's (U+F92C into 郎).
"""

import json
from typing import Any


def canonical(value: Any) -> bytes:
    """Canonical JSON bytes. TypeError for floats, bytes and keys that are not strings."""
    _refuse_other_types(value)
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def _refuse_other_types(value: Any) -> None:
    match value:
        case bool() | int() | str() | None:
            return
        case list() | tuple():
            for item in value:
                _refuse_other_types(item)
        case dict():
            for key, item in value.items():
                if not isinstance(key, str):
                    raise TypeError(f"key of type {type(key).__name__} in canonical JSON")
                _refuse_other_types(item)
        case _:
            raise TypeError(f"{type(value).__name__} in canonical JSON")
