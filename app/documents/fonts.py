"""The letter's faces: loaded when first needed, the next face where one lacks a character."""

import unicodedata
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import SUBSETN, TTFError, TTFont

from app.errors import Unavailable
from resources.fonts import font_path

# GB/T 9704: title size-2 in a Song bold (for 小标宋), headings in Hei, body in FangSong.
BODY = "FandolFang-Regular.ttf"
HEI = "NotoSansSC-Regular.ttf"
TITLE = "NotoSerifSC-Bold.ttf"
# FangSong lacks many characters of names; these three have all of GB 18030-2022 level 3.
FALL_BACK = ("NotoSerifSC-Regular.ttf", "HanaMinA.ttf", "HanaMinB.ttf")
CHAINS = {role: (role, *FALL_BACK) for role in (BODY, HEI, TITLE)}
FIRST_NEEDED = (BODY, TITLE, HEI)

BF_BLOCK = 100  # ISO 32000 9.10.3: at most 100 entries between beginbfchar and endbfchar
COMPRESSION = 6
# Controls, line ends, surrogates and private characters, for which some faces have a glyph.
NEVER_PRINTED = frozenset(("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))
KEPT_SUBSETS = 64


@dataclass(frozen=True, slots=True)
class Subset:
    """Up to 256 glyphs of a face, ready to be written into any letter."""

    font_file: bytes
    length: int
    to_unicode: bytes
    widths: bytes


class Face(TTFont):  # type: ignore[misc]
    """A TrueType face whose subsets are kept between letters and whose text layer is right."""

    def __init__(self, name: str) -> None:
        super().__init__(name, str(font_path(name)), asciiReadable=False)
        self.glyphs: dict[int, int] = self.face.charToGlyph
        self.kept = lru_cache(maxsize=KEPT_SUBSETS)(self._build)

    def addObjects(self, doc: Any) -> None:
        """Write this letter's subsets; reportlab's own maps are wrong beyond U+FFFF."""
        state = self.state[doc]
        state.frozen = 1
        for number, codes in enumerate(state.subsets):
            name = f"{state.internalName}+{number}"
            self._add(doc, name, number, self.kept(tuple(codes)))
        del self.state[doc]

    def _add(self, doc: Any, name: str, number: int, subset: Subset) -> None:
        base = (SUBSETN(number) + b"+" + self.face.name).decode("ascii")
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/TrueType",
                "BaseFont": f"/{base}",
                "FirstChar": 0,
                "LastChar": subset.widths.count(b" "),
                "Widths": subset.widths,
                "ToUnicode": doc.Reference(_deflated(subset.to_unicode), f"toUnicode:{base}"),
                "FontDescriptor": self._descriptor(doc, base, subset),
            }
        )
        doc.idToObject["BasicFonts"].dict[name] = doc.Reference(font, f"font:{name}")

    def _descriptor(self, doc: Any, base: str, subset: Subset) -> Any:
        face = self.face
        file = _deflated(subset.font_file, Length1=subset.length)
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": f"/{base}",
                "Flags": 4,  # symbolic: codes go through the subset's own cmap
                "FontBBox": pdfdoc.PDFArray(face.bbox),
                "Ascent": face.ascent,
                "Descent": face.descent,
                "CapHeight": face.capHeight,
                "ItalicAngle": face.italicAngle,
                "StemV": face.stemV,
                "FontFile2": doc.Reference(file, f"fontFile:{base}"),
            }
        )
        return doc.Reference(descriptor, f"fontDescriptor:{base}")

    def _build(self, codes: tuple[int, ...]) -> Subset:
        file = self.face.makeSubset(codes)
        widths = " ".join(f"{self.face.getCharWidth(code):g}" for code in codes)
        return Subset(
            font_file=zlib.compress(file, COMPRESSION),
            length=len(file),
            to_unicode=zlib.compress(to_unicode_map(codes), COMPRESSION),
            widths=f"[{widths}]".encode("ascii"),
        )


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character with the face that draws it and its width in em."""

    text: str
    face: Face
    width: float


@lru_cache(maxsize=8)
def load(name: str) -> Face:
    """A face by its name; the first call reads the file (40-90 ms)."""
    try:
        return Face(name)
    except TTFError:
        raise Unavailable("letter.font-missing", font=name) from None


@lru_cache(maxsize=8192)
def find(role: str, character: str) -> Glyph | None:
    """The character in the first face of the role's chain that has it."""
    code = ord(character)
    if unicodedata.category(character) in NEVER_PRINTED:
        return None
    for name in CHAINS[role]:
        face = load(name)
        if code in face.glyphs:
            return Glyph(character, face, face.face.getCharWidth(code) / 1000)
    return None


def missing(text: str) -> tuple[str, ...]:
    """Code points that no face has, as U+XXXX, in the order met."""
    lacking = dict.fromkeys(c for c in text if find(BODY, c) is None)
    return tuple(f"U+{ord(c):04X}" for c in lacking)


def to_unicode_map(codes: tuple[int, ...]) -> bytes:
    """ToUnicode CMap of a subset: surrogate pairs beyond U+FFFF, blocks of at most 100."""
    entries = [f"<{n:02X}> <{_utf16(code)}>" for n, code in enumerate(codes) if code]
    blocks = [entries[n : n + BF_BLOCK] for n in range(0, len(entries), BF_BLOCK)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    ).encode("ascii")


def _utf16(code: int) -> str:
    return chr(code).encode("utf-16-be").hex().upper()


def _deflated(content: bytes, **entries: int) -> Any:
    return pdfdoc.PDFStream(
        pdfdoc.PDFDictionary({"Filter": "/FlateDecode", **entries}), content=content
    )
