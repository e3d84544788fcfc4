"""Extensions of certificates and revocation lists, read leniently and one by one."""

from collections.abc import Callable
from typing import TypeVar

from app.codecs import der
from app.codecs.der import DerError, Item

T = TypeVar("T")


def only(item: Item) -> Item:
    """The one element inside."""
    inner = item.items(limit=1)
    if len(inner) != 1:
        raise DerError("one element belongs here")
    return inner[0]


def first(item: Item) -> Item:
    """The first element inside; a few may follow."""
    inner = item.items(limit=16)
    if not inner:
        raise DerError("nothing is inside")
    return inner[0]


class Extensions:
    """A tagged block of extensions, taken apart as far as it can be."""

    def __init__(self, rest: list[Item], tag: int) -> None:
        self.values: dict[str, bytes] = {}
        self.critical: set[str] = set()
        self.unreadable: list[str] = []
        for block in rest:
            if block.tag == tag:
                self._read(block)

    def _read(self, block: Item) -> None:
        try:
            entries = only(block).items(limit=64)
        except DerError:
            self.unreadable.append("extensions")
            return
        for entry in entries:
            self.add(entry)

    def add(self, entry: Item) -> None:
        """One extension; what cannot be read is noted."""
        name = "extension"
        try:
            parts = entry.items(limit=3)
            name = der.as_oid(parts[0])
            if len(parts) == 3 and der.as_boolean(parts[1]):
                self.critical.add(name)
            self.values[name] = der.as_octets(parts[-1])
        except (DerError, IndexError):
            self.unreadable.append(name)

    def take(self, name: str, read: Callable[[Item], T]) -> T | None:
        """The extension's value as `read` sees it, None where there is none or it is unreadable."""
        value = self.values.get(name)
        if value is None:
            return None
        try:
            return read(der.read(value))
        except DerError:
            self.unreadable.append(name)
            return None
