"""The directory of a ZIP package; what two readers could take differently is told.

The central directory decides. Local headers, gaps and the two ends are only compared with it,
because a reader that goes through the file from its beginning would believe them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from struct import Struct

END, END_64 = Struct("<4s4H2LH"), Struct("<4sQ2H2L4Q")
LOCATOR_64, RECORD, LOCAL = Struct("<4sLQL"), Struct("<4s6H3L5H2L"), Struct("<4s5H3L2H")
END_MARK, END_64_MARK, LOCATOR_MARK = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
RECORD_MARK, LOCAL_MARK = b"PK\x01\x02", b"PK\x03\x04"
END_WITHIN = END.size + (1 << 17)  # a comment of 64 KiB, and as much that does not belong there
MAX_ENTRIES, MAX_DIRECTORY = 8192, 4 << 20
FULL_16, FULL_32 = 0xFFFF, 0xFFFFFFFF
ENCRYPTED, DESCRIBED_LATER = 0x1, 0x8
STORED, DEFLATED = 0, 8
ZIP_64, UNICODE_PATH = 0x0001, 0x7075
DESCRIPTOR = 24  # bytes at most
UNIX, KIND_OF_FILE, LINK = 3, 0xF000, 0xA000


class PackageError(ValueError):
    """No package, or one that cannot be read."""


class TooLarge(Exception):
    """More than is read of one file."""


@dataclass(frozen=True, slots=True)
class Record:
    """One entry as the directory has it; `start` is its local header's place, `body` its bytes'."""

    name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    start: int
    link: bool
    extra: bytes
    body: int = 0

    @property
    def end(self) -> int:
        return self.body + self.packed


@dataclass(frozen=True, slots=True)
class Directory:
    """`doubts`: where readers may differ. `stray`: bytes that belong to nothing."""

    records: tuple[Record, ...]
    doubts: tuple[str, ...]
    stray: int


@dataclass(frozen=True, slots=True)
class _End:
    count: int
    size: int
    offset: int
    stop: int  # where the directory ends
    tail: int  # where the file ought to end


def read_directory(data: bytes) -> Directory:
    """PackageError where there is none, TooLarge beyond the bounds."""
    end = _end(data)
    if end.count > MAX_ENTRIES or end.size > MAX_DIRECTORY:
        raise TooLarge
    first = end.stop - end.size
    shift = first - end.offset  # junk before the package that its offsets do not count
    if first < 0 or shift < 0:
        raise PackageError("the directory is not where it should be")
    records = tuple(_located(data, record, first) for record in _records(data, end, first, shift))
    doubts = [] if len(records) == end.count else ["the number of entries"]
    if shift and data[end.offset : end.offset + 4] == RECORD_MARK:
        doubts.append("two directories")
    doubts += [text for record in records for text in _headers_differ(data, record)]
    gaps, overlap = _gaps(records, first)
    doubts += ["entries overlap"] if overlap else []
    gaps = (*gaps, (end.tail, len(data), 0))
    doubts += ["an entry outside the directory"] if _hide_entries(data, gaps) else []
    stray = sum(stop - start for start, stop, used in gaps if stop - start > used)
    return Directory(records, tuple(doubts), stray)


def _end(data: bytes) -> _End:
    place = data.rfind(END_MARK, max(0, len(data) - END_WITHIN))
    if place < 0 or place + END.size > len(data):
        raise PackageError("no directory")
    _, disk, start_disk, here, count, size, offset, comment = END.unpack_from(data, place)
    if disk not in (0, FULL_16) or start_disk not in (0, FULL_16) or here != count:
        raise PackageError("one of several parts")
    tail = min(place + END.size + comment, len(data))
    short = _End(count, size, offset, place, tail)
    if place >= LOCATOR_64.size and data.startswith(LOCATOR_MARK, place - LOCATOR_64.size):
        return _end_64(data, short, place - LOCATOR_64.size)
    return short


def _end_64(data: bytes, short: _End, locator: int) -> _End:
    """The long form; what the short one says too must agree with it."""
    place = data.rfind(END_64_MARK, max(0, locator - END_64.size - 1024), locator)
    if place < 0 or place + END_64.size > locator:
        raise PackageError("no long directory")
    count, size, offset = END_64.unpack_from(data, place)[7:]
    for long, brief, full in (
        (count, short.count, FULL_16),
        (size, short.size, FULL_32),
        (offset, short.offset, FULL_32),
    ):
        if brief not in (full, long):
            raise PackageError("two directories")
    return _End(count, size, offset, place, short.tail)


def _records(data: bytes, end: _End, place: int, shift: int) -> Iterator[Record]:
    number = 0
    while place < end.stop:
        number += 1
        if number > MAX_ENTRIES:
            raise TooLarge
        if place + RECORD.size > end.stop or not data.startswith(RECORD_MARK, place):
            raise PackageError("the directory is damaged")
        record, place = _record(data, place, shift)
        if place > end.stop:
            raise PackageError("the directory is cut off")
        yield record


def _record(data: bytes, place: int, shift: int) -> tuple[Record, int]:
    (
        _,
        made_by,
        _,
        flags,
        method,
        _,
        _,
        crc,
        packed,
        size,
        named,
        extra,
        comment,
        _,
        _,
        mode,
        at,
    ) = RECORD.unpack_from(data, place)
    name_at = place + RECORD.size
    more = data[name_at + named : name_at + named + extra]
    size, packed, at = _long_numbers(more, size, packed, at)
    link = made_by >> 8 == UNIX and mode >> 16 & KIND_OF_FILE == LINK
    name = data[name_at : name_at + named]
    found = Record(name, flags, method, crc, packed, size, at + shift, link, more)
    return found, name_at + named + extra + comment


def extras(extra: bytes) -> Iterator[tuple[int, bytes]]:
    """The fields of an entry's extra part; a broken rest is left out."""
    place = 0
    while place + 4 <= len(extra):
        kind = int.from_bytes(extra[place : place + 2], "little")
        length = int.from_bytes(extra[place + 2 : place + 4], "little")
        yield kind, extra[place + 4 : place + 4 + length]
        place += 4 + length


