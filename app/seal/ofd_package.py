"""The files of an OFD package: names as its readers may take them, bytes within bounds."""

import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.hashes import Hash, HashAlgorithm

from app.seal.ofd_zip import (
    STORED,
    UNICODE_PATH,
    PackageError,
    Record,
    TooLarge,
    extras,
    read_directory,
)

MAX_INFLATED = 64 << 20  # of all that is read of one package; SM3 takes half a second for it
MAX_READ = 4 << 20  # of one file that is held in memory
MAX_ELEMENTS = 100_000  # of all XML that is read
CHUNK = 1 << 16
UTF_8_NAME = 0x800
NOTHING_DEFLATED = b"\x03\0"  # as Java makers write a folder


class Damaged(Exception):
    """An entry's bytes are not what its header promises."""


@dataclass(slots=True)
class Package:
    """`files` by name, case-sensitive; `doubts` where two readers may see two packages."""

    data: bytes
    files: dict[str, Record]
    doubts: tuple[str, ...]
    alike: tuple[str, ...]  # names that some file systems take for one
    stray: int
    elements: int = MAX_ELEMENTS
    _left: int = MAX_INFLATED
    _digests: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def read(self, name: str) -> bytes:
        """A file that is known to be there. Damaged, or TooLarge."""
        if self.files[name].size > MAX_READ:
            raise TooLarge
        return b"".join(self._chunks(self.files[name]))

    def begins(self, name: str) -> bytes:
        """The first bytes of a file that is known to be there; none where it is damaged."""
        try:
            return bytes(next(self._chunks(self.files[name]), b"")[:8])
        except Damaged:
            return b""

    def digest(self, name: str, algorithm: HashAlgorithm) -> bytes:
        """Of a file that is known to be there, taken once. Damaged, or TooLarge."""
        key = name, algorithm.name
        if key not in self._digests:
            state = Hash(algorithm)
            for chunk in self._chunks(self.files[name]):
                state.update(chunk)
            self._digests[key] = state.finalize()
        return self._digests[key]

    def _chunks(self, record: Record) -> Iterator[bytes | memoryview]:
        packed = memoryview(self.data)[record.body : record.end]
        left, checksum = record.size, 0
        for chunk in _pieces(packed) if record.method == STORED else _inflated(packed):
            self._left -= len(chunk)
            if self._left < 0:
                raise TooLarge
            left, checksum = left - len(chunk), zlib.crc32(chunk, checksum)
            if left < 0:
                break
            yield chunk
        if left or checksum != record.crc:
            raise Damaged


def open_package(data: bytes) -> Package:
    """PackageError, or TooLarge."""
    directory = read_directory(data)
    doubts = list(directory.doubts)
    files: dict[str, Record] = {}
    for record in directory.records:
        name, trouble = _name_of(record)
        doubts += [f"{trouble}: {name}"] if trouble else []
        if name.endswith("/"):
            empty = record.size == 0 and record.packed <= len(NOTHING_DEFLATED)
            doubts += [] if empty else [f"a folder with bytes: {name}"]
            continue
        doubts += [f"two files of one name: {name}"] if name in files else []
        files[name] = record
    return Package(data, files, tuple(doubts), _alike(files), directory.stray)


def folded(name: str) -> str:
    """What a file system that minds neither case nor form makes of a name."""
    parts = unicodedata.normalize("NFC", name).casefold().split("/")
    return "/".join(part.rstrip(". ") for part in parts)


def plain(path: str) -> str:
    """Slashes forward, no empty or single-dot parts; a leading slash is dropped."""
    parts = path.replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", "."))


def _alike(files: dict[str, Record]) -> tuple[str, ...]:
    counts = Counter(map(folded, files))
    return tuple(name for name in files if counts[folded(name)] > 1)


def _name_of(record: Record) -> tuple[str, str]:
    """The name, and what makes it a trap."""
    written = _decoded(record.name, utf_8=bool(record.flags & UTF_8_NAME))
    name = plain(written) + ("/" if written.endswith(("/", "\\")) else "")
    if record.link:
        return name, "a link"
    if ".." in name.split("/") or ":" in name or any(c < " " for c in name) or name in ("", "/"):
        return name, "an unsafe name"
    if any(other != written for other in _other_names(record)):
        return name, "two names for one file"
    return name, ""


def _decoded(name: bytes, *, utf_8: bool) -> str:
    """UTF-8 if it can be, for many writers do not flag it; else GBK."""
    for codec in ("utf-8", "gb18030"):
        try:
            return name.decode(codec)
        except UnicodeDecodeError:
            if utf_8:
                break
    return name.decode("utf-8", "replace")


def _other_names(record: Record) -> Iterator[str]:
    for kind, content in extras(record.extra):
        if kind == UNICODE_PATH and len(content) > 5:
            yield content[5:].decode("utf-8", "replace")


def _pieces(packed: memoryview) -> Iterator[memoryview]:
    return (packed[place : place + CHUNK] for place in range(0, len(packed), CHUNK))


def _inflated(packed: memoryview) -> Iterator[bytes]:
    """Nothing may follow the stream's end: a reader from the front would go on there."""
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for piece in _pieces(packed):
            rest: bytes | memoryview = piece
            while len(rest):
                if inflate.eof:
                    raise Damaged
                yield inflate.decompress(rest, CHUNK)
                rest = inflate.unconsumed_tail
        yield inflate.flush()
    except zlib.error as trouble:
        raise Damaged from trouble
    if not inflate.eof or inflate.unused_data:
        raise Damaged


__all__ = ["Damaged", "Package", "PackageError", "TooLarge", "folded", "open_package", "plain"]
