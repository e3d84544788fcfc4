"""Seals a document's digest with any Signer: prepare, one signature, finish; knows no file format.

What a container hashes and where it keeps the structure is its own file's: app/seal/pdf_place.py.
"""

from dataclasses import dataclass
from datetime import datetime

from app.codecs import sm2
from app.codecs.der import DerError
from app.errors import Refused, Unavailable
from app.seal.certificates import Certificate, read_certificate
from app.seal.chains import may_sign
from app.seal.listing import in_list
from app.seal.report import GOOD
from app.seal.steps import seal_signature
from app.seal.structures import OtherGeneration, Seal, read_seal
from app.seal.writing import write_signature, write_to_be_signed

STANDARD = "GB/T 38540"
WRITTEN = (4, 5)  # generations; the first is judged, never made
LONGEST_SIGNATURE = bytes(72)  # both numbers with their top bits set


@dataclass(frozen=True, slots=True)
class Prepared:
    """All but the signature; `e` is what the token signs."""

    version: int
    to_be_signed: bytes
    certificate: bytes
    e: bytes


def prepare(
    data_hash: bytes,
    *,
    seal: bytes,
    certificate: bytes,
    at: datetime,
    info: str,
    room: int | None = None,
    stamp: int = 0,
) -> Prepared:
    """Build TBS_Sign over a document's SM3. `info` (ASCII) states what is protected.

    The signature's version follows the seal's. `room`: bytes the container has for the structure,
    `stamp`: those of them that a time stamp will need. Refused before the token is touched.
    """
    found, key = _may_seal(seal, certificate, at)
    tbs = write_to_be_signed(seal, version=found.version, at=at, data_hash=data_hash, info=info)
    largest = write_signature(tbs, certificate, LONGEST_SIGNATURE, bytes(stamp) or None)
    if room is not None and len(largest) > room:
        raise Refused(STANDARD, "seal.too-large", bytes=len(seal))
    return Prepared(found.version, tbs, certificate, sm2.message_digest(key, tbs))


def finish(ready: Prepared, signature: bytes, time_stamp: bytes | None = None) -> bytes:
    """SES_Signature, once the token's answer is proved to be the certificate's signature.

    `time_stamp`: the token of RFC 3161 over the signature, DER.
    """
    _refuse_other_signatures(ready, signature)
    return write_signature(ready.to_be_signed, ready.certificate, signature, time_stamp)


def may_seal(seal: bytes, certificate: bytes, at: datetime, newest: int = 4) -> None:
    """Ask before the PIN is asked: Refused when this token cannot set this seal at this time.

    `newest`: the newest generation of seals that the hall's readers know (app/seal/profiles.py).
    """
    found, _ = _may_seal(seal, certificate, at)
    if found.version > newest:
        raise Refused(STANDARD, "seal.generation-not-chosen", version=found.version)


def _may_seal(seal: bytes, certificate: bytes, at: datetime) -> tuple[Seal, bytes]:
    """The seal and the signer's public key."""
    found, signer = _read(seal), _read_signer(certificate)
    key = _fit_to_sign(signer, at)
    if in_list(found, certificate).result != GOOD:
        raise Refused(STANDARD, "seal.must-be-made-anew", seal=found.name)
    if at < found.valid_from:
        raise Refused(STANDARD, "seal.not-yet", since=found.valid_from.isoformat())
    if at > found.valid_until:
        raise Refused(STANDARD, "seal.expired", until=found.valid_until.isoformat())
    _refuse_forged(found)
    return found, key


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


def readable(seal: bytes) -> Seal:
    """Refused where the file is no seal, or one of a generation not known here."""
    try:
        return read_seal(seal)
    except OtherGeneration as other:
        raise Refused(STANDARD, "seal.generation", version=other.version) from other
    except DerError as trouble:
        raise Refused(STANDARD, "seal.unreadable") from trouble


def _read(seal: bytes) -> Seal:
    found = readable(seal)
    if found.version not in WRITTEN or found.version not in found.built_as:
        raise Refused(STANDARD, "seal.generation", version=found.version)
    return found


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
