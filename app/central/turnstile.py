"""So many questions a minute from one address, and so many from all together."""

import ipaddress

from app.clock import Clock

WINDOW = 60.0  # seconds
EACH = 30
TOGETHER = 600  # also the most addresses that are remembered at a time
IPV6_HOUSEHOLD = 64  # bits; below them one subscriber may choose as many addresses as he likes


class Turnstile:
    """Asked by the event loop only. It forgets every address at the end of the minute."""

    def __init__(self, clock: Clock, *, each: int = EACH, together: int = TOGETHER) -> None:
        self._clock, self._each, self._together = clock, each, together
        self._ends = 0.0
        self._passed = 0
        self._came: dict[str, int] = {}

    def wait(self, address: str) -> int:
        """0 lets pass; else the seconds until it is worth asking again."""
        now = self._clock.monotonic()
        if now >= self._ends:
            self._ends, self._passed, self._came = now + WINDOW, 0, {}
        who = household(address)
        if self._passed >= self._together or self._came.get(who, 0) >= self._each:
            return max(1, round(self._ends - now))
        self._passed += 1
        self._came[who] = self._came.get(who, 0) + 1
        return 0

    def __len__(self) -> int:
        return len(self._came)


def household(address: str) -> str:
    """What counts as one asker; whatever is no address counts as one together."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((int(found), IPV6_HOUSEHOLD), strict=False))
