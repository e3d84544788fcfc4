"""Seals and seal signatures of all three generations, read leniently from original bytes.

GM/T 0031-2014 = v1, GB/T 38540-2020 = v4, GM/T 0031-2025 = v5. How a structure is built decides how
it is read; whether it says the same of itself is judged afterwards (app/seal/steps.py).
"""

from dataclasses import dataclass
from datetime import datetime

from app.codecs import der
from app.codecs.der import DerError, Item
from app.seal import fields

HEADER_ID = "ES"
FIRST, LATER, NEWEST = frozenset({1}), frozenset({4, 5}), frozenset({5})
GENERATIONS = FIRST | LATER
SEAL_PARTS = {2: FIRST, 4: LATER, 5: NEWEST}
FACT_COUNTS = {6: FIRST, 7: LATER}
SIGNATURE_PARTS = {2: FIRST, 4: LATER, 5: LATER}
TBS_PARTS = {5: LATER, 6: LATER, 7: FIRST}


class OtherGeneration(Exception):
    """A seal of a generation after those known here, built otherwise than they are."""

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
    """SESeal; `raw` and `info` (what the maker signed) are the original bytes."""

    raw: bytes
    info: bytes
    version: int
    built_as: frozenset[int]  # the generations that are built so
    maker: str
    seal_id: str
    kind: int
    name: str
    certificates: tuple[bytes, ...]
    numbers: tuple[str, ...]  # serial numbers of certificates (v1)
    digests: tuple[tuple[str, bytes], ...]
    created: datetime
    valid_from: datetime
    valid_until: datetime
    picture: Picture
    critical: tuple[str, ...]  # critical extensions; none is understood
    maker_certificate: bytes
    algorithm: str
    signature: bytes
    time_stamp: bytes | None  # v5, over the maker's signature


@dataclass(frozen=True, slots=True)
class SealSignature:
    """SES_Signature; `tbs` (TBS_Sign, what the signer signed) is the original bytes."""

    tbs: bytes
    version: int
    built_as: frozenset[int]
    seal: Seal
    signed_at: datetime | None  # None: a token tells it (v1), or nothing readable does
    time_token: bytes | None  # v1
    data_hash: bytes
    info: str
    critical: tuple[str, ...]
    certificate: bytes
    algorithm: str
    signature: bytes
    time_stamp: bytes | None  # over the signature


def read_seal(data: bytes) -> Seal:
    """DerError where the shape is wrong, OtherGeneration where it is a later one's."""
    return _seal(der.read(data))


def read_signature(data: bytes) -> SealSignature:
    """DerError where the shape is wrong, OtherGeneration where it is a later one's."""
    parts = der.read(data).expect(der.SEQUENCE).items(limit=5)
    tbs = parts[0].expect(der.SEQUENCE).items(limit=7) if parts else ()
    built_as = _built(SIGNATURE_PARTS, parts) & _built(TBS_PARTS, tbs)
    if not built_as:
        raise DerError(f"a signature of {len(parts)} parts, {len(tbs)} of them signed")
    seal = _seal(tbs[1])
    moment, token = _time(tbs[2], built_as)
    who = tbs[5:] if built_as == FIRST else parts[1:3]
    rest = () if built_as == FIRST else parts[4:]
    return SealSignature(
        tbs=parts[0].raw,
        version=der.as_integer(tbs[0]),
        built_as=built_as,
        seal=seal,
        signed_at=moment,
        time_token=token,
        data_hash=fields.whole_octets(tbs[3]),
        info=der.as_text(tbs[4]),
        critical=() if built_as == FIRST else fields.critical(tbs[5:]),
        certificate=fields.certificate(who[0]),
        algorithm=fields.algorithm(who[1]),
        signature=fields.whole_octets(parts[1] if built_as == FIRST else parts[3]),
        time_stamp=fields.time_stamp(rest),
    )


