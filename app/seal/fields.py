"""Fields of seals and signatures as they are met in the field: odd types, tags, wrappings."""

from contextlib import suppress
from datetime import datetime

from app.codecs import der
from app.codecs.der import DerError, Item
from app.codecs.moments import read_moment

MAX_LISTED, MAX_EXTENSIONS, MAX_WRAPPINGS = 256, 64, 4
CERTIFICATES = 1  # certListType; 2 are digests
NOT_READABLE = "unreadable"  # stands for a condition that nobody can know
NUMBER_STRINGS = frozenset({der.IA5_STRING, der.PRINTABLE_STRING, der.UTF8_STRING})

Listed = tuple[tuple[bytes, ...], tuple[str, ...], tuple[tuple[str, bytes], ...]]


def algorithm(item: Item) -> str:
    """An object identifier, also inside an AlgorithmIdentifier, with NULL or without."""
    if item.tag == der.SEQUENCE:
        inner = item.items(limit=2)
        if not inner:
            raise DerError("no algorithm is named")
        return der.as_oid(inner[0])
    return der.as_oid(item)


def certificate(item: Item) -> bytes:
    """The certificate's bytes, in an OCTET STRING or bare."""
    return item.raw if item.tag == der.SEQUENCE else der.as_octets(item)


def whole_octets(item: Item) -> bytes:
    """A signature or a digest: a BIT STRING, in the field also an OCTET STRING."""
    return item.content if item.tag == der.OCTET_STRING else der.as_bits(item)


def listed_certificates(entries: tuple[Item, ...]) -> Listed:
    """Who may sign: whole certificates, or (v1) the serial numbers of certificates as text."""
    numbers = tuple(der.as_text(entry) for entry in entries if entry.tag in NUMBER_STRINGS)
    whole = tuple(certificate(entry) for entry in entries if entry.tag not in NUMBER_STRINGS)
    return whole, numbers, ()


def listed(kind: Item, entries: Item) -> Listed:
    """v4 and v5: whole certificates or digests of certificates, as `kind` says."""
    inner = entries.expect(der.SEQUENCE).items(limit=MAX_LISTED)
    match der.as_integer(kind):
        case 1:
            return listed_certificates(inner)
        case 2:
            return (), (), tuple(map(_digest, inner))
        case other:
            raise DerError(f"no such kind of list: {other}")


def _digest(entry: Item) -> tuple[str, bytes]:
    """CertDigestObj: the digest's name (text or identifier) and its value."""
    pair = entry.expect(der.SEQUENCE).items(limit=2)
    if len(pair) != 2:
        raise DerError("a listed digest has two parts")
    named = pair[0].tag in (der.OID, der.SEQUENCE)
    name = algorithm(pair[0]) if named else der.as_text(pair[0])
    return name.strip(" \0"), whole_octets(pair[1])


def critical(rest: tuple[Item, ...]) -> tuple[str, ...]:
    """Names of the critical extensions; the block comes bare, in [0] or in an OCTET STRING."""
    if not rest:
        return ()
    block = rest[0].expect(der.SEQUENCE, der.context(0), der.OCTET_STRING)
    try:
        parted = [each.expect(der.SEQUENCE).items(limit=3) for each in _entries(block)]
        return tuple(der.as_oid(p[0]) for p in parted if len(p) == 3 and der.as_boolean(p[1]))
    except (DerError, IndexError):
        return (NOT_READABLE,)


def _entries(block: Item, wrappings: int = MAX_WRAPPINGS) -> tuple[Item, ...]:
    """The extensions, out of up to a few wrappings."""
    if not wrappings:
        raise DerError("wrapped too often")
    if block.tag == der.OCTET_STRING:
        return _entries(der.read(block.content), wrappings - 1)
    inner = block.items(limit=MAX_EXTENSIONS)
    if len(inner) == 1 and (inner[0].tag == der.OCTET_STRING or _is_list(inner[0])):
        return _entries(inner[0], wrappings - 1)
    return inner


def _is_list(item: Item) -> bool:
    """A list of extensions rather than one: it begins with a SEQUENCE, not with a name."""
    inner = item.expect(der.SEQUENCE).items(limit=MAX_EXTENSIONS)
    return not inner or inner[0].tag == der.SEQUENCE


def time_stamp(rest: tuple[Item, ...]) -> bytes | None:
    """What stands in the place of a time stamp: [0] EXPLICIT, in the field also without the tag."""
    if not rest:
        return None
    found = rest[0].expect(der.context(0), der.BIT_STRING, der.OCTET_STRING)
    return found.content if found.tag == der.context(0) else found.raw


def time_info(item: Item) -> tuple[datetime | None, bytes | None]:
    """v1: a moment as text, or a time stamp token, in a BIT STRING; neither where it is rubbish."""
    if item.tag in (der.GENERALIZED_TIME, der.UTC_TIME):
        return der.as_moment(item), None
    content = whole_octets(item)
    with suppress(DerError):
        inner = der.read(content)
        if inner.tag in (der.SEQUENCE, der.OCTET_STRING, der.BIT_STRING):
            return None, content
        if inner.tag in (der.GENERALIZED_TIME, der.UTC_TIME):
            return der.as_moment(inner), None
        content = der.as_text(inner).encode()
    return _said(content), None


def _said(content: bytes) -> datetime | None:
    try:
        return read_moment(content.decode("utf-8"))
    except (ValueError, OverflowError):
        return None
