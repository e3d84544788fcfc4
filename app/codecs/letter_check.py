"""Digest of a letter's number and check code: all that leaves the paper."""

from app.codecs.chain import sm3_hex


def check_digest(letter_number: str, check_code: str) -> str:
    """What the platform compares a typed check code with; the code itself stays on paper."""
    return sm3_hex(f"letter check\n{letter_number}\n{check_code}".encode())
