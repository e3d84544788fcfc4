"""Writes SES_SealInfo, SESeal, TBS_Sign and SES_Signature as DER.

GB/T 38540-2020 (v4) and GM/T 0031-2025 (v5) differ by the version and a time stamp on the seal.
"""

from datetime import datetime

from app.codecs import der
from app.seal.certificates import SM2_WITH_SM3
from app.seal.fields import CERTIFICATES
from app.seal.structures import HEADER_ID, Picture


def write_seal_info(
    *,
    maker: str,
    seal_id: str,
    kind: int,
    name: str,
    certificates: tuple[bytes, ...],
    created: datetime,
    valid_from: datetime,
    valid_until: datetime,
    picture: Picture,
    version: int = 4,
) -> bytes:
    """SES_SealInfo with a list of whole certificates; the maker signs these bytes."""
    moments = map(der.generalized_time, (created, valid_from, valid_until))
    listed = der.sequence(*map(der.octets, certificates))
    about = der.sequence(
        der.integer(kind), der.text(name), der.integer(CERTIFICATES), listed, *moments
    )
    drawn = der.sequence(
        der.text(picture.kind, der.IA5_STRING),
        der.octets(picture.data),
        der.integer(picture.width_mm),
        der.integer(picture.height_mm),
    )
    header = der.sequence(
        der.text(HEADER_ID, der.IA5_STRING), der.integer(version), der.text(maker, der.IA5_STRING)
    )
    return der.sequence(header, der.text(seal_id, der.IA5_STRING), about, drawn)


def write_seal(info: bytes, certificate: bytes, signature: bytes) -> bytes:
    """SESeal from its signed part and the maker's signature (DER)."""
    return der.sequence(info, der.octets(certificate), der.oid(SM2_WITH_SM3), der.bits(signature))


def write_to_be_signed(
    seal: bytes, *, at: datetime, data_hash: bytes, info: str, version: int = 4
) -> bytes:
    """TBS_Sign; `seal` goes in byte for byte, `version` is its own."""
    return der.sequence(
        der.integer(version),
        seal,
        der.generalized_time(at),
        der.bits(data_hash),
        der.text(info, der.IA5_STRING),
    )


def write_signature(
    tbs: bytes, certificate: bytes, signature: bytes, time_stamp: bytes | None = None
) -> bytes:
    """SES_Signature; `time_stamp` (DER) goes into [0] as a BIT STRING."""
    stamp = b"" if time_stamp is None else der.write(der.context(0), der.bits(time_stamp))
    signed = (der.octets(certificate), der.oid(SM2_WITH_SM3), der.bits(signature))
    return der.sequence(tbs, *signed, stamp)
