"""The round picture of a training seal, drawn at its true size.

Sizes after the State Council's rule (eseal 4): a department's seal is round, at most 45 mm, with a
five-pointed star, its name from left to right in a ring, in Song type.
"""

import io
import math
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

DIAMETER_MM = 42
DPI = 600
FINER = 3  # drawn larger and scaled down, for smooth edges
RED = (220, 0, 0)
LEVELS = 16  # steps of opacity kept: four bits a pixel
RING_MM = 1.0
STAR_MM = 6.4  # from its centre to a point
NAME_RADIUS_MM = 15.9  # to the middle of the characters
NAME_HEIGHT_MM = 5.4
NAME_SPAN, NAME_STEP = 236.0, 26.0  # degrees at most: in all, from one character to the next
LINE_MM, LINE_HEIGHT_MM, LINE_WIDTH_MM = 12.4, 4.2, 20.0  # below the centre
GLYPH = 400  # pixels a character is drawn at before it is fitted


def draw_seal(name: str, line: str, font: Path, *, diameter_mm: int = DIAMETER_MM) -> bytes:
    """PNG with transparent ground, 600 dpi: `name` in the ring, `line` straight below the star."""
    pixels = round(diameter_mm / 25.4 * DPI)
    unit = pixels * FINER / DIAMETER_MM  # pixels of the large drawing per millimetre of 42
    ink = Image.new("L", (pixels * FINER, pixels * FINER), 0)
    face = ImageFont.truetype(str(font), GLYPH)
    _ring_and_star(ink, unit)
    _name(ink, name, face, unit)
    _line(ink, line, face, unit)
    return _png(ink.resize((pixels, pixels), Image.Resampling.LANCZOS))


def _ring_and_star(ink: Image.Image, unit: float) -> None:
    draw, side = ImageDraw.Draw(ink), ink.width
    draw.ellipse((0, 0, side - 1, side - 1), outline=255, width=round(RING_MM * unit))
    inner = STAR_MM * math.sin(math.radians(18)) / math.sin(math.radians(54))
    corners = [
        _on_circle(side, (inner if corner % 2 else STAR_MM) * unit, 36.0 * corner)
        for corner in range(10)
    ]
    draw.polygon(corners, fill=255)


def _name(ink: Image.Image, name: str, face: ImageFont.FreeTypeFont, unit: float) -> None:
    step = min(NAME_STEP, NAME_SPAN / max(1, len(name) - 1))
    room = math.radians(step) * (NAME_RADIUS_MM - NAME_HEIGHT_MM / 2) * unit
    size = (min(0.88 * NAME_HEIGHT_MM * unit, 0.98 * room), NAME_HEIGHT_MM * unit)
    for place, character in enumerate(name):
        angle = step * (place - (len(name) - 1) / 2)
        glyph = _glyph(character, face, size).rotate(
            -angle, resample=Image.Resampling.BICUBIC, expand=True
        )
        _stamp(ink, glyph, _on_circle(ink.width, NAME_RADIUS_MM * unit, angle))


def _line(ink: Image.Image, line: str, face: ImageFont.FreeTypeFont, unit: float) -> None:
    advance = min(LINE_HEIGHT_MM * 1.08, LINE_WIDTH_MM / max(1, len(line))) * unit
    size = (min(advance * 0.96, LINE_HEIGHT_MM * unit * 0.9), LINE_HEIGHT_MM * unit)
    for place, character in enumerate(line):
        x = ink.width / 2 + advance * (place - (len(line) - 1) / 2)
        _stamp(ink, _glyph(character, face, size), (x, ink.width / 2 + LINE_MM * unit))


def _glyph(character: str, face: ImageFont.FreeTypeFont, size: tuple[float, float]) -> Image.Image:
    """One character's em square fitted to `size`."""
    tile = Image.new("L", (GLYPH, GLYPH), 0)
    draw = ImageDraw.Draw(tile)
    draw.text((GLYPH / 2, GLYPH / 2), character, fill=255, font=face, anchor="mm")
    return tile.resize((round(size[0]), round(size[1])), Image.Resampling.LANCZOS)


def _stamp(ink: Image.Image, glyph: Image.Image, centre: tuple[float, float]) -> None:
    corner = round(centre[0] - glyph.width / 2), round(centre[1] - glyph.height / 2)
    ink.paste(255, corner, glyph)


def _on_circle(side: int, radius: float, angle: float) -> tuple[float, float]:
    """`angle` in degrees clockwise from the top."""
    turn = math.radians(angle)
    return side / 2 + radius * math.sin(turn), side / 2 - radius * math.cos(turn)


def _png(ink: Image.Image) -> bytes:
    """One red in sixteen opacities: a tenth of an RGBA file."""
    step = 255 // (LEVELS - 1)
    levels = ink.point([(value + step // 2) // step for value in range(256)])
    palette = Image.frombytes("P", levels.size, levels.tobytes())
    palette.putpalette(RED * LEVELS)
    out, opacities = io.BytesIO(), bytes(range(0, 256, step))
    palette.save(out, "PNG", optimize=True, transparency=opacities, bits=4, dpi=(DPI, DPI))
    return out.getvalue()
