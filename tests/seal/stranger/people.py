"""Throw-away SM2 keys and certificates with the oddities that are met; gmssl signs."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import gmssl_pyx

from tests.seal.stranger.asn1 import (
    bits,
    explicit,
    generalized,
    integer,
    octets,
    oid,
    seq,
    tlv,
    utf8,
)

NOW = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)
DAY = timedelta(days=1)
SM2_SM3, CURVE, EC_KEY = "1.2.156.10197.1.501", "1.2.156.10197.1.301", "1.2.840.10045.2.1"
SIGNING, ISSUING = b"\3\2\6\xc0", b"\3\2\1\6"
PARAMETERS = bytes.fromhex(  # a, b and the base point of GB/T 32918.5
    "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFC"
    "28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93"
    "32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7"
    "BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0"
)
NULL, TRUE, FALSE = b"\5\0", b"\1\1\xff", b"\1\1\0"


@dataclass(frozen=True)
class Person:
    """A key pair, the name it goes by and its certificate."""

    name: str
    public: bytes
    private: bytes
    certificate: bytes = b""

    def sign(self, message: bytes) -> bytes:
        """DER SEQUENCE{r, s} over SM3(Z, message), with the usual ID."""
        return gmssl_pyx.sm2_sign(self.private, self.public, message)

    def raw(self, message: bytes) -> bytes:
        """r and s, 32 bytes each, one after the other."""
        return raw(self.sign(message))

    def subject(self) -> bytes:
        return seq(tlv(0x31, seq(oid("2.5.4.3"), utf8(self.name))))


def raw(signature: bytes) -> bytes:
    first = signature[4 : 4 + signature[3]]
    return b"".join(each[-32:].rjust(32, b"\0") for each in (first, signature[6 + len(first) :]))


def sm3(data: bytes) -> bytes:
    return bytes(gmssl_pyx.sm3_hash(data))


def z(person: Person) -> bytes:
    """What binds a key and its ID to a message: SM3 of ID, curve, base point and key."""
    return sm3(b"\0\x80" + b"1234567812345678" + PARAMETERS + person.public)


def born(name: str) -> Person:
    public, private = gmssl_pyx.sm2_key_generate()
    return Person(name, bytes(public), bytes(private))


def extension(name: str, value: bytes, *, critical: bool = False) -> bytes:
    return seq(oid(name), TRUE if critical else b"", octets(value))


def usage(flags: bytes) -> bytes:
    return extension("2.5.29.15", flags, critical=True)


FALSE_CONSTRAINTS = extension("2.5.29.19", seq(FALSE))
AUTHORITY = extension("2.5.29.19", seq(TRUE), critical=True)
CHINESE_MAIL = extension("2.5.29.17", seq(tlv(0x81, "章@例".encode())))


def key_id(person: Person) -> bytes:
    return sm3(person.public)[:20]


def names_key(issuer: Person) -> bytes:
    """AuthorityKeyIdentifier: the issuer's key, not only its name."""
    return extension("2.5.29.35", seq(tlv(0x80, key_id(issuer))))


def certified(
    who: Person,
    by: Person,
    *extensions: bytes,
    serial: int = 0x51C3,
    since: datetime = NOW - 365 * DAY,
    until: datetime = NOW + 365 * DAY,
    parameters: bytes = b"",
    more_subject: bytes = b"",
    signed_by: Person | None = None,
) -> Person:
    """`signed_by`: a key that is not the named issuer's."""
    algorithm = seq(oid(SM2_SM3), parameters)
    subject = who.subject() if not more_subject else seq(who.subject()[2:], more_subject)
    body = seq(
        explicit(0, integer(2)),
        integer(serial),
        algorithm,
        by.subject(),
        seq(generalized(since), generalized(until)),
        subject,
        seq(seq(oid(EC_KEY), oid(CURVE)), bits(b"\4" + who.public)),
        explicit(3, seq(*(extensions or (usage(SIGNING),)))),
    )
    return replace(who, certificate=seq(body, algorithm, bits((signed_by or by).sign(body))))


def root(name: str) -> Person:
    alone = born(name)
    own = extension("2.5.29.14", octets(key_id(alone)))
    return certified(alone, alone, AUTHORITY, usage(ISSUING), own, serial=1)


@dataclass(frozen=True)
class Hall:
    """Those a sample is made with."""

    root: Person
    maker: Person
    signer: Person
    stranger: Person  # of another root with the same name


def hall() -> Hall:
    top, other = root("Root"), root("Root")
    maker, signer = (certified(born(name), top) for name in ("Maker", "Signer"))
    return Hall(top, maker, signer, certified(born("Signer"), other))
