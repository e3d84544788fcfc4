"""A document camera or scanner whose own program drops pictures into a folder: whole ones only.

A file is taken once its size and time stood still between two looks and its format is whole to the
end; it leaves the folder only after `remove`, which the caller asks for when the picture is kept.
"""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from app.codecs.chain import sm3_hex
from hardware.clock import Clock
from hardware.errors import NoDevice

LARGEST = 20 << 20  # bytes of one picture
MOST_FILES = 200  # looked at in one folder
AT_ONCE = 8  # pictures handed over by one look, so that little memory is held
STILL_SECONDS = 1.0  # unchanged for so long: nobody writes any more
GIVEN_UP_SECONDS = 30.0  # unchanged and still not whole: the camera's program broke off
END_SEARCHED = 1024  # a PDF's end may be followed by blank bytes

JPEG, PNG, PDF = "image/jpeg", "image/png", "application/pdf"
STARTS = {JPEG: b"\xff\xd8\xff", PNG: b"\x89PNG\r\n\x1a\n", PDF: b"%PDF-"}
ENDS = {JPEG: b"\xff\xd9", PNG: b"IEND\xaeB`\x82", PDF: b"%%EOF"}


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture or document; its file's name is kept nowhere, it may say whose it is."""

    data: bytes
    media_type: str
    sm3: str

    def __repr__(self) -> str:
        return f"Picture({self.media_type}, {len(self.data)} bytes)"


@dataclass(frozen=True, slots=True)
class Found:
    """One look: what is whole, how many are still being written, codes of what was left lying."""

    pictures: tuple[Picture, ...] = ()
    unfinished: int = 0
    troubles: tuple[str, ...] = ()


@dataclass(slots=True)
class _Seen:
    size: int
    modified: int
    since: float
    content: Picture | str | None = None  # read once it stood still; a code where it is no picture


class DocumentCamera:
    """One watched folder; `look` and `remove` from one thread only."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder, self._clock = folder, clock
        self._seen: dict[str, _Seen] = {}
        self._lying: dict[str, list[Path]] = {}  # by digest: the files that hold it

    def look(self) -> Found:
        """NoDevice camera.no-folder when it cannot be read."""
        files = self._files()
        self._seen = {name: self._still(name, size, time) for name, (size, time) in files.items()}
        self._lying = {}
        pictures: dict[str, Picture] = {}
        unfinished, troubles = 0, set()
        for name in sorted(files, key=lambda each: (files[each][1], each)):
            found = self._read(name) if len(pictures) < AT_ONCE else None
            if isinstance(found, Picture):
                pictures[found.sm3] = found
                self._lying.setdefault(found.sm3, []).append(self._folder / name)
            elif found == "":
                unfinished += 1
            elif found is not None:
                troubles.add(found)
        return Found(tuple(pictures.values()), unfinished, tuple(sorted(troubles)))

    def remove(self, sm3: str) -> int:
        """The picture is kept elsewhere: its files go, unless they hold something else by now."""
        gone = 0
        for file in self._lying.pop(sm3, ()):
            held = _bytes_of(file)
            if held is not None and sm3_hex(held) == sm3:
                file.unlink(missing_ok=True)
                self._seen.pop(file.name, None)
                gone += 1
        return gone

    def _files(self) -> dict[str, tuple[int, int]]:
        """Plain files only: no folders, links or pipes, whatever their names."""
        found: dict[str, tuple[int, int]] = {}
        try:
            with os.scandir(self._folder) as entries:
                for entry, _ in zip(entries, range(MOST_FILES), strict=False):
                    known = entry.stat(follow_symlinks=False)
                    if stat.S_ISREG(known.st_mode) and not entry.name.startswith("."):
                        found[entry.name] = known.st_size, known.st_mtime_ns
        except OSError as trouble:
            raise NoDevice("camera.no-folder") from trouble
        return found

    def _still(self, name: str, size: int, modified: int) -> _Seen:
        before = self._seen.get(name)
        if before is not None and (before.size, before.modified) == (size, modified):
            return before
        return _Seen(size, modified, self._clock.monotonic())

    def _read(self, name: str) -> Picture | str:
        """The picture; a code of what is wrong with the file; empty while it is written."""
        seen = self._seen[name]
        still = self._clock.monotonic() - seen.since
        if still < STILL_SECONDS:
            return ""
        if seen.size > LARGEST:
            return "camera.too-large"
        if seen.content is None:
            seen.content = _content(_bytes_of(self._folder / name), seen.size)
        if isinstance(seen.content, Picture) or still >= GIVEN_UP_SECONDS:
            return seen.content or ""
        return ""


def _content(data: bytes | None, size: int) -> Picture | str | None:
    """None where the file changed, or went, since it was looked at."""
    if data is None or len(data) != size:
        return None
    media_type = kind_of(data)
    if media_type and is_whole(data, media_type):
        return Picture(data, media_type, sm3_hex(data))
    return "camera.half-written" if media_type or not data else "camera.not-a-picture"


def kind_of(data: bytes) -> str:
    """By its first bytes, never by its name; empty for everything else."""
    return next((kind for kind, start in STARTS.items() if data.startswith(start)), "")


def is_whole(data: bytes, media_type: str) -> bool:
    """Written to the end."""
    return ENDS[media_type] in data[-END_SEARCHED:]


def _bytes_of(file: Path) -> bytes | None:
    """At most one byte more than is allowed; None when it is gone or no plain file any more."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        place = os.open(file, flags | getattr(os, "O_BINARY", 0))
        with os.fdopen(place, "rb") as opened:
            if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
                return None
            return opened.read(LARGEST + 1)
    except OSError:
        return None
