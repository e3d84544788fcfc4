"""Sets a seal on a prepared PDF with any Signer: prepare (hashing), one signature, finish."""

from dataclasses import dataclass
from datetime import datetime

from app.codecs import sm2
from app.codecs.der import DerError
from app.errors import Refused, Unavailable
from app.seal.certificates import Certificate, read_certificate
from app.seal.chains import may_sign
from app.seal.pdf_scan import SignedRange, digest
from app.seal.report import GOOD
from app.seal.signer import Signer
from app.seal.steps import in_list, seal_signature
from app.seal.structures import OtherGeneration, Seal, read_seal
from app.seal.writing import write_signature, write_to_be_signed

STANDARD = "GB/T 38540"
RANGE_PLACE = b"/ByteRange [0 0000000000 0000000000 0000000000]"
CONTENTS_DIGITS = 131072
CONTENTS_PLACE = b"<" + b"0" * CONTENTS_DIGITS + b">"
SIGNATURE_ROOM = 96  # the signature itself with its wrapping


@dataclass(frozen=True, slots=True)
class Prepared:
    """All but the signature; `e` is what the token signs."""

    pdf: bytes
    gap_start: int
    to_be_signed: bytes
    certificate: bytes
    e: bytes


def seal_pdf(prepared: bytes, *, seal: bytes, signer: Signer, at: datetime, info: str) -> bytes:
    """The sealed PDF: the token is touched once, after everything that could fail has been done."""
    ready = prepare(prepared, seal=seal, certificate=signer.certificate(), at=at, info=info)
    return finish(ready, signer.sign(ready.e))


def prepare(
    prepared: bytes, *, seal: bytes, certificate: bytes, at: datetime, info: str
) -> Prepared:
    """Fill in the byte range, hash, build TBS_Sign. `info` (ASCII) states what is protected."""
    key = _may_seal(seal, certificate, at)
    pdf, signed = _with_range(prepared)
    tbs = write_to_be_signed(seal, at=at, data_hash=digest(pdf, signed), info=info)
    if 2 * (len(tbs) + len(certificate) + SIGNATURE_ROOM) > CONTENTS_DIGITS:
        raise Refused(STANDARD, "seal.too-large", bytes=len(seal))
    return Prepared(pdf, signed.gap_start, tbs, certificate, sm2.message_digest(key, tbs))


def finish(ready: Prepared, signature: bytes) -> bytes:
    """Put the token's answer in its place, once it is proved to be the certificate's signature."""
    _refuse_other_signatures(ready, signature)
    der = write_signature(ready.to_be_signed, ready.certificate, signature)
    digits = der.hex().encode("ascii")
    first, pdf = ready.gap_start + 1, memoryview(ready.pdf)
    return b"".join((pdf[:first], digits, pdf[first + len(digits) :]))


def may_seal(seal: bytes, certificate: bytes, at: datetime) -> None:
    """Ask before the PIN is asked: Refused when this token cannot set this seal at this time."""
    _may_seal(seal, certificate, at)


def _may_seal(seal: bytes, certificate: bytes, at: datetime) -> bytes:
    """The signer's public key."""
    found, signer = _read(seal), _read_signer(certificate)
    key = _fit_to_sign(signer, at)
    if in_list(found, certificate).result != GOOD:
        raise Refused(STANDARD, "seal.must-be-made-anew", seal=found.name)
    if at < found.valid_from:
        raise Refused(STANDARD, "seal.not-yet", since=found.valid_from.isoformat())
    if at > found.valid_until:
        raise Refused(STANDARD, "seal.expired", until=found.valid_until.isoformat())
    _refuse_forged(found)
    return key


def _fit_to_sign(signer: Certificate, at: datetime) -> bytes:
    if at < signer.not_before:
        raise Refused(STANDARD, "seal.certificate-not-yet", since=signer.not_before.isoformat())
    if at > signer.not_after:
        raise Refused(STANDARD, "seal.certificate-expired", until=signer.not_after.isoformat())
    if not may_sign(signer):
        raise Refused(STANDARD, "seal.certificate-usage", holder=signer.name)
    if signer.public_key is None:
        raise Refused(STANDARD, "seal.certificate-key", holder=signer.name)
    return signer.public_key


def _read(seal: bytes) -> Seal:
    try:
        return read_seal(seal)
    except OtherGeneration as other:
        raise Refused(STANDARD, "seal.generation", version=other.version) from other
    except DerError as trouble:
        raise Refused(STANDARD, "seal.unreadable") from trouble


def _read_signer(certificate: bytes) -> Certificate:
    try:
        return read_certificate(certificate)
    except DerError as trouble:
        raise Refused(STANDARD, "seal.certificate-unreadable") from trouble


def _refuse_forged(seal: Seal) -> None:
    try:
        maker = read_certificate(seal.maker_certificate)
    except DerError as trouble:
        raise Refused(STANDARD, "seal.not-genuine", seal=seal.name) from trouble
    if seal_signature(seal, maker).result != GOOD:
        raise Refused(STANDARD, "seal.not-genuine", seal=seal.name)


def _refuse_other_signatures(ready: Prepared, signature: bytes) -> None:
    """Minimal DER only, right under the certificate; a token's odd answer never reaches a file."""
    key = read_certificate(ready.certificate).public_key
    try:
        r, s = sm2.read_signature(signature)
    except DerError as trouble:
        raise Unavailable("seal.token-answer", bytes=len(signature)) from trouble
    if sm2.write_signature(r, s) != signature:
        raise Unavailable("seal.token-answer", bytes=len(signature))
    if key is None or not sm2.verify_digest(key, ready.e, r, s):
        raise Unavailable("seal.signature-wrong")


def _with_range(prepared: bytes) -> tuple[bytes, SignedRange]:
    """The PDF with its byte range filled in, at the same width."""
    start = _only_place(prepared, CONTENTS_PLACE)
    after = start + len(CONTENTS_PLACE)
    signed = SignedRange(0, start, after, len(prepared) - after)
    numbers = f"/ByteRange [0 {signed.before} {signed.after} {signed.rest}".encode("ascii")
    place, view = _only_place(prepared, RANGE_PLACE), memoryview(prepared)
    filled = numbers.ljust(len(RANGE_PLACE) - 1) + b"]"
    return b"".join((view[:place], filled, view[place + len(filled) :])), signed


def _only_place(prepared: bytes, placeholder: bytes) -> int:
    place = prepared.find(placeholder)
    if place < 0 or prepared.find(placeholder, place + 1) >= 0:
        raise ValueError("a prepared PDF has one place for a signature")
    return place
