"""The recovery key on paper: six groups of five characters and one check character each.

Base 31 without 0, 1, I, L, O: 30 data characters are 148 bits. The check character is a weighted
sum modulo the prime 31 with the group's place in it, so one wrong character, two swapped ones and
two swapped groups are found, and the group is named.
"""

import secrets

from app.errors import Unavailable

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # 31, a prime
GROUPS = 6
DATA = 5


def make() -> str:
    """A new one, as it is shown once."""
    return "-".join(_with_check(place, _random_group()) for place in range(GROUPS))


def read(text: str) -> bytes:
    """The key's data characters; says which group is mistyped."""
    plain = "".join(c for c in text.upper() if c.isalnum())
    size = DATA + 1
    if len(plain) != GROUPS * size:
        raise Unavailable("keys.recovery-length", needed=GROUPS * size, found=len(plain))
    groups = [plain[at : at + size] for at in range(0, len(plain), size)]
    for place, group in enumerate(groups):
        if set(group) - set(LETTERS) or _with_check(place, group[:DATA]) != group:
            raise Unavailable("keys.recovery-mistyped", group=place + 1)
    return "".join(group[:DATA] for group in groups).encode("ascii")


def _random_group() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(DATA))


def _with_check(place: int, data: str) -> str:
    weighted = sum((at + 2) * LETTERS.index(c) for at, c in enumerate(data))
    return data + LETTERS[(weighted + 7 * (place + 1)) % len(LETTERS)]
