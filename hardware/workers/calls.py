"""Calls into readers' libraries: zeroed buffers larger than asked for, and what they drop."""

import base64
import ctypes
import os
import sys
import tempfile
from typing import Any, Dict, List, Optional, Tuple

BUFFER = 8192  # of every text, photo and number; the longest known is 1040
PICTURE = 65536  # a decoded one has 38862
TEXT_FILE = "wz.txt"
PHOTO_FILES = ("xp.wlt", "zp.wlt", "photo.wlt", "pic.wlt")
DROP_CAP = 65536
DEPTH = 2  # of folders looked into: %TEMP%/chinaidcard

Row = Dict[str, Any]


class Failed(Exception):
    """A step did not go well: open, find, select or read, and what it returned."""

    def __init__(self, step: str, code: int) -> None:
        super().__init__(step)
        self.step = step
        self.code = code


class Unable(Exception):
    """The library has no way to do that."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def text_of(data: bytes) -> str:
    """Bytes for an answer."""
    return base64.b64encode(data).decode("ascii")


def buffer(size: int = BUFFER) -> Any:
    """Zeroed, so that nothing older can be taken for an answer."""
    return ctypes.create_string_buffer(size)


def length(value: int = BUFFER) -> Any:
    return ctypes.c_uint(value)


def ports_of(row: Row) -> List[int]:
    """In the order to be tried; the one that was chosen alone. Unable where that is a path."""
    if row.get("port"):
        return [port_number(row["port"])]
    return [port for first, last in row["ports"] for port in range(first, last + 1)]


def port_number(chosen: str) -> int:
    """Of `7` or `COM7`."""
    digits = chosen[3:] if chosen[:3].upper() == "COM" else chosen
    if not (digits.isdigit() and digits.isascii()):
        raise Unable("path")
    return int(digits)


def is_path(chosen: str) -> bool:
    return "/" in chosen


def opened_first(tries: List[Any], call: Any, good: List[int]) -> Tuple[Any, int]:
    """The first place that opens, and what it returned; Failed with what the first returned."""
    codes = []
    for place in tries:
        code = call(place)
        if code in good:
            return place, code
        codes.append(code)
    raise Failed("open", codes[0] if codes else 0)


def get_text(function: Any, style: str, wide: bool = False) -> bytes:
    """What a getter tells, up to its first NUL; its lengths are not to be relied on."""
    if style == "returns":
        function.restype = ctypes.c_char_p
        return function() or b""
    place = buffer()
    if style == "size":
        function(place, BUFFER)
    elif function(place, ctypes.byref(length())) != 1:
        return b""
    data = bytes(place.raw)
    if not wide:
        return data.split(b"\0", 1)[0]
    ends = (at for at in range(0, len(data), 2) if data[at : at + 2] == b"\0\0")
    return data[: next(ends, len(data))]


class Drops:
    """The files of one read: those of before are removed first, so that only fresh ones count.

    One beside the library that cannot be removed is never taken for an answer.
    """

    def __init__(self, library: str) -> None:
        self._private = [os.getcwd(), tempfile.gettempdir()]
        self._beside = os.path.dirname(library)
        named = (TEXT_FILE, *PHOTO_FILES)  # what the maker's own program may have left
        old = [p for p in _files(self._beside, 0) if os.path.basename(p).lower() in named]
        for path in old + self._in_private():
            _remove(path)
        self._older = set(_files(self._beside, 0))

    def text(self) -> Optional[bytes]:
        """The text dropped since; None where there is none, or several that disagree."""
        return self._one((TEXT_FILE,))

    def photo(self) -> Optional[bytes]:
        return self._one(PHOTO_FILES)

    def _one(self, names: Tuple[str, ...]) -> Optional[bytes]:
        there = [path for path in _files(self._beside, 0) if path not in self._older]
        found = [p for p in self._in_private() + there if os.path.basename(p).lower() in names]
        contents = {_content(path) for path in found}
        return contents.pop() if len(contents) == 1 else None

    def _in_private(self) -> List[str]:
        return [path for folder in self._private for path in _files(folder, DEPTH)]


def _files(folder: str, depth: int) -> List[str]:
    """Plain files only: a link may lead anywhere."""
    found = []
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False) and depth:
            found += _files(entry.path, depth - 1)
        elif entry.is_file(follow_symlinks=False):
            found.append(entry.path)
    return found


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return  # of another user


def _content(path: str) -> bytes:
    with open(path, "rb") as opened:
        return opened.read(DROP_CAP)


def on_windows() -> bool:
    return sys.platform == "win32"
