"""The structures of GB/T 38540-2020 (v4), read leniently from original bytes.

The other generations (GM/T 0031-2014 = v1, GM/T 0031-2025 = v5) are told apart here and named; a
reader of theirs joins READERS.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.codecs import der
from app.codecs.der import DerError, Item

HEADER_ID = "ES"
GENERATIONS = frozenset({1, 4, 5})
CERTIFICATES, DIGESTS = 1, 2  # certListType
MAX_LISTED = 256


class OtherGeneration(Exception):
    """A seal of a generation this version does not judge."""

    def __init__(self, version: int) -> None:
        super().__init__(f"seal version {version}")
        self.version = version


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn on paper, at its true size."""

    kind: str
    data: bytes
    width_mm: int
    height_mm: int


@dataclass(frozen=True, slots=True)
class Seal:
    """SESeal; `raw` and `info` (SES_SealInfo, what the maker signed) are the original bytes."""

    raw: bytes
    info: bytes
    version: int
    maker: str
    seal_id: str
    kind: int
    name: str
    certificates: tuple[bytes, ...]
    digests: tuple[tuple[str, bytes], ...]
    created: datetime
    valid_from: datetime
    valid_until: datetime
    picture: Picture
    critical: tuple[str, ...]  # critical extensions; none is understood
    maker_certificate: bytes
    algorithm: str
    signature: bytes


@dataclass(frozen=True, slots=True)
class SealSignature:
    """SES_Signature; `tbs` (TBS_Sign, what the signer signed) is the original bytes."""

    tbs: bytes
    version: int
    seal: Seal
    signed_at: datetime
    data_hash: bytes
    info: str
    critical: tuple[str, ...]
    certificate: bytes
    algorithm: str
    signature: bytes
    time_stamp: bytes | None


def read_seal(data: bytes) -> Seal:
    """DerError where the shape is wrong, OtherGeneration where it is another's."""
    return _seal(der.read(data))


def read_signature(data: bytes) -> SealSignature:
    """DerError where the shape is wrong, OtherGeneration where it is another's."""
    parts = der.read(data).expect(der.SEQUENCE).items(limit=5)
    if len(parts) == 2:
        raise OtherGeneration(1)
    if len(parts) < 4:
        raise DerError("a signature has four parts")
    tbs = parts[0].expect(der.SEQUENCE).items(limit=6)
    if len(tbs) < 5:
        raise DerError("TBS_Sign has five parts")
    return SealSignature(
        tbs=parts[0].raw,
        version=der.as_integer(tbs[0]),
        seal=_seal(tbs[1]),
        signed_at=der.as_moment(tbs[2]),
        data_hash=der.as_bits(tbs[3]),
        info=der.as_text(tbs[4]),
        critical=_critical(tbs[5:]),
        certificate=der.as_octets(parts[1]),
        algorithm=der.as_oid(parts[2]),
        signature=der.as_bits(parts[3]),
        time_stamp=_time_stamp(parts[4:]),
    )


def seal_picture(seal: bytes) -> tuple[bytes, int, int, str]:
    """Picture bytes, width and height in millimetres, and the seal's name."""
    found = read_seal(seal)
    return found.picture.data, found.picture.width_mm, found.picture.height_mm, found.name


def _seal(item: Item) -> Seal:
    parts = item.expect(der.SEQUENCE).items(limit=5)
    if len(parts) == 2:
        raise OtherGeneration(1)
    if len(parts) < 4:
        raise DerError("a seal has four parts")
    version = _version(parts[0])
    if version not in READERS:
        raise OtherGeneration(version)
    return READERS[version](item, parts)


def _version(info: Item) -> int:
    header = info.expect(der.SEQUENCE).items(limit=8)[0].expect(der.SEQUENCE).items(limit=3)
    if len(header) != 3 or der.as_text(header[0]) != HEADER_ID:
        raise DerError("no header of a seal")
    version = der.as_integer(header[1])
    if version not in GENERATIONS:
        raise DerError(f"no such version: {version}")
    return version


def _seal_v4(item: Item, parts: tuple[Item, ...]) -> Seal:
    info = parts[0].items(limit=5)
    if len(parts) != 4 or len(info) < 4:
        raise DerError("a seal has four parts, and so has what is signed of it")
    header, seal_id, about, picture = info[:4]
    facts = about.expect(der.SEQUENCE).items(limit=7)
    if len(facts) != 7:
        raise DerError("a seal has seven properties")
    certificates, digests = _listed(facts[2], facts[3])
    return Seal(
        raw=item.raw,
        info=parts[0].raw,
        version=4,
        maker=der.as_text(header.items(limit=3)[2]),
        seal_id=der.as_text(seal_id),
        kind=der.as_integer(facts[0]),
        name=der.as_text(facts[1]),
        certificates=certificates,
        digests=digests,
        created=der.as_moment(facts[4]),
        valid_from=der.as_moment(facts[5]),
        valid_until=der.as_moment(facts[6]),
        picture=_picture(picture),
        critical=_critical(info[4:]),
        maker_certificate=der.as_octets(parts[1]),
        algorithm=der.as_oid(parts[2]),
        signature=der.as_bits(parts[3]),
    )


READERS: dict[int, Callable[[Item, tuple[Item, ...]], Seal]] = {4: _seal_v4}


def _listed(kind: Item, listed: Item) -> tuple[tuple[bytes, ...], tuple[tuple[str, bytes], ...]]:
    """Who may sign with the seal: certificates, or digests of certificates."""
    entries = listed.expect(der.SEQUENCE).items(limit=MAX_LISTED)
    match der.as_integer(kind):
        case 1:
            return tuple(map(der.as_octets, entries)), ()
        case 2:
            pairs = [entry.expect(der.SEQUENCE).items(limit=2) for entry in entries]
            if any(len(pair) != 2 for pair in pairs):
                raise DerError("a listed digest has two parts")
            return (), tuple((der.as_text(pair[0]), der.as_octets(pair[1])) for pair in pairs)
        case other:
            raise DerError(f"no such kind of list: {other}")


def _picture(item: Item) -> Picture:
    parts = item.expect(der.SEQUENCE).items(limit=4)
    if len(parts) != 4:
        raise DerError("a picture has four parts")
    width, height = der.as_integer(parts[2]), der.as_integer(parts[3])
    return Picture(der.as_text(parts[0]), der.as_octets(parts[1]), width, height)


def _critical(rest: tuple[Item, ...]) -> tuple[str, ...]:
    """Names of the critical extensions; the block comes bare, in [0] or in an OCTET STRING."""
    if not rest:
        return ()
    block = rest[0].expect(der.SEQUENCE, der.context(0), der.OCTET_STRING)
    if block.tag == der.OCTET_STRING:
        block = der.read(block.content)
    entries = block.items(limit=64)
    if block.tag == der.context(0) and len(entries) == 1 and _is_list(entries[0]):
        entries = entries[0].items(limit=64)
    parted = [entry.expect(der.SEQUENCE).items(limit=3) for entry in entries]
    return tuple(der.as_oid(p[0]) for p in parted if len(p) == 3 and der.as_boolean(p[1]))


def _is_list(item: Item) -> bool:
    """A list of extensions rather than one: it begins with a SEQUENCE, not with a name."""
    inner = item.expect(der.SEQUENCE).items(limit=64)
    return not inner or inner[0].tag == der.SEQUENCE


def _time_stamp(rest: tuple[Item, ...]) -> bytes | None:
    if not rest:
        return None
    return rest[0].expect(der.context(0)).content