def _built(counts: dict[int, frozenset[int]], parts: tuple[Item, ...]) -> frozenset[int]:
    return counts.get(len(parts), frozenset())


def _time(item: Item, built_as: frozenset[int]) -> tuple[datetime | None, bytes | None]:
    if built_as == FIRST:
        return fields.time_info(item)
    return der.as_moment(item), None


def _seal(item: Item) -> Seal:
    """What cannot be read is a later generation where its header says so."""
    parts = item.expect(der.SEQUENCE).items(limit=8)
    version, maker = _header(parts)
    try:
        return _read(item, parts, version, maker)
    except DerError as trouble:
        if version > max(GENERATIONS):
            raise OtherGeneration(version) from trouble
        raise


def _header(parts: tuple[Item, ...]) -> tuple[int, str]:
    info = parts[0].expect(der.SEQUENCE).items(limit=8) if parts else ()
    header = info[0].expect(der.SEQUENCE).items(limit=3) if info else ()
    if len(header) != 3 or der.as_text(header[0]) != HEADER_ID:
        raise DerError("no header of a seal")
    return der.as_integer(header[1], most=4), der.as_text(header[2])


def _read(item: Item, parts: tuple[Item, ...], version: int, maker: str) -> Seal:
    info = parts[0].items(limit=5)
    facts = info[2].expect(der.SEQUENCE).items(limit=7) if len(info) > 3 else ()
    built_as, signer = _signer(parts)
    certificates, numbers, digests = _listed(facts)
    created, valid_from, valid_until = map(der.as_moment, facts[-3:])
    return Seal(
        raw=item.raw,
        info=_signed(parts[0], signer, built_as),
        version=version,
        built_as=built_as & _built(FACT_COUNTS, facts),
        maker=maker,
        seal_id=der.as_text(info[1]),
        kind=der.as_integer(facts[0]),
        name=der.as_text(facts[1]),
        certificates=certificates,
        numbers=numbers,
        digests=digests,
        created=created,
        valid_from=valid_from,
        valid_until=valid_until,
        picture=_picture(info[3]),
        critical=fields.critical(info[4:]),
        maker_certificate=fields.certificate(signer[0]),
        algorithm=fields.algorithm(signer[1]),
        signature=fields.whole_octets(signer[2]),
        time_stamp=fields.time_stamp(parts[4:]),
    )


def _signer(parts: tuple[Item, ...]) -> tuple[frozenset[int], tuple[Item, ...]]:
    """The maker's certificate, algorithm and signature: beside SES_SealInfo, in v1 inside."""
    built_as = _built(SEAL_PARTS, parts)
    signer = parts[1].expect(der.SEQUENCE).items(limit=3) if built_as == FIRST else parts[1:4]
    if not built_as or len(signer) != 3:
        raise DerError(f"a seal of {len(parts)} parts")
    return built_as, signer


def _signed(info: Item, signer: tuple[Item, ...], built_as: frozenset[int]) -> bytes:
    """v1: its maker signs a new SEQUENCE of the same elements; only the outer header is new."""
    if built_as == FIRST:
        return der.sequence(info.raw, signer[0].raw, signer[1].raw)
    return info.raw


def _listed(facts: tuple[Item, ...]) -> fields.Listed:
    match len(facts):
        case 6:
            entries = facts[2].expect(der.SEQUENCE).items(limit=fields.MAX_LISTED)
            return fields.listed_certificates(entries)
        case 7:
            return fields.listed(facts[2], facts[3])
        case count:
            raise DerError(f"a seal of {count} properties")


def _picture(item: Item) -> Picture:
    parts = item.expect(der.SEQUENCE).items(limit=4)
    if len(parts) != 4:
        raise DerError("a picture has four parts")
    width, height = der.as_integer(parts[2]), der.as_integer(parts[3])
    return Picture(der.as_text(parts[0]), der.as_octets(parts[1]), width, height)
