"""A document camera's own program without a camera: it drops pictures into a folder."""

import struct
import zlib
from pathlib import Path

from hardware.errors import DeviceTrouble

WIDTH, HEIGHT = 210, 297  # of the sample, a pixel a millimetre of A4
PAPER, LINE = b"\xf4", b"\x30"
HALF, OTHER = "half-written", "not-a-picture"
FAULTS = (HALF, OTHER)


class SimulatedDocumentCamera:
    """shoot() is the button, take_back() the hand."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        self._fault = ""
        self._last: Path | None = None

    def be(self, fault: str) -> None:
        """Wrong in this way from now on; empty: as it should be."""
        if fault and fault not in FAULTS:
            raise DeviceTrouble("simulator.no-fault", fault=fault, known=", ".join(FAULTS))
        self._fault = fault

    def shoot(self, picture: Path | None = None) -> None:
        """This file's bytes, or the sample, under a new name."""
        self._count += 1
        try:
            data = picture.read_bytes() if picture else sample(self._count)
            self._last = self._folder / f"scan{self._count:04}.png"
            self._last.write_bytes(self._bent(data))
        except OSError as trouble:
            raise DeviceTrouble("place.unusable", why=trouble.strerror or "?") from trouble

    def take_back(self) -> None:
        """The last one, where nobody has taken it in yet."""
        if self._last is not None:
            self._last.unlink(missing_ok=True)

    def _bent(self, data: bytes) -> bytes:
        if self._fault == HALF:
            return data[: len(data) // 2]
        return b"no picture " + data if self._fault == OTHER else data


def sample(number: int) -> bytes:
    """A page with as many lines as its number, as PNG: no two are the same, nobody is on it."""
    row = b"\0" + PAPER * WIDTH
    written = b"\0" + PAPER * 20 + LINE * (WIDTH - 40) + PAPER * 20
    lines = {20 + 8 * line for line in range(number % 32)}
    rows = b"".join(written if y in lines else row for y in range(HEIGHT))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 0, 0, 0, 0)
    text = b"Comment\0training %d" % number
    parts = ((b"IHDR", head), (b"tEXt", text), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(name + data)
    return len(data).to_bytes(4, "big") + name + data + check.to_bytes(4, "big")
