"""The two kinds of trouble that are nobody's bug; everything else goes to the crash report."""

from collections.abc import Mapping
from types import MappingProxyType


class Refused(Exception):
    """The rules say no. `article` is a requirement id (A8-4), `code` a key of problems.py."""

    def __init__(self, article: str, code: str, **facts: str | int) -> None:
        super().__init__(f"{article} {code}")
        self.article = article
        self.code = code
        self.facts: Mapping[str, str | int] = MappingProxyType(facts)


class Unavailable(Exception):
    """A device, the network, the store or a unit does not answer now; there is a next step."""

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, str | int] = MappingProxyType(facts)
