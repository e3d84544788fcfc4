"""Revocation lists from the trust folder: is a certificate on one that its issuer signed?

A list may hold a million entries: they stay bytes, and are walked only when the number is in them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from app.codecs import der
from app.codecs.der import DerError, Item
from app.seal.certificates import (
    AUTHORITY_KEY_ID,
    CRL_SIGN,
    Certificate,
    key_id_of,
    signed_by,
)
from app.seal.extensions import Extensions, first
from app.seal.report import BAD, GOOD, Finding

MAX_ENTRIES = 1_000_000
PARTITION, REASON, NOT_VALID_SINCE = "2.5.29.28", "2.5.29.21", "2.5.29.24"
INDIRECT = 0x84  # [4] of PARTITION: the list speaks of other issuers' certificates
NOT_LOOKED_UP = "revocation not looked up"
REASONS = {
    0: "unspecified",
    1: "key compromised",
    2: "authority compromised",
    3: "affiliation changed",
    4: "superseded",
    5: "no longer used",
    6: "on hold",
    9: "privilege withdrawn",
    10: "attribute authority compromised",
}
TAKEN_OFF = 8  # the reason of an entry that ends a hold


@dataclass(frozen=True, slots=True, eq=False)
class RevocationList:
    """A CRL; `entries` is the raw block of what is revoked, empty for none."""

    tbs: bytes
    issuer: bytes
    issuer_key_id: bytes | None
    made: datetime  # thisUpdate
    next: datetime | None
    entries: bytes
    partial: bool  # it covers some of the issuer's certificates only
    not_understood: tuple[str, ...]
    algorithm: str
    signature: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """One revoked certificate."""

    since: datetime
    reason: int


def read_list(data: bytes) -> RevocationList:
    """DerError when it is no revocation list."""
    parts = der.read(data).expect(der.SEQUENCE).items(limit=3)
    if len(parts) != 3:
        raise DerError("a revocation list has three parts")
    fields = list(parts[0].expect(der.SEQUENCE).items(limit=8))
    if fields and fields[0].tag == der.INTEGER:
        fields.pop(0)
    if len(fields) < 3:
        raise DerError("a revocation list has more fields")
    _, issuer, made, *rest = fields
    later = rest.pop(0) if rest and rest[0].tag in (der.UTC_TIME, der.GENERALIZED_TIME) else None
    entries = rest.pop(0) if rest and rest[0].tag == der.SEQUENCE else None
    extensions = Extensions(rest, tag=der.context(0))
    indirect, partial = _partition(extensions)
    unknown = extensions.critical - {PARTITION} | ({PARTITION} if indirect else set())
    return RevocationList(
        tbs=parts[0].raw,
        issuer=issuer.raw,
        issuer_key_id=extensions.take(AUTHORITY_KEY_ID, key_id_of),
        made=der.as_moment(made),
        next=der.as_moment(later) if later else None,
        entries=entries.raw if entries else b"",
        partial=partial,
        not_understood=tuple(sorted({*unknown, *extensions.unreadable})),
        algorithm=der.as_oid(first(parts[1].expect(der.SEQUENCE))),
        signature=der.as_bits(parts[2]),
    )


def _partition(extensions: Extensions) -> tuple[bool, bool]:
    """Indirect, and partial."""
    parts = extensions.take(PARTITION, lambda value: value.items(limit=8))
    if parts is None:
        return PARTITION in extensions.values, PARTITION in extensions.values
    return any(part.tag == INDIRECT and any(part.content) for part in parts), True


def looked_up(
    certificate: Certificate,
    issuer: Certificate | None,
    trusted: tuple[Certificate, ...],
    lists: tuple[RevocationList, ...],
    at: datetime,
) -> Finding:
    """Bad when it was revoked by then; else good, with a remark where there is something to say."""
    named = [each for each in lists if _speaks_of(each, certificate, issuer)]
    signers = (*((issuer,) if issuer else ()), *trusted)
    usable = [each for each in named if usable_by(each, signers)]
    if not usable:
        code = "revocation.list-not-used" if named else "ok"
        return Finding(GOOD, code, NOT_LOOKED_UP)
    try:
        found = [entry for each in usable if (entry := entry_of(each, certificate.serial))]
    except DerError:
        return Finding(GOOD, "revocation.list-not-used", NOT_LOOKED_UP)
    if found:
        return _revoked(certificate, min(found, key=lambda entry: entry.since), at)
    return _not_on(usable, certificate, at)


def _revoked(certificate: Certificate, entry: Entry, at: datetime) -> Finding:
    reason = REASONS.get(entry.reason, str(entry.reason))
    said = f"{certificate.name}: {entry.since.isoformat()}, {reason}"
    if entry.since <= at:
        return Finding(BAD, "certificate.revoked", said)
    return Finding(GOOD, "certificate.revoked-later", said)


def _not_on(usable: list[RevocationList], certificate: Certificate, at: datetime) -> Finding:
    """Lists of a later day count too; those after a certificate's end may have dropped it."""
    newest = max(usable, key=lambda each: each.made)
    covering = [each for each in usable if _covers(each, certificate, at)]
    if not covering:
        return Finding(GOOD, "revocation.outdated", f"list of {newest.made.isoformat()}")
    if all(each.partial for each in covering):
        return Finding(GOOD, "revocation.partial", f"list of {newest.made.isoformat()}")
    return Finding(GOOD, "ok", f"not revoked by the list of {newest.made.isoformat()}")


