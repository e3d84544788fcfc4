"""JSON as both ends read it: no duplicate keys, NaN, floats or lone surrogates; bounded."""

import json
import re
from typing import Any

MAX_DEPTH = 32
MAX_TEXT = 8 * 1024 * 1024
MAX_INTEGER_DIGITS = 18  # fits 64 bits, and keeps int() from chewing on a megabyte of digits
# Strings (the closing quote may be missing, so that no text is scanned twice) and all else.
NOT_BRACKETS = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"?|[^\[\]{}"]+', re.DOTALL)


class BadJson(ValueError):
    """The text is not what both ends accept; `reason` is a word, never a piece of the text."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def loads(data: bytes, *, limit: int = MAX_TEXT) -> Any:
    """The value of one JSON text in UTF-8."""
    if len(data) > limit:
        raise BadJson("too-large")
    text = _text(data)
    if _depth(data) > MAX_DEPTH:
        raise BadJson("too-deep")
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_refuse_constant,
            parse_float=_refuse_float,
            parse_int=_integer,
        )
    except BadJson:
        raise
    except (ValueError, RecursionError):
        raise BadJson("not-json") from None
    if "\\u" in text:
        _refuse_surrogates(value)
    return value


def dumps(value: Any) -> bytes:
    """Compact UTF-8; floats and lone surrogates are refused on the way out too."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8")


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise BadJson("not-utf-8") from None


def _depth(data: bytes) -> int:
    """How deep the brackets go, without parsing."""
    deepest = depth = 0
    for bracket in NOT_BRACKETS.sub(b"", data):
        depth += 1 if bracket in b"[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise BadJson("duplicate-key")
    return made


def _refuse_constant(_: str) -> Any:
    raise BadJson("not-a-number")


def _refuse_float(_: str) -> Any:
    raise BadJson("float")


def _integer(digits: str) -> int:
    if len(digits.lstrip("-")) > MAX_INTEGER_DIGITS:
        raise BadJson("integer-too-large")
    return int(digits)


def _refuse_surrogates(value: Any) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        raise BadJson("lone-surrogate") from None
