"""Is the signer in the seal's list? By the certificate itself, its digest or (v1) its number."""

from collections.abc import Iterator
from contextlib import suppress

from app.codecs import sm2
from app.codecs.chain import sm3
from app.codecs.der import DerError
from app.seal.certificates import read_certificate
from app.seal.other_keys import SHA_256, SHA_384, SHA_512, SM3, digest
from app.seal.report import BAD, CANNOT_TELL, GOOD, Finding
from app.seal.structures import Seal

NAMES = {"SM3": SM3, "SHA256": SHA_256, "SHA384": SHA_384, "SHA512": SHA_512}  # as text


def in_list(seal: Seal, certificate: bytes) -> Finding:
    """Byte for byte; else by digest, plain or with Z; else by number. Says which, if not plain."""
    if certificate in seal.certificates:
        return Finding(GOOD, "ok")
    found = next(_otherwise(seal, certificate), None)
    if found is not None:
        return found
    unknown = [name for name, _ in seal.digests if digest(_identifier(name), b"") is None]
    if unknown:
        return Finding(CANNOT_TELL, "signer-in-seal.digest-unknown", unknown[0])
    return Finding(BAD, "signer-in-seal.not-listed")


def _otherwise(seal: Seal, certificate: bytes) -> Iterator[Finding]:
    """Ways of being listed other than by the whole certificate, the plainest first."""
    values = {value for _, value in seal.digests}
    if sm3(certificate) in values:
        yield Finding(GOOD, "ok")
    key = key_of(certificate)
    if values and key and sm2.message_digest(key, certificate) in values:
        yield Finding(GOOD, "signer-in-seal.digest-with-z")
    for name, value in seal.digests:
        if digest(_identifier(name), certificate) == value:
            yield Finding(GOOD, "signer-in-seal.other-digest", name)
    if _numbers(certificate) & {_plain(number) for number in seal.numbers}:
        yield Finding(GOOD, "signer-in-seal.by-number")


def _identifier(name: str) -> str:
    """A digest's object identifier, out of a name or itself."""
    return NAMES.get(name.upper().replace("-", "").replace("_", ""), name)


def _numbers(certificate: bytes) -> set[str]:
    """A serial number as it may be written: hexadecimal or decimal."""
    with suppress(DerError):
        serial = read_certificate(certificate).serial
        if serial < 0:  # a maker left out the zero byte before a set top bit
            serial += 1 << 8 * ((-serial - 1).bit_length() // 8 + 1)
        return {f"{serial:X}", str(serial)}
    return set()


def _plain(number: str) -> str:
    """Without gaps, marks and leading zeros."""
    plain = "".join(sign for sign in number.upper() if sign not in " :-\0")
    return plain.removeprefix("0X").lstrip("0") or "0"


def key_of(certificate: bytes) -> bytes | None:
    """The SM2 key of a certificate, None when there is none or it is unreadable."""
    try:
        return read_certificate(certificate).public_key
    except DerError:
        return None
