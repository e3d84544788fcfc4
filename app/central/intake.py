"""Bytes from the wire, bounded before anything is made of them."""

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError

from app.central.declined import Declined
from app.central.identity import Incoming
from app.contract.json import BadJson, loads
from app.contract.version import OLDEST, PROTOCOL

DRAIN = 16 * 1024 * 1024  # read and thrown away, so that the sender hears why
LARGEST_QUERY = 2**53
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Fields:
    """The variable parts of a path and its query, as text."""

    path: Mapping[str, str]
    query: Mapping[str, Sequence[str]]

    def integer(self, name: str, otherwise: int | None = None, *, least: int = 0) -> int:
        """A number of the query, in bounds."""
        found = self.query.get(name, ())
        if not found and otherwise is not None:
            return otherwise
        if len(found) != 1 or not re.fullmatch(r"[0-9]{1,15}", found[0], re.ASCII):
            raise Declined(422, "QUERY")
        if int(found[0]) < least:
            raise Declined(422, "QUERY")
        return int(found[0])

    def text(self, name: str, pattern: str, missing: str) -> str:
        """A part of the path; what does not look right is not there."""
        found = self.path.get(name, "")
        if not re.fullmatch(pattern, found):
            raise Declined(404, missing)
        return found


async def read_body(request: Request, limit: int) -> bytes:
    """The body as sent, or Declined 413; one that says it is beyond reading is not begun."""
    if _said_length(request) > DRAIN:
        raise Declined(413, "TOO_LARGE")
    parts: list[bytes] = []
    total = 0
    async for part in request.stream():
        total += len(part)
        if total <= limit:
            parts.append(part)
        elif total > DRAIN:
            break
    if total > limit:
        raise Declined(413, "TOO_LARGE")
    return b"".join(parts)


def _said_length(request: Request) -> int:
    said = request.headers.get("content-length", "")
    return int(said) if re.fullmatch(r"[0-9]{1,18}", said, re.ASCII) else 0


def read_message(incoming: Incoming, model: type[M], limit: int) -> M:
    """The message in a body: 400 for what is no JSON, 426 by protocol, 422 for anything else."""
    try:
        value = loads(_unpacked(incoming, limit), limit=limit)
    except BadJson as bad:
        raise Declined(413 if bad.reason == "too-large" else 400, "JSON") from None
    if isinstance(value, dict) and "protocol" in model.model_fields:
        _check_protocol(value.get("protocol"))
    try:
        return model.model_validate(value)
    except ValidationError:
        raise Declined(422, "BODY") from None


def _check_protocol(said: object) -> None:
    if type(said) is int and not OLDEST <= said <= PROTOCOL:
        raise Declined(426, "PROTOCOL", oldest_protocol=OLDEST)


def _unpacked(incoming: Incoming, limit: int) -> bytes:
    encodings = [v.lower() for name, v in incoming.headers if name.lower() == "content-encoding"]
    if encodings in ([], ["identity"]):
        return incoming.body
    if encodings != ["gzip"]:
        raise Declined(415, "ENCODING")
    reader = zlib.decompressobj(wbits=31)
    try:
        data = reader.decompress(incoming.body, limit + 1)
    except zlib.error:
        raise Declined(400, "JSON") from None
    if len(data) > limit:
        raise Declined(413, "TOO_LARGE")
    if not reader.eof or reader.unused_data:
        raise Declined(400, "JSON")
    return data