def _long_numbers(extra: bytes, *short: int) -> tuple[int, int, int]:
    """Size, packed size and offset; those that are full stand in the long field, in this order."""
    field = next((content for kind, content in extras(extra) if kind == ZIP_64), b"")
    numbers = []
    for number in short:
        if number == FULL_32:
            if len(field) < 8:
                raise PackageError("a long number is missing")
            number, field = int.from_bytes(field[:8], "little"), field[8:]
        numbers.append(number)
    return numbers[0], numbers[1], numbers[2]


def _located(data: bytes, record: Record, stop: int) -> Record:
    """With the place of its bytes, which must lie before the directory."""
    if record.flags & ENCRYPTED:
        raise PackageError("encrypted")
    if record.method not in (STORED, DEFLATED):
        raise PackageError(f"packing method {record.method}")
    if record.start + LOCAL.size > stop or not data.startswith(LOCAL_MARK, record.start):
        raise PackageError("an entry is not where it should be")
    *_, named, extra = LOCAL.unpack_from(data, record.start)
    body = record.start + LOCAL.size + named + extra
    if body + record.packed > stop:
        raise PackageError("an entry is cut off")
    return Record(
        record.name, record.flags, record.method, record.crc, record.packed, record.size,
        record.start, record.link, record.extra, body,
    )  # fmt: skip


def _headers_differ(data: bytes, record: Record) -> Iterator[str]:
    _, _, flags, method, _, _, crc, packed, size, named, _ = LOCAL.unpack_from(data, record.start)
    name_at = record.start + LOCAL.size
    said, meant = (crc, packed, size), (record.crc, record.packed, record.size)
    allowed = [(meant[0],), (meant[1], FULL_32), (meant[2], FULL_32)]
    if flags & DESCRIBED_LATER:
        allowed = [(*numbers, 0) for numbers in allowed]
    same = all(number in numbers for number, numbers in zip(said, allowed, strict=True))
    same = same and method == record.method and not flags & ENCRYPTED
    if not same or data[name_at : name_at + named] != record.name:
        yield "the header of " + record.name.decode("utf-8", "replace")


def _gaps(records: tuple[Record, ...], stop: int) -> tuple[tuple[tuple[int, int, int], ...], bool]:
    """From, to, and what a descriptor may take of it; and whether any entries overlap."""
    spans = [(r.start, r.end, DESCRIPTOR if r.flags & DESCRIBED_LATER else 0) for r in records]
    spans = [(0, 0, 0), *sorted(spans), (stop, stop, 0)]
    gaps = [(before[1], after[0], before[2]) for before, after in pairwise(spans)]
    return tuple(gap for gap in gaps if gap[0] < gap[1]), any(gap[0] > gap[1] for gap in gaps)


def _hide_entries(data: bytes, gaps: tuple[tuple[int, int, int], ...]) -> bool:
    marks = (LOCAL_MARK, RECORD_MARK, END_MARK)
    return any(data.find(mark, start, stop) >= 0 for start, stop, _ in gaps for mark in marks)
