"""One signer of a SignedData judged: whose certificate, whose signature, over which content."""

from collections.abc import Iterator
from contextlib import suppress

from app.codecs import sm2
from app.codecs.der import DerError
from app.seal.certificates import (
    EC_KEY,
    SM2_SIGNING,
    Certificate,
    read_certificate,
    same_name,
    signed_by,
)
from app.seal.cms import SignedData, SignerInfo
from app.seal.other_keys import SM3, digest
from app.seal.report import BAD, CANNOT_TELL, GOOD, Finding

MISTYPED = "1.2.156.10197.501"  # SM2 with SM3 as a widespread library writes it
WAYS = SM2_SIGNING | {EC_KEY, MISTYPED}  # the kind of the key is written for the way of signing too
SM3_NAMES = frozenset({SM3, f"{SM3}.1"})
MAX_TRIED = 4
OK = Finding(GOOD, "ok")


def names(signer: SignerInfo, certificate: Certificate) -> bool:
    """Is this the certificate the signer says is his? A name only: his key has the last word."""
    if signer.key_id is not None:
        return certificate.key_id == signer.key_id
    if signer.issuer is None or certificate.serial != signer.serial:
        return False
    return same_name(certificate.issuer, signer.issuer)


def certificate_of(
    data: SignedData, signer: SignerInfo, trusted: tuple[Certificate, ...], content: bytes
) -> tuple[Certificate | None, tuple[Certificate, ...]]:
    """The signer's certificate, and all that came along; of several so named, the fitting one."""
    came = tuple(_readable(data.certificates))
    named = [each for each in (*came, *trusted) if names(signer, each)]
    for each in named[:MAX_TRIED]:
        if signature(signer, each, content).result == GOOD:
            return each, came
    return (named[0] if named else None), came


def _readable(certificates: tuple[bytes, ...]) -> Iterator[Certificate]:
    for each in certificates:
        with suppress(DerError):
            yield read_certificate(each)


def signature(signer: SignerInfo, certificate: Certificate, content: bytes) -> Finding:
    """Over the signed attributes, or over the content where there are none."""
    message = content if signer.attributes is None else signer.attributes
    if certificate.public_key is not None and signer.algorithm not in WAYS:
        return Finding(BAD, "signature.algorithm", signer.algorithm)
    held = signed_by(certificate, signer.algorithm, message, signer.signature, signer.digest)
    if held is None:
        return Finding(CANNOT_TELL, "signature.algorithm-unknown", signer.algorithm)
    if not held:
        return Finding(BAD, "signature.wrong", certificate.name)
    return _attributes_fit(signer, certificate)


def _attributes_fit(signer: SignerInfo, certificate: Certificate) -> Finding:
    """The attributes name the certificate they were signed with, where they name one."""
    if signer.attributes is not None and signer.message_digest is None:
        return Finding(BAD, "signature.no-digest", certificate.name)
    if signer.certificate_digest is None:
        return OK
    name, expected = signer.certificate_digest
    found = digest(name, certificate.raw)
    if found is not None and found != expected:
        return Finding(BAD, "signature.other-certificate", certificate.name)
    return OK


def content_type(data: SignedData, signer: SignerInfo) -> Finding:
    """The signed type is the stated one."""
    if signer.content_type in (None, data.content_type):
        return OK
    return Finding(BAD, "signature.content-type", str(signer.content_type))


def signed_content(signer: SignerInfo, content: bytes, key: bytes | None) -> Finding:
    """The signed digest is the content's: plain, or with Z, as some makers write it."""
    if signer.attributes is None:
        return OK
    found = digest(signer.digest, content)
    if found is None:
        return Finding(CANNOT_TELL, "digest.algorithm-unknown", signer.digest)
    if signer.message_digest == found:
        return OK
    with_z = key is not None and signer.digest in SM3_NAMES
    if with_z and key and signer.message_digest == sm2.message_digest(key, content):
        return Finding(GOOD, "digest.with-z")
    return Finding(BAD, "digest.different")
