"""The PIN as it goes over the line in GM/T 0017: a random number under a key made from the PIN."""

from typing import Literal

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher, modes
from cryptography.hazmat.primitives.ciphers.algorithms import SM4

PinHash = Literal["sm3", "sha1"]  # public drivers disagree, so a token's profile says which
RANDOM = 8
BLOCK = 16


def pin_block(pin: bytes, random: bytes, pin_hash: PinHash) -> bytes:
    """SM4 over length (little-endian), random, 80 and zeros; the PIN itself is never sent."""
    plain = len(random).to_bytes(2, "little") + random + b"\x80"
    encryptor = Cipher(SM4(_key(pin, pin_hash)), modes.ECB()).encryptor()  # noqa: S305 - the specification's
    return encryptor.update(plain.ljust(BLOCK, b"\0")) + encryptor.finalize()


def _key(pin: bytes, pin_hash: PinHash) -> bytes:
    digest = hashes.Hash(hashes.SM3() if pin_hash == "sm3" else hashes.SHA1())  # noqa: S303
    digest.update(pin)
    return digest.finalize()[:BLOCK]
