"""Converts a face from CFF to TrueType outlines, which are the only ones the letters can embed."""

import sys
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

LARGEST_ERROR = 0.5  # font units of 1000: less than a printer's dot at any size of a letter


def convert(source: Path, result: Path) -> None:
    """Write `source` with quadratic outlines; the same source gives the same bytes every time."""
    font = TTFont(source, recalcTimestamp=False)
    glyphs = _outlines(font)
    _replace_tables(font, glyphs)
    font.save(result, reorderTables=True)
    TTFont(result)["glyf"]  # opens, or this is no font


def _outlines(font: TTFont) -> dict[str, object]:
    glyph_set = font.getGlyphSet()
    glyphs = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(glyph_set)
        glyph_set[name].draw(Cu2QuPen(pen, LARGEST_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
    return glyphs


def _replace_tables(font: TTFont, glyphs: dict[str, object]) -> None:
    outlines = newTable("glyf")
    outlines.glyphOrder = font.getGlyphOrder()
    outlines.glyphs = glyphs
    font["glyf"], font["loca"] = outlines, newTable("loca")
    del font["CFF "], font["VORG"]
    _size_tables_for_truetype(font)
    font.sfntVersion = "\x00\x01\x00\x00"


def _size_tables_for_truetype(font: TTFont) -> None:
    needs = font["maxp"]
    needs.tableVersion = 0x00010000
    for name in (
        "Zones",
        "TwilightPoints",
        "Storage",
        "FunctionDefs",
        "InstructionDefs",
        "StackElements",
        "SizeOfInstructions",
        "ComponentElements",
    ):
        setattr(needs, f"max{name}", 1 if name == "Zones" else 0)
    font["post"].formatType = 3.0  # no glyph names: nothing reads them


if __name__ == "__main__":
    convert(Path(sys.argv[1]), Path(sys.argv[2]))
