"""Names of operations: UUID version 7, in the order they were made as far as the clock is right."""

import secrets
import uuid


def uuid7(milliseconds: int) -> str:
    """RFC 9562 section 5.7: 48 bits of Unix time, the rest random."""
    bits = (milliseconds & (1 << 48) - 1) << 80 | secrets.randbits(80)
    bits = bits & ~(0xF << 76) | 0x7 << 76
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=bits))
