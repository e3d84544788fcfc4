"""Certificates, SignedData, time stamps, revocation lists by hand, apart from the verifier.

Object identifiers and numbers are written by asn1crypto; signatures are made by gmssl.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import gmssl_pyx
from asn1crypto import core

from tests.seal.parts import NOW, YEAR, Holder

SM3, SM2_SIGN, SM3_WITH_SM2 = "1.2.156.10197.1.401", "1.2.156.10197.1.301.1", "1.2.156.10197.1.501"
CMS, CMS_DATA = "1.2.840.113549.1.7.2", "1.2.840.113549.1.7.1"
GM, GM_DATA = "1.2.156.10197.6.1.4.2.2", "1.2.156.10197.6.1.4.2.1"
TST_INFO = "1.2.840.113549.1.9.16.1.4"
TIME_STAMPING = "1.3.6.1.5.5.7.3.8"
CONTENT_TYPE, MESSAGE_DIGEST, SIGNING_TIME = (f"1.2.840.113549.1.9.{n}" for n in (3, 4, 5))
SIGNING_CERTIFICATE, STAMP = (f"1.2.840.113549.1.9.16.2.{n}" for n in (47, 14))


def tlv(tag: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    if len(body) < 128:
        return bytes((tag, len(body))) + body
    length = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    return bytes((tag, 128 + len(length))) + length + body


def seq(*parts: bytes) -> bytes:
    return tlv(0x30, *parts)


def octets(body: bytes) -> bytes:
    return tlv(4, body)


def bits(body: bytes) -> bytes:
    return tlv(3, b"\0", body)


def oid(dotted: str) -> bytes:
    return core.ObjectIdentifier(dotted).dump()


def num(value: int) -> bytes:
    return core.Integer(value).dump()


def moment(at: datetime) -> bytes:
    return tlv(0x18, at.astimezone(UTC).strftime("%Y%m%d%H%M%SZ").encode())


def algorithm(name: str) -> bytes:
    return seq(oid(name), b"\5\0")


def sm3(data: bytes) -> bytes:
    return bytes(gmssl_pyx.sm3_hash(data))


# --- certificates ---

FOR_SIGNING, FOR_AUTHORITY, FOR_CERTIFICATES = b"\3\2\6\xc0", b"\3\2\1\x06", b"\3\2\2\x04"


def extension(name: str, value: bytes, *, critical: bool = False) -> bytes:
    return seq(oid(name), b"\1\1\xff" if critical else b"", octets(value))


def basic(*, authority: bool, below: int | None = None) -> bytes:
    length = b"" if below is None else num(below)
    return extension("2.5.29.19", seq(b"\1\1\xff" if authority else b"", length), critical=True)


def usage(flags: bytes) -> bytes:
    return extension("2.5.29.15", flags, critical=True)


def purpose(*names: str) -> bytes:
    return extension("2.5.29.37", seq(*map(oid, names)), critical=True)


def key_ids(holder: Holder, issuer: Holder) -> bytes:
    named = extension("2.5.29.35", seq(tlv(0x80, issuer.party.key_id)))
    return extension("2.5.29.14", octets(holder.party.key_id)) + named


def certified(
    holder: Holder,
    issuer: Holder,
    *extensions: bytes,
    serial: int = 7,
    since: datetime = NOW - YEAR,
    until: datetime = NOW + YEAR,
    way: str = SM3_WITH_SM2,
) -> Holder:
    """The holder with a certificate that has these extensions."""
    key = seq(
        seq(oid("1.2.840.10045.2.1"), oid("1.2.156.10197.1.301")), bits(holder.party.public_key)
    )
    tbs = seq(
        tlv(0xA0, num(2)),
        num(serial),
        seq(oid(way)),
        issuer.party.written(),
        seq(moment(since), moment(until)),
        holder.party.written(),
        key,
        tlv(0xA3, seq(*extensions)),
    )
    der = seq(tbs, seq(oid(way)), bits(issuer.sign_message(tbs)))
    return Holder(holder.party, holder.private_key, der)


def authority(name: str, issuer: Holder | None = None, below: int | None = None) -> Holder:
    """An issuer of certificates, under another one or by itself."""
    holder = Holder.new(name)
    above = issuer or holder
    marks = basic(authority=True, below=below), usage(FOR_AUTHORITY), key_ids(holder, above)
    return certified(holder, above, *marks, serial=7 if issuer else 1)


def signing(name: str, issuer: Holder, **facts: object) -> Holder:
    holder = Holder.new(name)
    return certified(holder, issuer, usage(FOR_SIGNING), key_ids(holder, issuer), **facts)


# --- revocation lists ---


def revoked(serial: int, at: datetime, *extensions: bytes) -> bytes:
    more = seq(*extensions) if extensions else b""
    return seq(num(serial), moment(at), more)


def revocation_list(
    issuer: Holder,
    *entries: bytes,
    made: datetime = NOW,
    next: datetime | None = NOW + timedelta(days=30),
    extensions: tuple[bytes, ...] = (),
) -> bytes:
    tbs = seq(
        num(1),
        seq(oid(SM3_WITH_SM2)),
        issuer.party.written(),
        moment(made),
        moment(next) if next else b"",
        seq(*entries) if entries else b"",
        tlv(0xA0, seq(*extensions)) if extensions else b"",
    )
    return seq(tbs, seq(oid(SM3_WITH_SM2)), bits(issuer.sign_message(tbs)))


# --- signed data ---


def attribute(name: str, *values: bytes) -> bytes:
    return seq(oid(name), tlv(0x31, *values))


@dataclass(frozen=True, slots=True)
class Signing:
    """How a signer signs; each part can be made odd."""

    holder: Holder
    kind: str = GM
    content_type: str = GM_DATA
    attached: bool = True
    attributes: bool = True
    signed_at: datetime | None = NOW
    digest: str = SM3
    way: str = SM2_SIGN
    by_key_id: bool = False
    certificates: tuple[bytes, ...] | None = None  # the holder's own unless given
    unsigned: tuple[bytes, ...] = ()
    extra: tuple[bytes, ...] = ()  # signed attributes besides
    change: Callable[[bytes], bytes] = bytes  # of the signature
    hash: Callable[[bytes], bytes] = sm3

    def data(self, content: bytes) -> bytes:
        body = tlv(0xA0, octets(content)) if self.attached else b""
        came = self.certificates if self.certificates is not None else (self.holder.der,)
        signed = seq(
            num(1),
            tlv(0x31, algorithm(self.digest)),
            seq(oid(self.content_type), body),
            tlv(0xA0, *came) if came else b"",
            tlv(0x31, self.signer(content)),
        )
        return seq(oid(self.kind), tlv(0xA0, signed))

    def signer(self, content: bytes) -> bytes:
        attributes = self._attributes(content)
        message = tlv(0x31, attributes) if attributes else content
        return seq(
            num(1),
            self._identity(),
            algorithm(self.digest),
            tlv(0xA0, attributes) if attributes else b"",
            algorithm(self.way),
            octets(self.change(self.holder.sign_message(message))),
            tlv(0xA1, *self.unsigned) if self.unsigned else b"",
        )

    def _attributes(self, content: bytes) -> bytes:
        if not self.attributes:
            return b""
        given = [
            attribute(CONTENT_TYPE, oid(self.content_type)),
            attribute(MESSAGE_DIGEST, octets(self.hash(content))),
            *self.extra,
        ]
        if self.signed_at:
            given.append(attribute(SIGNING_TIME, moment(self.signed_at)))
        return b"".join(sorted(given))

    def _identity(self) -> bytes:
        if self.by_key_id:
            return tlv(0x80, self.holder.party.key_id)
        fields = core.Sequence.load(self.holder.der)[0]
        return seq(fields[3].dump(), fields[1].dump())


def names_certificate(der: bytes) -> bytes:
    """The attribute that binds a signature to one certificate, by SHA-256."""
    return attribute(SIGNING_CERTIFICATE, seq(seq(seq(octets(hashlib.sha256(der).digest())))))


# --- time stamps ---


def stamp_info(
    stamped: bytes,
    *,
    at: datetime = NOW,
    nonce: int | None = None,
    digest: str = SM3,
    hashed: bytes = b"",
) -> bytes:
    """TSTInfo; `hashed` in the place of the digest of `stamped`."""
    hashed = hashed or (sm3(stamped) if digest == SM3 else hashlib.sha256(stamped).digest())
    return seq(
        num(1),
        oid("1.2.156.1.2.3"),
        seq(algorithm(digest), octets(hashed)),
        num(41),
        moment(at),
        seq(num(1), tlv(0x80, b"\x02"), tlv(0x81, b"\x01")),
        b"" if nonce is None else num(nonce),
    )


def token(authority: Holder, info: bytes, **changes: object) -> bytes:
    how = Signing(authority, content_type=TST_INFO, kind=CMS, signed_at=None)
    return replace(how, **changes).data(info)


def stamping(name: str, issuer: Holder, **facts: object) -> Holder:
    holder = Holder.new(name)
    marks = usage(FOR_SIGNING), purpose(TIME_STAMPING), key_ids(holder, issuer)
    return certified(holder, issuer, *marks, **facts)
