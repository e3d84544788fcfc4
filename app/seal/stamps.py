"""When a seal signature was made: what it says itself, and the time stamps found in it."""

from dataclasses import dataclass
from datetime import datetime

from app.codecs import der
from app.seal import time_stamp
from app.seal.chains import Anchors
from app.seal.report import BAD, CANNOT_TELL, GOOD, Finding
from app.seal.structures import SealSignature
from app.seal.time_stamp import Stamped

LEAST_TOKEN = 64  # bytes of the signature alone; less than this is no token but rubbish
OTHER_CONTENT, UNREADABLE = "time-stamp.other-content", "time-stamp.unreadable"
NOT_TOLD = Finding(CANNOT_TELL, "time.unreadable")


@dataclass(frozen=True, slots=True)
class Told:
    """The time of signing, None where nothing readable tells it, and what was found out."""

    at: datetime | None
    finding: Finding


def signing_time(signature: SealSignature, anchors: Anchors, now: datetime | None) -> Told:
    """v4 and v5 say it in plain; in v1 a time stamp token may stand in its place."""
    if signature.time_token is None:
        at = signature.signed_at
        return Told(at, Finding(GOOD, "ok") if at else NOT_TOLD)
    stamped = _in_place_of_time(signature.time_token, signature.data_hash, anchors, now)
    return Told(stamped.at, stamped.finding if stamped.at else NOT_TOLD)


def _in_place_of_time(
    token: bytes, data_hash: bytes, anchors: Anchors, now: datetime | None
) -> Stamped:
    """Over the document, or over its digest; no text says which, so another thing is not wrong."""
    found = time_stamp.judge(token, data_hash, anchors, now, imprint=data_hash)
    if found.finding.code != OTHER_CONTENT:
        return found
    imprint = time_stamp.read(token).imprint
    apart = time_stamp.judge(token, data_hash, anchors, now, imprint=imprint)
    if apart.finding.result == BAD:
        return apart
    return Stamped(Finding(CANNOT_TELL, OTHER_CONTENT), found.at)


def over_signature(
    token: bytes | None,
    signed: bytes,
    since: datetime | None,
    anchors: Anchors,
    now: datetime | None,
) -> Finding | None:
    """A time stamp over a signature made at `since`; a few bytes of rubbish are only told."""
    if token is None:
        return None
    stamped = _judged(token, signed, anchors, now)
    if stamped.finding.code == UNREADABLE and len(token) < LEAST_TOKEN:
        return Finding(GOOD, UNREADABLE, f"{len(token)} bytes")
    return time_stamp.compared(stamped, since) if since else stamped.finding


def _judged(token: bytes, signed: bytes, anchors: Anchors, now: datetime | None) -> Stamped:
    """Over the signature's value; some makers stamp the BIT STRING around it."""
    stamped = time_stamp.judge(token, signed, anchors, now)
    if stamped.finding.code != OTHER_CONTENT:
        return stamped
    around = time_stamp.judge(token, der.bits(signed), anchors, now)
    return stamped if around.finding.code == OTHER_CONTENT else around
