"""Writes SES_SealInfo, SESeal, TBS_Sign and SES_Signature of GB/T 38540-2020 (v4) as DER."""

from datetime import datetime

from app.codecs import der
from app.seal.certificates import SM2_WITH_SM3
from app.seal.structures import CERTIFICATES, HEADER_ID, Picture


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
) -> bytes:
    """SES_SealInfo v4 with a list of whole certificates; the maker signs these bytes."""
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
        der.text(HEADER_ID, der.IA5_STRING), der.integer(4), der.text(maker, der.IA5_STRING)
    )
    return der.sequence(header, der.text(seal_id, der.IA5_STRING), about, drawn)


def write_seal(info: bytes, certificate: bytes, signature: bytes) -> bytes:
    """SESeal v4 from its signed part and the maker's signature (DER)."""
    return der.sequence(info, der.octets(certificate), der.oid(SM2_WITH_SM3), der.bits(signature))


def write_to_be_signed(seal: bytes, *, at: datetime, data_hash: bytes, info: str) -> bytes:
    """TBS_Sign v4; `seal` goes in byte for byte."""
    return der.sequence(
        der.integer(4),
        seal,
        der.generalized_time(at),
        der.bits(data_hash),
        der.text(info, der.IA5_STRING),
    )


def write_signature(tbs: bytes, certificate: bytes, signature: bytes) -> bytes:
    """SES_Signature v4 without a time stamp."""
    return der.sequence(tbs, der.octets(certificate), der.oid(SM2_WITH_SM3), der.bits(signature))
