"""SignedData read leniently: CMS, and GB/T 35275 with its own names.

Original bytes are hashed; the signed attributes only change their tag to that of a SET.
"""

from dataclasses import dataclass
from datetime import datetime

from app.codecs import der
from app.codecs.der import DerError, Item
from app.seal.extensions import first, only

SIGNED_DATA, GM_SIGNED_DATA = "1.2.840.113549.1.7.2", "1.2.156.10197.6.1.4.2.2"
CONTENT_TYPE, MESSAGE_DIGEST, SIGNING_TIME = (
    "1.2.840.113549.1.9.3",
    "1.2.840.113549.1.9.4",
    "1.2.840.113549.1.9.5",
)
STAMP = "1.2.840.113549.1.9.16.2.14"
SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.47"
SHA_256 = "2.16.840.1.101.3.4.2.1"  # what SIGNING_CERTIFICATE means when it names none
MAX_SIGNERS, MAX_CERTIFICATES, MAX_ATTRIBUTES = 4, 64, 32
VERSIONS, PARAMETERS = range(6), (der.NULL, der.OID, der.SEQUENCE)


@dataclass(frozen=True, slots=True)
class SignerInfo:
    """One signer; `attributes` are the bytes signed in the content's place, None without them."""

    issuer: bytes | None
    serial: int | None
    key_id: bytes | None
    digest: str
    algorithm: str
    signature: bytes
    attributes: bytes | None
    content_type: str | None
    message_digest: bytes | None
    signed_at: datetime | None
    certificate_digest: tuple[str, bytes] | None
    stamp: bytes | None  # a time stamp token over the signature


@dataclass(frozen=True, slots=True)
class SignedData:
    """`content` is None where it is kept elsewhere (detached)."""

    kind: str  # SignedData for GB/T 35275, CMS
    content_type: str
    content: bytes | None
    certificates: tuple[bytes, ...]
    signers: tuple[SignerInfo, ...]


def read(data: bytes) -> SignedData:
    """DerError where the shape is wrong."""
    outer = der.read(data).expect(der.SEQUENCE).items(limit=2)
    name = der.as_oid(outer[0]) if len(outer) == 2 else ""
    if name not in (SIGNED_DATA, GM_SIGNED_DATA):
        raise DerError("no signed data")
    parts = only(outer[1].expect(der.context(0))).expect(der.SEQUENCE).items(limit=6)
    if len(parts) < 4:
        raise DerError("signed data has more parts")
    _version(parts[0])
    for each in parts[1].expect(der.SET).items(limit=MAX_SIGNERS):
        _name(each)
    kind, content = _content(parts[2])
    listed = [part for part in parts[3:-1] if part.tag == der.context(0)]
    certificates = listed[0].items(limit=MAX_CERTIFICATES) if listed else ()
    return SignedData(
        kind="SignedData" if name == GM_SIGNED_DATA else "CMS",
        content_type=kind,
        content=content,
        certificates=tuple(each.raw for each in certificates if each.tag == der.SEQUENCE),
        signers=tuple(map(_signer, parts[-1].expect(der.SET).items(limit=MAX_SIGNERS))),
    )


def _content(item: Item) -> tuple[str, bytes | None]:
    """In older makers' data the content may be the structure itself; what it holds is signed."""
    parts = item.expect(der.SEQUENCE).items(limit=2)
    if not parts:
        raise DerError("the content has no type")
    if len(parts) == 1:
        return der.as_oid(parts[0]), None
    inner = only(parts[1].expect(der.context(0)))
    content = inner.content if inner.tag == der.SEQUENCE else der.as_octets(inner)
    return der.as_oid(parts[0]), content


def _signer(item: Item) -> SignerInfo:
    parts = list(item.expect(der.SEQUENCE).items(limit=7))
    if len(parts) < 5:
        raise DerError("a signer has more parts")
    version, who, hashed, *rest = parts
    _version(version)
    signed = rest.pop(0) if rest[0].tag == der.context(0) else None
    if len(rest) < 2:
        raise DerError("a signer has a signature")
    facts = _attributes(signed) if signed else {}
    unsigned = _attributes(rest[2]) if len(rest) > 2 and rest[2].tag == der.context(1) else {}
    issuer, serial, key_id = _identity(who)
    return SignerInfo(
        issuer=issuer,
        serial=serial,
        key_id=key_id,
        digest=_name(hashed),
        algorithm=_name(rest[0]),
        signature=der.as_octets(rest[1]),
        attributes=_as_set(signed) if signed else None,
        content_type=der.as_oid(facts[CONTENT_TYPE]) if CONTENT_TYPE in facts else None,
        message_digest=der.as_octets(facts[MESSAGE_DIGEST]) if MESSAGE_DIGEST in facts else None,
        signed_at=der.as_moment(facts[SIGNING_TIME]) if SIGNING_TIME in facts else None,
        certificate_digest=_certificate_digest(facts.get(SIGNING_CERTIFICATE)),
        stamp=unsigned[STAMP].raw if STAMP in unsigned else None,
    )


def _as_set(signed: Item) -> bytes:
    """What was hashed: the block as a SET, its length told where it was left open."""
    if signed.raw[1] == der.OPEN:
        return der.write(der.SET, signed.content)
    return bytes((der.SET,)) + signed.raw[1:]


def _version(item: Item) -> None:
    if der.as_integer(item) not in VERSIONS:
        raise DerError("no such version")


def _name(item: Item) -> str:
    """Of an algorithm; its parameters are left out, nothing, a name or a structure."""
    parts = item.expect(der.SEQUENCE).items(limit=2)
    if not parts or any(p.expect(*PARAMETERS).tag == der.NULL and p.content for p in parts[1:]):
        raise DerError("an algorithm has a name")
    return der.as_oid(parts[0])


def _identity(who: Item) -> tuple[bytes | None, int | None, bytes | None]:
    """Issuer and serial number, or the identifier of the key."""
    if who.tag == 0x80:
        return None, None, who.content
    parts = who.expect(der.SEQUENCE).items(limit=2)
    if len(parts) != 2:
        raise DerError("an issuer and a serial number belong here")
    return parts[0].raw, der.as_integer(parts[1]), None


def _attributes(block: Item) -> dict[str, Item]:
    """The first value of each; one that is there twice could be read either way."""
    found: dict[str, Item] = {}
    for entry in block.items(limit=MAX_ATTRIBUTES):
        parts = entry.expect(der.SEQUENCE).items(limit=2)
        if len(parts) != 2:
            raise DerError("an attribute has a name and values")
        name, values = der.as_oid(parts[0]), parts[1].expect(der.SET).items(limit=8)
        if name in found:
            raise DerError("an attribute is there twice")
        if values:
            found[name] = values[0]
    return found


def _certificate_digest(value: Item | None) -> tuple[str, bytes] | None:
    """ESSCertIDv2 of the first, the signer's: hash (SHA-256 unless named) and digest."""
    if value is None:
        return None
    parts = first(first(value.expect(der.SEQUENCE))).expect(der.SEQUENCE).items(limit=3)
    if parts and parts[0].tag == der.OCTET_STRING:
        return SHA_256, parts[0].content
    if len(parts) < 2:
        raise DerError("no certificate is named")
    return _name(parts[0]), der.as_octets(parts[1])
