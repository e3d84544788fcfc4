"""The few fields of a signing certificate that choosing and checking on a token need."""

from dataclasses import dataclass
from datetime import datetime

from app.codecs import der

COMMON_NAME = "2.5.4.3"
SM2_CURVE = "1.2.156.10197.1.301"
POINT = 65


@dataclass(frozen=True, slots=True)
class Certificate:
    """As read; `public_key` is 04 || X || Y, or None where the key is not an SM2 key."""

    raw: bytes
    name: str
    serial: str
    not_before: datetime
    not_after: datetime
    public_key: bytes | None

    def valid(self, at: datetime) -> bool:
        return self.not_before <= at <= self.not_after


def read(raw: bytes) -> Certificate:
    """One certificate, DER; ValueError where its shape is another."""
    try:
        return _read(raw)
    except IndexError as missing:
        raise der.DerError("fields are missing") from missing


def _read(raw: bytes) -> Certificate:
    fields = der.read(raw).expect(der.SEQUENCE).items()[0].items()
    if fields[0].tag == der.context(0):  # the version, absent in version 1
        fields = fields[1:]
    serial, _, _, validity, subject, key = fields[:6]
    start, end = validity.items()[:2]
    return Certificate(
        raw=raw,
        name=_common_name(subject),
        serial=serial.content.hex().upper(),
        not_before=der.as_moment(start),
        not_after=der.as_moment(end),
        public_key=_sm2_key(key),
    )


def _common_name(subject: der.Item) -> str:
    for part in subject.items():
        for pair in part.items():
            kind, value = pair.items()[:2]
            if der.as_oid(kind) == COMMON_NAME:
                return der.as_text(value)
    return ""


def _sm2_key(key: der.Item) -> bytes | None:
    algorithm, bits = key.items()[:2]
    kind = algorithm.items()
    if len(kind) < 2 or kind[1].tag != der.OID or der.as_oid(kind[1]) != SM2_CURVE:
        return None
    point = der.as_bits(bits)
    return point if len(point) == POINT else None
