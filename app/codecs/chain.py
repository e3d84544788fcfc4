"""SM3 and the chain made of it: each link holds the digest of the one before.

Leaf and node prefixes as in RFC 6962, with SM3 as the hash (named sm3-rfc6962 on the wire).
"""

from collections.abc import Sequence

from cryptography.hazmat.primitives.hashes import SM3, Hash

START = "0" * 64  # what the first link holds as `prev`


def sm3(data: bytes) -> bytes:
    """32 bytes (GB/T 32905)."""
    state = Hash(SM3())
    state.update(data)
    return state.finalize()


def sm3_hex(data: bytes) -> str:
    """64 lower-case hexadecimal digits."""
    return sm3(data).hex()


def link(entry: bytes) -> str:
    """Digest of one chain entry's canonical bytes (which include `prev`), in hexadecimal."""
    return sm3(b"\x00" + entry).hex()


def merkle_root(leaves: Sequence[bytes]) -> bytes:
    """Root over entries (not yet hashed), RFC 6962 section 2.1 with SM3."""
    return _root([sm3(b"\x00" + leaf) for leaf in leaves])


def _root(hashes: Sequence[bytes]) -> bytes:
    if not hashes:
        return sm3(b"")
    if len(hashes) == 1:
        return hashes[0]
    split = 1 << ((len(hashes) - 1).bit_length() - 1)
    return sm3(b"\x01" + _root(hashes[:split]) + _root(hashes[split:]))
