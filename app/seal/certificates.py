"""Certificates as they are met in the field, read leniently; signatures by their keys."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from app.codecs import der, sm2
from app.codecs.der import DerError, Item
from app.seal import other_keys
from app.seal.extensions import Extensions, first, only

SM2_WITH_SM3 = "1.2.156.10197.1.501"
SM2_SIGNING = frozenset({SM2_WITH_SM3, "1.2.156.10197.1.301.1", "1.2.156.10197.1.301"})
EC_KEY, SM2_CURVE = "1.2.840.10045.2.1", "1.2.156.10197.1.301"
COMMON_NAME, ORGANISATION = "2.5.4.3", "2.5.4.10"
SUBJECT_KEY_ID, KEY_USAGE, BASIC_CONSTRAINTS, AUTHORITY_KEY_ID, EXTENDED_KEY_USAGE = (
    "2.5.29.14",
    "2.5.29.15",
    "2.5.29.19",
    "2.5.29.35",
    "2.5.29.37",
)
UNDERSTOOD = frozenset({SUBJECT_KEY_ID, KEY_USAGE, BASIC_CONSTRAINTS, AUTHORITY_KEY_ID})

DIGITAL_SIGNATURE, NON_REPUDIATION, KEY_CERT_SIGN, CRL_SIGN = 0, 1, 5, 6  # bits of KeyUsage


@dataclass(frozen=True, slots=True)
class Certificate:
    """What the steps need; `raw` and `tbs` are the original bytes."""

    raw: bytes
    tbs: bytes
    version: int
    serial: int
    issuer: bytes
    subject: bytes
    name: str
    not_before: datetime
    not_after: datetime
    public_key: bytes | None  # 04 || X || Y, None where the key is not SM2
    key_info: bytes  # SubjectPublicKeyInfo
    algorithm: str
    signature: bytes
    usage: frozenset[int] | None
    is_authority: bool | None
    path_length: int | None  # how many authorities may stand below this one
    purposes: frozenset[str] | None  # extended key usage
    key_id: bytes | None
    issuer_key_id: bytes | None
    not_understood: tuple[str, ...]  # critical extensions
    unreadable: tuple[str, ...]  # extensions that could not be read: a warning, not a failure


def holds(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Like sm2.verify, remembering the last answers: one seal is judged again with every letter."""
    try:
        r, s = sm2.read_signature(signature)
    except DerError:
        return False
    return _known(public_key, sm2.message_digest(public_key, message), r, s)


def signed_by(
    signer: Certificate, algorithm: str, message: bytes, signature: bytes, digest: str = ""
) -> bool | None:
    """By this key over the message? None: the key or the way of signing is not judged here.

    `digest` names the hash where `algorithm` does not. An SM2 key is asked whatever the name.
    """
    if signer.public_key is not None:
        return holds(signer.public_key, message, signature)
    return other_keys.holds(signer.key_info, algorithm, message, signature, digest)


@lru_cache(maxsize=512)
def _known(public_key: bytes, e: bytes, r: int, s: int) -> bool:
    return sm2.verify_digest(public_key, e, r, s)


@lru_cache(maxsize=64)
def read_certificate(data: bytes) -> Certificate:
    """DerError when it is no X.509 certificate."""
    items = der.read(data).expect(der.SEQUENCE).items(limit=3)
    if len(items) != 3:
        raise DerError("a certificate has three parts")
    tbs, algorithm, signature = items
    fields = list(tbs.expect(der.SEQUENCE).items(limit=16))
    version = 1
    if fields and fields[0].tag == der.context(0):
        version = der.as_integer(only(fields.pop(0))) + 1
    if len(fields) < 6:
        raise DerError("a certificate has more fields")
    serial, _, issuer, validity, subject, key = fields[:6]
    since, until = _two(validity)
    extensions = Extensions(fields[6:], tag=der.context(3))
    return Certificate(
        raw=data,
        tbs=tbs.raw,
        version=version,
        serial=der.as_integer(serial),
        issuer=issuer.raw,
        subject=subject.raw,
        name=_name_of(subject),
        not_before=der.as_moment(since),
        not_after=der.as_moment(until),
        public_key=_sm2_key(key),
        key_info=key.raw,
        algorithm=der.as_oid(first(algorithm.expect(der.SEQUENCE))),
        signature=der.as_bits(signature),
        usage=extensions.take(KEY_USAGE, der.as_flags),
        is_authority=extensions.take(BASIC_CONSTRAINTS, _authority),
        path_length=extensions.take(BASIC_CONSTRAINTS, _path_length),
        purposes=extensions.take(EXTENDED_KEY_USAGE, _purposes),
        key_id=extensions.take(SUBJECT_KEY_ID, der.as_octets),
        issuer_key_id=extensions.take(AUTHORITY_KEY_ID, key_id_of),
        not_understood=tuple(sorted(extensions.critical - UNDERSTOOD)),
        unreadable=tuple(extensions.unreadable),
    )


def _two(item: Item) -> tuple[Item, Item]:
    inner = item.expect(der.SEQUENCE).items(limit=2)
    if len(inner) != 2:
        raise DerError("two elements belong here")
    return inner[0], inner[1]


def _name_of(subject: Item) -> str:
    """The common name, else the organisation, else nothing."""
    found: dict[str, str] = {}
    with suppress(DerError):
        for part in subject.items(limit=64):
            kind, value = _two(first(part))
            found[der.as_oid(kind)] = der.as_text(value)
    return found.get(COMMON_NAME) or found.get(ORGANISATION) or ""


def same_name(one: bytes, other: bytes) -> bool:
    """Two distinguished names, byte for byte or by what they say: strings have several types."""
    try:
        return one == other or _said(one) == _said(other)
    except DerError:
        return False


def _said(name: bytes) -> list[tuple[str, str]]:
    parts = der.read(name).expect(der.SEQUENCE).items(limit=64)
    pairs = [_two(first(part.expect(der.SET))) for part in parts]
    return [(der.as_oid(kind), der.as_text(value)) for kind, value in pairs]


def _sm2_key(item: Item) -> bytes | None:
    algorithm, key = _two(item)
    names = [der.as_oid(part) for part in algorithm.items(limit=4) if part.tag == der.OID]
    if SM2_CURVE not in names or names[0] not in (EC_KEY, SM2_CURVE):
        return None
    point = der.as_bits(key)
    return point if sm2.is_key(point) else None


def _authority(value: Item) -> bool:
    first = value.expect(der.SEQUENCE).items(limit=4)[:1]
    return bool(first) and first[0].tag == der.BOOLEAN and der.as_boolean(first[0])


def _path_length(value: Item) -> int | None:
    numbers = [part for part in value.items(limit=4) if part.tag == der.INTEGER]
    return der.as_integer(numbers[0]) if numbers else None


def _purposes(value: Item) -> frozenset[str]:
    return frozenset(map(der.as_oid, value.expect(der.SEQUENCE).items(limit=64)))


def key_id_of(value: Item) -> bytes | None:
    """The key identifier in an AuthorityKeyIdentifier."""
    return next((part.content for part in value.items(limit=4) if part.tag == 0x80), None)
