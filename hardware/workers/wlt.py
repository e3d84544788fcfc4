"""Owns a photo decoder (WLT): finds its kind by the exported names (facts: idcard 2.6, 3.6).

Question: {"photo": base64 of 1024 bytes}. Answer: {"bmp": ...} or {"bgr": ...}, unlooked at, or
{"code": what the library returned}.
"""

import base64
import os
from typing import Any, Callable, Dict

from hardware.workers.answering import Handler, Question, Unloadable, exports, load_library, serve
from hardware.workers.calls import buffer, on_windows, text_of

BMP_SIZE, BGR_SIZE = 38862, 38556
ROOM = 2 * BMP_SIZE
PHOTO_FILE, PICTURE_FILE, UNPACKED_FILE = "xp.wlt", "xp.bmp", "zp.bmp"
USB, COM = 2, 1  # what WltRS wants to know of the reader it asks
SAVE = 1
STDCALL = ("GetBmp",)  # of the 32-bit build for Windows; the others are cdecl

Answer = Dict[str, Any]
Decode = Callable[[Any, bytes], Answer]


def _into_buffer(name: str, good: int) -> Decode:
    def decode(library: Any, photo: bytes) -> Answer:
        place = buffer(ROOM)
        code = getattr(library, name)(_given(photo), place, BMP_SIZE)
        return {"bmp": text_of(place.raw[:BMP_SIZE])} if code == good else {"code": code}

    return decode


def _decoding_photos(library: Any, photo: bytes) -> Answer:
    place = buffer(ROOM)
    code = library.DecodingPhotos(_given(photo), len(photo), place, BMP_SIZE)
    return {"bmp": text_of(place.raw[:BMP_SIZE])} if code == BMP_SIZE else {"code": code}


def _get_bmp(library: Any, photo: bytes) -> Answer:
    """By a file; it asks the reader itself, on USB or, where that fails, on a serial line."""
    code = 0
    for interface in (USB, COM):
        _write_photo(photo)
        code = library.GetBmp(PHOTO_FILE.encode(), interface)
        if code == 1:
            return _written(PICTURE_FILE, code)
    return {"code": code, "asks_reader": True}


def _wlt2bmp(library: Any, photo: bytes) -> Answer:
    """By a file and, with some, the place where to write; else from memory into memory.

    Every argument is a large buffer: one that is taken for the other harms nothing.
    """
    _write_photo(photo)
    given = [_given(name.encode()) for name in (PHOTO_FILE, PICTURE_FILE)]
    code = library.wlt2bmp(*given[: 1 if on_windows() else 2])
    if os.path.exists(PICTURE_FILE) or on_windows():
        return _written(PICTURE_FILE, code) if code == 1 else {"code": code}
    place = buffer(ROOM)
    library.wlt2bmp(_given(photo), place)
    return _in_memory(place.raw, code)


def _in_memory(data: bytes, code: Any) -> Answer:
    """A whole BMP, or its bare points; nothing where nothing was written."""
    if data.startswith(b"BM"):
        return {"bmp": text_of(data[:BMP_SIZE])}
    pixels = data[:BGR_SIZE]
    return {"bgr": text_of(pixels)} if any(pixels) else {"code": code}


def _unpack(library: Any, photo: bytes) -> Answer:
    """Returns nothing that can be relied on; its own file says which way up the lines are."""
    place = buffer(ROOM)
    code = library.unpack(_given(photo), place, SAVE)
    if os.path.exists(UNPACKED_FILE):
        return _written(UNPACKED_FILE, code)
    return _in_memory(place.raw, "nothing")


# Into memory first; the first name that is exported is taken.
KINDS: Dict[str, Decode] = {
    "wlt2bmpBuffer": _into_buffer("wlt2bmpBuffer", 1),
    "ZKID_Wlt2bmpBuffer": _into_buffer("ZKID_Wlt2bmpBuffer", 0),
    "DecodingPhotos": _decoding_photos,
    "unpack": _unpack,
    "wlt2bmp": _wlt2bmp,
    "GetBmp": _get_bmp,
}


def load(path: str, options: Dict[str, Any]) -> Handler:
    """Unloadable where it exports none of the names."""
    library = load_library(path)
    name = next((name for name in KINDS if exports(library, name)), "")
    if not name:
        raise Unloadable("library.not-known")
    if name in STDCALL:
        library = load_library(path, stdcall=True)

    def handle(question: Question) -> Answer:
        return KINDS[name](library, base64.b64decode(question["photo"]))

    return handle


def _given(data: bytes) -> Any:
    """A copy with room behind it, which the library may write to."""
    place = buffer(ROOM)
    place[: len(data)] = data
    return place


def _write_photo(photo: bytes) -> None:
    """In our folder; a picture from before cannot be there after this."""
    for name in (PHOTO_FILE, PICTURE_FILE):
        if os.path.lexists(name):
            os.unlink(name)
    with open(PHOTO_FILE, "wb") as file:
        file.write(photo)


def _written(name: str, code: int) -> Answer:
    try:
        with open(name, "rb") as file:
            return {"bmp": text_of(file.read(ROOM))}
    except OSError:
        return {"code": code}


if __name__ == "__main__":
    serve(load)
