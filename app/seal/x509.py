"""Writes the plain SM2 certificates of a training hall (X.509 v3, SM2 with SM3)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.codecs import der
from app.codecs.chain import sm3
from app.seal.certificates import (
    AUTHORITY_KEY_ID,
    BASIC_CONSTRAINTS,
    COMMON_NAME,
    EC_KEY,
    KEY_USAGE,
    ORGANISATION,
    SM2_CURVE,
    SM2_WITH_SM3,
    SUBJECT_KEY_ID,
)

COUNTRY = "2.5.4.6"
Sign = Callable[[bytes], bytes]  # message → DER signature by the issuer's key


@dataclass(frozen=True, slots=True)
class Party:
    """Who a certificate speaks of."""

    name: str
    organisation: str
    public_key: bytes  # 04 || X || Y

    @property
    def key_id(self) -> bytes:
        return sm3(self.public_key)[:20]

    def written(self) -> bytes:
        country = der.text("CN", der.PRINTABLE_STRING)
        parts = ((COUNTRY, country), *((k, der.text(v)) for k, v in self._texts()))
        return der.sequence(
            *(der.write(der.SET, der.sequence(der.oid(kind), value)) for kind, value in parts)
        )

    def _texts(self) -> tuple[tuple[str, str], ...]:
        return (ORGANISATION, self.organisation), (COMMON_NAME, self.name)


def write_certificate(
    subject: Party,
    issuer: Party,
    sign: Sign,
    *,
    serial: int,
    since: datetime,
    until: datetime,
    usage: tuple[int, ...],
    authority: bool = False,
) -> bytes:
    """DER of a certificate; `usage` are the bits of KeyUsage."""
    algorithm = der.sequence(der.oid(SM2_WITH_SM3))
    tbs = der.sequence(
        der.write(der.context(0), der.integer(2)),
        der.integer(serial),
        algorithm,
        issuer.written(),
        der.sequence(_moment(since), _moment(until)),
        subject.written(),
        _key(subject.public_key),
        der.write(der.context(3), _extensions(subject, issuer, usage, authority)),
    )
    return der.sequence(tbs, algorithm, der.bits(sign(tbs)))


def _moment(at: datetime) -> bytes:
    """UTCTime up to 2049, as X.509 wants it."""
    return der.utc_time(at) if at.year < 2050 else der.generalized_time(at)


def _key(public_key: bytes) -> bytes:
    return der.sequence(der.sequence(der.oid(EC_KEY), der.oid(SM2_CURVE)), der.bits(public_key))


def _extensions(subject: Party, issuer: Party, usage: tuple[int, ...], authority: bool) -> bytes:
    basic = der.sequence(der.boolean(True)) if authority else der.sequence()
    return der.sequence(
        _extension(BASIC_CONSTRAINTS, basic, critical=True),
        _extension(KEY_USAGE, der.flags(*usage), critical=True),
        _extension(SUBJECT_KEY_ID, der.octets(subject.key_id)),
        _extension(AUTHORITY_KEY_ID, der.sequence(der.write(0x80, issuer.key_id))),
    )


def _extension(name: str, value: bytes, *, critical: bool = False) -> bytes:
    mark = der.boolean(True) if critical else b""
    return der.sequence(der.oid(name), mark, der.octets(value))
