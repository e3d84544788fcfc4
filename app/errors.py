"""The two kinds of trouble that are nobody's bug; everything else goes to the crash report."""

import errno
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

NO_ROOM = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


class Refused(Exception):
    """The rules say no. `article`: a requirement id (A8-4), No.42 and such, or none."""

    def __init__(self, article: str, code: str, **facts: str | int) -> None:
        super().__init__(f"{article} {code}".strip())
        self.article = article
        self.code = code
        self.facts: Mapping[str, str | int] = MappingProxyType(facts)


class Unavailable(Exception):
    """A device, the network, the store or a unit does not answer now; there is a next step."""

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, str | int] = MappingProxyType(facts)


def denied(error: OSError) -> Unavailable:
    """What the system did not give us: room, or a file or folder that can be used."""
    if error.errno in NO_ROOM:
        return Unavailable("store.full")
    name = Path(str(error.filename or "")).name or "?"
    return Unavailable("place.unusable", name=name, why=error.strerror or "?")
