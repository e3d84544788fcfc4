"""A throw-away SM2 key out of a file; only simulated tokens sign with it."""

from base64 import b64decode
from pathlib import Path
from typing import Protocol

from app.codecs import der
from hardware.errors import NoDevice

SCALAR = 32
HEX_DIGITS = 2 * SCALAR


class SigningKey(Protocol):
    """Signs the finished digest e."""

    def sign(self, digest: bytes) -> tuple[int, int]: ...


class Sm2Key:
    """The private number d, signing through GmSSL."""

    def __init__(self, scalar: bytes) -> None:
        self._scalar = scalar

    def sign(self, digest: bytes) -> tuple[int, int]:
        from gmssl_pyx import sm2_sign_sm3_digest  # the extra `training`; absent on a live counter

        r, s = der.read(sm2_sign_sm3_digest(self._scalar, digest)).items()
        return der.as_integer(r), der.as_integer(s)


def read_key(path: Path) -> Sm2Key:
    """64 hex digits, or a key in PEM or DER (PKCS#8 or SEC 1), not encrypted."""
    try:
        return Sm2Key(_scalar(path.read_bytes()))
    except (OSError, ValueError) as trouble:
        raise NoDevice("simulator.key-unreadable") from trouble


def _scalar(data: bytes) -> bytes:
    text = data.decode("ascii", "ignore").strip()
    if len(text) == HEX_DIGITS and not text.startswith("-"):
        return bytes.fromhex(text)
    return _from_der(_unwrapped(text) if text.startswith("-----BEGIN") else data)


def _unwrapped(pem: str) -> bytes:
    lines = [line for line in pem.splitlines() if line and not line.startswith("-----")]
    return b64decode("".join(lines), validate=True)


def _from_der(data: bytes) -> bytes:
    """PKCS#8 wraps SEC 1 in an OCTET STRING behind the algorithm."""
    items = der.read(data).items()
    if len(items) >= 3 and items[1].tag == der.SEQUENCE:
        return _from_der(der.as_octets(items[2]))
    if len(items) < 2 or len(scalar := der.as_octets(items[1])) != SCALAR:
        raise der.DerError("no SM2 key")
    return scalar
