"""Times as they are written in seals, signatures and their containers."""

import re
from datetime import UTC, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")  # what a time without a zone means here
ZONE = r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?"
DIGITS = re.compile(
    r"(\d{4})(\d\d)(\d\d)[T ]?(\d\d)(\d\d)(?:(\d\d)(?:[.,](\d+))?)?" + ZONE,
    re.ASCII | re.IGNORECASE,
)
PARTED = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[T ]?\s*"
    r"(\d{1,2})[:时](\d{1,2})分?(?::?(\d{1,2})秒?(?:[.,](\d+))?)?" + ZONE,
    re.ASCII | re.IGNORECASE,
)
MOST = 64  # characters


def read_moment(text: str) -> datetime:
    """20200716080427.763Z, 2020-07-16T16:04:27+08:00, 2020-07-16 16:04:27 and their like, aware.

    Without a zone it is China's time. ValueError or OverflowError for anything else.
    """
    plain = text.strip(" \t\r\n\0")
    found = None if len(plain) > MOST else DIGITS.fullmatch(plain) or PARTED.fullmatch(plain)
    if found is None:
        raise ValueError("no time")
    *parts, fraction, zone = found.groups()
    year, month, day, hour, minute, second = (int(part or 0) for part in parts)
    microsecond = int(((fraction or "") + "000000")[:6])
    return datetime(year, month, day, hour, minute, second, microsecond, _zone(zone))


def _zone(text: str | None) -> timezone:
    if text is None:
        return CHINA
    if text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    span = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(span if text[0] == "+" else -span)
