"""The decoded photo: a BMP of 102 x 126 points, 24 bits each, and nothing else (facts: idcard 2.6).

What comes from a decoder is taken apart and written anew, so that no header of its goes further.
"""

import struct

from hardware.errors import BadAnswer

WIDTH, HEIGHT, BITS = 102, 126, 24
ROW = WIDTH * 3
PADDED_ROW = ROW + 2  # to whole words
HEADER_SIZE = 54
SIZE = HEADER_SIZE + PADDED_ROW * HEIGHT  # 38862
BGR_SIZE = ROW * HEIGHT  # 38556
_HEADER = struct.Struct("<2sIHHIIiiHHIIiiII")


def picture(data: bytes) -> bytes:
    """The picture in our own header; BadAnswer where it is not exactly such a BMP."""
    if len(data) != SIZE:
        raise BadAnswer("photo.not-a-picture")
    fields = _HEADER.unpack_from(data)
    mark, start, info, width, height, planes, bits, packing = fields[0], *fields[4:11]
    as_wanted = (b"BM", HEADER_SIZE, 40, WIDTH, 1, BITS, 0)
    if (mark, start, info, width, planes, bits, packing) != as_wanted or abs(height) != HEIGHT:
        raise BadAnswer("photo.not-a-picture")
    rows = [data[at : at + ROW] for at in range(HEADER_SIZE, SIZE, PADDED_ROW)]
    return _bmp(rows if height > 0 else rows[::-1])


def from_bgr(pixels: bytes) -> bytes:
    """A picture of bare points, lines from the bottom upwards as in a BMP."""
    if len(pixels) != BGR_SIZE:
        raise BadAnswer("photo.not-a-picture")
    return _bmp([pixels[at : at + ROW] for at in range(0, BGR_SIZE, ROW)])


def _bmp(rows: list[bytes]) -> bytes:
    size = SIZE - HEADER_SIZE
    head = (b"BM", SIZE, 0, 0, HEADER_SIZE, 40, WIDTH, HEIGHT, 1, BITS, 0, size, 0, 0, 0, 0)
    return _HEADER.pack(*head) + b"".join(row + b"\0\0" for row in rows)
