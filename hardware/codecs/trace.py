"""A trace: what went over a line or to a card, as JSON lines.

First what it is of, then each piece, at last how it ended.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from hardware.errors import BadAnswer

VERSION = 1
KINDS = ("id-reader", "id-card", "seal-token")
OUT, IN, RESET, ATR = "out", "in", "reset", "atr"  # ways; out is what the driver said
WAYS = (OUT, IN, RESET, ATR)
DONE = "done"
LINE_CAP = 0x8000  # characters
PIECES_CAP = 20_000
BYTES_CAP = 0x400000
LONGEST = 86_400.0  # seconds
CODE = re.compile(r"[a-z0-9-]{1,40}(\.[a-z0-9-]{1,40})?")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes, `at` seconds after the beginning."""

    at: float
    way: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Trace:
    """`kind`: id-reader (a line's bytes), id-card or seal-token (a card's APDUs).

    `recorded`: when, with offset. `outcome`: `done`, or the code of the trouble it ended with.
    """

    kind: str
    recorded: datetime
    masked: bool = False
    simulated: bool = False
    pieces: tuple[Piece, ...] = ()
    outcome: str = DONE


def rows(trace: Trace) -> Iterator[dict[str, Any]]:
    """The trace as JSON objects, one a line."""
    head = {"trace": VERSION, "kind": trace.kind, "recorded": trace.recorded.isoformat()}
    yield head | {"masked": trace.masked, "simulated": trace.simulated}
    for piece in trace.pieces:
        yield {"at": round(piece.at, 6), "way": piece.way, "hex": piece.data.hex()}
    yield {"outcome": trace.outcome}


def read(text: Iterable[str]) -> Trace:
    """BadAnswer names the first line that is not right; nothing is read without end."""
    pieces: list[Piece] = []
    trace, size = None, 0
    for number, line in enumerate(text, start=1):
        values = _values(line, number)
        if trace is None:
            trace = _head(values, number)
        elif "outcome" in values:
            return replace(trace, pieces=tuple(pieces), outcome=_outcome(values, number))
        else:
            pieces.append(_piece(values, number))
            size += len(pieces[-1].data)
        if len(pieces) > PIECES_CAP or size > BYTES_CAP:
            raise BadAnswer("trace.too-long", line=number)
    raise BadAnswer("trace.cut-short")


def _values(line: str, number: int) -> dict[str, Any]:
    if len(line) > LINE_CAP:
        raise BadAnswer("trace.too-long", line=number)
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, dict):
        raise BadAnswer("trace.unreadable", line=number)
    return values


def _head(values: dict[str, Any], number: int) -> Trace:
    masked, simulated = values.get("masked"), values.get("simulated")
    known = values.get("trace") == VERSION and values.get("kind") in KINDS
    recorded = _time(values.get("recorded"))
    if not known or recorded is None or type(masked) is not bool or type(simulated) is not bool:
        raise BadAnswer("trace.unreadable", line=number)
    return Trace(str(values["kind"]), recorded, masked, simulated)


def _time(text: object) -> datetime | None:
    """None where it is no time, or nobody can tell whose time it is."""
    try:
        time = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return time if time is not None and time.tzinfo is not None else None


def _piece(values: dict[str, Any], number: int) -> Piece:
    at, way, text = values.get("at"), values.get("way"), values.get("hex")
    good = type(at) in (int, float) and way in WAYS and isinstance(text, str)
    if not good or not 0 <= at <= LONGEST:  # type: ignore[operator]
        raise BadAnswer("trace.unreadable", line=number)
    try:
        return Piece(float(at), str(way), bytes.fromhex(str(text)))  # type: ignore[arg-type]
    except ValueError:
        raise BadAnswer("trace.unreadable", line=number) from None


def _outcome(values: dict[str, Any], number: int) -> str:
    outcome = values["outcome"]
    if not isinstance(outcome, str) or not CODE.fullmatch(outcome):
        raise BadAnswer("trace.unreadable", line=number)
    return outcome
