"""The steps of verification in the standard's order, one finding each (eseal 1 and 8a)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from app.codecs import sm2
from app.codecs.chain import sm3
from app.codecs.der import DerError
from app.seal.certificates import SM2_SIGNING, Certificate, holds, read_certificate
from app.seal.chains import Anchors, judge
from app.seal.report import BAD, CANNOT_TELL, GOOD, Finding, Step
from app.seal.structures import Seal, SealSignature

ZONE_SLIP = timedelta(hours=8)  # makers write China's time with a Z
CLOCK_SLIP = timedelta(minutes=10)  # the checking clock is nobody's proof
OK = Finding(GOOD, "ok")


def seal_steps(seal: Seal, anchors: Anchors, at: datetime) -> Iterator[Step]:
    """seal-signature, maker-certificate, seal-dates."""
    maker = _certificate(seal.maker_certificate)
    yield Step.of("seal-signature", seal_signature(seal, maker))
    yield Step.of("maker-certificate", _judged(maker, anchors, seal.created))
    yield Step.of("seal-dates", seal_dates(seal, at))


def signature_steps(
    signature: SealSignature, anchors: Anchors, now: datetime | None
) -> Iterator[Step]:
    """signature, signer-in-seal, signer-certificate, time."""
    signer = _certificate(signature.certificate)
    yield Step.of("signature", _signing(signature, signer))
    yield Step.of("signer-in-seal", in_list(signature.seal, signature.certificate))
    yield Step.of("signer-certificate", _judged(signer, anchors, signature.signed_at))
    yield Step.of("time", _time(signature, signer, now))


def seal_signature(seal: Seal, maker: Certificate | None) -> Finding:
    """The maker's signature over SES_SealInfo; critical extensions are beyond us."""
    finding = _algorithm(maker, seal.algorithm)
    if maker and maker.public_key and finding.result == GOOD:
        held = holds(maker.public_key, seal.info, seal.signature)
        finding = OK if held else Finding(BAD, "seal-signature.wrong", maker.name)
    if finding.result == GOOD and seal.critical:
        return Finding(CANNOT_TELL, "seal.critical-extension", ", ".join(seal.critical))
    return finding


def seal_dates(seal: Seal, at: datetime) -> Finding:
    """Was the seal in force?"""
    if at < seal.valid_from:
        return Finding(BAD, "seal-dates.not-yet", seal.valid_from.isoformat())
    if at > seal.valid_until:
        return Finding(BAD, "seal-dates.expired", seal.valid_until.isoformat())
    if seal.created - at > ZONE_SLIP:
        return Finding(BAD, "seal-dates.made-later", seal.created.isoformat())
    return OK


def in_list(seal: Seal, certificate: bytes) -> Finding:
    """Byte for byte, or by digest: plain SM3 or, in the field, SM3 with Z."""
    if certificate in seal.certificates:
        return OK
    listed = {value for _, value in seal.digests}
    if listed and sm3(certificate) in listed:
        return OK
    key = _key_of(certificate)
    if listed and key and sm2.message_digest(key, certificate) in listed:
        return Finding(GOOD, "signer-in-seal.digest-with-z")
    return Finding(BAD, "signer-in-seal.not-listed")


def _signing(signature: SealSignature, signer: Certificate | None) -> Finding:
    finding = _algorithm(signer, signature.algorithm)
    if signer and signer.public_key and finding.result == GOOD:
        held = sm2.verify(signer.public_key, signature.tbs, signature.signature)
        finding = OK if held else Finding(BAD, "signature.wrong", signer.name)
    if finding.result == GOOD and signature.critical:
        return Finding(CANNOT_TELL, "signature.critical-extension", ", ".join(signature.critical))
    return finding


def _algorithm(certificate: Certificate | None, algorithm: str) -> Finding:
    if certificate is None:
        return Finding(BAD, "certificate.unreadable")
    if certificate.public_key is None:
        return Finding(CANNOT_TELL, "signature.algorithm-unknown", algorithm)
    if algorithm not in SM2_SIGNING:
        return Finding(BAD, "signature.algorithm", algorithm)
    return OK


def _judged(certificate: Certificate | None, anchors: Anchors, at: datetime) -> Finding:
    if certificate is None:
        return Finding(BAD, "certificate.unreadable")
    return judge(certificate, anchors, at)


def _time(signature: SealSignature, signer: Certificate | None, now: datetime | None) -> Finding:
    at = signature.signed_at
    if signer and not signer.not_before <= at <= signer.not_after:
        return Finding(BAD, "time.outside-certificate", at.isoformat())
    if not signature.seal.valid_from <= at <= signature.seal.valid_until:
        return Finding(BAD, "time.outside-seal", at.isoformat())
    if now is not None and at - now > CLOCK_SLIP:
        return Finding(CANNOT_TELL, "time.in-the-future", at.isoformat())
    if signature.time_stamp is not None:
        return Finding(GOOD, "time.stamp-not-checked", f"{len(signature.time_stamp)} bytes")
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


def _key_of(data: bytes) -> bytes | None:
    certificate = _certificate(data)
    return certificate.public_key if certificate else None