def _covers(each: RevocationList, certificate: Certificate, at: datetime) -> bool:
    current = each.made >= at or (each.next is not None and each.next >= at)
    return current and each.made <= certificate.not_after


def _speaks_of(each: RevocationList, certificate: Certificate, issuer: Certificate | None) -> bool:
    named = each.issuer == certificate.issuer or (issuer and each.issuer == issuer.subject)
    by_key = each.issuer_key_id is not None and each.issuer_key_id == certificate.issuer_key_id
    return bool(named) or by_key


def usable_by(each: RevocationList, signers: tuple[Certificate, ...]) -> bool:
    """Understood, and signed by one of these who may sign lists."""
    if each.not_understood:
        return False
    return any(_signed(each, signer) for signer in signers if _may_sign(each, signer))


def _may_sign(each: RevocationList, signer: Certificate) -> bool:
    named = signer.subject == each.issuer or (
        each.issuer_key_id is not None and signer.key_id == each.issuer_key_id
    )
    return named and (signer.usage is None or CRL_SIGN in signer.usage)


@lru_cache(maxsize=64)
def _signed(each: RevocationList, signer: Certificate) -> bool:
    return bool(signed_by(signer, each.algorithm, each.tbs, each.signature))


@lru_cache(maxsize=256)
def entry_of(each: RevocationList, serial: int) -> Entry | None:
    """DerError where the list is broken; a number that is nowhere in the bytes needs no walk."""
    size = max(1, ((serial if serial >= 0 else ~serial).bit_length() + 8) // 8)
    digits = serial.to_bytes(size, "big", signed=True).lstrip(b"\0")
    block = each.entries
    near = block.find(digits)  # the next place it may stand at
    for body, end in _entries(block) if near >= 0 else ():
        if near < 0:
            return None
        if near >= end:
            continue
        if _serial(block, body, end) == serial:
            found = _entry(der.read(der.sequence(block[body:end])).items(limit=3))
            if found.reason != TAKEN_OFF:
                return found
        near = block.find(digits, end)
    return None


def _entries(block: bytes) -> Iterator[tuple[int, int]]:
    """Where the content of each entry lies; plain arithmetic, for there may be a million."""
    whole = der.read(block)
    place, left = whole.body, MAX_ENTRIES
    while place < whole.end:
        size, body = block[place + 1] if place + 2 <= whole.end else 0, place + 2
        if size & 0x80:
            width = size & 0x7F
            size, body = int.from_bytes(block[body : body + width], "big"), body + width
        if left <= 0 or block[place] != der.SEQUENCE or body + size > whole.end:
            raise DerError("entries not readable")
        yield body, body + size
        place, left = body + size, left - 1


def _serial(block: bytes, body: int, end: int) -> int:
    """The number an entry begins with."""
    length = block[body + 1] if body + 2 <= end and block[body] == der.INTEGER else 0x80
    if not 0 < length < 0x80 or body + 2 + length > end:
        raise DerError("an entry begins with a number")
    return int.from_bytes(block[body + 2 : body + 2 + length], "big", signed=True)


def _entry(parts: tuple[Item, ...]) -> Entry:
    """The day the key was known to be lost counts where it is before the day it was revoked."""
    if len(parts) < 2:
        raise DerError("an entry has two parts")
    extensions = Extensions([], tag=0)
    for entry in parts[2].items(limit=16) if len(parts) == 3 else ():
        extensions.add(entry)
    reason = extensions.take(REASON, lambda value: int.from_bytes(value.content[:4], "big"))
    lost = extensions.take(NOT_VALID_SINCE, der.as_moment)
    since = der.as_moment(parts[1])
    return Entry(min(since, lost) if lost else since, reason or 0)
