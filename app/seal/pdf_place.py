"""The place of a seal in a prepared PDF: its byte range, its digest, its room in /Contents."""

import re
from dataclasses import dataclass, field
from datetime import datetime

from app.seal.pdf_scan import SignedRange, digest
from app.seal.signer import Signer
from app.seal.signing import finish, prepare

RANGE_PLACE = b"/ByteRange [0 0000000000 0000000000 0000000000]"
CONTENTS_PLACE = re.compile(rb"/Contents (<0{64,}>)")


@dataclass(frozen=True, slots=True)
class Place:
    """A PDF that only lacks its signature; `room` in bytes of DER."""

    pdf: bytes = field(repr=False)
    signed: SignedRange
    data_hash: bytes

    @property
    def room(self) -> int:
        return (self.signed.after - self.signed.gap_start - 2) // 2


def find_place(prepared: bytes) -> Place:
    """Fill in the byte range, at the same width, and hash both pieces.

    ValueError unless the file has one place for one signature: documents are made with it.
    """
    places, named = list(CONTENTS_PLACE.finditer(prepared)), prepared.find(RANGE_PLACE)
    if len(places) != 1 or named < 0 or prepared.find(RANGE_PLACE, named + 1) >= 0:
        raise ValueError("a prepared PDF has one place for a signature")
    start, after = places[0].span(1)
    signed = SignedRange(0, start, after, len(prepared) - after)
    numbers = f"/ByteRange [0 {start} {after} {signed.rest}".encode("ascii")
    filled, view = numbers.ljust(len(RANGE_PLACE) - 1) + b"]", memoryview(prepared)
    pdf = b"".join((view[:named], filled, view[named + len(filled) :]))
    return Place(pdf, signed, digest(pdf, signed))


def put(place: Place, structure: bytes) -> bytes:
    """The sealed PDF: SES_Signature as digits, zeros to the end of its room."""
    if len(structure) > place.room:
        raise ValueError("the structure was measured before and does not fit")
    digits, view = structure.hex().encode("ascii"), memoryview(place.pdf)
    first = place.signed.gap_start + 1
    return b"".join((view[:first], digits, view[first + len(digits) :]))


def seal_pdf(prepared: bytes, *, seal: bytes, signer: Signer, at: datetime, info: str) -> bytes:
    """The sealed PDF: the token is touched once, after everything that could fail has been done."""
    place, certificate = find_place(prepared), signer.certificate()
    ready = prepare(
        place.data_hash, seal=seal, certificate=certificate, at=at, info=info, room=place.room
    )
    return put(place, finish(ready, signer.sign(ready.e)))
