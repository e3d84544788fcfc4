"""Signatures by RSA and ECDSA keys, met beside SM2 in the files of others; only to be checked."""

from functools import lru_cache

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import load_der_public_key

SM3, SHA_256, SHA_384, SHA_512 = (
    "1.2.156.10197.1.401",
    "2.16.840.1.101.3.4.2.1",
    "2.16.840.1.101.3.4.2.2",
    "2.16.840.1.101.3.4.2.3",
)
# SHA-1 and MD5 are left out: what they protect can be replaced.
HASHES: dict[str, type[hashes.HashAlgorithm]] = {
    SM3: hashes.SM3,
    f"{SM3}.1": hashes.SM3,
    f"{SM3}.2": hashes.SM3,  # HMAC's name, met where the plain hash is meant
    SHA_256: hashes.SHA256,
    SHA_384: hashes.SHA384,
    SHA_512: hashes.SHA512,
}
PLAIN_RSA, PLAIN_EC = "1.2.840.113549.1.1.1", "1.2.840.10045.2.1"  # the hash is named beside them
RSA = {
    "1.2.840.113549.1.1.11": SHA_256,
    "1.2.840.113549.1.1.12": SHA_384,
    "1.2.840.113549.1.1.13": SHA_512,
}
ECDSA = {
    "1.2.840.10045.4.3.2": SHA_256,
    "1.2.840.10045.4.3.3": SHA_384,
    "1.2.840.10045.4.3.4": SHA_512,
}
LARGEST_KEY, LEAST_RSA_BITS, MOST_RSA_BITS, MOST_EXPONENT = 4096, 2048, 8192, 1 << 33
Key = rsa.RSAPublicKey | ec.EllipticCurvePublicKey


def digest(name: str, data: bytes) -> bytes | None:
    """None: the hash is not known here, or too weak to say anything."""
    if name not in HASHES:
        return None
    state = hashes.Hash(HASHES[name]())
    state.update(data)
    return state.finalize()


def holds(
    key_info: bytes, algorithm: str, message: bytes, signature: bytes, named: str = ""
) -> bool | None:
    """None: this key or way of signing is not judged here. `named`: a hash named elsewhere."""
    key = _key(key_info)
    if isinstance(key, rsa.RSAPublicKey):
        name = named if algorithm == PLAIN_RSA else RSA.get(algorithm, "")
    else:
        name = named if algorithm == PLAIN_EC else ECDSA.get(algorithm, "")
    if key is None or name not in HASHES:
        return None
    return _holds(key, HASHES[name](), message, signature)


def _holds(key: Key, name: hashes.HashAlgorithm, message: bytes, signature: bytes) -> bool:
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, message, padding.PKCS1v15(), name)
        else:
            key.verify(signature, message, ec.ECDSA(name))
    except (InvalidSignature, ValueError):
        return False
    return True


@lru_cache(maxsize=64)
def _key(key_info: bytes) -> Key | None:
    """Of a size that is neither weak nor made to keep the checker busy."""
    if len(key_info) > LARGEST_KEY:
        return None
    try:
        key = load_der_public_key(key_info)
    except (ValueError, UnsupportedAlgorithm):
        return None
    if isinstance(key, rsa.RSAPublicKey):
        sized = LEAST_RSA_BITS <= key.key_size <= MOST_RSA_BITS
        return key if sized and key.public_numbers().e < MOST_EXPONENT else None
    return key if isinstance(key, ec.EllipticCurvePublicKey) else None
