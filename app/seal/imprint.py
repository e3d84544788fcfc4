"""The picture out of a seal as it goes on paper: white paper made transparent, at its true size.

What cannot be drawn is said with a sentence; nothing is drawn in its place (eseal 4).
"""

import io
import struct
import zlib
from dataclasses import dataclass, field

from PIL import Image, ImageChops, UnidentifiedImageError

from app.errors import Unavailable
from app.seal.structures import Picture

FORMATS = ("PNG", "JPEG", "GIF", "BMP")  # told by the bytes; the seal's word for it is not trusted
NAMES = frozenset({"png", "jpg", "jpeg", "gif", "bmp"})
MAX_BYTES = 1 << 20
MAX_SIDE = 3000  # pixels: 60 mm at 1200 dpi
SIDES_MM = range(5, 61)  # the State Council's own seal has 60, and no other is larger
FINE_DPI = 300
WHITE_FROM, INK_FROM = 250, 190  # the darkest channel: paper above, ink below
DAMAGED = (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error, zlib.error)
BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


@dataclass(frozen=True, slots=True)
class Imprint:
    """PNG with transparent ground; the size is the seal's own."""

    png: bytes = field(repr=False)
    width_mm: int
    height_mm: int
    dpi: int

    @property
    def remark(self) -> Unavailable | None:
        """What is not as it should be but keeps nobody from sealing; said, never raised."""
        return Unavailable("seal.picture-coarse", dpi=self.dpi) if self.dpi < FINE_DPI else None


def imprint(picture: Picture) -> Imprint:
    """Unavailable where the picture is of another kind, damaged, or of a size nobody means."""
    if picture.width_mm not in SIDES_MM or picture.height_mm not in SIDES_MM:
        size = f"{picture.width_mm} × {picture.height_mm}"
        raise Unavailable("seal.picture-size", size=size[:40])
    drawn = _decoded(picture)
    inches = picture.width_mm / 25.4, picture.height_mm / 25.4
    dpi = round(min(side / length for side, length in zip(drawn.size, inches, strict=True)))
    return Imprint(_png(_keyed_out(drawn)), picture.width_mm, picture.height_mm, dpi)


def _decoded(picture: Picture) -> Image.Image:
    """RGBA; bounded before a pixel is decoded."""
    if len(picture.data) > MAX_BYTES:
        raise Unavailable("seal.picture-too-large")
    try:
        with Image.open(io.BytesIO(picture.data), formats=FORMATS) as found:
            if max(found.size) > MAX_SIDE:
                raise Unavailable("seal.picture-too-large")
            plain = found.convert("RGB") if found.mode in ("CMYK", "YCbCr") else found
            return plain.convert("RGBA")
    except UnidentifiedImageError:
        raise _not_drawn(picture) from None
    except BOMBS:
        raise Unavailable("seal.picture-too-large") from None
    except DAMAGED:
        raise Unavailable("seal.picture-damaged") from None


def _not_drawn(picture: Picture) -> Unavailable:
    """A kind that would need a renderer of its own (OFD), or a picture that is none."""
    kind = "".join(c for c in picture.kind if c.isprintable())[:16]
    if kind.lower() in NAMES:
        return Unavailable("seal.picture-damaged")
    return Unavailable("seal.picture-kind", kind=kind or "?")


def _keyed_out(rgba: Image.Image) -> Image.Image:
    red, green, blue, opacity = rgba.split()
    darkest = ImageChops.darker(red, ImageChops.darker(green, blue))
    keyed = darkest.point([_opacity(value) for value in range(256)])
    rgba.putalpha(ImageChops.multiply(opacity, keyed))
    return rgba


def _opacity(darkest: int) -> int:
    share = (WHITE_FROM - darkest) / (WHITE_FROM - INK_FROM)
    return round(255 * min(1.0, max(0.0, share)))


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
