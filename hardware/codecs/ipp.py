"""Requests to and answers of a print service (IPP, RFC 8010): just the value types that we use."""

from collections.abc import Iterable
from dataclasses import dataclass, field

VERSION = b"\x02\x00"
OPERATION, JOB, END, PRINTER = 0x01, 0x02, 0x03, 0x04
FIRST_VALUE_TAG = 0x10
INTEGER, BOOLEAN, ENUM = 0x21, 0x22, 0x23
NAME, KEYWORD, URI, CHARSET, LANGUAGE, MEDIA_TYPE = 0x42, 0x44, 0x45, 0x47, 0x48, 0x49
TEXTS = range(0x41, 0x4A)
MAX_BYTES = 4 << 20

Value = int | bool | str | bytes
Attribute = tuple[int, str, Value]


@dataclass(frozen=True, slots=True)
class Group:
    """Attributes that belong together: of the operation, of one printer, of one job."""

    tag: int
    values: dict[str, list[Value]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        return next((value for value in self.values.get(name, ()) if isinstance(value, str)), "")

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(value for value in self.values.get(name, ()) if isinstance(value, str))

    def number(self, name: str) -> int | None:
        return next((value for value in self.values.get(name, ()) if type(value) is int), None)

    def flag(self, name: str) -> bool | None:
        return next((value for value in self.values.get(name, ()) if type(value) is bool), None)


@dataclass(frozen=True, slots=True)
class Reply:
    """The status (below 100 hexadecimal: done) and the groups in their order."""

    status: int
    groups: tuple[Group, ...]

    def of_tag(self, tag: int) -> tuple[Group, ...]:
        return tuple(group for group in self.groups if group.tag == tag)


def request(operation: int, *attributes: Attribute, job: Iterable[Attribute] = ()) -> bytes:
    """Everything before the document; charset and language stand first, as they must."""
    first: tuple[Attribute, ...] = (
        (CHARSET, "attributes-charset", "utf-8"),
        (LANGUAGE, "attributes-natural-language", "en"),
    )
    head = VERSION + operation.to_bytes(2, "big") + (1).to_bytes(4, "big")
    body = bytes([OPERATION]) + b"".join(map(_written, (*first, *attributes)))
    of_job = b"".join(map(_written, job))
    return head + body + (bytes([JOB]) + of_job if of_job else b"") + bytes([END])


def _written(attribute: Attribute) -> bytes:
    tag, name, value = attribute
    return bytes([tag]) + _counted(name.encode()) + _counted(_octets(value))


def _octets(value: Value) -> bytes:
    match value:
        case bool():
            return bytes([value])
        case int():
            return value.to_bytes(4, "big", signed=True)
        case str():
            return value.encode()
    return value


def _counted(octets: bytes) -> bytes:
    return len(octets).to_bytes(2, "big") + octets


def read_reply(raw: bytes) -> Reply:
    """ValueError when the bytes are not an answer."""
    if not 9 <= len(raw) <= MAX_BYTES:
        raise ValueError("an answer has nine bytes at least")
    groups: list[Group] = []
    place, name = 8, ""
    while (tag := _octet(raw, place)) != END:
        place += 1
        if tag < FIRST_VALUE_TAG:
            groups.append(Group(tag))
            continue
        said, place = _cut(raw, place)
        value, place = _cut(raw, place)
        if not groups:
            raise ValueError("an attribute outside of every group")
        name = said.decode("utf-8", "replace") or name  # none: one more value of the last
        groups[-1].values.setdefault(name, []).append(_value(tag, value))
    return Reply(int.from_bytes(raw[2:4], "big"), tuple(groups))


def _octet(raw: bytes, place: int) -> int:
    if place >= len(raw):
        raise ValueError("cut off")
    return raw[place]


def _cut(raw: bytes, place: int) -> tuple[bytes, int]:
    start = place + 2
    end = start + int.from_bytes(raw[place:start], "big")
    if start > len(raw) or end > len(raw):
        raise ValueError("cut off")
    return raw[start:end], end


def _value(tag: int, octets: bytes) -> Value:
    if tag in (INTEGER, ENUM):
        return int.from_bytes(octets, "big", signed=True)
    if tag == BOOLEAN:
        return octets == b"\x01"
    return octets.decode("utf-8", "replace") if tag in TEXTS else octets
