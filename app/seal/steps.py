"""The steps of verification, one finding each (eseal 1 and 8a); judging.py has their order."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from app.codecs import sm2
from app.codecs.der import DerError
from app.seal.certificates import SM2_SIGNING, Certificate, read_certificate, signed_by
from app.seal.chains import Anchors, judge
from app.seal.listing import in_list, key_of
from app.seal.report import BAD, CANNOT_TELL, GOOD, Finding, Step, decisive
from app.seal.stamps import Told, over_signature
from app.seal.structures import GENERATIONS, Seal, SealSignature

ZONE_SLIP = timedelta(hours=8)  # makers write China's time with a Z
CLOCK_SLIP = timedelta(minutes=10)  # the checking clock is nobody's proof
MISTYPED = "1.2.156.10197.501"  # SM2 with SM3 as a widespread library writes it
OK = Finding(GOOD, "ok")


def structure(seal: Seal, signature: SealSignature | None = None) -> Finding:
    """It was read; do header, signature and the way it is built tell the same generation?"""
    versions = [seal.version] if signature is None else [seal.version, signature.version]
    built_as = seal.built_as if signature is None else seal.built_as & signature.built_as
    said = f"stated {', '.join(map(str, versions))}; built as {sorted(built_as) or 'none'}"
    if len(set(versions)) == 1 and built_as and seal.version > max(GENERATIONS):
        return Finding(CANNOT_TELL, "structure.generation", f"version {seal.version}")
    if len(set(versions)) > 1 or seal.version not in built_as:
        return Finding(BAD, "structure.versions", said)
    return OK


def seal_steps(seal: Seal, anchors: Anchors, at: datetime | None) -> Iterator[Step]:
    """seal-signature, maker-certificate, seal-dates. `at`: when it was set, None: not told."""
    maker = _certificate(seal.maker_certificate)
    yield Step.of("seal-signature", seal_signature(seal, maker))
    yield Step.of("maker-certificate", _judged(maker, anchors, seal.created))
    yield Step.of("seal-dates", seal_dates(seal, at))


def seal_time(seal: Seal, anchors: Anchors, now: datetime | None) -> Iterator[Step]:
    """time, where the seal carries a time stamp of its own (v5)."""
    stamp = over_signature(seal.time_stamp, seal.signature, seal.created, anchors, now)
    if stamp is not None:
        yield Step.of("time", stamp)


def signature_steps(
    signature: SealSignature, told: Told, anchors: Anchors, now: datetime | None
) -> Iterator[Step]:
    """signature, signer-in-seal, signer-certificate, time."""
    signer = _certificate(signature.certificate)
    yield Step.of("signature", _signing(signature, signer))
    yield Step.of("signer-in-seal", in_list(signature.seal, signature.certificate))
    yield Step.of("signer-certificate", _judged(signer, anchors, _known(told, signer, now)))
    yield Step.of("time", _time(signature, signer, told, anchors, now))


def document_digest(signature: SealSignature, hashed: Callable[[bytes], bytes]) -> Finding:
    """`hashed(prefix)` is SM3 of the prefix and the document; in the field Z may be the prefix."""
    if hashed(b"") == signature.data_hash:
        return OK
    key = key_of(signature.certificate)
    if key and hashed(sm2.z_value(key)) == signature.data_hash:
        return Finding(GOOD, "digest.with-z")
    return Finding(BAD, "digest.different")


def seal_signature(seal: Seal, maker: Certificate | None) -> Finding:
    """The maker's signature; critical extensions are beyond us."""
    finding = _held(maker, seal.algorithm, seal.info, seal.signature, "seal-signature.wrong")
    if finding.result == GOOD and seal.critical:
        return Finding(CANNOT_TELL, "seal.critical-extension", ", ".join(seal.critical))
    return finding


def seal_dates(seal: Seal, at: datetime | None) -> Finding:
    """Was the seal in force?"""
    if at is None:
        return Finding(CANNOT_TELL, "time.unreadable")
    if at < seal.valid_from:
        return Finding(BAD, "seal-dates.not-yet", seal.valid_from.isoformat())
    if at > seal.valid_until:
        return Finding(BAD, "seal-dates.expired", seal.valid_until.isoformat())
    if seal.created - at > ZONE_SLIP:
        return Finding(BAD, "seal-dates.made-later", seal.created.isoformat())
    return OK


def _signing(signature: SealSignature, signer: Certificate | None) -> Finding:
    signed = signature.algorithm, signature.tbs, signature.signature
    finding = _held(signer, *signed, "signature.wrong")
    if finding.result == GOOD and signature.critical:
        return Finding(CANNOT_TELL, "signature.critical-extension", ", ".join(signature.critical))
    return finding


def _held(
    certificate: Certificate | None, algorithm: str, message: bytes, signature: bytes, wrong: str
) -> Finding:
    """Is this the key's signature? `wrong`: the code when it is not."""
    if certificate is None:
        return Finding(BAD, "certificate.unreadable")
    known = algorithm in SM2_SIGNING or algorithm == MISTYPED
    if certificate.public_key is not None and not known:
        return Finding(BAD, "signature.algorithm", algorithm)
    held = signed_by(certificate, algorithm, message, signature)
    if held is None:
        return Finding(CANNOT_TELL, "signature.algorithm-unknown", algorithm)
    if not held:
        return Finding(BAD, wrong, certificate.name)
    return Finding(GOOD, "signature.algorithm-mistyped") if algorithm == MISTYPED else OK


def _judged(certificate: Certificate | None, anchors: Anchors, at: datetime | None) -> Finding:
    if certificate is None:
        return Finding(BAD, "certificate.unreadable")
    return judge(certificate, anchors, at or certificate.not_after)


def _known(told: Told, signer: Certificate | None, now: datetime | None) -> datetime | None:
    """When the signer's certificate is judged: at signing; where that is not told, now."""
    if told.at or now is None or signer is None:
        return told.at
    return max(signer.not_before, min(now, signer.not_after))


def _time(
    signature: SealSignature,
    signer: Certificate | None,
    told: Told,
    anchors: Anchors,
    now: datetime | None,
) -> Finding:
    """The time of signing within its bounds, then the time stamps on signature and seal."""
    stamp = over_signature(signature.time_stamp, signature.signature, told.at, anchors, now)
    on_seal = [step.finding for step in seal_time(signature.seal, anchors, now)]
    bounds = _bounds(signature.seal, signer, told.at, now)
    return decisive((bounds, told.finding, *([stamp] if stamp else []), *on_seal))


def _bounds(
    seal: Seal, signer: Certificate | None, at: datetime | None, now: datetime | None
) -> Finding:
    if at is None:
        return OK
    if signer and not signer.not_before <= at <= signer.not_after:
        return Finding(BAD, "time.outside-certificate", at.isoformat())
    if not seal.valid_from <= at <= seal.valid_until:
        return Finding(BAD, "time.outside-seal", at.isoformat())
    if now is not None and at - now > CLOCK_SLIP:
        return Finding(CANNOT_TELL, "time.in-the-future", at.isoformat())
    return OK


def signer_name(signature: SealSignature) -> str | None:
    """The name in the signer's certificate, None when it is unreadable."""
    certificate = _certificate(signature.certificate)
    return certificate.name if certificate else None


def _certificate(data: bytes) -> Certificate | None:
    try:
        return read_certificate(data)
    except DerError:
        return None
