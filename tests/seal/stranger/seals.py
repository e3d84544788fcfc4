"""Seals, seal signatures and SignedData of every generation, from the facts of section 1."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from tests.seal.stranger.asn1 import (
    bits,
    explicit,
    generalized,
    ia5,
    integer,
    octets,
    oid,
    seq,
    tlv,
    utc,
    utf8,
)
from tests.seal.stranger.people import DAY, NOW, NULL, SM2_SM3, Hall, Person, sm3

GM = "1.2.156.10197.6.1.4.2"
SM3, SM2_SIGN = "1.2.156.10197.1.401", "1.2.156.10197.1.301.1"
Maker = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Recipe:
    """A seal and a signature with it; every part can be made odd."""

    hall: Hall
    generation: int = 4
    # the seal
    maker: Person | None = None
    listed: tuple[bytes, ...] | None = None  # entries as written; the signer unless given
    list_kind: int = 1
    seal_version: int | None = None
    created: datetime = NOW - 30 * DAY
    since: datetime = NOW - 30 * DAY
    until: datetime = NOW + 300 * DAY
    date: Callable[[datetime], bytes] | None = None
    text: Callable[[str], bytes] = ia5
    seal_extra: bytes = b""
    seal_stamp: bytes = b""
    seal_signs: Maker | None = None
    wide: int = 0  # length bytes of SES_SealInfo and TBS_Sign
    # the signature
    signer: Person | None = None
    version: int | None = None
    said: bytes = b""
    z: bytes = b""  # hashed before the document
    data_hash: bytes = b""  # in the place of the document's
    extra: bytes = b""
    stamp: bytes = b""
    signs: Maker | None = None
    algorithm: bytes = oid(SM2_SM3)
    form: Callable[[bytes], bytes] = bits

    def but(self, **changes: object) -> "Recipe":
        return replace(self, **changes)

    def seal(self) -> bytes:
        maker = self.maker or self.hall.maker
        info = self._info()
        named = octets(maker.certificate) + self.algorithm
        first = self.generation == 1
        value = (self.seal_signs or maker.sign)(seq(info, named) if first else info)
        if first:
            return seq(info, seq(named, self.form(value)))
        return seq(info, named, self.form(value), self.seal_stamp)

    def signature(self, document: bytes) -> bytes:
        signer = self.signer or self.hall.signer
        named = octets(signer.certificate) + self.algorithm
        body = self._to_be_signed(document, named)
        value = (self.signs or signer.sign)(body)
        if self.generation == 1:
            return seq(body, self.form(value))
        return seq(body, named, self.form(value), self.stamp)

    def _info(self) -> bytes:
        dates = map(
            self.date or (utc if self.generation == 1 else generalized),
            (self.created, self.since, self.until),
        )
        version = integer(self.seal_version or self.generation)
        return seq(
            seq(self.text("ES"), version, self.text("HALL")),
            self.text("51010000001"),
            seq(integer(1), utf8("某县行政审批专用章"), self._listing(), *dates),
            seq(self.text("PNG"), octets(b"\x89PNG not drawn"), integer(42), integer(42)),
            self.seal_extra,
            wide=self.wide,
        )

    def _listing(self) -> bytes:
        signer = self.signer or self.hall.signer
        entries = (octets(signer.certificate),) if self.listed is None else self.listed
        kind = b"" if self.generation == 1 else integer(self.list_kind)
        return kind + seq(*entries)

    def _to_be_signed(self, document: bytes, named: bytes) -> bytes:
        first = self.generation == 1
        said = bits(NOW.strftime("%Y%m%d%H%M%SZ").encode()) if first else generalized(NOW)
        return seq(
            integer(self.version or self.generation),
            self.seal(),
            self.said or said,
            bits(self.data_hash or sm3(self.z + document)),
            ia5("/ByteRange"),
            named if first else self.extra,
            wide=self.wide,
        )


@dataclass(frozen=True)
class Cms:
    """SignedData of GB/T 35275 or of PKCS#7, with SM2."""

    signer: Person
    base: str = GM
    attributes: bool = True
    null: bool = True
    said: bytes = b""  # a digest in the place of the content's
    signs: Maker | None = None

    def signature(self, document: bytes) -> bytes:
        kind, data = f"{self.base}.2", f"{self.base}.1"
        body = seq(
            integer(1),
            tlv(0x31, self._hash()),
            seq(oid(data)),
            explicit(0, self.signer.certificate),
            tlv(0x31, self._signer_info(document, data)),
        )
        return seq(oid(kind), explicit(0, body))

    def _hash(self) -> bytes:
        return seq(oid(SM3), NULL if self.null else b"")

    def _signer_info(self, document: bytes, data: str) -> bytes:
        signed = b""
        if self.attributes:
            kind = seq(oid("1.2.840.113549.1.9.3"), tlv(0x31, oid(data)))
            digest = octets(self.said or sm3(document))
            digest = seq(oid("1.2.840.113549.1.9.4"), tlv(0x31, digest))
            signed = kind + digest + seq(oid("1.2.840.113549.1.9.5"), tlv(0x31, utc(NOW)))
        value = (self.signs or self.signer.sign)(tlv(0x31, signed) if signed else document)
        return seq(
            integer(1),
            seq(self._issuer(), integer(0x51C3)),
            self._hash(),
            explicit(0, signed) if signed else b"",
            seq(oid(SM2_SIGN), NULL if self.null else b""),
            octets(value),
        )

    def _issuer(self) -> bytes:
        return Person("Root", b"", b"").subject()


PKCS7 = "1.2.840.113549.1.7"
